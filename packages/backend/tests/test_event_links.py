"""Events say what they are about, for those who are told of them outside."""

from __future__ import annotations

from typing import Any

from verbatim.core.events import all_events
from verbatim.recordings.events import RecordingCreated
from verbatim.transcription.events import TranscriptionComplete


def test_links_are_filled_in_and_those_to_nothing_left_out() -> None:
    inside = RecordingCreated(recording_id="r", project_id="p")
    assert inside.addresses() == {"recording": "/api/recordings/r", "project": "/api/projects/p"}
    assert RecordingCreated(recording_id="r", project_id=None).addresses() == {"recording": "/api/recordings/r"}
    done = TranscriptionComplete(recording_id="r", transcript_id="t")
    assert done.addresses()["transcript"] == "/api/transcripts/t"


def test_every_link_names_fields_that_the_event_has() -> None:
    for event in all_events().values():
        arguments: dict[str, Any] = dict.fromkeys(event.parameters(), "x")
        assert event(**arguments).addresses().keys() == event.links.keys()
