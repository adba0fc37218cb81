"""Conversations with a language model about transcripts, a project or a search. They are their writer's alone."""
