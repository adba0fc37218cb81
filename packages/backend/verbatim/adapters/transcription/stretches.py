"""Recordings in which several languages are spoken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def only_languages(whisper: Any, languages: tuple[str, ...]) -> Iterator[None]:
    """Let a Whisper model find none but these languages while it is used inside; any, when there are none."""
    if not languages:
        yield
        return
    original = whisper.model
    whisper.model = _OnlyThese(original, languages)
    try:
        yield
    finally:
        whisper.model = original


class _OnlyThese:
    """A model of CTranslate2 that considers some languages only. Their probabilities add up to one again."""

    def __init__(self, model: Any, languages: tuple[str, ...]) -> None:
        self._model = model
        self._tokens = {f"<|{language}|>" for language in languages}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def detect_language(self, features: Any) -> list[list[tuple[str, float]]]:
        narrowed = []
        for found in self._model.detect_language(features):
            kept = [(token, chance) for token, chance in found if token in self._tokens] or list(found)
            whole = sum(chance for _, chance in kept) or 1.0
            narrowed.append([(token, chance / whole) for token, chance in kept])
        return narrowed
