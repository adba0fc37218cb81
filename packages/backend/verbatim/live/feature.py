"""What the live feature contributes."""

from __future__ import annotations

from verbatim.live.routes import router
from verbatim.plugins.feature import Feature

feature = Feature(name="live", routers={"/api": router})
