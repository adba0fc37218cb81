"""Which engine transcribes, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

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
from verbatim.adapters.transcription.model_files import local_model, model_places
from verbatim.adapters.transcription.models.hub_names import DEFAULT
from verbatim.adapters.transcription.models.inventory import ENGLISH, models_here
from verbatim.adapters.transcription.openai_compatible import OpenAICompatibleEngine
from verbatim.adapters.transcription.pocketsphinx import PocketsphinxEngine

_NOBODY_TRANSLATES = "Nothing here translates into English: add a Whisper model for many languages, or do without."


def build_engine(name: EngineName, settings: TranscriptionSettings) -> TranscriptionEngine:
    if name == "openai-compatible":
        return OpenAICompatibleEngine(settings)
    if name == "faster-whisper":
        return FasterWhisperEngine(settings)
    return PocketsphinxEngine()


def list_engines(settings: TranscriptionSettings) -> tuple[Availability, ...]:
    """What can run here. Blocks for at most about 3 s, all engines being asked at once."""
    engines = [build_engine(name, settings) for name in ENGINE_NAMES]
    with ThreadPoolExecutor(len(engines)) as pool:
        return tuple(pool.map(lambda engine: engine.availability(), engines))


def choose_engine(settings: TranscriptionSettings, *languages: str | None, translate: bool = False) -> EngineChoice:
    """Pick the configured engine, or with `auto` the best one that can run, knows the languages (None: any will do) and
    can `translate` into English if that is wanted. Blocks as `list_engines`.

    Raises:
        EngineUnavailable: the configured engine (or every one) cannot run here.
        LanguageNotSupported: nothing that can run here knows them all, or translates.
    """
    wanted = tuple(language for language in languages if language is not None)
    engines = list_engines(settings)
    by_name = {engine.name: engine for engine in engines}
    if settings.engine != "auto" and not by_name[settings.engine].available:
        raise EngineUnavailable(by_name[settings.engine].reason)
    translate = translate and wanted != ("en",)  # what is English already stays as it is
    able = (one for one in _options(settings, by_name) if one.knows(wanted) and (one.translates or not translate))
    chosen = next(able, None)
    if chosen is None:
        options = list(_options(settings, by_name))
        if not options:
            raise EngineUnavailable("No transcription engine can run on this machine.")
        if translate and any(option.knows(wanted) for option in options):
            raise LanguageNotSupported(_NOBODY_TRANSLATES)
        raise LanguageNotSupported(_nobody_knows(options, wanted, by_name["faster-whisper"]))
    state = chosen.engine
    return EngineChoice(
        state.name,
        _why(chosen, by_name, settings),
        state.model,
        tuple(state if engine.name == state.name else engine for engine in engines),
        languages=state.languages,
        caveat=state.caveat,
        whisper_model=chosen.whisper_model,
    )


def known_languages(settings: TranscriptionSettings) -> frozenset[str] | None:
    """Which languages something that can run here knows; None when a service may know any. Blocks as `list_engines`."""
    options = list(_options(settings, {engine.name: engine for engine in list_engines(settings)}))
    found = [option.engine.languages for option in options]
    return None if None in found else frozenset().union(*(languages for languages in found if languages))


@dataclass(frozen=True)
class _Option:
    """An engine that can run, with the model that it would use."""

    engine: Availability
    whisper_model: str = ""

    @property
    def translates(self) -> bool:
        """Whether it writes English whatever is spoken: models of Whisper for many languages do."""
        return self.engine.name == "faster-whisper" and self.engine.languages != ENGLISH

    def knows(self, languages: Sequence[str]) -> bool:
        return self.engine.languages is None or self.engine.languages.issuperset(languages)


def _options(settings: TranscriptionSettings, engines: dict[EngineName, Availability]) -> Iterator[_Option]:
    """What could transcribe, best first: a model that was named or brought here, a service, what was installed."""
    wanted = settings.engine
    models = list(_whisper_models(settings)) if wanted in {"auto", "faster-whisper"} else []
    brought = [option for option, is_packaged in models if not is_packaged]
    yield from brought
    service = engines["openai-compatible"]
    if wanted in {"auto", "openai-compatible"} and service.available:
        yield _Option(service)
    whisper = engines["faster-whisper"]
    named = settings.whisper_model
    if wanted in {"auto", "faster-whisper"} and named and whisper.available and not _is_here(settings):
        yield _Option(whisper, named)  # it will be fetched
    yield from (option for option, is_packaged in models if is_packaged)
    if wanted in {"auto", "faster-whisper"} and not named:
        fetched = FasterWhisperEngine(replace(settings, whisper_model=DEFAULT)).availability()
        if fetched.available:
            yield _Option(fetched, DEFAULT)
    if wanted in {"auto", "pocketsphinx"} and engines["pocketsphinx"].available:
        yield _Option(engines["pocketsphinx"])


def _whisper_models(settings: TranscriptionSettings) -> Iterator[tuple[_Option, bool]]:
    """The models on this machine, the named one first, and whether each came with the installation."""
    named = settings.whisper_model
    here = [model.name for model in models_here(model_places(settings))]
    if named and settings.engine == "faster-whisper":
        here = []  # this engine with this model, and no other
    for name in dict.fromkeys([named, *here] if named else here):
        model = local_model(name, model_places(settings))
        if model is not None:
            state = FasterWhisperEngine(replace(settings, whisper_model=name)).availability()
            yield _Option(state, name), model.origin == "package" and name != named


def _is_here(settings: TranscriptionSettings) -> bool:
    return local_model(settings.whisper_model, model_places(settings)) is not None


def _nobody_knows(options: list[_Option], languages: Sequence[str], whisper: Availability) -> str:
    only_english = all(option.engine.languages == ENGLISH for option in options)
    nobody = "No speech engine here knows " + ("this language" if len(languages) == 1 else "all these languages")
    known = "Only English can be transcribed here" if only_english else nobody
    names = " and ".join(language_name(language) for language in languages if not only_english or language != "en")
    why = "" if whisper.available else f" {whisper.reason}"
    return f"{known}, and {names} is wanted: add a Whisper model for many languages or a transcription service.{why}"


def _why(chosen: _Option, engines: dict[EngineName, Availability], settings: TranscriptionSettings) -> str:
    name, reason = chosen.engine.name, chosen.engine.reason
    if settings.engine != "auto":
        return "This engine is set in the configuration."
    if name == "openai-compatible":
        return "A transcription service is configured and answers."
    if name == "pocketsphinx":
        reason = f"The bundled English engine is used: {_uncapital(engines['faster-whisper'].reason)}"
    if settings.external_url and not engines["openai-compatible"].available:
        return f"The configured transcription service cannot be used now. {reason}"
    return reason


def _uncapital(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
