"""What the system feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.system.api_docs import router as docs_router
from verbatim.system.routes import router

feature = Feature(name="system", routers={"": router, "/docs": docs_router})
