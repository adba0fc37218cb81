"""Language models, and what chooses sentences without one."""
