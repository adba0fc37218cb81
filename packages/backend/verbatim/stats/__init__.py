"""Figures for the dashboard."""
