"""What is wrong with the way to a collector is said: at the start where the settings show it, otherwise in the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import ValidationError
from support.waiting import until
from support_enterprise import Person
from support_receiver import receiving
from support_teams import ok
from verbatim_enterprise.audit.settings import AuditSettings

TWO_WAYS_IN = {
    "VERBATIM_AUDIT_HTTP_URL": "https://ada:secret@collector.example.org/rows",
    "VERBATIM_AUDIT_HTTP_TOKEN": "the-token",
}


def test_a_user_and_a_token_are_refused_together(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in TWO_WAYS_IN.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=r"leave out user:password@ or the token") as caught:
        AuditSettings()
    assert "VERBATIM_AUDIT_HTTP_TOKEN" in str(caught.value)
    monkeypatch.delenv("VERBATIM_AUDIT_HTTP_TOKEN")
    AuditSettings()


class TestUnforeseen:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {"VERBATIM_AUDIT_HTTP_URL": "http://127.0.0.1:9/rows"}

    async def test_whatever_goes_wrong_with_sending_is_told_to_administrators(
        self, app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (stream,) = app.state.audit.streams

        async def broken(_: Sequence[Mapping[str, Any]]) -> None:
            raise ValueError("nobody thought of this")

        monkeypatch.setattr(stream.sink, "send", broken)

        async def listed() -> dict[str, Any]:
            (one,) = ok(await admin.get("/api/admin/audit/streams"))["items"]
            return dict(one)

        async def is_told() -> bool:
            return "nobody thought of this" in ((await listed())["error"] or "")

        await until(is_told, 40)
        one = await listed()
        assert one["failing_since"] is not None
        assert one["error"] == "Rows cannot be sent (ValueError: nobody thought of this)."
        async with receiving() as receiver:
            monkeypatch.undo()
            stream.sink.url = receiver.url

            async def is_away_no_more() -> bool:
                return (await listed())["failing_since"] is None

            await until(is_away_no_more, 60)
