"""The distributed job engine: pgqueuer on the application's own PostgreSQL."""
