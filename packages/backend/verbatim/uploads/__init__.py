"""Uploads: from the socket to a recording."""
