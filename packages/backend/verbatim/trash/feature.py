"""What the trash contributes."""

from __future__ import annotations

from verbatim.core.events import current_session
from verbatim.core.trash.models import TrashedItem
from verbatim.core.trash.moving import forget
from verbatim.plugins.feature import Feature
from verbatim.trash.routes import router
from verbatim.trash.upkeep import UPKEEP


async def _recording_deleted(*, recording_id: str) -> None:
    await forget(current_session(), recording_id)


async def _document_deleted(*, document_id: str) -> None:
    await forget(current_session(), document_id)


feature = Feature(
    name="trash",
    routers={"/api/trash": router},
    models=(TrashedItem,),
    # Whoever deletes what lies in the trash, such as a rule of retention, need not know where it lay.
    on={"recording.deleted": _recording_deleted, "document.deleted": _document_deleted},
    startup=(UPKEEP.start,),
    shutdown=(UPKEEP.stop,),
)
