"""What uploads in pieces contribute."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.resumable.models import UnfinishedUpload
from verbatim.resumable.routes import PATH, router
from verbatim.resumable.sweeping import BACKUP, start, stop

feature = Feature(
    name="resumable",
    routers={PATH: router},
    models=(UnfinishedUpload,),
    backup=BACKUP,
    startup=(start,),
    shutdown=(stop,),
    streaming=(PATH, f"{PATH}/"),
)
