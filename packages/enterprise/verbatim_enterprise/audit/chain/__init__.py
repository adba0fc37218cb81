"""The chain of seals: made in the background, signed, and checked here or from a file elsewhere."""
