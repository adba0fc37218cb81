"""What the refusals of model servers mean, whichever of the two wire formats they speak."""

from __future__ import annotations

from typing import Final

from verbatim.adapters.llm.api import LanguageModelError, ModelFailure
from verbatim.adapters.llm.http import Refusal
from verbatim.core.text import one_line

_TOO_LONG: Final = ("context_length", "context length", "too long", "maximum context", "exceed_context", "context size")
_NO_CREDIT: Final = ("insufficient_quota", "credit balance", "billing", "exceeded your current quota")
_REFUSED: Final = ("content_policy", "content_filter", "content management policy", "safety")
_LONGEST: Final = 300
"""Characters of a server's own words that are shown."""
_SENTENCES: Final = {
    ModelFailure.WRONG_KEY: "The language model's server refuses the key: an administrator has to enter a valid one.",
    ModelFailure.NO_CREDIT: "The account at the language model's provider has no credit left.",
    ModelFailure.TOO_LONG: "This is too long for the model; choose one that reads more, or ask about less.",
    ModelFailure.OVERLOADED: "The language model's server is at its limit; try again in a moment.",
    ModelFailure.REFUSED: "The language model's provider refuses to answer this.",
}


def explain(refusal: Refusal, key: str = "") -> LanguageModelError:
    """Return what to tell a person; the server's own words only where ours do not fit, and never with the key."""
    failure = _failure(refusal)
    if failure in _SENTENCES:
        return LanguageModelError(failure, _SENTENCES[failure], later=failure is ModelFailure.OVERLOADED)
    if 300 <= refusal.status < 400:  # noqa: PLR2004 - redirects
        said = "it redirects to another address; enter that one instead"
    else:
        # The key first: cut before, half of it would be shown.
        said = one_line(refusal.said.replace(key, "[key]") if key else refusal.said)[:_LONGEST] or "no reason given"
    later = refusal.status >= 500  # noqa: PLR2004 - its own fault
    return LanguageModelError(
        ModelFailure.FAILED, f"The language model's server answers with status {refusal.status}: {said}", later=later
    )


def _failure(refusal: Refusal) -> ModelFailure:
    told = f"{refusal.kind} {refusal.said[:_LONGEST]}".casefold()
    if any(one in told for one in _NO_CREDIT) or refusal.status == 402:  # noqa: PLR2004 - payment required
        return ModelFailure.NO_CREDIT
    if any(one in told for one in _TOO_LONG) or refusal.status == 413:  # noqa: PLR2004 - content too large
        return ModelFailure.TOO_LONG
    if refusal.status in {401, 403}:
        return ModelFailure.WRONG_KEY
    if refusal.status in {429, 503, 529} or "overloaded" in told:
        return ModelFailure.OVERLOADED
    if any(one in told for one in _REFUSED):
        return ModelFailure.REFUSED
    return ModelFailure.FAILED
