"""Fixtures: a team with something that can be held."""

from __future__ import annotations

from support_settled import content, crew, loner  # noqa: F401 - pytest finds fixtures by their names here
