"""Whisper models on this machine: where they are, what they know, and how they get here."""
