"""Finding what is put between quotation marks, of whatever language: what stands there is shown as somebody's words."""

# ruff: noqa: RUF001 - the marks are what it is about

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_CLOSED_BY: Final = {
    '"': ('"', "”“"),
    "＂": ("＂", '"'),
    "“": ("”", '"“'),
    "‟": ("”", '"“'),
    "„": ("“”", '"'),
    "«": ("»", ""),
    "»": ("«", ""),
    "‹": ("›", ""),
    "›": ("‹", ""),
    "「": ("」", ""),
    "『": ("』", ""),
    "‚": ("‘’", "'"),
    "`": ("`'´", "’"),
}
"""Marks that open a quotation, with those that close it, and those that do where there are none of them."""
_CLOSING: Final = frozenset("”」』")
_SINGLE: Final = {"'": "'", "‘": "’"}
"""Marks that are also apostrophes."""


@dataclass(frozen=True)
class Quotations:
    """Where quotations stand in a sentence, outermost ones only; ``stray``: a mark has no partner, so that nobody can
    say what is quoted.
    """

    spans: tuple[tuple[int, int], ...]
    stray: bool


def quotations_in(text: str) -> Quotations:
    """Return the quotations in a sentence."""
    spans, stray, at = list[tuple[int, int]](), False, 0
    while at < len(text):
        sign, end = text[at], -1
        if sign in _CLOSED_BY:
            end = _end(text, at)
            # Five inches are written 5".
            stray = stray or (end < 0 and not text[at - 1 : at].isdigit())
        elif sign in _SINGLE and _opens(text, at):
            end = _end_of_single(text, at, _SINGLE[sign])
            stray = stray or (end < 0 and sign == "‘")
        else:
            stray = stray or sign in _CLOSING
        if end >= 0:
            spans.append((at + 1, end))
        at = max(at, end) + 1
    return Quotations(tuple(spans), stray)


def _end(text: str, at: int) -> int:
    for signs in _CLOSED_BY[text[at]]:
        found = [place for sign in signs if (place := text.find(sign, at + 1)) >= 0]
        if found:
            return min(found)
    return -1


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not _is_letter(before) and bool(after.strip())


def _end_of_single(text: str, at: int, sign: str) -> int:
    place = text.find(sign, at + 1)
    while place >= 0 and (_is_letter(text[place + 1 : place + 2]) or not text[place - 1].strip()):
        place = text.find(sign, place + 1)
    return place


def _is_letter(sign: str) -> bool:
    return bool(sign) and sign.isalnum()
