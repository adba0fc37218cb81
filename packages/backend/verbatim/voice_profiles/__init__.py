"""Voices that people are known by: kept only with the consent of whose voice it is, and only when turned on."""
