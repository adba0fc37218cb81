"""Subtitles: from segments, which are paragraphs for readers, to cues, which are what fits a screen for a moment."""
