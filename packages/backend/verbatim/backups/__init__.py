"""Backups that are proved: taken while people work, restored into an empty installation, rehearsed in a scratch one."""
