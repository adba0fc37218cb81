"""Stars on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

Kind = Literal["recording", "document", "project"]


class FavouriteResponse(BaseModel):
    """Something that the caller has starred. ``id`` is that of the thing."""

    kind: Kind
    id: str
    title: str
    created_at: datetime


class FavouriteListResponse(BaseModel):
    """What the caller has starred and may see, the last starred first."""

    items: list[FavouriteResponse]
