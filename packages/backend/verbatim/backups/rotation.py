"""Which backups stay: the newest of each day, week and month, and always the newest that is complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from verbatim.backups.errors import DamagedError
from verbatim.backups.manifest import Manifest
from verbatim.backups.objects import stored_files
from verbatim.backups.settings import BackupSettings
from verbatim.backups.vault import Vault

_PERIODS: Final = ("%Y-%m-%d", "%G-%V", "%Y-%m")


def to_keep(backups: Mapping[str, datetime], most: Iterable[int]) -> set[str]:
    """Return the names of those that stay: the newest of each of so many days, weeks and months that have any."""
    newest_first = sorted(backups, key=lambda name: (backups[name], name), reverse=True)
    kept: set[str] = set(newest_first[:1])
    for form, count in zip(_PERIODS, most, strict=True):
        newest: dict[str, str] = {}
        for name in newest_first:
            newest.setdefault(backups[name].strftime(form), name)
        kept |= set(list(newest.values())[:count])
    return kept


async def rotate(vault: Vault, chosen: BackupSettings) -> tuple[int, int]:
    """Remove backups that need not stay, what unfinished ones left, and files that none uses any more.

    Returns how many backups and how many files. Where a list of files cannot be read, no file is removed.
    """
    manifests: dict[str, Manifest] = {}
    for name in await vault.names():
        try:
            manifests[name] = await vault.manifest(name)
        except DamagedError:
            return 0, 0  # somebody has to look at it first
    good = {name: one.taken_at for name, one in manifests.items() if not one.problems}
    most = (chosen.backup_keep_days, chosen.backup_keep_weeks, chosen.backup_keep_months)
    keep = to_keep(good, most) | {max(manifests, default="")}
    gone = [*[name for name in manifests if name not in keep], *await vault.unfinished()]
    for name in gone:
        await vault.remove_set(name)
    used: set[str] = set()
    try:
        for name in keep & manifests.keys():
            used |= {one.sha256 async for one in stored_files(vault, manifests[name])}
    except DamagedError:
        return len(gone), 0
    return len(gone), await vault.remove_unused(used)
