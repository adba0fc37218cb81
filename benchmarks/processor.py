"""Processor time, which a busy machine blurs little."""

from __future__ import annotations

from pathlib import Path


def processor_seconds(pid: int) -> float:
    """Return the processor time of all threads of a process so far."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((task / "schedstat").read_text(encoding="ascii").split()[0])
        except FileNotFoundError:
            continue  # a thread that has just ended
    return total / 1e9


def parent(pid: int) -> int:
    """Return the number of the process that started this one."""
    return int(Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[1])


def family_seconds(pid: int) -> float:
    """Return the processor time of a process and of those it has started that live."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    total = 0.0
    for one in (pid, *map(int, children)):
        try:
            total += processor_seconds(one)
        except FileNotFoundError:
            continue
    return total
