"""News for open pages that happened in another process."""
