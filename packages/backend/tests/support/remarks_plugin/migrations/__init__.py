"""Migrations of the notes plugin."""
