"""Walls of the kernel around a process on Linux: no network, no other process, no file that is not open already.

A filter over system calls (seccomp). Where the kernel or the processor has none, the limits still hold.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_SECCOMP_MODE_FILTER = 2
_SIGKILL = 9
_EACCES = 13
_RET_ALLOW, _RET_ERRNO = 0x7FFF0000, 0x00050000
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_OTHER_CONVENTION = 0x40000000  # calls of the x32 kind, which have numbers of their own

# What a decoder never needs.
_X86_64 = {
    "files": (2, 76, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 133, 188, 257, 258, 259, 260, 263, 264, 265, 266,
              268, 316, 319, 437),
    "network": (41, 42, 43, 44, 46, 49, 50, 53, 288, 307),
    "processes": (56, 57, 58, 59, 62, 101, 200, 234, 272, 308, 310, 311, 322, 424, 435, 438),
    "system": (160, 165, 250, 298, 302, 321, 323, 425),
}  # fmt: skip
_AARCH64 = {
    "files": (5, 33, 34, 35, 36, 37, 38, 45, 52, 53, 54, 55, 56, 276, 279, 437),
    "network": (198, 199, 200, 201, 202, 203, 206, 211, 242, 269),
    "processes": (97, 117, 129, 130, 131, 220, 221, 268, 270, 271, 281, 424, 435, 438),
    "system": (40, 164, 219, 241, 261, 280, 282, 425),
}
_MACHINES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def die_with_parent() -> None:
    """Let the kernel end this process when its parent ends, however it does."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)


def close_off() -> bool:
    """Raise the walls around this process for the rest of its life; False where there are none."""
    known = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    steps = _filter(*known)
    program = _Program(len(steps) // 8, steps)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(architecture: int, refused: dict[str, tuple[int, ...]]) -> bytes:
    """Make the program: calls of another architecture and those refused get "permission denied"."""
    numbers = sorted(number for group in refused.values() for number in group)
    steps = [_step(_LOAD, 4), _step(_IF_EQUAL, architecture, 0, len(numbers) + 3), _step(_LOAD, 0)]
    steps += [_step(_IF_AT_LEAST, _OTHER_CONVENTION, len(numbers) + 1)]
    # From step i of n the refusal stands n - i steps further on, behind the permission.
    steps += [_step(_IF_EQUAL, number, len(numbers) - index, 0) for index, number in enumerate(numbers)]
    steps += [_step(_RETURN, _RET_ALLOW), _step(_RETURN, _RET_ERRNO | _EACCES)]
    return b"".join(steps)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, value)
