"""What the recordings feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.recordings.handlers import recording_restored, recording_trashed
from verbatim.recordings.jobs import draw_waveform, make_playable
from verbatim.recordings.models import Recording, RecordingCount, StrayFile, Waveform
from verbatim.recordings.resource import RECORDING
from verbatim.recordings.routes import router
from verbatim.recordings.service import abandon_files, delete_recordings

feature = Feature(
    name="recordings",
    routers={"/api/recordings": router},
    models=(Recording, RecordingCount, Waveform, StrayFile),
    resources=(RECORDING,),
    on={"recording.trashed": recording_trashed, "recording.restored": recording_restored},
    jobs={"waveform": draw_waveform, "playable": make_playable},
    brief_jobs=frozenset({"waveform", "playable"}),
    erasers=(abandon_files,),
    deleters={Recording.__tablename__: delete_recordings},
)
