"""``verbatim audit …``: proving the log, on the server or from an export."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.proof import ProofError, verify_file, write_proof
from verbatim_enterprise.audit.chain.verify import Report, verify
from verbatim_enterprise.audit.chain.witness import Witness
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Database, Settings, SettingsError, key_ring, open_database

audit_cli = typer.Typer(
    name="audit", help="The audit log: check it, and export it with its proof.", no_args_is_help=True
)


@audit_cli.command("verify")
def verify_command(
    file: Annotated[Path | None, typer.Option(help="Check this export instead of the database.")] = None,
    public_key: Annotated[
        str | None, typer.Option(help="For an export: what `verbatim audit public-key` says.")
    ] = None,
) -> None:
    """Check the log. Exit status 1 when a row was changed, removed or inserted; the first one is named."""
    try:
        if file is None:
            report = asyncio.run(_verify())
        else:
            keys = PublicKeys.read(public_key) if public_key else PublicKeys.of(_keys(Settings()).keys)
            report = verify_file(file, keys)
    except (SettingsError, ProofError, ValueError) as error:
        typer.echo(f"verbatim: The audit log cannot be checked: {error}", err=True)
        raise typer.Exit(2) from error
    typer.echo(str(report))
    for problem in report.problems[1:] if report.ok else report.problems:
        if problem is not report.first:
            typer.echo(f"  {problem}")
    if not report.ok:
        raise typer.Exit(1)


@audit_cli.command("public-key")
def public_key_command() -> None:
    """Say the public key that exports are checked with. Keep it somewhere else than on this server."""
    typer.echo(PublicKeys.of(_keys(Settings()).keys).text())


@audit_cli.command("export")
def export_command(file: Annotated[Path, typer.Argument(help="Where to write.")]) -> None:
    """Write the sealed log with its proof, for `verbatim audit verify --file`."""
    count = asyncio.run(_export(file))
    typer.echo(f"{count} rows written to {file}.")


def _keys(settings: Settings) -> AuditWriter:
    return AuditWriter(key_ring(enterprise_settings().keys, settings.data_dir))


async def prove_audit_log(settings: Settings, database: Database) -> tuple[bool, str]:
    """Say whether the log of a database is complete and unchanged, for whoever moved it."""
    report = await verify(database, _keys(settings), Witness(settings.data_dir))
    return report.ok, str(report)


async def _verify() -> Report:
    async with open_database() as (settings, database):
        return await verify(database, _keys(settings), Witness(settings.data_dir))


async def _export(file: Path) -> int:
    async with open_database() as (_, database):
        return await write_proof(database, file)
