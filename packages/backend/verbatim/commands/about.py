"""``verbatim about``."""

from __future__ import annotations

import typer

from verbatim.system.about import components, notices


def tell_about(*, whole: bool) -> None:
    """Print what is installed and under which licences, or all their texts."""
    if whole:
        typer.echo(notices(), nl=False)
        return
    found = components()
    width = max(len(f"{one.name} {one.version}") for one in found)
    for one in found:
        typer.echo(f"{f'{one.name} {one.version}':{width}}  {one.licence}")
    typer.echo("\nAll texts, also of the scripts, fonts and models among them: verbatim about --notices")
