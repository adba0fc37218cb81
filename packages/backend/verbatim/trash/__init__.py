"""The trash as people see it."""
