"""Where a text may be broken: behind spaces, and where readers of scripts without spaces would do it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from verbatim.adapters.transcription.writing import UNSPACED, is_unspaced, spaced_tokens
from verbatim.core.lazy import lazy
from verbatim.transcripts.subtitles.width import clusters, columns

if TYPE_CHECKING:
    import budoux
else:
    budoux = lazy("budoux")

_RUN = re.compile(f"[{UNSPACED}][^\\sA-Za-z0-9]*(?:[{UNSPACED}][^\\sA-Za-z0-9]*)*")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_THAI = re.compile("[\u0e01-\u0e3a]")
_NEVER_FIRST = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝゞヽヾ〻ๆฯ")
_BEHIND = re.compile(r"(?<=\w)[-–—/](?=\w)")  # noqa: RUF001  dashes are meant


@cache
def _parser(language: str) -> budoux.Parser:
    load = {
        "ja": budoux.load_default_japanese_parser,
        "zh": budoux.load_default_simplified_chinese_parser,
        "th": budoux.load_default_thai_parser,
    }
    return load[language]()


def chunks(text: str, line_length: int) -> list[str]:
    """Cut a text where it may be broken; together the pieces are the text, spaces stand at their beginnings.

    No piece is wider than a line: what is, such as an address, is cut anywhere between two letters.
    """
    wanted = _phrase_ends(text)
    found: list[str] = []
    position = 0
    for space, token in spaced_tokens(text):
        start = position + len(space)
        position = start + len(token)
        is_free = bool(space) or not found or start in wanted or not _touches_unspaced(text, start)
        if is_free or columns(found[-1] + token) > line_length:
            found.append(space + token)
        else:
            found[-1] += space + token
    return [part for chunk in found for part in _cut(chunk, line_length)]


def _touches_unspaced(text: str, start: int) -> bool:
    return is_unspaced(text[start]) and start > 0 and is_unspaced(text[start - 1])


def _phrase_ends(text: str) -> set[int]:
    """Return where phrases begin inside the stretches without spaces, as positions in the text."""
    found: set[int] = set()
    kana = _KANA.search(text) is not None
    for run in _RUN.finditer(text):
        position = run.start()
        for phrase in _phrases(run.group(), kana=kana):
            if position > run.start() and phrase[0] not in _NEVER_FIRST:
                found.add(position)
            position += len(phrase)
    return found


def _phrases(run: str, *, kana: bool) -> list[str]:
    if kana:
        return _parser("ja").parse(run)
    if _HAN.search(run):
        return _parser("zh").parse(run)
    if _THAI.search(run):
        return _parser("th").parse(run)
    # Nobody has taught a small model Lao, Khmer or Burmese: between syllables, not before a letter that closes one.
    syllables: list[str] = []
    for space, token in spaced_tokens(run):
        if syllables and len(token) == 1:
            syllables[-1] += space + token
        else:
            syllables.append(space + token)
    return syllables


def _cut(chunk: str, line_length: int) -> list[str]:
    """Behind dashes and slashes, and anywhere if that is not enough."""
    if columns(chunk.strip()) <= line_length:
        return [chunk]
    parts: list[str] = [""]
    places = {match.end() for match in _BEHIND.finditer(chunk)}
    position = 0
    for cluster, width in clusters(chunk):
        is_full = columns(parts[-1].lstrip()) + width > line_length
        if is_full or (position in places and columns(parts[-1]) > line_length // 2):
            parts.append("")
        parts[-1] += cluster
        position += len(cluster)
    return parts
