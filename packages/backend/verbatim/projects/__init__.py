"""Projects: recordings that belong together."""
