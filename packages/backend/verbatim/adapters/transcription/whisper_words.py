"""What Whisper's decoder gives, as words."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from verbatim.adapters.transcription.api import Output, Word
from verbatim.adapters.transcription.writing import continues


def join_pieces(pieces: Any) -> list[Word]:
    """Whisper gives "well" and "-known" as two words, and each sign of a Chinese sentence as one."""
    words: list[Word] = []
    for piece in pieces:
        text = str(piece.word)
        start, end = float(piece.start), float(piece.end)
        probability = float(piece.probability)
        last = words[-1] if words else None
        if last and text.strip() and not text[0].isspace() and continues(last.text, text):
            words[-1] = Word(last.text + text.rstrip(), last.start, end, min(last.confidence or 0.0, probability))
        elif text.strip():
            words.append(Word(text, start, end, probability))
    return words


def as_heard(segment: Any) -> Output:
    """What Whisper said, with times of the recording."""
    kept: Output = json.loads(json.dumps(asdict(segment), default=float))
    return kept
