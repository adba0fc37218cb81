"""Legal hold: what is held stays as it is until the hold is lifted."""
