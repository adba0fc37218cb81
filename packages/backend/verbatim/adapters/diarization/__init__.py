"""Who spoke when: telling voices apart, with nothing but what is installed."""
