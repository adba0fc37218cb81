"""The stream that keeps open pages up to date."""
