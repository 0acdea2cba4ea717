"""From Pages to output/: collected, rendered, staged, written, pruned, listed in the manifest."""
