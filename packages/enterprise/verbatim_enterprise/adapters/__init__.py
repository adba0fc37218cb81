"""The outside world: databases, stores and models beyond those of the core."""
