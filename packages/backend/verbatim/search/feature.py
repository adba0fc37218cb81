"""What the search feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.search.routes import router

feature = Feature(name="search", routers={"/api/search": router})
