"""Write deploy/monitoring/dashboard.json, what Grafana shows of a server's figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

PATH: Final = Path(__file__).resolve().parent.parent / "deploy" / "monitoring" / "dashboard.json"
_WIDTH, _HEIGHT = 8, 8
_PER_ROW: Final = 3

Panel = tuple[str, str, str, dict[str, str]]
"""Title, unit, kind of panel, and expressions by what stands in the legend."""

PANELS: Final[list[Panel]] = [
    ("Requests", "reqps", "timeseries", {"{{status}}": "sum by (status) (rate(verbatim_http_requests_total[5m]))"}),
    (
        "Time of requests",
        "s",
        "timeseries",
        {
            f"p{share}": f"histogram_quantile(0.{share}, sum by (le) (rate(verbatim_http_request_seconds_bucket[5m])))"
            for share in (50, 95, 99)
        },
    ),
    (
        "Slowest routes",
        "s",
        "timeseries",
        {
            "{{method}} {{route}}": "topk(8, sum by (method, route) (rate(verbatim_http_request_seconds_sum[5m])) "
            "/ sum by (method, route) (rate(verbatim_http_request_seconds_count[5m])))"
        },
    ),
    ("Jobs that wait", "short", "timeseries", {"{{type}}": "max by (type) (verbatim_jobs_waiting)"}),
    ("Oldest job", "s", "timeseries", {"{{type}}": "max by (type) (verbatim_jobs_oldest_waiting_seconds)"}),
    ("Failed jobs", "short", "timeseries", {"{{type}}": 'max by (type) (verbatim_jobs{status="failed"})'}),
    ("Processes", "short", "timeseries", {"{{role}}": "max by (role) (verbatim_processes)"}),
    ("Memory", "bytes", "timeseries", {"{{instance}}": "sum by (instance) (verbatim_process_resident_memory_bytes)"}),
    (
        "Processor",
        "percentunit",
        "timeseries",
        {"{{instance}}": "sum by (instance) (rate(verbatim_process_cpu_seconds_total[5m]))"},
    ),
    (
        "Disk that is free",
        "percentunit",
        "timeseries",
        {"{{instance}}": "verbatim_storage_free_bytes / verbatim_storage_size_bytes"},
    ),
    ("Age of the last good backup and proof", "s", "stat", {"{{kind}}": "min by (kind) (verbatim_backup_age_seconds)"}),
    ("Parts that are not well", "short", "table", {"": "min by (check, host) (verbatim_check_ok) == 0"}),
]


def _panel(number: int, panel: Panel) -> dict[str, Any]:
    title, unit, kind, expressions = panel
    row, column = divmod(number, _PER_ROW)
    return {
        "id": number + 1,
        "title": title,
        "type": kind,
        "datasource": {"type": "prometheus", "uid": "${source}"},
        "gridPos": {"x": column * _WIDTH, "y": row * _HEIGHT, "w": _WIDTH, "h": _HEIGHT},
        "fieldConfig": {"defaults": {"unit": unit, "min": 0}, "overrides": []},
        "targets": [
            {"refId": chr(ord("A") + place), "expr": expression, "legendFormat": legend}
            for place, (legend, expression) in enumerate(expressions.items())
        ],
    }


def dashboard() -> dict[str, Any]:
    """Return the dashboard as Grafana imports it."""
    return {
        "title": "Verbatim",
        "uid": "verbatim",
        "schemaVersion": 39,
        "timezone": "browser",
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "templating": {"list": [{"name": "source", "label": "Source", "type": "datasource", "query": "prometheus"}]},
        "panels": [_panel(number, panel) for number, panel in enumerate(PANELS)],
    }


def written() -> str:
    """Return it as text."""
    return json.dumps(dashboard(), indent=2) + "\n"


if __name__ == "__main__":
    PATH.write_text(written(), "utf-8")
