"""Fixtures: a team with something to throw away."""

from __future__ import annotations

from support_settled import content, crew, loner, settings_with_trash  # noqa: F401 - pytest finds fixtures by their names here
