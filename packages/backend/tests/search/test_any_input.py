"""Anything typed is a text to look for, never an error."""

from __future__ import annotations

import random
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from support.client import Client
from support.factories import Factory
from verbatim.search.query import MAX_TERM_LENGTH, MAX_TERMS, parse_query
from verbatim.search.snippets import snippet

OPERATORS = [
    *"\"'`()[]{}*^:;-+~<>=!&|\\/%_.,#@$?\0\t\n",
    " AND ",
    " OR ",
    " NOT ",
    " NEAR(a b) ",
    "title:",
    "{title} :",
    "<->",
    ":*",
    "\ufeff",
    "\u0301",
    "\ufe0f",
    "🎙️",
    "ab",
]
TYPED = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(OPERATORS), max_size=12).map("".join))

STRANGE = [
    "",
    " ",
    '"',
    '""',
    '"""',
    "'",
    "a'b",
    "*",
    "a*",
    "AND",
    "OR OR",
    "NOT a",
    "a NEAR b",
    "NEAR(",
    "^a",
    "title:a",
    "a:b:c",
    "-a",
    "+a",
    "(a",
    "a)",
    "{}",
    "\\",
    "\\'",
    "a\\",
    "!a",
    "a & b | c",
    "a <-> b",
    ":*",
    "a:*",
    "\x00",
    "a\x00b",
    "🎙️",
    "\ufe0f",
    "a\u0301\u0301",
    "²½",
    "_",
    "x" * 10_000,
    "word " * 2_000,
    '"' * 10_000,
    "🎙️" * 1_000,
    "'; DROP TABLE segments; --",
    "%",
    "\u202e",
    "ﷺ" * 500,
]


async def test_strange_queries(client: Client, factory: Factory) -> None:
    await factory.transcript("a word that could match")
    for query in [*STRANGE, *made_up(60)]:
        for url in ("/api/search/global", "/api/search/segments"):
            answer = await client.get(url, params={"q": query})
            assert answer.status_code == 200, (query, answer.text)
            assert answer.json()["query"] == query


def made_up(number: int) -> list[str]:
    """Return queries put together from what is special to some query language, the same ones every time."""
    dice = random.Random(7)  # noqa: S311 - a test
    return ["".join(dice.choices(OPERATORS, k=dice.randrange(1, 14))) for _ in range(number)]


async def test_bytes_that_are_no_text(client: Client) -> None:
    for raw in ("%ff%fe", "%ed%a0%80", "%f0%9f", "%00", "%c0%80"):
        answer = await client.get(f"/api/search/global?q={raw}")
        assert answer.status_code == 200, raw


async def test_what_was_said_never_breaks_the_answer(client: Client, factory: Factory) -> None:
    said = [f"anchorword {text.replace(chr(0), '')}" for text in [*STRANGE, *made_up(60)]]
    made = await factory.transcript(*said)
    seen: list[str] = []
    for page in (1, 2):
        params: dict[str, str | int] = {
            "q": "anchorword",
            "transcript_id": made.id,
            "page_size": 100,
            "page": page,
        }
        answer = await client.get("/api/search/segments", params=params)
        for result in answer.json()["results"]:
            shown = "".join(part["text"] for part in result["snippet"])
            assert shown.removesuffix(" …") in result["text"]
            seen.append(result["text"])
    assert sorted(seen) == sorted(said)


@given(TYPED)
def test_terms_are_words_only(query: str) -> None:
    terms = parse_query(query)
    words = [word for term in terms for word in term.words]
    assert len(words) <= MAX_TERMS
    assert all(0 < len(word) <= MAX_TERM_LENGTH for word in words)
    assert all(c.isalnum() or unicodedata.category(c)[0] == "M" for word in words for c in word)
    assert all(any(c.isalnum() for c in word) for word in words)


@given(TYPED, TYPED, st.integers(10, 300))
def test_snippets_are_pieces_of_the_text(text: str, query: str, length: int) -> None:
    parts = snippet(text, parse_query(query), length=length)
    inside = "".join(part.text for part in parts)
    assert inside.removeprefix("… ").removesuffix(" …") in text or inside == text
    assert len(inside) <= length + 4
    assert all(part.text for part in parts)
