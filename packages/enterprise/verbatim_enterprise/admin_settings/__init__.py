"""Settings of the server, as its administrators see and change them."""
