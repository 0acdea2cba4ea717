"""Editions (版): the pages of a newspaper that items stood on, on the screen and in print."""
