"""Migrations of the fixture plugin."""
