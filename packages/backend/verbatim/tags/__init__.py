"""Tags on recordings."""
