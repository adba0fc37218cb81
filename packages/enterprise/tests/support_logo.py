"""A logo as a setting has it."""

from __future__ import annotations

from typing import Final

ADDRESS: Final = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNo"
    "aGBoaAAABgYCASzBUNcAAAAASUVORK5CYII="
)
"""Four grey pixels."""
