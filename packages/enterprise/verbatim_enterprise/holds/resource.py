"""What a legal hold is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import Resource

HOLD = Resource(name="hold", model=Hold, private=True)
"""Its reason is for those who run the team."""
