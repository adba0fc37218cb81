"""Proofs: a backup is restored where nobody works, and tried out."""
