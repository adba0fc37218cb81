"""What the traces feature contributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi import FastAPI

from verbatim.core.services import Service
from verbatim.core.settings.current import current
from verbatim.plugins.feature import Feature
from verbatim.runtime import Runtime
from verbatim.traces.settings import TraceSettings

if TYPE_CHECKING:
    from verbatim.traces.exporter import Exporter

EXPORTER: Final[Service[Exporter]] = Service("traces")


async def start_traces(app: FastAPI) -> None:
    """Begin to take spans, where there is a collector for them."""
    chosen = current(TraceSettings)
    if not chosen.traces_endpoint:
        return
    from verbatim.traces import exporter  # noqa: PLC0415 - most servers have no collector

    runtime: Runtime = app.state.runtime
    EXPORTER.put(app, exporter.Exporter(chosen, "worker" if runtime.is_worker else "server")).start()


async def stop_traces(app: FastAPI) -> None:
    if (found := EXPORTER.found(app)) is not None:
        await found.stop()


feature = Feature(name="traces", startup=(start_traces,), shutdown=(stop_traces,))
