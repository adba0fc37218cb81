"""Transcripts as documents that people read, print and edit: Markdown, Word, PDF."""
