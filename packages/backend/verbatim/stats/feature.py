"""What the stats feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.stats.routes import router

feature = Feature(name="stats", routers={"/api/stats": router})
