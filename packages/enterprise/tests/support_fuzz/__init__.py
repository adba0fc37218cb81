"""The API as its description tells it, tried with made-up requests of everybody who may knock."""
