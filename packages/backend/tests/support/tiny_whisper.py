"""A Whisper model small enough to be made in half a second, for tests of the real engine.

It hears nothing: whatever is said, it writes one sentence. Everything around that is real (features, language
detection, beam search, time stamps, word alignment by attention), so the engine's own code runs.

How it works: each token has a state, its embedding is a one-hot vector of that state, all layers pass it on
unchanged, and the output matrix is a table "after state s comes token t". The upper half of the vectors holds
positions; attention between them ties each written token to the next 0.4 s of sound.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import whisper_spec
from numpy.typing import NDArray
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

Matrix = NDArray[np.float32]

TINY_SENTENCE = "Hello from a tiny local whisper model that we made ourselves."
_WORDS = ("Hello", "from", "a", "tiny", "local", "whisper", "model", "that", "we", "made", "ourselves")
_LANGUAGES = ("en", "de", "fr", "es")
_SPECIALS = (
    *("<|endoftext|>", "<|startoftranscript|>", *(f"<|{code}|>" for code in _LANGUAGES)),
    *("<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>"),
    "<|notimestamps|>",
)
_TIMESTAMPS = 1501
_SECONDS_PER_TIMESTAMP = 0.02
_SENTENCE_SECONDS = 5.0

_WIDTH = 128
_HALF = _WIDTH // 2
_FEED_FORWARD = 64
_MELS = 80
_AUDIO_FRAMES = 1500
_TEXT_POSITIONS = 448
_PROMPT_TOKENS = 3
_FRAMES_PER_TOKEN = 20
_CERTAIN = 8.0
_POSSIBLE = 5.0


def build_tiny_whisper(directory: Path, *, multilingual: bool = True) -> Path:
    """Write a complete CTranslate2 model folder; takes half a second and 2 MB."""
    directory.mkdir(parents=True, exist_ok=True)
    vocabulary = _Vocabulary()
    vocabulary.tokenizer().save(str(directory / "tokenizer.json"))
    features = {
        "feature_size": _MELS,
        "sampling_rate": 16_000,
        "hop_length": 160,
        "chunk_length": 30,
        "n_fft": 400,
    }
    (directory / "preprocessor_config.json").write_text(json.dumps(features))

    spec = whisper_spec.WhisperSpec(1, 1, 1, 1)
    _fill_encoder(spec.encoder)
    _fill_decoder(spec.decoder, vocabulary)
    spec.register_vocabulary(vocabulary.model_tokens(multilingual=multilingual))
    ids = vocabulary.ids
    spec.config.suppress_ids = [
        ids[name] for name in ("<|startoftranscript|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>")
    ]
    spec.config.suppress_ids_begin = [ids["<|endoftext|>"]]
    spec.config.lang_ids = [ids[f"<|{code}|>"] for code in _LANGUAGES]
    spec.config.alignment_heads = [(0, 0)]
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(directory))
    return directory


@dataclass
class _Vocabulary:
    """Bytes, the words of the sentence, the special tokens, the time stamps; in this order, as in Whisper."""

    ids: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.spoken = [f"Ġ{word}" for word in _WORDS] + ["."]
        plain = [*sorted(pre_tokenizers.ByteLevel.alphabet()), *self.spoken, "Ġpad"]
        stamps = [f"<|{i * _SECONDS_PER_TIMESTAMP:.2f}|>" for i in range(_TIMESTAMPS)]
        for token in (*plain, *_SPECIALS, *stamps):
            self.ids.setdefault(token, len(self.ids))
        self.plain = {token: number for token, number in self.ids.items() if not token.startswith("<|")}
        self.first_stamp = self.ids["<|0.00|>"]

    def __len__(self) -> int:
        return len(self.ids)

    def tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer(models.BPE(vocab=self.plain, merges=[]))
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokenizer.decoder = decoders.ByteLevel()
        tokenizer.add_special_tokens([AddedToken(name, special=True) for name in _SPECIALS])
        stamps = list(self.ids)[self.first_stamp :]
        tokenizer.add_tokens([AddedToken(stamp, special=False) for stamp in stamps])
        return tokenizer

    def model_tokens(self, *, multilingual: bool) -> list[str]:
        """CTranslate2 takes a Whisper for multilingual when its vocabulary has the empty token."""
        return ["" if multilingual and token == "Ġpad" else token for token in self.ids]

    def states(self) -> dict[str, int]:
        """State 0 is any byte; all time stamps but the first share one, so do all languages."""
        names = [
            *self.spoken,
            *(s for s in _SPECIALS if s[2:-2] not in _LANGUAGES[1:]),
            "<|0.00|>",
            "<|0.02|>",
        ]
        return {name: number for number, name in enumerate(names, start=1)}

    def state_of_each_token(self) -> NDArray[np.int64]:
        states = self.states()
        result = np.zeros(len(self), np.int64)
        for token, number in self.ids.items():
            if token[2:-2] in _LANGUAGES:
                result[number] = states["<|en|>"]
            elif number > self.first_stamp:
                result[number] = states["<|0.02|>"]
            else:
                result[number] = states.get(token, 0)
        return result

    def transitions(self) -> dict[str, dict[str, float]]:
        """After which token comes which, and how surely; "" stands for any byte."""
        start, end = "<|0.00|>", f"<|{_SENTENCE_SECONDS:.2f}|>"
        first = self.spoken[0]
        openers = (
            "<|en|>",
            "<|transcribe|>",
            "<|translate|>",
            "<|endoftext|>",
            "<|startofprev|>",
            "<|startoflm|>",
        )
        table: dict[str, dict[str, float]] = {opener: {start: _CERTAIN} for opener in openers}
        table["<|startoftranscript|>"] = {"<|en|>": _CERTAIN, start: _POSSIBLE}
        for token in ("<|notimestamps|>", start, ""):
            table[token] = {first: _CERTAIN}
        for word, following in zip(self.spoken, self.spoken[1:], strict=False):
            table[word] = {following: _CERTAIN}
        table[self.spoken[-1]] = {end: _CERTAIN, "<|endoftext|>": _POSSIBLE + 1}
        table["<|0.02|>"] = {"<|endoftext|>": _CERTAIN}
        return table


def _fill_encoder(encoder: Any) -> None:
    noise = np.random.default_rng(0)
    encoder.conv1.weight = _small_noise(noise, _WIDTH, _MELS, 3)
    encoder.conv1.bias = _zeros(_WIDTH)
    encoder.conv2.weight = _small_noise(noise, _WIDTH, _WIDTH, 3)
    encoder.conv2.bias = _zeros(_WIDTH)
    encoder.position_encodings.encodings = _positions(np.arange(_AUDIO_FRAMES))
    _neutral_norm(encoder.layer_norm)
    for layer in encoder.layer:
        _silent_attention(layer.self_attention, joint=True)
        _silent_feed_forward(layer.ffn)


def _fill_decoder(decoder: Any, vocabulary: _Vocabulary) -> None:
    states = vocabulary.states()
    embedding = _zeros(len(vocabulary), _WIDTH)
    embedding[np.arange(len(vocabulary)), vocabulary.state_of_each_token()] = _CERTAIN
    table = _zeros(len(vocabulary), _WIDTH)
    for token, followers in vocabulary.transitions().items():
        for follower, strength in followers.items():
            table[vocabulary.ids[follower], states.get(token, 0)] = strength
    decoder.embeddings.weight = embedding
    decoder.projection.weight = table
    written = np.maximum(np.arange(_TEXT_POSITIONS) - _PROMPT_TOKENS, 0)
    decoder.position_encodings.encodings = _positions(written * _FRAMES_PER_TOKEN)
    _neutral_norm(decoder.layer_norm)
    for layer in decoder.layer:
        _silent_attention(layer.self_attention, joint=True)
        _silent_feed_forward(layer.ffn)
        _attention_by_position(layer.attention)


def _attention_by_position(attention: Any) -> None:
    """Look where the position says and take nothing from there: the looking itself gives word times."""
    only_positions = np.diag(np.repeat([0.0, 3.0], _HALF)).astype(np.float32)
    _linear(attention.linear[0], only_positions)
    _linear(attention.linear[1], np.concatenate([only_positions, _zeros(_WIDTH, _WIDTH)]))
    _linear(attention.linear[2], _zeros(_WIDTH, _WIDTH))
    _neutral_norm(attention.layer_norm)


def _silent_attention(attention: Any, *, joint: bool) -> None:
    _linear(attention.linear[0], _zeros((3 if joint else 1) * _WIDTH, _WIDTH))
    _linear(attention.linear[1], _zeros(_WIDTH, _WIDTH))
    _neutral_norm(attention.layer_norm)


def _silent_feed_forward(feed_forward: Any) -> None:
    _linear(feed_forward.linear_0, _zeros(_FEED_FORWARD, _WIDTH))
    _linear(feed_forward.linear_1, _zeros(_WIDTH, _FEED_FORWARD))
    _neutral_norm(feed_forward.layer_norm)


def _linear(layer: Any, weight: Matrix) -> None:
    layer.weight = weight
    layer.bias = _zeros(weight.shape[0])


def _neutral_norm(layer: Any) -> None:
    layer.gamma = np.ones(_WIDTH, np.float32)
    layer.beta = _zeros(_WIDTH)


def _positions(frames: NDArray[np.int64]) -> Matrix:
    """Sines and cosines in the upper half, nothing in the lower one, which belongs to the states."""
    quarter = _HALF // 2
    angles = frames[:, None] / np.power(2000.0, np.arange(quarter) / quarter)
    lower = np.zeros((len(frames), _HALF))
    return np.concatenate([lower, np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


def _small_noise(noise: np.random.Generator, *shape: int) -> Matrix:
    return (noise.standard_normal(shape) * 0.006).astype(np.float32)


def _zeros(*shape: int) -> Matrix:
    return np.zeros(shape, np.float32)
