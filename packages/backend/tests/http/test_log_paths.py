"""What the log may show of what strangers send."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog
from verbatim.core.http import without_tokens
from verbatim.core.logging import configure_logging

TOKEN = "vin_8Fh2kQ-9sLmN3pRtVxYz0123456789abcdefghijkLM"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (f"/api/x/{TOKEN}", "/api/x/vin_…"),
        (f"/api/x/{TOKEN}/accept", "/api/x/vin_…/accept"),
        (
            "/api/recordings/01a20906-87a0-7c46-a7b7-07b0c4ebced5",
            "/api/recordings/01a20906-87a0-7c46-a7b7-07b0c4ebced5",
        ),
        ("/api/plugins/some_module", "/api/plugins/some_module"),
    ],
)
def test_tokens_stay_out(path: str, shown: str) -> None:
    assert without_tokens(path) == shown


HOSTILE = "a\u202eb\u2028c\x9bd\x1b[31me\rf\u2067g\x07\ud800"


def fail(text: str) -> None:
    raise ValueError(text)


@pytest.fixture
def as_before() -> Iterator[None]:
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_reaches_a_terminal_but_what_can_be_seen(capsys: pytest.CaptureFixture[str], form: str) -> None:
    configure_logging("info", form)
    log = structlog.get_logger("test")
    log.info("told", name=HOSTILE, several=[HOSTILE], named={HOSTILE: 1})
    log.info("asked", path=without_tokens(f"/x/{HOSTILE}"))
    try:
        fail(HOSTILE)
    except ValueError:
        log.exception("crashed", file=HOSTILE)
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert [sign for sign in told if not sign.isprintable() and sign not in "\n\t"] == []
    assert told.count("\\u202e") >= 4
