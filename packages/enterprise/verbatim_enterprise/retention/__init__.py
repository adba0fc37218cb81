"""Retention: how long content is kept, by rules of each team."""
