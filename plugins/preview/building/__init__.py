"""The process behind the preview that builds whenever it is asked to."""
