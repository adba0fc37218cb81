"""A whole installation from SQLite to PostgreSQL: every row, compared, and gone on with after an interruption."""
