"""What is wrong with the installation, since when, and what to do about it."""
