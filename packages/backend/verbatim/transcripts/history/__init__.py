"""What became of transcripts: every change with its author, going back and forth, versions."""
