"""Summaries, questions and conversations about transcripts, each sentence with the segments that it rests on."""
