"""Which sources the mutants are of, and which tests are to notice them.

Tests that start servers or other processes do not belong here: a mutant is in the process that runs the tests. Nor do
those that need PostgreSQL: a thread makes their databases, and threads do not come along into a fork.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CORE, ENTERPRISE = "packages/backend", "packages/enterprise"


@dataclass(frozen=True)
class Target:
    """Sources with the tests that are theirs; all paths from the repository's root."""

    name: str
    sources: Sequence[str]
    tests: Sequence[str]


def _core(name: str, sources: str, tests: str, *further: str) -> Target:
    return Target(
        name,
        [f"{CORE}/verbatim/{one}.py" for one in sources.split()],
        [*(f"{CORE}/tests/{one}.py" for one in tests.split()), *further],
    )


def _enterprise(name: str, sources: str, tests: str) -> Target:
    return Target(
        name,
        [f"{ENTERPRISE}/verbatim_enterprise/{one}.py" for one in sources.split()],
        [f"{ENTERPRISE}/tests/{one}.py" for one in tests.split()],
    )


TARGETS = (
    _core("doubts", "adapters/transcription/postprocess adapters/transcription/doubt", "engines/test_postprocess"),
    _core(
        "ownership",
        "core/scoping core/ownership",
        "ownership/test_rules ownership/test_narrowed ownership/test_kept ownership/test_bulk_rights",
    ),
    _core("playback", "recordings/playback", "recordings/test_audio"),
    _core("corrections", "transcripts/service", "transcripts/test_editing transcripts/test_whole"),
    _core("exports", "transcripts/export", "transcripts/test_export"),
    _core(
        "jobs",
        "core/jobs/claims core/jobs/leases core/jobs/fairness",
        "jobs/test_fairness jobs/test_claims jobs/test_engine jobs/test_states jobs/test_overtaking",
    ),
    _core(
        "permissions",
        "permissions core/auth",
        "permissions/test_roles permissions/test_routes permissions/test_effects",
        f"{ENTERPRISE}/tests/auth/test_rbac.py",
    ),
    _enterprise("tokens", "auth/tokens", "auth/test_tokens auth/test_numbers"),
    _enterprise("throttle", "auth/throttle", "auth/test_throttle auth/test_numbers"),
    _enterprise("sessions", "auth/sessions", "auth/test_session_borders auth/test_refresh auth/test_numbers"),
    _enterprise(
        "licence",
        "license/states license/clock license/verdict license/outlook",
        "license/test_states license/test_clock license/test_verdict license/test_perpetual license/test_routes "
        "license/test_keys",
    ),
    _enterprise("scrub", "audit/scrub", "audit/test_pieces audit/test_secrets"),
    _enterprise(
        "chain",
        "audit/chain/verify audit/canonical audit/retention",
        "audit/test_pieces audit/test_borders audit/test_retention audit/test_forging audit/test_tampering",
    ),
    _enterprise("retention", "retention/selection", "retention/test_rules retention/test_job"),
    _enterprise("holds", "holds/guard", "holds/test_said documents/test_in_teams holds/test_keeping"),
    _enterprise("invitations", "teams/accept", "teams/test_invites"),
    _enterprise("addresses", "webhooks/addresses", "webhooks/test_hostile_addresses"),
    _enterprise("deliveries", "webhooks/schedule", "webhooks/test_giving_up webhooks/test_signing"),
    _enterprise(
        "keys",
        "api_keys/service api_keys/grants api_keys/secret",
        "api_keys/test_ends api_keys/test_limits api_keys/test_scopes api_keys/test_routes api_keys/test_secret "
        "api_keys/test_acting",
    ),
)
