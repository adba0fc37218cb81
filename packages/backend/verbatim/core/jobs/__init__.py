"""Background work that survives the process: rows, a queue over them, and the engine that runs them."""
