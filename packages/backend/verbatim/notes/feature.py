"""What the notes feature contributes."""

from __future__ import annotations

from verbatim.notes.models import Note
from verbatim.notes.resource import NOTE
from verbatim.notes.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(name="notes", routers={"/api/notes": router}, models=(Note,), resources=(NOTE,))
