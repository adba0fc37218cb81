"""Whisper that believes people who repeat themselves.

Whisper takes text that packs well for a loop of its own: it decodes the same thirty seconds up to five times more, each
time more at random, and prefers a version that repeats less. Of a sentence that was said five times in a row some are
then missing, and listening takes five times as long. Text alone cannot tell a loop from a roll call. Time can: a loop
does not end by itself, or has more words than the seconds between its own time stamps can hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from faster_whisper import WhisperModel

from verbatim.adapters.transcription.doubt import shortest_time

SURE = -0.5
"""Mean logarithm of a token's probability. Sentences that were said again and again reach -0.3 and more."""
NO_HINT_RATIO = 2.0
"""How well text packs in which a sentence comes twice; other text stays below."""

_SECONDS_PER_STAMP = 0.02

Decoded = tuple[Any, float, float, float]
"""As faster-whisper hands it on: the result, its mean logarithm of probability, temperature, compression ratio."""


class PatientWhisper(WhisperModel):  # type: ignore[misc]  # faster-whisper has no types
    """`only_voices`: it is given nothing but stretches with a voice; elsewhere repetitions are not believed."""

    only_voices = True

    def generate_with_fallback(self, encoder_output: Any, prompt: list[int], tokenizer: Any, options: Any) -> Decoded:
        """Decode one window; at random only when its likeliest text is neither sure nor a credible repetition.

        A hint that is said again tempts the model into writing it too often, or not at all: behind a repetition,
        nothing that was written is a hint.
        """
        likeliest = replace(options, temperatures=options.temperatures[:1])
        found: Decoded = super().generate_with_fallback(encoder_output, prompt, tokenizer, likeliest)
        if self._wants_another(found, len(prompt), tokenizer, options):
            rest = replace(options, temperatures=options.temperatures[1:] or options.temperatures)
            found = super().generate_with_fallback(encoder_output, prompt, tokenizer, rest)
        result, likelihood, temperature, ratio = found
        if ratio > NO_HINT_RATIO:  # faster-whisper forgets what it wrote at such a temperature
            temperature = max(temperature, options.prompt_reset_on_temperature + 0.01)
        return result, likelihood, temperature, ratio

    def _wants_another(self, found: Decoded, before: int, tokenizer: Any, options: Any) -> bool:
        result, likelihood, _, ratio = found
        repeats = ratio > options.compression_ratio_threshold
        unlikely = likelihood < options.log_prob_threshold
        if not (unlikely or repeats) or (unlikely and result.no_speech_prob > options.no_speech_threshold):
            return False
        tokens = result.sequences_ids[0]
        ended = before + len(tokens) < self.max_length
        stamps = [token - tokenizer.timestamp_begin for token in tokens if token >= tokenizer.timestamp_begin]
        believed = self.only_voices and likelihood > SURE and ended and has_time(tokenizer.decode(tokens), stamps)
        return not believed


def has_time(text: str, stamps: Sequence[int]) -> bool:
    """Say whether a text can be said between the first and the last of its time stamps."""
    return len(stamps) > 1 and shortest_time(text) <= (stamps[-1] - stamps[0]) * _SECONDS_PER_STAMP
