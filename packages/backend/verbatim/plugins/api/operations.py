"""What operators look at: checks, figures, spans, backups and processes."""

from verbatim.core.backup_parts import BackupPart, Rehearsal, Rehearsed
from verbatim.core.checks import HEALTH_REPORT, Check, Checker, CheckStatus, HealthCheck
from verbatim.core.figures.text import Figure
from verbatim.core.member import Member
from verbatim.core.process import child_environment, is_dead, process_id
from verbatim.core.services import Service, ServiceMissingError
from verbatim.core.spans import begin as begin_span
from verbatim.core.spans import carried, is_tracing, read_carried, traceparent
from verbatim.core.spans import end as end_span
from verbatim.core.tallies import OwnTallies, Tallies

__all__ = [
    "HEALTH_REPORT",
    "BackupPart",
    "Check",
    "CheckStatus",
    "Checker",
    "Figure",
    "HealthCheck",
    "Member",
    "OwnTallies",
    "Rehearsal",
    "Rehearsed",
    "Service",
    "ServiceMissingError",
    "Tallies",
    "begin_span",
    "carried",
    "child_environment",
    "end_span",
    "is_dead",
    "is_tracing",
    "process_id",
    "read_carried",
    "traceparent",
]
