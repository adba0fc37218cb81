"""Playing a recording: byte ranges (RFC 9110, section 14) over any storage, in constant memory."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from verbatim.adapters.storage.api import FileInfo, StorageAdapter
from verbatim.core.sending import SENT, Sent, StreamedResponse, Way
from verbatim.recordings.errors import NoSuchRangeError

LINK_SECONDS: Final = 60
"""How long a signed link is good: whoever is let out of a team has no more than that."""

_RANGE = re.compile(r"bytes=([0-9]*)-([0-9]*)", re.IGNORECASE)


def parse_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and the one-past-last byte of a single range; None means the whole file.

    Raises:
        ValueError: the range lies outside the file (416).
    """
    match = _RANGE.fullmatch(header.strip())
    if match is None or not any(match.groups()):
        return None  # several ranges, other units and nonsense are ignored, as the RFC allows
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start = int(first)
        end = min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= size or start >= end:
        raise ValueError(header)
    return start, end


def content_disposition(kind: str, file_name: str) -> str:
    """Return a Content-Disposition header for any file name (RFC 6266, RFC 8187)."""
    plain = re.sub(r'[^\x20-\x7e]|["\\%]', "_", file_name)
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name, safe='')}"


def _unchanged(headers: Headers, etag: str, modified_at: datetime) -> bool:
    """Return whether the client holds this very file already. A date counts only when it sends no tag."""
    tags = headers.get("if-none-match")
    if tags is not None:
        known = [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        return etag in known or known == ["*"]
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", ""))
        since = since.replace(tzinfo=since.tzinfo or UTC)
        return modified_at.replace(microsecond=0) <= since
    except (ValueError, OverflowError):  # a date that cannot be, or a year beyond the calendar
        return False


async def serve_file(
    request: Request,
    storage: StorageAdapter,
    info: FileInfo,
    *,
    mime_type: str,
    file_name: str,
    download: bool,
    by_link: bool = False,
) -> Response:
    """Answer with the file, a part of it (206), or "not modified" (304); or, where that may go ``by_link`` and the
    storage and the browser allow it, with where to fetch it (302).

    Raises:
        NoSuchRangeError: the part lies beyond the file's end.
    """
    request.scope[SENT] = Sent(Way.SERVER)
    etag = f'"{info.etag}"'
    disposition = content_disposition("attachment" if download else "inline", file_name)
    headers = {
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Last-Modified": format_datetime(info.modified_at.replace(microsecond=0), usegmt=True),
        "Cache-Control": "private, no-cache",
        "Content-Disposition": disposition,
    }
    if _unchanged(request.headers, etag, info.modified_at):
        return Response(status_code=304, headers=headers)
    asked = request.headers.get("range") if request.method == "GET" else None  # ranges are defined for GET only
    if_range = request.headers.get("if-range")
    part: tuple[int, int] | None = None
    if asked and if_range in {None, etag, headers["Last-Modified"]}:
        try:
            part = parse_range(asked, info.size)
        except ValueError:
            raise NoSuchRangeError(headers={"Content-Range": f"bytes */{info.size}"}) from None
    start, end = part or (0, info.size)
    if by_link and (url := await _link(request, storage, info.key, disposition, mime_type)):
        request.scope[SENT] = Sent(Way.LINK, is_part=(start, end) != (0, info.size))
        # The link is a key for a minute: not to be kept, nor told to where it leads from.
        told = {"Location": url, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        return Response(status_code=HTTPStatus.FOUND, headers=told)
    headers["Content-Length"] = str(end - start)
    if part is not None:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{info.size}"
    status = 206 if part else 200
    if request.method == "HEAD":
        return Response(None, status, headers=headers, media_type=mime_type)
    return StreamedResponse(storage.stream_file(info.key, start, end), status, headers=headers, media_type=mime_type)


async def _link(request: Request, storage: StorageAdapter, key: str, disposition: str, mime_type: str) -> str | None:
    """Return a signed address for whoever asks; None when they are better served from here: scripts of a page could not
    read what comes from another origin, and a page that came through TLS may not fetch without.
    """
    by_script = request.headers.get("sec-fetch-mode") in {"cors", "same-origin"}
    if request.method != "GET" or by_script:
        return None
    url = await storage.download_url(key, expires_seconds=LINK_SECONDS, disposition=disposition, mime_type=mime_type)
    return None if url is None or (request.url.scheme == "https" and url.startswith("http:")) else url
