"""The same done to many recordings, in the background."""
