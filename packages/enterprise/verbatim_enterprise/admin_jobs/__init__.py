"""Jobs of the whole installation, for those who look after it."""
