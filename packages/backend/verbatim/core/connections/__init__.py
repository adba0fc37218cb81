"""Connections, before anything is known of who sends what: how long, how large and how many."""
