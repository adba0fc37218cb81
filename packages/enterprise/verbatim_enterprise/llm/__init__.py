"""Language models under control: who may use which, what it costs, and where it ends."""
