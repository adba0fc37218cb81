"""Webhooks: what happens in a team, told to programs elsewhere, at least once each."""
