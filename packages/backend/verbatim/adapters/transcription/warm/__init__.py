"""Processes in which engines run, kept with their models between recordings."""
