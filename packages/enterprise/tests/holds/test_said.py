"""What people are told of a hold: on the thing itself before they try, and by name when they tried."""

from __future__ import annotations

import pytest
from support_content import Content, hold, lift, make_recording
from support_teams import Crew, ok, refused

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize("target", ["recording_id", "project_id"])
async def test_a_recording_says_that_it_is_held(loner: Crew, content: Content, target: str) -> None:
    owner, beside = loner["owner"], await make_recording(content.factory)

    async def held() -> dict[str, bool]:
        listed = ok(await owner.get("/api/recordings"))["items"]
        for row in listed:
            assert ok(await owner.get(f"/api/recordings/{row['id']}"))["held"] == row["held"]
        return {row["id"]: row["held"] for row in listed}

    free = {content.recording_id: False, beside.recording_id: False}
    assert await held() == free
    placed = await hold(owner, **{target: getattr(content, target)})
    assert await held() == free | {content.recording_id: True}
    await lift(owner, placed)
    assert await held() == free


async def test_what_is_refused_is_called_by_its_name(loner: Crew, content: Content) -> None:
    """Among many things that somebody wanted to delete it is this one."""
    owner, beside = loner["owner"], await make_recording(content.factory)
    for recording_id, title in ((content.recording_id, "Held tapes"), (beside.recording_id, "Free tapes")):
        ok(await owner.patch(f"/api/recordings/{recording_id}", json={"title": title}))
    other = await content.factory.project("Beside", [beside.recording_id])
    ids = [beside.recording_id, content.recording_id]
    placed = await hold(owner, recording_id=content.recording_id)
    said = refused(await owner.post("/api/recordings/bulk-delete", json={"ids": ids}), 409, "held")
    assert said["detail"].startswith("The recording “Held tapes” is under legal hold: ada placed it")
    assert (said["hold_id"], said["recording_id"], said["project_id"]) == (placed, content.recording_id, None)
    await lift(owner, placed)
    placed = await hold(owner, project_id=other)
    said = refused(await owner.post("/api/recordings/bulk-delete", json={"ids": ids}), 409, "held")
    assert said["detail"].startswith("The project “Beside” with all that is in it is under legal hold")
    assert (said["hold_id"], said["recording_id"], said["project_id"]) == (placed, None, other)


async def test_of_two_holds_the_older_one_is_named(loner: Crew, content: Content) -> None:
    owner = loner["owner"]
    first = await hold(owner, project_id=content.project_id)
    second = await hold(owner, recording_id=content.recording_id)
    for placed in (first, second):
        assert refused(await owner.delete(f"/api/recordings/{content.recording_id}"), 409, "held")["hold_id"] == placed
        await lift(owner, placed)
