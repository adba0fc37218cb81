"""Verbatim for organisations: one plugin of the open core."""

__version__ = "0.1.0"
