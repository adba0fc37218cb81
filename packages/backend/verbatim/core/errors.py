"""Every error that reaches a client: one base class, one rendering.

A body is ``{"detail": "<sentence>", "code": "<machine word>"}``; a rejected request (422) keeps FastAPI's list of
problems in ``detail``. Slices define their own errors beside their code as subclasses of `VerbatimError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, ClassVar, Final

import structlog
from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.api import StorageFullError as NoSpaceLeft

log = structlog.get_logger(__name__)

ERROR_CODE: Final = "verbatim.error_code"
"""Where in its scope a request has the machine word with which it was refused."""

_UNSTORABLE = ("invalid byte sequence for encoding", "surrogates not allowed")
"""How PostgreSQL and its driver refuse the character NUL and halves of characters."""


class VerbatimError(Exception):
    """Something went wrong."""

    status_code: ClassVar[int] = 500
    code: str = "internal_error"
    database_sign: ClassVar[str | None] = None
    """What stands in the database's own message when a rule inside it, such as a trigger, means this error."""

    def __init__(
        self,
        detail: str | None = None,
        *,
        code: str | None = None,
        headers: dict[str, str] | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        """The class's docstring is the sentence that clients read unless ``detail`` says more; ``extra`` is added to
        the body.
        """
        self.detail = detail or (self.__doc__ or "").strip().splitlines()[0]
        self.code = code or self.code
        self.headers = headers
        self.extra = extra or {}
        super().__init__(self.detail)


class NotSignedInError(VerbatimError):
    """Sign in to continue."""

    status_code = 401
    code = "not_signed_in"


class ForbiddenError(VerbatimError):
    """Your role does not allow this."""

    status_code = 403
    code = "forbidden"


class NotFoundError(VerbatimError):
    """There is nothing here, or it is not yours to see."""

    status_code = 404
    code = "not_found"


class ConflictError(VerbatimError):
    """Somebody else was faster; reload and try again."""

    status_code = 409
    code = "conflict"


class TooLargeError(VerbatimError):
    """The request is larger than this server accepts."""

    status_code = 413
    code = "too_large"


class InvalidInputError(VerbatimError):
    """The request cannot be understood."""

    status_code = 422
    code = "invalid_input"


class StorageFullError(VerbatimError):
    """The server has no disk space left; nothing was saved. Ask its administrator to make room."""

    status_code = 507
    code = "storage_full"


class StorageFailedError(VerbatimError):
    """The server cannot reach its stored files; its administrator finds the cause in the log."""

    status_code = 503
    code = "storage_failed"


class UnavailableError(VerbatimError):
    """The server is busy; try again in a moment."""

    status_code = 503
    code = "unavailable"


def spoken_by_database(message: str) -> VerbatimError | None:
    """Return the error that a rule inside the database means by its message, if it is one of ours."""
    for cls in _descendants(VerbatimError):
        if cls.database_sign is not None and cls.database_sign in message:
            return cls()
    return None


def _descendants(cls: type[VerbatimError]) -> list[type[VerbatimError]]:
    direct = cls.__subclasses__()
    return direct + [deeper for child in direct for deeper in _descendants(child)]


class ErrorResponse(JSONResponse):
    """An answer that tells those around it, by the scope, which machine word it carries."""

    def __init__(self, body: dict[str, Any], status_code: int, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(jsonable_encoder(body), status_code=status_code, headers=headers)
        self.code = str(body["code"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope[ERROR_CODE] = self.code
        await super().__call__(scope, receive, send)


def error_response(error: VerbatimError) -> JSONResponse:
    body = {"detail": error.detail, "code": error.code, **error.extra}
    return ErrorResponse(body, error.status_code, error.headers)


async def _verbatim_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, VerbatimError)  # noqa: S101 - registered for this class only
    return error_response(error)


async def _http_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class only
    code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "_").replace("-", "_")
    detail = error.detail if isinstance(error.detail, str) else str(error.detail)
    return ErrorResponse({"detail": detail, "code": code}, error.status_code, error.headers)


async def _validation_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class only
    # `input` and `ctx` may echo a secret or a huge body back and are of no use to a person.
    problems = [{key: item[key] for key in ("type", "loc", "msg") if key in item} for item in error.errors()]
    return JSONResponse({"detail": problems, "code": "validation_error"}, 422)


async def _database_error(_: Request, error: Exception) -> JSONResponse:
    text = str(getattr(error, "orig", error)).lower()
    if "disk is full" in text or "no space left" in text or "disk full" in text:
        return error_response(StorageFullError())
    if (passing := _passing(error, text)) is not None:
        return error_response(passing)
    if (meant := spoken_by_database(text)) is not None:
        return error_response(meant)
    if isinstance(error, IntegrityError):
        log.warning("integrity_error", exc_info=error)  # something it belongs to was removed at the same moment
        return error_response(ConflictError())
    if any(sign in text for sign in _UNSTORABLE):
        return error_response(InvalidInputError("The request holds a character that cannot be stored."))
    log.error("database_error", exc_info=error)
    return error_response(VerbatimError("The server could not complete this; the cause is in its log."))


def _passing(error: Exception, text: str) -> VerbatimError | None:
    """Return what to say of a trouble that passes by itself."""
    if isinstance(error, OperationalError) and "locked" in text:
        return UnavailableError(headers={"Retry-After": "1"})
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return unforeseen(ConnectionError())
    return None


async def _storage_error(_: Request, error: Exception) -> JSONResponse:
    log.error("storage_error", reason=str(error))
    return error_response(StorageFullError() if isinstance(error, NoSpaceLeft) else StorageFailedError())


def unforeseen(error: Exception) -> VerbatimError:
    """Return what a client is told about an error that nobody foresaw: nothing of its inside."""
    if isinstance(error, ConnectionError):  # the database's, as drivers raise it while they connect
        return UnavailableError("The server cannot reach its database; try again soon.", headers={"Retry-After": "5"})
    return VerbatimError("The server could not complete this; the cause is in its log.")


def install_error_handlers(app: FastAPI) -> None:
    """Make `app` answer every error in the one shape."""
    app.add_exception_handler(VerbatimError, _verbatim_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(DBAPIError, _database_error)
    app.add_exception_handler(StorageError, _storage_error)
