"""Open data: every published table to take away, and the catalogue that says what it holds."""
