"""Figures for those who watch a server from outside: how many, how long, how much."""
