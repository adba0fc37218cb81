"""What people choose for a transcription: the language, the model, names and terms, and what else there is."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints, ValidationError

from verbatim.adapters.transcription.api import TranscriptionError
from verbatim.adapters.transcription.languages import validate_language
from verbatim.core.errors import InvalidInputError
from verbatim.core.inbound import RequestBody, example

MOST_TERMS = 200
MOST_LANGUAGES = 10
EACH = "each"
"""Instead of a language: it is found out anew in every stretch."""

Term = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class TranscriptionOptions(
    RequestBody,
    json_schema_extra=example({"language": "en", "vocabulary": ["Verbatim", "Lovelace"], "num_speakers": 3}),
):
    """How a recording is transcribed; what is left out is as the project, then the team, has it.

    ``language`` is a code or a name, several with commas between them (each stretch is in one of those), ``each``
    (found anew in every stretch), or empty: found once. ``model`` is one of those on the server, or empty: the server
    chooses. ``vocabulary`` are names and terms to listen for. ``translate`` writes English whatever is spoken.
    ``num_speakers`` says how many people speak; 0: found out, whatever is usual. ``voice_detection`` false listens to
    everything, also where no voice was found. ``subtitles_only`` does without telling speakers apart.
    """

    model_config = ConfigDict(extra="forbid", protected_namespaces=())

    language: str | None = Field(None, max_length=200)
    model: str | None = Field(None, max_length=200)
    vocabulary: list[Term] | None = Field(None, max_length=MOST_TERMS)
    translate: bool | None = None
    num_speakers: int | None = Field(None, ge=0, le=20)
    voice_detection: bool | None = None
    subtitles_only: bool | None = None

    def over(self, defaults: TranscriptionOptions) -> TranscriptionOptions:
        """Return these, and the defaults where nothing was chosen; terms of both are listened for."""
        chosen = self.model_dump(exclude_none=True)
        merged = {**defaults.model_dump(exclude_none=True), **chosen}
        terms = list(dict.fromkeys([*(self.vocabulary or []), *(defaults.vocabulary or [])]))[:MOST_TERMS]
        return TranscriptionOptions.model_validate({**merged, "vocabulary": terms or None})

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen, as it is kept with the job."""
        return self.model_dump(exclude_none=True)


def read_options(text: str | None) -> TranscriptionOptions:
    """Read the options of a form.

    Raises:
        InvalidInputError: they are no such options.
    """
    if not text:
        return TranscriptionOptions()
    try:
        return TranscriptionOptions.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "options"
        raise InvalidInputError(
            f"The transcription options cannot be used: {place}: {first['msg']}.", code="bad_options"
        ) from error


def languages_in(text: str | None) -> tuple[str, ...]:
    """Return the codes of the languages that somebody named; none for the engine to find.

    Raises:
        InvalidInputError: one of them is unknown, or there are too many.
    """
    if text is None or text.strip().casefold() == EACH:
        return ()
    parts = [part for part in text.split(",") if part.strip()]
    if len(parts) > MOST_LANGUAGES:
        raise InvalidInputError(f"Name at most {MOST_LANGUAGES} languages.", code="too_many_languages")
    try:
        codes = [validate_language(part) for part in parts]
    except TranscriptionError as error:
        raise InvalidInputError(str(error), code=error.code) from error
    return tuple(dict.fromkeys(code for code in codes if code is not None))


def is_each(text: str | None) -> bool:
    """Return whether the language may change from stretch to stretch."""
    return text is not None and (text.strip().casefold() == EACH or len(languages_in(text)) > 1)
