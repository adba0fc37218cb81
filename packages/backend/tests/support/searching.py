"""Asking the search as the pages do."""

from __future__ import annotations

from typing import Any

from support.client import Client


async def find(client: Client, query: str, **params: Any) -> dict[str, Any]:
    answer = await client.get("/api/search/global", params={"q": query, **params})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    assert found["query"] == query
    return found


def marked(result: dict[str, Any]) -> list[str]:
    return [part["text"] for part in result["snippet"] if part["hit"]]
