"""What the database does about rows that servers of the release before go on writing (see `core.steps`)."""

from __future__ import annotations

from typing import Final

from verbatim.core.words import stale_names

_STALE = """
CREATE OR REPLACE FUNCTION verbatim_words_are_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.search_words := NULL; RETURN NEW; END $$
"""
_UNASKED = """
CREATE OR REPLACE FUNCTION verbatim_nobody_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE recordings SET status = 'untranscribed'
        WHERE id = NEW.id AND status = 'pending' AND job_id IS NULL AND transcript_id IS NULL;
    RETURN NULL;
END $$
"""


def _stale(table: str, column: str) -> tuple[str, str]:
    """Return what lets a row be found by its own text again when somebody changes that and not its words."""
    name = f"verbatim_stale_{table}"
    return f"DROP TRIGGER IF EXISTS {name} ON {table}", (
        f"CREATE TRIGGER {name} BEFORE UPDATE OF {column} ON {table} FOR EACH ROW "
        f"WHEN (NEW.{column} IS DISTINCT FROM OLD.{column} AND OLD.search_words IS NOT NULL "
        "AND NEW.search_words IS NOT DISTINCT FROM OLD.search_words) EXECUTE FUNCTION verbatim_words_are_stale()"
    )


BRIDGES: Final = (
    _STALE,
    *_stale("recordings", "title"),
    *_stale("segments", "text"),
    _UNASKED,
    "DROP TRIGGER IF EXISTS verbatim_nobody_asked ON recordings",
    # At the end of the transaction: until then a job may still come.
    (
        "CREATE CONSTRAINT TRIGGER verbatim_nobody_asked AFTER INSERT ON recordings DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW WHEN (NEW.status = 'pending' AND NEW.job_id IS NULL AND NEW.transcript_id IS NULL) "
        "EXECUTE FUNCTION verbatim_nobody_asked()"
    ),
    *stale_names("recordings", "title", "file_name"),
    *stale_names("documents", "title", "file_name"),
    *stale_names("projects", "name"),
    *stale_names("trashed_items", "title"),
)
"""Words of titles and texts (0011), recordings that wait for nothing (0012), and names as lists are narrowed by them
(0032).
"""
