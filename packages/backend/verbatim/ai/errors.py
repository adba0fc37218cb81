"""What can go wrong when a language model is asked."""

from __future__ import annotations

from http import HTTPStatus

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
    code = ModelFailure.FAILED.value


class ModelKeyError(ModelFailedError):
    """The key for this language model is not accepted; an administrator can enter another."""

    code = ModelFailure.WRONG_KEY.value


class ModelCreditError(ModelFailedError):
    """The account for this language model has no credit left."""

    code = ModelFailure.NO_CREDIT.value


class ModelUnreachableError(ModelFailedError):
    """The language model cannot be reached."""

    code = ModelFailure.UNREACHABLE.value


class ModelNeededError(ModelFailedError):
    """Set up a language model first."""

    status_code = 409
    code = ModelFailure.NOT_A_MODEL.value


class ModelTooLongError(ModelFailedError):
    """This is too long for the model."""

    status_code = 413
    code = ModelFailure.TOO_LONG.value


class ModelRefusedError(ModelFailedError):
    """The model does not answer this."""

    status_code = 422
    code = ModelFailure.REFUSED.value


class ModelBusyError(ModelFailedError):
    """The model is at its limit; try again in a moment."""

    status_code = 503
    code = ModelFailure.OVERLOADED.value


class ModelLateError(ModelFailedError):
    """The model did not answer in time."""

    status_code = 504
    code = ModelFailure.TIMEOUT.value


class ModelMalformedError(ModelFailedError):
    """The model does not answer in the form that was asked for; try another one."""

    code = ModelFailure.MALFORMED.value


def told(error: LanguageModelError) -> VerbatimError:
    """Return what a client is told of a failure."""
    # Named here, where the description of the API reads which errors a route can end with.
    kinds: tuple[type[ModelFailedError], ...] = (
        ModelKeyError,
        ModelCreditError,
        ModelUnreachableError,
        ModelNeededError,
        ModelTooLongError,
        ModelRefusedError,
        ModelBusyError,
        ModelLateError,
        ModelMalformedError,
    )
    kind = next((one for one in kinds if one.code == error.failure), ModelFailedError)
    headers = {"Retry-After": "10"} if kind.status_code == HTTPStatus.SERVICE_UNAVAILABLE else None
    return kind(str(error), headers=headers)
