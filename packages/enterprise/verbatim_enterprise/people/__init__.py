"""One person on one page, and many at once."""
