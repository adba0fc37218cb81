"""The scratch installation of a proof: a database of its own, files of a sample, and a process that rehearses there."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

import asyncpg
from sqlalchemy import delete, update
from sqlalchemy.engine import make_url

from verbatim.adapters.storage.chosen import LOCAL
from verbatim.adapters.storage.local import LocalStorage
from verbatim.backups.errors import BackupError
from verbatim.backups.objects import Stored, copy_out
from verbatim.backups.recovery import CURRENT
from verbatim.backups.vault import Vault
from verbatim.core.backup_parts import Rehearsed
from verbatim.core.clock import new_id
from verbatim.core.jobs.models import IS_ACTIVE, Job
from verbatim.core.ownership import as_system
from verbatim.core.process import child_environment
from verbatim.recordings.models import Recording, StrayFile
from verbatim.runtime import Runtime

REHEARSAL_SECONDS: Final = 300.0
_LICENCE: Final = "VERBATIM_LICENSE"
"""How the variables begin that are taken over from this process; all others would lead to what is in use."""


@asynccontextmanager
async def scratch_database(url: str) -> AsyncIterator[str]:
    """Make an empty database on the server that `url` names, and drop it afterwards.

    Raises:
        BackupError: that is not allowed there, or the server is away.
    """
    address = make_url(url)
    name = f"verbatim_proof_{new_id().replace('-', '')}"
    plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        connection = await asyncpg.connect(plain, timeout=10)
    except (asyncpg.PostgresError, OSError, TimeoutError) as error:
        raise BackupError(f"The database server for the proof cannot be reached: {error}") from error
    try:
        try:
            await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        except asyncpg.InsufficientPrivilegeError as error:
            raise BackupError(
                "A proof needs a scratch database, and the role of this server may not make one. Have a superuser run "
                f'once: ALTER ROLE "{address.username}" CREATEDB; or name another database server with '
                "VERBATIM_BACKUP_SCRATCH_URL."
            ) from error
        try:
            yield address.set(database=name).render_as_string(hide_password=False)
        finally:
            await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    finally:
        await connection.close()


async def place_sample(runtime: Runtime, vault: Vault, sample: Sequence[Stored], folder: Path) -> list[str]:
    """Put some files on the disk of the scratch installation. Returns the ids of their recordings."""
    storage, ids = LocalStorage(folder / "files"), []
    with as_system("proof"):
        for one in sample:
            async with storage.open_writer(one.key) as writer:
                await copy_out(vault, one, writer.write)
            async with runtime.database.transaction() as session:
                found = await session.scalars(
                    update(Recording)
                    .where(Recording.storage_location == one.location, Recording.storage_key == one.key)
                    .values(storage_location=LOCAL)
                    .returning(Recording.id)
                    .execution_options(synchronize_session=False)
                )
                ids += list(found)
    return ids


async def hush(runtime: Runtime) -> None:
    """Make sure that the scratch installation does no work that reaches beyond it."""
    with as_system("proof"):
        async with runtime.database.transaction() as session:
            await session.execute(delete(StrayFile))
            await session.execute(delete(Job).where(IS_ACTIVE).execution_options(synchronize_session=False))
            for part in runtime.registry.contributions.backup_parts:
                if part.hushed is not None:
                    await part.hushed(session)


async def rehearse(
    command: Sequence[str], mode: str, folder: Path, url: str, secrets: Mapping[str, str], ids: Sequence[str]
) -> list[Rehearsed]:
    """Let a process of its own serve the scratch installation, with the keys of the backup and no settings of this one.

    Raises:
        BackupError: it does not come to an end.
    """
    env = child_environment()
    env |= {name: value for name, value in os.environ.items() if name.upper().startswith(_LICENCE)}
    env |= {name: value for name, value in secrets.items() if name.startswith(CURRENT)}
    env |= {"VERBATIM_MODE": mode, "VERBATIM_DATA_DIR": str(folder), "VERBATIM_DATABASE_URL": url}
    env |= {
        "VERBATIM_LOG_LEVEL": "error",
        "VERBATIM_LOG_FORMAT": "text",
        "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
    }
    process = await asyncio.create_subprocess_exec(
        *command, *ids, env=env, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(REHEARSAL_SECONDS):
            said, errors = await process.communicate()
    except TimeoutError:
        raise BackupError(f"The rehearsal has not ended after {REHEARSAL_SECONDS:.0f} seconds.") from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    return _heard(said, errors)


def _heard(said: bytes, errors: bytes) -> list[Rehearsed]:
    try:
        found: Any = json.loads(said.splitlines()[-1])
        return [Rehearsed(**one) for one in found]
    except (ValueError, TypeError, IndexError):
        why = errors.decode("utf-8", "replace").strip().splitlines()
        reason = why[-1] if why else "it said nothing"
        return [Rehearsed("rehearsal", 0, [f"A server does not start on what was restored: {reason}"])]
