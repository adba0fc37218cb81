"""Routes, bodies, answers, errors and websockets."""

from verbatim.core.addresses import neighbourhood, split_url
from verbatim.core.errors import (
    ERROR_CODE,
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    NotSignedInError,
    UnavailableError,
    VerbatimError,
    error_response,
)
from verbatim.core.http import STRICT_TRANSPORT, header_of
from verbatim.core.inbound import FreeJsonError, Moment, RequestBody, ShownJson, check_json, example
from verbatim.core.live import LiveHub
from verbatim.core.pagination import ListResponse, MessageResponse, Page, PageDep
from verbatim.core.routing import Router, declared_by, sends
from verbatim.core.sending import SENT, Sent, StreamedResponse
from verbatim.core.shown import shown
from verbatim.core.sockets import TRY_LATER, watched

__all__ = [
    "ERROR_CODE",
    "SENT",
    "STRICT_TRANSPORT",
    "TRY_LATER",
    "ConflictError",
    "ForbiddenError",
    "FreeJsonError",
    "InvalidInputError",
    "ListResponse",
    "LiveHub",
    "MessageResponse",
    "Moment",
    "NotFoundError",
    "NotSignedInError",
    "Page",
    "PageDep",
    "RequestBody",
    "Router",
    "Sent",
    "ShownJson",
    "StreamedResponse",
    "UnavailableError",
    "VerbatimError",
    "check_json",
    "declared_by",
    "error_response",
    "example",
    "header_of",
    "neighbourhood",
    "sends",
    "shown",
    "split_url",
    "watched",
]
