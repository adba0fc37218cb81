"""What a plugin needs of the database: adapters, sessions, rows and columns."""

from verbatim.adapters.database.api import DatabaseAdapter, DatabaseError, Reader, TextLookups
from verbatim.adapters.database.postgresql import PostgresqlAdapter as CorePostgresqlAdapter
from verbatim.adapters.database.reader import PostgresqlReader
from verbatim.core.clock import new_id, utcnow
from verbatim.core.columns import gathered, objects, plain
from verbatim.core.db import Base, BigKey, Database, ScopedSession, SessionDep, UTCDateTime, after_commit, rows_affected
from verbatim.core.reading import only_reads, rows_of

__all__ = [
    "Base",
    "BigKey",
    "CorePostgresqlAdapter",
    "Database",
    "DatabaseAdapter",
    "DatabaseError",
    "PostgresqlReader",
    "Reader",
    "ScopedSession",
    "SessionDep",
    "TextLookups",
    "UTCDateTime",
    "after_commit",
    "gathered",
    "new_id",
    "objects",
    "only_reads",
    "plain",
    "rows_affected",
    "rows_of",
    "utcnow",
]
