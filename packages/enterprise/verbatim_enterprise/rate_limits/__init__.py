"""How many requests are let in, by key, by person, and for signing in by network address."""
