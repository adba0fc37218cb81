"""Each way in which a language model can fail has its word, which the description of the API names."""

from __future__ import annotations

import pytest
from verbatim.adapters.llm.api import LanguageModelError, ModelFailure
from verbatim.ai.errors import told


@pytest.mark.parametrize("failure", ModelFailure)
def test_a_failure_is_told_by_its_word(failure: ModelFailure) -> None:
    error = told(LanguageModelError(failure, "It did not work."))
    assert (error.code, error.detail) == (failure.value, "It did not work.")
    assert type(error).code == failure.value
    assert ("Retry-After" in (error.headers or {})) == (error.status_code == 503)
