"""Which backups stay, what is copied again, and that nothing is deleted under a backup that is being taken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from support.backing_up import BackedUp
from support.client import Client
from support.recordings import GARDEN, REPORT
from verbatim.backups.models import RunKind, RunStatus
from verbatim.backups.rotation import to_keep
from verbatim.backups.runs import BusyError, noted_run
from verbatim.backups.settings import BackupSettings
from verbatim.core.settings.current import begin_with
from verbatim.uploads.strays import HeldError, delete_strays

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


def hourly(count: int) -> dict[str, datetime]:
    return {f"{number:05}": NOON - timedelta(hours=count - number) for number in range(count)}


def test_days_weeks_and_months_each_keep_their_newest() -> None:
    kept = to_keep(hourly(24 * 120), (7, 4, 3))
    days = {(NOON - timedelta(hours=24 * 120 - int(name))).date() for name in kept}
    assert {(NOON - timedelta(days=number)).date() for number in range(7)} <= days
    assert datetime(2026, 2, 28, tzinfo=UTC).date() in days
    assert datetime(2026, 1, 31, tzinfo=UTC).date() in days
    assert len(kept) <= 7 + 4 + 3


@pytest.mark.parametrize(("most", "count"), [((1, 0, 0), 1), ((3, 0, 0), 3), ((1, 1, 1), 1)])
def test_fewer_are_kept_where_fewer_are_wanted(most: tuple[int, int, int], count: int) -> None:
    assert len(to_keep(hourly(24 * 10), most)) == count
    assert to_keep({}, most) == set()


async def test_a_file_is_copied_once_and_goes_with_the_last_backup_that_has_it(
    app: FastAPI, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERBATIM_BACKUP_KEEP_WEEKS", "0")
    monkeypatch.setenv("VERBATIM_BACKUP_KEEP_MONTHS", "0")
    monkeypatch.setenv("VERBATIM_BACKUP_KEEP_DAYS", "1")
    chosen = BackupSettings()
    app.state.runtime.store.groups[BackupSettings] = begin_with(chosen)
    made = BackedUp(app, tmp_path / "backups")
    gone = (await client.upload(REPORT, transcribe="false"))["id"]
    await client.upload(GARDEN, transcribe="false")
    assert (await made.take()).copied.new == 2
    assert (await made.take(keep_all=True)).copied.new == 0
    assert len(await made.vault.names()) == 2
    assert (await client.delete(f"/api/recordings/{gone}")).status_code in {200, 204}
    taken = await made.take()
    assert (taken.copied.count, taken.copied.new, taken.removed) == (1, 0, 2)
    assert len([path for path in (made.folder / "objects").rglob("*") if path.is_file()]) == 1
    unfinished = made.folder / "sets" / "2020-01-01T00-00-00Z-00000000" / "objects.gz"
    unfinished.parent.mkdir()
    unfinished.write_bytes(b"x")
    await made.take()
    assert not unfinished.exists()


async def test_nothing_is_deleted_while_a_backup_is_being_taken(app: FastAPI, client: Client, tmp_path: Path) -> None:
    recording = (await client.upload(REPORT, transcribe="false"))["id"]
    database, storages = app.state.database, app.state.storages
    (file,) = BackedUp(app, tmp_path).stored()
    async with noted_run(database, RunKind.BACKUP, str(tmp_path)) as run:
        assert (await client.delete(f"/api/recordings/{recording}")).status_code in {200, 204}
        with pytest.raises(HeldError):
            await delete_strays(database, storages)
        assert file.exists()
        with pytest.raises(BusyError, match="Another backup is running"):
            async with noted_run(database, RunKind.BACKUP, str(tmp_path)):
                pass
        run.status = RunStatus.GOOD
    assert await delete_strays(database, storages) <= 1
    assert not file.exists()
