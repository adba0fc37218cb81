"""What people corrected, when a recording is transcribed again: carried where its place is certain, else listed."""
