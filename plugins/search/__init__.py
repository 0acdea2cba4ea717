"""The search: one static index of all that can be found, made of plain files."""
