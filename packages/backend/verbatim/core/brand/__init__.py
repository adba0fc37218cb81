"""How an installation is called and looks: its name, logo, colour and welcome."""
