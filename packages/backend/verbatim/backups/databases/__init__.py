"""Backups of each kind of database: a moment of it, and putting it back."""
