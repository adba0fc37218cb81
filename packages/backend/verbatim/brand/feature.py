"""What the look contributes."""

from __future__ import annotations

from verbatim.brand.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(name="brand", routers={"/api/brand": router})
