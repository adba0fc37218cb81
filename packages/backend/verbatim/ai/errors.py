"""What can go wrong when a language model is asked."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from verbatim.adapters.llm.api import LanguageModelError, ModelFailure
from verbatim.core.errors import ConflictError, NotFoundError, VerbatimError


class AiResultNotFoundError(NotFoundError):
    """There is no such summary or answer."""

    code = "ai_result_not_found"


class NothingSaidError(ConflictError):
    """There is no text in this transcript that could be summarised."""

    code = "nothing_said"


class ModelFailedError(VerbatimError):
    """The language model gave no answer."""

    status_code = 502


class ModelNeededError(ModelFailedError):
    """Set up a language model first."""

    status_code = 409


class ModelTooLongError(ModelFailedError):
    """This is too long for the model."""

    status_code = 413


class ModelRefusedError(ModelFailedError):
    """The model does not answer this."""

    status_code = 422


class ModelBusyError(ModelFailedError):
    """The model is at its limit; try again in a moment."""

    status_code = 503


class ModelLateError(ModelFailedError):
    """The model did not answer in time."""

    status_code = 504


_KINDS: Final[dict[ModelFailure, type[ModelFailedError]]] = {
    ModelFailure.NOT_A_MODEL: ModelNeededError,
    ModelFailure.TOO_LONG: ModelTooLongError,
    ModelFailure.REFUSED: ModelRefusedError,
    ModelFailure.OVERLOADED: ModelBusyError,
    ModelFailure.TIMEOUT: ModelLateError,
}


def told(error: LanguageModelError) -> VerbatimError:
    """Return what a client is told of a failure."""
    kind = _KINDS.get(error.failure, ModelFailedError)
    headers = {"Retry-After": "10"} if kind.status_code == HTTPStatus.SERVICE_UNAVAILABLE else None
    return kind(str(error), code=error.failure.value, headers=headers)
