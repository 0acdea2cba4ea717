"""The vocabulary of the bulletin: what the sources say, and the pages made of it."""
