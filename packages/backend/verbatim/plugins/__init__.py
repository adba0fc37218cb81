"""The seam between the core and its plugins. Plugins import `verbatim.plugins.api` and nothing else."""
