"""The servers and workers that run on this database, known to each other."""
