"""Object stores: S3 and everything that speaks its language, and Azure Blob Storage."""
