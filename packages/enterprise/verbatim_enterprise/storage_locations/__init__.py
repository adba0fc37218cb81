"""Where files lie, as rows: added, tried out, chosen and given up by administrators while the server runs."""
