"""The body of a text by itself: Markdown to HTML, and what of it would not be printed as meant.

In: the lines of a body. Out: a converted text with marks where links and pictures are, and
problems. What the marks lead to is found by whoever knows the other texts.
"""
