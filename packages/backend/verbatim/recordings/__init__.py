"""Recordings: upload, list, play, delete."""
