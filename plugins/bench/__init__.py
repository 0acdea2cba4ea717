"""Measuring: a site of any size is made and built in the situations an editor meets."""
