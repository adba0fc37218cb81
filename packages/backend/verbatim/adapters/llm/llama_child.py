"""The process in which a local model runs: llama.cpp's server on an address of this machine only.

It prints its address once it listens, and ends when whoever started it does.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, Final

_AT_ONCE: Final = 2


def main() -> None:
    """Serve the model file named by the first argument, with as many tokens of context as the second says."""
    llama: Any = import_module("xllamacpp")
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # the library prints; our only line is the address
    told = llama.CommonParams()
    # What is given is shared among those that are answered at once.
    told.model.path, told.n_ctx = sys.argv[1], _AT_ONCE * int(sys.argv[2])
    told.hostnames, told.port = ["127.0.0.1"], 0
    told.n_parallel, told.warmup = _AT_ONCE, False
    told.api_keys = [os.environ.pop("LLAMA_CHILD_KEY")]
    told.cpuparams.n_threads = max(1, len(os.sched_getaffinity(0)) - 1)
    server = llama.Server(told)
    out.write(f"{server.listening_address}\n")
    out.flush()
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)  # its threads wait for requests


if __name__ == "__main__":
    main()
