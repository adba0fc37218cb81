"""Plumbing without product words: nothing here knows what a recording is."""
