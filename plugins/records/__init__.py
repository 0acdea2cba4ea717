"""Mechanisms and records: what each mechanism is, and the tables that are kept of it."""
