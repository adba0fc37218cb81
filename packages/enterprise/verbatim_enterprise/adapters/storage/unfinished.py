"""Multipart uploads that nobody will finish: found in an S3 store and ended, so that their parts cost nothing any more.

obstore ends what it gives up itself; this is for a process that was killed, or could not reach the store to say so.
"""

from __future__ import annotations

import html
import re
import ssl
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from verbatim_enterprise.adapters.storage.linking import path_of
from verbatim_enterprise.adapters.storage.troubles import Trouble, unreachable
from verbatim_enterprise.host import lazy

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = lazy("httpx2")

_SECONDS: Final = 10.0
_ROUNDS: Final = 20
"""Pages of uploads that are looked at for one key; each has up to a thousand."""

_UPLOAD = re.compile(r"<Upload>(.*?)</Upload>", re.DOTALL)
_NONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED})
"""Answers of stores that know no such list: a rule of the bucket has to end such uploads there."""

Sign = Callable[[str, str, dict[str, str]], Awaitable[str | None]]
"""Gives the signed address for a method, a path below the bucket and a query; None where nothing signs."""


async def end_uploads(sign: Sign, key: str, *, where: str, authority: str) -> int:
    """End every upload of the object with exactly this key. Returns how many; 0 where the store may not be asked.

    Raises:
        ObjectStoreError: the store cannot be reached, or does not do it.
    """
    ended = 0
    try:
        async with httpx2.AsyncClient(timeout=_SECONDS, verify=_trusted(authority)) as client:
            for _ in range(_ROUNDS):
                found = await _open_uploads(client, sign, key, where)
                for upload_id in found:
                    url = await sign("DELETE", path_of(key), {"uploadId": upload_id})
                    answer = await client.delete(url or "")
                    if answer.status_code not in {HTTPStatus.NO_CONTENT, HTTPStatus.OK, HTTPStatus.NOT_FOUND}:
                        raise unreachable(Trouble.OTHER, where, str(answer.status_code))
                ended += len(found)
                if not found:
                    break
    except httpx2.TimeoutException:
        raise unreachable(Trouble.SILENCE, where) from None
    except httpx2.HTTPError:  # its text holds the address with its signature
        raise unreachable(Trouble.CONNECTION, where) from None
    return ended


async def _open_uploads(client: Any, sign: Sign, key: str, where: str) -> list[str]:
    url = await sign("GET", "", {"uploads": "", "prefix": key})
    if url is None:
        return []
    answer = await client.get(url)
    if answer.status_code in {*_NONE, HTTPStatus.FORBIDDEN}:
        return []
    if answer.status_code != HTTPStatus.OK:
        raise unreachable(Trouble.OTHER, where, str(answer.status_code))
    listed = (one[1] for one in _UPLOAD.finditer(answer.text))
    is_encoded = "<EncodingType>url" in answer.text
    return [
        html.unescape(_field(one, "UploadId"))
        for one in listed
        if key in {name := html.unescape(_field(one, "Key")), unquote(name) if is_encoded else name}
    ]


def _field(text: str, name: str) -> str:
    found = re.search(f"<{name}>(.*?)</{name}>", text, re.DOTALL)
    return found[1] if found else ""


def _trusted(authority: str) -> ssl.SSLContext:
    context = httpx2.create_ssl_context()
    if authority:
        context.load_verify_locations(cadata=authority)
    return context
