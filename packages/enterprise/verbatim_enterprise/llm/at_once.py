"""Putting by and settling on PostgreSQL, each in one statement: a call waits for both.

They do what `spending` does step by step, which is how SQLite does it, and who is refused here learns there why.
Budgets are locked in the order of their ids in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, DateTime, Integer, String, TextClause, bindparam, text

_TYPES: Final[Mapping[str, Any]] = {
    "now": DateTime(timezone=True),
    "day": DateTime(timezone=True),
    "month": DateTime(timezone=True),
    "is_local": Boolean(),
    "blocks_unpriced": Boolean(),
    "estimated": Boolean(),
    **dict.fromkeys(("tokens_in", "tokens_out", "tokens_cached", "latency_ms", "first_byte_ms"), Integer()),
    **dict.fromkeys(("put_by", "longest", "cost", "used_tokens", "used_micros"), BigInteger()),
}


def _typed(sql: str) -> TextClause:
    """Return a statement whose parameters have types: PostgreSQL would guess those of numbers and of null."""
    plain = text(sql)
    names = plain._bindparams  # noqa: SLF001 - no public way
    return plain.bindparams(*(bindparam(name, type_=_TYPES.get(name, String())) for name in names))


RESERVE: Final = _typed("""
WITH price AS (
    SELECT input_micros, output_micros, cached_micros FROM llm_prices
    WHERE endpoint_id = :endpoint_id AND model = :model AND valid_from <= :now
    ORDER BY valid_from DESC LIMIT 1
), amount AS (
    SELECT CAST(:tokens_in AS bigint) + :put_by AS tokens, CAST(coalesce((
        SELECT ceil((CAST(:tokens_in AS numeric) * input_micros + CAST(:put_by AS numeric) * output_micros) / 1000000)
        FROM price WHERE NOT :is_local
    ), 0) AS bigint) AS micros, CAST(coalesce((
        SELECT ceil((CAST(:tokens_in AS numeric) * input_micros + CAST(:longest AS numeric) * output_micros) / 1000000)
        FROM price WHERE NOT :is_local
    ), 0) AS bigint) AS worst
), budgets AS (
    SELECT id, limit_tokens, limit_micros, CASE period WHEN 'day' THEN :day ELSE :month END AS period_start
    FROM llm_budgets
    WHERE NOT :is_local AND (
        scope = 'installation' OR (scope = 'team' AND scope_id = :team_id)
        OR (scope = 'user' AND scope_id = :user_id) OR (scope = 'key' AND scope_id = :key_id)
    )
), locked AS MATERIALIZED (
    SELECT spend.budget_id, spend.period_start,
        coalesce(used_tokens + reserved_tokens + tokens <= limit_tokens, true)
            AND coalesce(used_micros + reserved_micros + micros <= limit_micros, true) AS fits
    FROM budgets JOIN llm_spend AS spend ON budget_id = id AND spend.period_start = budgets.period_start, amount
    ORDER BY spend.budget_id FOR UPDATE OF spend
), verdict AS MATERIALIZED (
    SELECT count(*) = (SELECT count(*) FROM budgets) AND coalesce(bool_and(fits), true) AND (
        :is_local OR EXISTS (SELECT FROM price)
        OR NOT (:blocks_unpriced OR EXISTS (SELECT FROM budgets WHERE limit_micros IS NOT NULL))
    ) AS may FROM locked
), put AS (
    INSERT INTO llm_spend AS spend (
        budget_id, period_start, used_tokens, used_micros, reserved_tokens, reserved_micros, told, mailed
    )
    SELECT budget_id, period_start, 0, 0, tokens, micros, 0, 0 FROM locked, amount
    WHERE (SELECT may FROM verdict) ORDER BY budget_id
    ON CONFLICT (budget_id, period_start) DO UPDATE SET
        reserved_tokens = spend.reserved_tokens + excluded.reserved_tokens,
        reserved_micros = spend.reserved_micros + excluded.reserved_micros
), written AS (
    INSERT INTO llm_usage (
        id, endpoint_id, provider, model, feature, user_id, team_id, key_id, recording_id, tokens_in, tokens_out,
        tokens_cached, estimated, outcome, reserved_tokens, reserved_micros, reserved_for,
        worst_micros, worst_tokens, holder, started_at, seen_at
    )
    SELECT :id, :endpoint_id, :provider, :model, :feature, :user_id, :team_id, :key_id, :recording_id, :tokens_in, 0,
        0, true, 'running', tokens, micros,
        (SELECT coalesce(json_agg(budget_id ORDER BY budget_id), CAST('[]' AS json)) FROM locked),
        worst, CAST(:tokens_in AS bigint) + :longest, :holder, :now, :now
    FROM amount WHERE (SELECT may FROM verdict)
)
SELECT may, input_micros, output_micros, cached_micros FROM verdict LEFT JOIN price ON true
""")
"""Puts something by in every budget and writes the call down, or changes nothing."""

SETTLE: Final = _typed("""
WITH call AS (
    UPDATE llm_usage SET
        tokens_in = :tokens_in, tokens_out = :tokens_out, tokens_cached = :tokens_cached, estimated = :estimated,
        cost_micros = :cost, outcome = :outcome, finished_at = :now, latency_ms = :latency_ms,
        first_byte_ms = :first_byte_ms
    WHERE id = :id AND finished_at IS NULL
    RETURNING provider, user_id, team_id, key_id, reserved_tokens, reserved_micros, reserved_for
), budgets AS (
    SELECT id, CASE period WHEN 'day' THEN :day ELSE :month END AS period_start,
        id IN (SELECT json_array_elements_text(reserved_for)) AS is_put, reserved_tokens, reserved_micros
    FROM call JOIN llm_budgets ON scope = 'installation' OR (scope = 'team' AND scope_id = call.team_id)
        OR (scope = 'user' AND scope_id = call.user_id) OR (scope = 'key' AND scope_id = call.key_id)
    WHERE provider <> 'local'
), counted AS (
    INSERT INTO llm_spend AS spend (
        budget_id, period_start, used_tokens, used_micros, reserved_tokens, reserved_micros, told, mailed
    )
    SELECT id, period_start, :used_tokens, :used_micros, 0, 0, 0, 0 FROM budgets ORDER BY id
    ON CONFLICT (budget_id, period_start) DO UPDATE SET
        used_tokens = spend.used_tokens + excluded.used_tokens,
        used_micros = spend.used_micros + excluded.used_micros,
        reserved_tokens = spend.reserved_tokens
            - (SELECT CASE WHEN is_put THEN budgets.reserved_tokens ELSE 0 END FROM budgets WHERE id = spend.budget_id),
        reserved_micros = spend.reserved_micros
            - (SELECT CASE WHEN is_put THEN budgets.reserved_micros ELSE 0 END FROM budgets WHERE id = spend.budget_id)
    RETURNING budget_id, used_tokens, used_micros, told
)
SELECT counted.budget_id, counted.used_tokens, counted.used_micros, counted.told, limit_tokens, limit_micros
FROM call LEFT JOIN (counted JOIN llm_budgets ON llm_budgets.id = counted.budget_id) ON true
""")
"""Counts what a call has used. Gives a row for each budget with what is used of it now, one without a budget where
there is none, and none at all for a call that was settled already.
"""
