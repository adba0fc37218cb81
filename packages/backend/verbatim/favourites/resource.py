"""What a star is to those who treat all kinds of things alike: one person's alone."""

from __future__ import annotations

from verbatim.core.resources import Resource
from verbatim.favourites.models import Favourite

FAVOURITE = Resource(name="favourite", model=Favourite, private=True, person="person_id")
