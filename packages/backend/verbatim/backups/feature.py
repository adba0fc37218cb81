"""What backups contribute."""

from __future__ import annotations

from verbatim.backups.models import BackupRun, Installation
from verbatim.backups.upkeep import start_backups, stop_backups
from verbatim.backups.watching import BACKUPS, backup_figures
from verbatim.plugins.feature import Feature

feature = Feature(
    name="backups",
    models=(Installation, BackupRun),
    checks=(BACKUPS,),
    collectors=(backup_figures,),
    startup=(start_backups,),
    shutdown=(stop_backups,),
)
