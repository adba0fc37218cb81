"""Functions of the database that find text by its parts, where it has some."""

from __future__ import annotations

from typing import Final

from verbatim.adapters.database.api import TextLookups
from verbatim.core.services import Service

LOOKUPS: Final = Service[TextLookups]("text_lookups")
