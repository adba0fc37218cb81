"""What clients are told when something fails that no route foresaw: the database, the disk, or a fault of ours."""

from __future__ import annotations

import socket
from http import HTTPStatus
from typing import Final

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from starlette.exceptions import HTTPException

from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.api import StorageFullError as NoSpaceLeft
from verbatim.core.again import note_disk_full, note_lost_race
from verbatim.core.errors import (
    ConflictError,
    ErrorResponse,
    InvalidInputError,
    StorageFailedError,
    StorageFullError,
    UnavailableError,
    VerbatimError,
    error_response,
)
from verbatim.core.seldom import seldom

log = structlog.get_logger(__name__)

_UNSTORABLE = ("invalid byte sequence for encoding", "surrogates not allowed")
"""How databases and their drivers refuse the character NUL and halves of characters."""

_NO_CHARACTER = "The request holds a character that cannot be stored."

_DISK_FULL = ("disk is full", "disk full", "no space left", "disk i/o error")
_SQLITE_PASSES = ("locked", "unable to open database file")

DISK_FULL_STATE: Final = "53100"
LOST_RACES: Final = frozenset({"40001", "40P01"})
"""Another transaction was in the way: the same again has every chance. (PostgreSQL's manual, appendix A.)"""

_PASSING_STATES = ("08", "40", "53", "57P", "57014", "55P03")
"""The connection, a lost race, resources, a server that stops or starts, a statement or a lock that took too long."""


def state_of(error: BaseException) -> str:
    """Return the SQLSTATE of a database error; empty when it has none, as with SQLite."""
    for one in (getattr(error, "orig", None), error, error.__cause__):
        state = getattr(one, "sqlstate", None)
        if isinstance(state, str):
            return state
    return ""


def judge(error: BaseException) -> VerbatimError | None:
    """Return what an error of the database or of the way to it means for a client; None for any other error."""
    state = state_of(error)
    if not isinstance(error, SQLAlchemyError) and not state:
        return _judge_driver(error)
    text = str(getattr(error, "orig", None) or error).lower()
    if state == DISK_FULL_STATE or any(sign in text for sign in _DISK_FULL):
        note_disk_full()
        return StorageFullError()
    if state in LOST_RACES:
        note_lost_race()
        return UnavailableError(headers={"Retry-After": "1"})
    if not state and any(sign in text for sign in _SQLITE_PASSES):
        return UnavailableError(headers={"Retry-After": "1"})
    if _is_away(error, state):
        return _away(error)
    return _judge_content(error, text)


def _judge_driver(error: BaseException) -> VerbatimError | None:
    """Return what an error means that a driver raises as it is."""
    if isinstance(error, UnicodeEncodeError) and error.reason in _UNSTORABLE:
        return InvalidInputError(_NO_CHARACTER)
    return _away(error) if isinstance(error, (ConnectionError, TimeoutError, socket.gaierror)) else None


def _is_away(error: BaseException, state: str) -> bool:
    if state.startswith(_PASSING_STATES) or isinstance(error, NoConnectionFree):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _judge_content(error: BaseException, text: str) -> VerbatimError | None:
    """Return what is wrong with what was to be stored."""
    if (meant := _spoken_by_database(text)) is not None:
        return meant
    if isinstance(error, IntegrityError):
        log.warning("integrity_error", exc_info=error)  # something it belongs to was removed at the same moment
        return ConflictError()
    if any(sign in text for sign in _UNSTORABLE):
        return InvalidInputError(_NO_CHARACTER)
    if state_of(error).startswith("22") or isinstance(error.__cause__, OverflowError):
        log.warning("value_out_of_reach", exc_info=error)
        return InvalidInputError("The request holds a number or a time that is out of reach.")
    return None


def _away(error: BaseException) -> VerbatimError:
    seldom.warning(log, "database_away", state=state_of(error), reason=type(error).__name__)
    return UnavailableError("The server cannot reach its database; try again soon.", headers={"Retry-After": "5"})


def _spoken_by_database(message: str) -> VerbatimError | None:
    """Return the error that a rule inside the database means by its message, if it is one of ours."""
    for cls in _descendants(VerbatimError):
        if cls.database_sign is not None and cls.database_sign in message:
            return cls()
    return None


def _descendants(cls: type[VerbatimError]) -> list[type[VerbatimError]]:
    direct = cls.__subclasses__()
    return direct + [deeper for child in direct for deeper in _descendants(child)]


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


async def _unforeseen_error(_: Request, error: Exception) -> JSONResponse:
    return error_response(unforeseen(error))


async def _storage_error(_: Request, error: Exception) -> JSONResponse:
    log.error("storage_error", reason=str(error))
    return error_response(StorageFullError() if isinstance(error, NoSpaceLeft) else StorageFailedError())


def unforeseen(error: Exception) -> VerbatimError:
    """Return what a client is told about an error that nobody foresaw: nothing of its inside. Logs what has to be."""
    if type(error) is RuntimeError and isinstance(error.__cause__, Exception):
        error = error.__cause__  # so the framework hides what went wrong while the head of an answer was on its way
    known = judge(error)
    if known is not None:
        return known
    if isinstance(error, OverflowError):  # a number or a time beyond what the database or the calendar holds
        log.warning("number_out_of_reach", exc_info=error)
        return InvalidInputError("The request holds a number or a time that is out of reach.")
    log.error("unexpected_error", exc_info=error)
    return VerbatimError("The server could not complete this; the cause is in its log.")


def install_error_handlers(app: FastAPI) -> None:
    """Make `app` answer every error in the one shape."""
    app.add_exception_handler(VerbatimError, _verbatim_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    for foreseen in (SQLAlchemyError, OverflowError, UnicodeEncodeError):
        app.add_exception_handler(foreseen, _unforeseen_error)
    app.add_exception_handler(StorageError, _storage_error)
