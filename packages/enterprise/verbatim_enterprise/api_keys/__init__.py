"""Keys with which programs act for people."""
