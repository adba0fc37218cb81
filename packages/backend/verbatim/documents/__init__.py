"""Documents: files of text beside recordings, found by the same search."""
