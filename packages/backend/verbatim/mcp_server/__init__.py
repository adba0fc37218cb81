"""A server of the Model Context Protocol, so that assistants can read what their people may read."""
