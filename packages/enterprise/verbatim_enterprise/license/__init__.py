"""The licence: what an organisation has bought, and what that means for every request."""
