"""What is said to requests that no route ever sees."""

from __future__ import annotations

import json
from http import HTTPStatus

from verbatim.core.errors import VerbatimError


class MalformedRequestError(VerbatimError):
    """This is not a request that HTTP allows."""

    status_code = 400
    code = "bad_request"


class TooSlowError(VerbatimError):
    """The request did not arrive in time; send it again."""

    status_code = 408
    code = "too_slow"


class HeadTooLargeError(VerbatimError):
    """The head of the request (its address and header fields) is larger than this server accepts."""

    status_code = 431
    code = "head_too_large"


class CrowdedError(VerbatimError):
    """The server has too many connections; try again in a moment."""

    status_code = 503
    code = "crowded"

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "5"})


def spoken(error: VerbatimError) -> bytes:
    """Return an error as the whole answer on a connection that ends with it."""
    body = json.dumps({"detail": error.detail, "code": error.code}).encode()
    lines = [
        f"HTTP/1.1 {error.status_code} {HTTPStatus(error.status_code).phrase}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        "X-Content-Type-Options: nosniff",
        "Cache-Control: no-store",
        *(f"{name}: {value}" for name, value in (error.headers or {}).items()),
        "Connection: close",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body
