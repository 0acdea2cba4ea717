"""The tables of a content folder: their cells, their rows, and what the rows refer to.

In: files of `tables/` and the names that can be linked. Out: rows of declared models, canonical.
"""
