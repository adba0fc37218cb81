"""What the administrator's first page contributes."""

from __future__ import annotations

from verbatim_enterprise.admin.activity import ActivityMiddleware
from verbatim_enterprise.admin.handlers import recording_created, transcription_complete, transcription_failed
from verbatim_enterprise.admin.keeping import start_figures, stop_figures
from verbatim_enterprise.admin.models import ActivityDay, FigureEntry, FigureHour
from verbatim_enterprise.admin.routes import router
from verbatim_enterprise.host import Feature

feature = Feature(
    name="admin",
    routers={"/api/admin": router},
    models=(ActivityDay, FigureEntry, FigureHour),
    on={
        "recording.created": recording_created,
        "transcription.complete": transcription_complete,
        "transcription.failed": transcription_failed,
    },
    middleware=((ActivityMiddleware, {}),),
    startup=(start_figures,),
    shutdown=(stop_figures,),
)
