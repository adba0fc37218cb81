"""Search over titles and transcripts: one interface, SQLite FTS5 and PostgreSQL full text behind it."""
