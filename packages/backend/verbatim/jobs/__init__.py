"""Background work as its owner sees it."""
