"""One attempt: a signed request, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http import HTTPStatus
from typing import TYPE_CHECKING

from verbatim_enterprise.host import begin_span, end_span, is_tracing, lazy, read_carried, traceparent, utcnow
from verbatim_enterprise.webhooks.addresses import Guard, RefusedAddressError
from verbatim_enterprise.webhooks.signing import signed_headers

if TYPE_CHECKING:
    import aiohttp
else:
    aiohttp = lazy("aiohttp")

READ_LIMIT = 64 * 1024
"""Bytes read of an answer; the rest is not waited for."""
KEPT_BODY = 2_000
KEPT_HEADERS, KEPT_HEADER = 30, 300
_FIRST_BAD = 300


@dataclass(frozen=True)
class Parcel:
    """What an attempt needs to know."""

    delivery_id: str
    endpoint_id: str
    owner_id: str | None
    message_id: str
    lease: str
    url: str
    secrets: tuple[str, ...]
    body: bytes
    trace: str | None = None


class Fate(StrEnum):
    """How an attempt ended. GONE: the receiver wants nothing any more (410)."""

    DELIVERED = "delivered"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True)
class Outcome:
    """An attempt that has ended. ``slow``: the receiver kept us waiting, or did not answer at all."""

    parcel: Parcel
    fate: Fate
    started_at: datetime
    duration_ms: int
    request_headers: Mapping[str, str]
    status_code: int | None = None
    error: str | None = None
    response_headers: Mapping[str, str] | None = None
    response_body: str | None = None
    retry_after: float | None = None
    slow: bool = False


SLOW_MS = 5_000


async def send(session: aiohttp.ClientSession, guard: Guard, parcel: Parcel) -> Outcome:
    """Make one attempt. Whatever goes wrong on the way is an outcome too; only cancelling raises."""
    if not is_tracing():
        return await _send(session, guard, parcel)
    span, outcome = begin_span("webhook", "client", read_carried(parcel.trace)), None
    try:
        outcome = await _send(session, guard, parcel)
        return outcome
    finally:
        failed = outcome is None or outcome.fate is Fate.FAILED
        said = {"verbatim.webhook.endpoint": parcel.endpoint_id, "verbatim.webhook.message": parcel.message_id}
        status = outcome.status_code if outcome is not None and outcome.status_code is not None else 0
        end_span(span, failed=failed, attributes={**said, "http.response.status_code": status})


async def _send(session: aiohttp.ClientSession, guard: Guard, parcel: Parcel) -> Outcome:
    started_at, started = utcnow(), time.perf_counter()
    headers = signed_headers(parcel.secrets, parcel.message_id, int(started_at.timestamp()), parcel.body)
    if (goes_on := traceparent()) is not None:
        headers["traceparent"] = goes_on

    def outcome(fate: Fate, **known: object) -> Outcome:
        spent = round((time.perf_counter() - started) * 1000)
        slow = bool(known.pop("slow", False)) or spent > SLOW_MS
        return Outcome(parcel, fate, started_at, spent, headers, slow=slow, **known)  # type: ignore[arg-type] # by name

    if not parcel.secrets:  # never unsigned
        return outcome(Fate.FAILED, error="The secret of this webhook cannot be read any more; rotate it.")
    try:
        url = guard.check_url(parcel.url)
        async with session.post(url, data=parcel.body, headers=headers, allow_redirects=False) as response:
            status = response.status
            body = await _beginning(response)
            fate = _fate(status)
            return outcome(
                fate,
                status_code=status,
                error=None if fate is Fate.DELIVERED else _bad_answer(status),
                response_headers=_kept(response.headers),
                response_body=body,
                retry_after=_retry_after(response.headers.get("Retry-After")),
            )
    except RefusedAddressError as error:
        return outcome(Fate.FAILED, error=str(error))
    except TimeoutError:
        return outcome(Fate.FAILED, error="The receiver did not answer in time.", slow=True)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        refused = _refusal(error)
        return outcome(Fate.FAILED, error=str(refused) if refused else _unreachable(error), slow=refused is None)


def _fate(status: int) -> Fate:
    if HTTPStatus.OK <= status < _FIRST_BAD:
        return Fate.DELIVERED
    return Fate.GONE if status == HTTPStatus.GONE else Fate.FAILED


async def _beginning(response: aiohttp.ClientResponse) -> str:
    """Return the first letters of an answer, of which a limited part is read."""
    read = bytearray()
    try:
        while len(read) < READ_LIMIT and (piece := await response.content.read(READ_LIMIT - len(read))):
            read += piece
    except (TimeoutError, aiohttp.ClientError):
        response.close()  # the status came in time, and it is what counts
    text = bytes(read[: KEPT_BODY * 4]).decode("utf-8", "replace").replace("\0", "�")
    return text[:KEPT_BODY]


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    # Header bytes that are no UTF-8 arrive as halves of characters, which no database stores.
    clean = ((name, value.encode("utf-8", "replace").decode()) for name, value in headers.items())
    return {name[:KEPT_HEADER]: value[:KEPT_HEADER] for name, value in list(clean)[:KEPT_HEADERS]}


def _retry_after(value: str | None) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for (RFC 9110, section 10.2.3); None if it is not clear."""
    if value is None:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - utcnow()).total_seconds())


def _bad_answer(status: int) -> str:
    if _FIRST_BAD <= status < HTTPStatus.BAD_REQUEST:
        return f"The receiver answered {status}, a redirect; those are not followed."
    return f"The receiver answered {status}."


def _refusal(error: BaseException | None) -> RefusedAddressError | None:
    while error is not None:
        for candidate in (error, getattr(error, "os_error", None)):
            if isinstance(candidate, RefusedAddressError):
                return candidate
        error = error.__cause__
    return None


def _unreachable(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return "The receiver's certificate is not valid for this address."
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "The receiver's name cannot be resolved."
    if isinstance(error, aiohttp.ClientSSLError):
        return "No secure connection to the receiver can be made."
    if isinstance(error, aiohttp.ClientConnectionError):
        return "The receiver cannot be reached, or it broke the connection."
    return "The receiver's answer is not HTTP."
