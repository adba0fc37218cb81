"""Stored files of whatever kind of thing: moved from one storage to another while people work."""
