"""Mail: written in the transaction that gives reason for it, sent by a job once that is committed."""
