"""Traces: spans of requests and jobs, sent to a collector."""
