"""What the favourites feature contributes."""

from __future__ import annotations

from verbatim.favourites.models import Favourite
from verbatim.favourites.resource import FAVOURITE
from verbatim.favourites.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(name="favourites", routers={"/api/favourites": router}, models=(Favourite,), resources=(FAVOURITE,))
