"""Honours and recognitions: pages of honours, years, branches and organisations, and downloads."""
