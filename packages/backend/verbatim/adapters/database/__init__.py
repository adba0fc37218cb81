"""How to open a database: one adapter per kind."""
