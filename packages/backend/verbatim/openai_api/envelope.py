"""Errors below ``/v1`` as OpenAI's clients expect them, wherever in the server they come from.

What our own clients read (`detail`, `code`) stays beside it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PREFIX: Final = "/v1/"
_REFUSED: Final = 400
_MOST: Final = 1024 * 1024
_TYPES: Final = {
    401: "authentication_error",
    403: "permission_error",
    404: "invalid_request_error",
    429: "rate_limit_error",
}
_CODES: Final = {401: "invalid_api_key"}


class OpenAIErrors:
    """Rewrites answers that refuse something. A form that cannot be understood is 400 there, not 422."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    @staticmethod
    def status_told(path: str, status: int) -> int:
        """Return with which status a refusal leaves; the description of the API asks."""
        return _status(status) if path.startswith(PREFIX) else status

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self.app(scope, receive, send)
            return
        await self.app(scope, receive, _Rewriting(send))


class _Rewriting:
    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] >= _REFUSED:
            self._start = message
            return
        if self._start is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")[:_MOST]
        if message.get("more_body"):
            return
        start, self._start = self._start, None
        status, body = rewritten(start["status"], bytes(self._body))
        start["status"] = status
        headers = MutableHeaders(raw=start["headers"])
        headers["content-length"] = str(len(body))
        headers["content-type"] = "application/json"
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _status(status: int) -> int:
    return 400 if status == 422 else status  # noqa: PLR2004 - what cannot be understood


def rewritten(status: int, body: bytes) -> tuple[int, bytes]:
    """Return a refusal as OpenAI would put it."""
    try:
        told = json.loads(body)
    except ValueError:
        told = {}
    told = told if isinstance(told, dict) else {}
    status = _status(status)
    code = str(told.get("code") or "") or None
    error = {
        "message": _sentence(told.get("detail")),
        "type": _TYPES.get(status, "invalid_request_error" if status < 500 else "server_error"),  # noqa: PLR2004
        "param": _param(told),
        "code": _CODES.get(status, code),
    }
    return status, json.dumps({"error": error, **told}, ensure_ascii=False).encode()


def _sentence(detail: Any) -> str:
    if isinstance(detail, str) and detail:
        return detail
    if isinstance(detail, list):
        return ". ".join(str(one.get("msg")) for one in detail if isinstance(one, dict)) or "The request is wrong."
    return "The request cannot be answered."


def _param(told: dict[str, Any]) -> str | None:
    if isinstance(told.get("param"), str):
        return str(told["param"])
    detail = told.get("detail")
    place = detail[0].get("loc") if isinstance(detail, list) and detail and isinstance(detail[0], dict) else None
    return str(place[-1]) if isinstance(place, list) and place else None
