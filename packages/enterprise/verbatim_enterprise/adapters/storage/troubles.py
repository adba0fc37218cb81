"""What an object store's refusals and silences mean, said in one sentence without anything secret."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from verbatim_enterprise.host import StorageError, StorageFullError, lazy

if TYPE_CHECKING:
    from obstore import exceptions as obstore_exceptions
else:
    obstore_exceptions = lazy("obstore.exceptions")

_CODE = re.compile(r"<Code>(\w+)</Code>")
_STATUS = re.compile(r"^\s*status: (\d{3}),$", re.MULTILINE)
_REFUSED: Final = frozenset({"401", "403"})
_NO_BUCKET: Final = frozenset({"NoSuchBucket", "ContainerNotFound", "InvalidBucketName"})
_ELSEWHERE: Final = frozenset(
    {"PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException"}
)
_FULL: Final = frozenset({"QuotaExceeded", "InsufficientStorage", "AccountStorageLimitExceeded", "XMinioStorageFull"})
_TLS = ("InvalidCertificate(", "InvalidMessage(", "AlertReceived(", "PeerIncompatible(", "invalid peer certificate")


class Trouble(StrEnum):
    """What is in the way. The value is how people read it."""

    NAME = "name resolution"
    CONNECTION = "connection"
    TLS = "TLS"
    CREDENTIALS = "credentials"
    BUCKET = "bucket"
    SPACE = "space"
    SILENCE = "time"
    OTHER = "answer"


_SENTENCES: Final = {
    Trouble.NAME: "The name of the object store {where} cannot be resolved: check the endpoint and the DNS.",
    Trouble.CONNECTION: "The object store {where} cannot be reached: check its address, port and firewalls.",
    Trouble.TLS: "The certificate of the object store {where} is not trusted: check VERBATIM_STORAGE_CA.",
    Trouble.CREDENTIALS: "The object store {where} refuses the credentials or what they may do{code}.",
    Trouble.BUCKET: "The object store {where} has no such bucket here{code}: check its name and region.",
    Trouble.SPACE: "The object store {where} is full{code}.",
    Trouble.SILENCE: "The object store {where} does not answer in time.",
    Trouble.OTHER: "The object store {where} cannot do what was asked{code}; try again soon.",
}


class ObjectStoreError(StorageError):
    """An object store did not do what was asked; ``trouble`` says what is in the way."""

    def __init__(self, message: str, trouble: Trouble) -> None:
        super().__init__(message)
        self.trouble = trouble


def status_of(error: BaseException) -> str:
    """Return the HTTP status a store answered with; empty when it did not answer."""
    found = _STATUS.search(str(error))
    return found[1] if found else ""


def is_past_the_end(error: BaseException) -> bool:
    """Return whether a range was asked for that begins where the file has ended."""
    return status_of(error) == "416" or "StartTooLarge {" in str(error)


def trouble_of(error: BaseException) -> tuple[Trouble, str]:
    """Return what is in the way, and the store's own word for it, if it said one."""
    text = str(error)
    found = _CODE.search(text)
    code, number = found[1] if found else "", status_of(error)
    word = code or number
    if code in _FULL or number == "507":
        return Trouble.SPACE, word
    if code in _NO_BUCKET or code in _ELSEWHERE:
        return Trouble.BUCKET, word
    refusals = (obstore_exceptions.PermissionDeniedError, obstore_exceptions.UnauthenticatedError)
    if isinstance(error, refusals) or number in _REFUSED:
        return Trouble.CREDENTIALS, word
    return _trouble_on_the_way(text), word


def _trouble_on_the_way(text: str) -> Trouble:
    if '"dns error"' in text:
        return Trouble.NAME
    if any(sign in text for sign in _TLS):
        return Trouble.TLS
    if "kind: Timeout," in text:
        return Trouble.SILENCE
    if "kind: Connect," in text or "SendRequest," in text or "IncompleteMessage" in text:
        return Trouble.CONNECTION
    return Trouble.OTHER


def translated(error: Exception, key: str, where: str) -> Exception:
    """Return the storage interface's error for one of obstore's.

    Its text is left behind: it holds addresses with their signatures, and what the store was sent.
    """
    trouble, code = trouble_of(error)
    if isinstance(error, FileNotFoundError) and trouble is not Trouble.BUCKET:
        return FileNotFoundError(key)
    return unreachable(trouble, where, code)


def unreachable(trouble: Trouble, where: str, code: str = "") -> StorageError:
    """Return the error that says this trouble."""
    message = _SENTENCES[trouble].format(where=where, code=f" ({code})" if code else "")
    return StorageFullError(message) if trouble is Trouble.SPACE else ObjectStoreError(message, trouble)
