"""A client of the HTTP API: `Verbatim`, and `AsyncVerbatim` for asyncio. Needs the extra ``client``."""

from verbatim.client.calls import ApiError, Page, Recording, Segment, Transcript
from verbatim.client.client import AsyncVerbatim, Verbatim

__all__ = ["ApiError", "AsyncVerbatim", "Page", "Recording", "Segment", "Transcript", "Verbatim"]
