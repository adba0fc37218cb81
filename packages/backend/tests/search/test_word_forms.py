"""Who looks for a word finds its other forms, in the languages that were spoken here; quotes mean the letters."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from support.client import Client
from support.factories import Factory
from support.searching import find, marked
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.search.forms import MOST_FORMS, forms_of
from verbatim.transcripts.models import Transcript


async def said_in(app: FastAPI, factory: Factory, language: str, text: str) -> None:
    made = await factory.transcript(text)
    database: Database = app.state.database
    with as_system("a test says what was spoken"):
        async with database.transaction() as session:
            await session.execute(update(Transcript).where(Transcript.id == made.id).values(language=language))


@pytest.mark.parametrize(
    ("language", "said", "typed", "lit"),
    [
        ("en", "We painted three fences.", "fence painted", ["painted", "fences"]),
        ("en", "One fence is enough.", "fences", ["fence"]),
        ("en", "They planned it well.", "planning", ["planned"]),
        ("en", "Two cities, one river.", "city river", ["cities", "river"]),
        ("de", "Die Zäune sind grün.", "Zaun", ["Zäune"]),
        ("de", "Drei Besprechungen.", "Besprechung drei", ["Drei", "Besprechungen"]),
        ("fr", "Les jardins sont ouverts.", "jardin", ["jardins"]),
        ("es", "Dos reuniones hoy.", "reunión", ["reuniones"]),
        ("ru", "Два забора.", "забор", ["забора"]),
        ("de", "Herr Müller und Frau Größe.", "mueller groesse", ["Müller", "Größe"]),
        ("de", "Die Zäune sind grün.", "zaeune gruen", ["Zäune", "grün"]),
        ("en", "Mister Mueller is here.", "Müller", ["Mueller"]),
        ("da", "Vi bor i Århus og Tønder.", "aarhus toender", ["Århus", "Tønder"]),
        ("no", "Aasen skrev.", "Åsen", ["Aasen"]),
        ("sv", "Möte i Gävle.", "moete gaevle", ["Möte", "Gävle"]),
        ("hr", "Rekao je Đoković.", "djokovic", ["Đoković"]),
    ],
)
async def test_another_form_is_found_and_lit(
    app: FastAPI, client: Client, factory: Factory, language: str, said: str, typed: str, lit: list[str]
) -> None:
    await said_in(app, factory, language, said)
    [result] = (await find(client, typed))["results"]
    assert marked(result) == lit
    of_segments = await client.get("/api/search/segments", params={"q": typed})
    assert of_segments.json()["total"] == 1


async def test_quotes_mean_the_letters(app: FastAPI, client: Client, factory: Factory) -> None:
    await said_in(app, factory, "en", "We painted three fences.")
    assert (await find(client, '"fence"'))["total"] == 0
    assert (await find(client, '"three fence"'))["total"] == 0
    assert (await find(client, '"fences"'))["total"] == 1


async def test_a_language_that_nobody_spoke_adds_nothing(app: FastAPI, client: Client, factory: Factory) -> None:
    await said_in(app, factory, "ja", "Die Zäune sind grün.")
    assert (await find(client, "Zaun grün"))["total"] == 0


async def test_two_letters_that_are_two_letters(app: FastAPI, client: Client, factory: Factory) -> None:
    await said_in(app, factory, "en", "A pot of gold.")
    assert (await find(client, "poet"))["total"] == 0
    await said_in(app, factory, "de", "Nüsse, Fraun und Qülle.")
    assert (await find(client, "frauen"))["total"] == (await find(client, "quelle"))["total"] == 0


async def test_words_of_a_title_are_found_in_other_forms(client: Client, factory: Factory) -> None:
    await factory.recording(title="Garden meetings")
    assert [marked(found) for found in (await find(client, "meeting garden"))["results"]] == [["Garden", "meetings"]]


@pytest.mark.parametrize("word", ["", "a", "x1", "naïve-ish", "1234", "ab" * 50, "\u0301", "字", "go", "and"])
@pytest.mark.parametrize("code", ["en", "de", "xx", "", "en-GB"])
def test_any_word_has_few_forms_and_never_itself(word: str, code: str) -> None:
    found = forms_of(word, [code])
    assert len(found) <= MOST_FORMS
    assert word not in found
    assert all(form.isalpha() for form in found)
