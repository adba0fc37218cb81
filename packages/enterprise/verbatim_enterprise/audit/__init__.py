"""The audit log: who did what, kept so that it can be proved."""
