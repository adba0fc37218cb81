"""Which engine transcribes, and why."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from verbatim.adapters.transcription.api import (
    ENGINE_NAMES,
    Availability,
    EngineChoice,
    EngineName,
    EngineUnavailable,
    LanguageNotSupported,
    TranscriptionEngine,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.faster_whisper import FasterWhisperEngine
from verbatim.adapters.transcription.languages import language_name
from verbatim.adapters.transcription.openai_compatible import OpenAICompatibleEngine
from verbatim.adapters.transcription.pocketsphinx import PocketsphinxEngine


def build_engine(name: EngineName, settings: TranscriptionSettings) -> TranscriptionEngine:
    if name == "openai-compatible":
        return OpenAICompatibleEngine(settings)
    if name == "faster-whisper":
        return FasterWhisperEngine(settings)
    return PocketsphinxEngine()


def list_engines(settings: TranscriptionSettings) -> tuple[Availability, ...]:
    """What can run here, best first. Blocks for at most about 3 s, all engines being asked at once."""
    engines = [build_engine(name, settings) for name in ENGINE_NAMES]
    with ThreadPoolExecutor(len(engines)) as pool:
        return tuple(pool.map(lambda engine: engine.availability(), engines))


def choose_engine(settings: TranscriptionSettings, language: str | None = None) -> EngineChoice:
    """Pick the configured engine, or with `auto` the best one that can run. Blocks as `list_engines`.

    Raises:
        EngineUnavailable: the configured engine (or every one) cannot run here.
        LanguageNotSupported: only the bundled English engine can run, and another language is wanted.
    """
    engines = list_engines(settings)
    by_name = {engine.name: engine for engine in engines}
    if settings.engine != "auto":
        chosen = by_name[settings.engine]
        if not chosen.available:
            raise EngineUnavailable(chosen.reason)
        return EngineChoice(chosen.name, "This engine is set in the configuration.", chosen.model, engines)
    usable = next((engine for engine in engines if engine.available), None)
    if usable is None:
        raise EngineUnavailable("No transcription engine can run on this machine.")
    if usable.name == "pocketsphinx" and language not in {None, "en"}:
        raise LanguageNotSupported(
            f"Only the bundled English engine can run here, and {language_name(language or '')} is wanted; "
            f"{_uncapital(by_name['faster-whisper'].reason)}"
        )
    return EngineChoice(usable.name, _why(usable, by_name, settings), usable.model, engines)


def _why(chosen: Availability, engines: dict[EngineName, Availability], settings: TranscriptionSettings) -> str:
    if chosen.name == "openai-compatible":
        return "A transcription service is configured and answers."
    if chosen.name == "faster-whisper":
        sentence = chosen.reason
    else:
        why_not_whisper = _uncapital(engines["faster-whisper"].reason)
        sentence = f"The bundled English engine is used: {why_not_whisper}"
    if settings.external_url:
        return f"The configured transcription service cannot be used now. {sentence}"
    return sentence


def _uncapital(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
