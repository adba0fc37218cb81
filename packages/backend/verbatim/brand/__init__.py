"""How an installation is called and how it looks: its name, logo, colour and words of welcome."""
