"""What the system feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.system.routes import router

feature = Feature(name="system", routers={"": router})
