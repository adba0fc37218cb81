"""What the request log may show of a path."""

from __future__ import annotations

import pytest
from verbatim.core.http import without_tokens

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
