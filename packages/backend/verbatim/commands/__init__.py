"""What the commands of ``verbatim`` do."""
