"""The administrator's first page: how the installation is used, how it keeps up, and what is wrong with it."""
