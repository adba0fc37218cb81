"""Alembic migrations of the core, one set for SQLite and PostgreSQL."""
