"""Rows as JSON Lines to an HTTP collector, many in one request."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from verbatim_enterprise.host import lazy

if TYPE_CHECKING:
    import aiohttp
else:
    aiohttp = lazy("aiohttp")

TIMEOUT: Final = 30.0


class CollectorError(Exception):
    """The collector did not take the rows."""


class CollectorSink:
    """Answers of 2xx say that the rows have been taken; they carry their ``number``, so that none counts twice."""

    def __init__(self, url: str, token: str | None) -> None:
        self.url = url
        self.token = token
        self._client: aiohttp.ClientSession | None = None

    async def send(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Send rows in one request.

        Raises:
            CollectorError, aiohttp.ClientError, OSError, TimeoutError: they have not been taken.
        """
        if self._client is None:
            self._client = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT))
        headers = {
            "Content-Type": "application/x-ndjson",
            "Idempotency-Key": f"verbatim-audit-{rows[0]['number']}-{rows[-1]['number']}",
        }
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows).encode()
        async with self._client.post(self.url, data=body, headers=headers, allow_redirects=False) as answer:
            if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
                raise CollectorError(f"It answered {answer.status}.")

    async def close(self) -> None:
        """End the connections."""
        client, self._client = self._client, None
        if client is not None:
            await client.close()
