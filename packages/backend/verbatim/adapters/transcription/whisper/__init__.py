"""How Whisper is made to listen: sound without joints, and trust in people who repeat themselves."""
