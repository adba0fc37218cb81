"""Accounts: who there is, and what each is to the installation."""
