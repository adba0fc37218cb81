"""The server about itself: alive, ready, what it is, what is wrong with it."""
