"""The site on this computer while it is written: built anew after every save, drafts included.

Two processes: the one that serves also watches and starts the other; the one that builds may
fail, hang on a fault of the program or be killed without taking the preview with it.
"""
