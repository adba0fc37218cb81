"""Transcripts: segments with words, speakers, editing."""
