"""The headers of tus 1.0, read and written."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any, Final

from starlette.datastructures import Headers

from verbatim.core.text import storable
from verbatim.resumable.errors import (
    ChecksumMismatchError,
    MalformedUploadError,
    WrongMediaTypeError,
    WrongProtocolError,
)

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,creation-with-upload,expiration,checksum,termination"
PIECE_TYPE: Final = "application/offset+octet-stream"
ALGORITHMS: Final[Mapping[str, Callable[[], Any]]] = {
    "sha256": hashlib.sha256,
    "sha1": lambda: hashlib.sha1(usedforsecurity=False),  # the one that every tus server has
}
MOST_SAID: Final = 48 * 1024
"""Bytes of Upload-Metadata; a request's head has room for a little more."""
_KEY: Final = re.compile(r"[!-+\--~]{1,100}")
_NUMBER: Final = re.compile(r"[0-9]{1,18}", re.ASCII)
_OWN: Final = frozenset({"filename", "filetype", "kind", "sha256"})
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")


def refuse_other_version(headers: Headers) -> None:
    """Insist that the client speaks our version.

    Raises:
        WrongProtocolError: it does not say so.
    """
    if headers.get("tus-resumable") != VERSION:
        raise WrongProtocolError(headers={"Tus-Version": VERSION})


def number_in(headers: Headers, name: str) -> int:
    """Return the number of bytes that a header gives.

    Raises:
        MalformedUploadError: it is missing, or gives none.
    """
    given = headers.get(name, "")
    if not _NUMBER.fullmatch(given):
        raise MalformedUploadError(f"The header {name} has to give a number of bytes.")
    return int(given)


def length_in(headers: Headers) -> int:
    """Return how long the whole upload will be.

    Raises:
        MalformedUploadError: it is not said, or is to be said later, or the upload is to be joined from others.
    """
    if "upload-defer-length" in headers:
        raise MalformedUploadError("Say with Upload-Length how long the file is; it cannot be said later.")
    if "upload-concat" in headers:
        raise MalformedUploadError("Uploads are not joined here; send the file as one upload.")
    return number_in(headers, "Upload-Length")


def announced_in(headers: Headers) -> int:
    """Return how long the body is, as far as that is said."""
    given = headers.get("content-length", "")
    return int(given) if _NUMBER.fullmatch(given) else 0


def refuse_other_type(headers: Headers) -> None:
    """Insist that a body is bytes of the file.

    Raises:
        WrongMediaTypeError: it says something else.
    """
    if headers.get("content-type", "").partition(";")[0].strip().lower() != PIECE_TYPE:
        raise WrongMediaTypeError


@dataclass(frozen=True)
class Said:
    """What ``Upload-Metadata`` says: of which kind the file is, its name, its SHA-256 where that is known beforehand,
    and the other fields of the form.
    """

    kind: str
    file_name: str
    sha256: str | None
    form: dict[str, str]


def said_in(header: str) -> Said:
    """Read ``Upload-Metadata``.

    Raises:
        MalformedUploadError: it is not as tus wants it, or too long.
    """
    if len(header) > MOST_SAID:
        raise MalformedUploadError("The header Upload-Metadata is too long.")
    found: dict[str, str] = {}
    for pair in header.split(",") if header.strip() else ():
        key, _, value = pair.strip().partition(" ")
        if not _KEY.fullmatch(key) or key in found:
            raise MalformedUploadError("The header Upload-Metadata has an empty, wrong or repeated key.")
        found[key] = _decoded(key, value.strip())
    sha256 = found.get("sha256") or None
    if sha256 is not None and not _SHA256.fullmatch(sha256):
        raise MalformedUploadError("sha256 in Upload-Metadata has to be 64 hexadecimal digits.")
    form = {key: value for key, value in found.items() if key not in _OWN}
    return Said(found.get("kind") or "recording", found.get("filename", ""), sha256.lower() if sha256 else None, form)


def _decoded(key: str, value: str) -> str:
    try:
        return storable(base64.b64decode(value, validate=True).decode("utf-8"))
    except (binascii.Error, ValueError) as error:
        raise MalformedUploadError(f"{key} in Upload-Metadata has to be UTF-8 in base64.") from error


class Checksum:
    """The checksum that a client gives with a piece, beside the one of what arrives."""

    def __init__(self, make: Callable[[], Any], wanted: bytes) -> None:
        self._digest, self._wanted = make(), wanted

    @classmethod
    def of(cls, headers: Headers) -> Checksum | None:
        """Return what ``Upload-Checksum`` asks for, if it is there.

        Raises:
            MalformedUploadError: it is not as tus wants it, or of a kind that is not known here.
        """
        given = headers.get("upload-checksum")
        if given is None:
            return None
        name, _, value = given.strip().partition(" ")
        if name not in ALGORITHMS:
            raise MalformedUploadError(f"Checksums here are of the kinds {', '.join(ALGORITHMS)}.")
        try:
            wanted = base64.b64decode(value.strip(), validate=True)
        except (binascii.Error, ValueError) as error:
            raise MalformedUploadError("The header Upload-Checksum has to give a checksum in base64.") from error
        return cls(ALGORITHMS[name], wanted)

    def update(self, data: bytes) -> None:
        self._digest.update(data)

    def insist(self) -> None:
        """Compare.

        Raises:
            ChecksumMismatchError: something else arrived.
        """
        if self._digest.digest() != self._wanted:
            raise ChecksumMismatchError


def options(most: int) -> dict[str, str]:
    """Return the headers that say what this server can do; ``most`` is how long an upload may be."""
    return {
        "Tus-Resumable": VERSION,
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(most),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }


def expires(moment: datetime) -> dict[str, str]:
    return {"Upload-Expires": format_datetime(moment, usegmt=True)}
