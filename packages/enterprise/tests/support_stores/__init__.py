"""Real object stores on this machine: moto, OpenStack Swift's S3 API, Azurite; and a line to them that breaks."""
