"""What the uploads feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.uploads.routes import UPLOAD_PATH, router

feature = Feature(name="uploads", routers={"/api/recordings": router}, streaming=(UPLOAD_PATH,))
