"""Alembic migrations of the plugin, run after the core's, with a version table of their own."""
