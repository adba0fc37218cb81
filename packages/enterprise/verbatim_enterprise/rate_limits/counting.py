"""Counting on this machine: requests in any so many seconds, from two counters.

Windows begin at whole multiples of their length. What the one before had counts in part: as much of it as the last
``seconds`` still reach into. That lets in a burst once and never twice, and keeps two numbers for each caller.
"""

from __future__ import annotations

import math
import time

from verbatim_enterprise.host import Tallies
from verbatim_enterprise.rate_limits.rate import Decision, Window


def count(tallies: Tallies, kind: str, who: str, window: Window) -> Decision:
    """Decide about one request, and count it if it is let in."""
    now, seconds = time.monotonic(), window.seconds
    number, into = divmod(now, seconds)
    name, rest = f"rate {kind}/{who}/{seconds}", 1 - into / seconds
    this, last = str(int(number)), str(int(number) - 1)
    with tallies.alone(name):
        before, here = tallies.read(name, last)[0], tallies.read(name, this)[0]
        allowed = math.floor(before * rest + here) < window.quota
        if allowed:
            here += 1
            tallies.write(name, here, (number + 2) * seconds, this)
    waits = [seconds - into] if here else []
    if before:
        waits.append(rest * seconds % (seconds / before))
    remaining = max(0, window.quota - math.floor(before * rest + here)) if allowed else 0
    return Decision(allowed=allowed, window=window, remaining=remaining, reset=min(waits, default=0.0))
