"""What the tags feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.tags.models import RecordingTag, Tag
from verbatim.tags.resource import TAG
from verbatim.tags.routes import router

feature = Feature(name="tags", routers={"/api/tags": router}, models=(Tag, RecordingTag), resources=(TAG,))
