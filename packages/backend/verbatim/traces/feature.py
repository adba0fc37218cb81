"""What the traces feature contributes."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim.core.settings.current import current
from verbatim.plugins.feature import Feature
from verbatim.runtime import Runtime
from verbatim.traces.settings import TraceSettings


async def start_traces(app: FastAPI) -> None:
    """Begin to take spans, where there is a collector for them."""
    chosen = current(TraceSettings)
    if not chosen.traces_endpoint:
        return
    from verbatim.traces.exporter import Exporter  # noqa: PLC0415 - most servers have no collector

    runtime: Runtime = app.state.runtime
    app.state.traces = Exporter(chosen, "worker" if runtime.is_worker else "server")
    app.state.traces.start()


async def stop_traces(app: FastAPI) -> None:
    if (found := getattr(app.state, "traces", None)) is not None:
        await found.stop()


feature = Feature(name="traces", startup=(start_traces,), shutdown=(stop_traces,))
