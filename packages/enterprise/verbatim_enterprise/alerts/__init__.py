"""Telling administrators when a part of the installation fails, and when it is well again: page, mail and webhooks."""
