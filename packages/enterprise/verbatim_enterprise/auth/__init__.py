"""Who is calling: accounts sign in, sessions live and end, roles become permissions."""
