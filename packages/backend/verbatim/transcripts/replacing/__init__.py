"""Finding and replacing in a transcript: looked at first, then one change that can be taken back."""
