"""A client of the HTTP API: `Verbatim`, and `AsyncVerbatim` for asyncio. Needs the extra ``client``. Written by hand:
see decision 29.
"""

from verbatim.client.calls import ApiError, Change, Page, Recording, Segment, Transcript
from verbatim.client.client import AsyncVerbatim, Verbatim

__all__ = ["ApiError", "AsyncVerbatim", "Change", "Page", "Recording", "Segment", "Transcript", "Verbatim"]
