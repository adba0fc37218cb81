"""Somebody who floods a server with wrong sign-ins: `flood.py URL SECONDS ATTEMPTS_PER_S FIRST`.

A program of its own that imports next to nothing, so that what it costs is not taken from the server it attacks. Each
attempt has a connection, a name and an address of its own, so that no throttle helps; the server has to believe a
local proxy (VERBATIM_TRUSTED_PROXIES). Prints how many answers there were of each status, as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter


async def main(url: str, seconds: float, rate: float, first: int) -> Counter[str]:
    host, port = url.removeprefix("http://").split(":")
    started, running = time.monotonic(), []
    for number in range(int(seconds * rate)):
        await asyncio.sleep(max(0.0, started + number / rate - time.monotonic()))
        running.append(asyncio.create_task(_attempt(host, int(port), first + number)))
    return Counter(await asyncio.gather(*running))


async def _attempt(host: str, port: int, number: int) -> str:
    body = json.dumps({"username": f"user{number}", "password": "wrong password"})
    request = (
        f"POST /api/auth/login HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n"
        f"X-Forwarded-For: 198.{18 + number // 62_500 % 2}.{number // 250 % 250}.{number % 250}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )
    try:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(request.encode())
        answer = await reader.read()
        writer.close()
    except OSError:
        return "none"
    return answer[9:12].decode() or "none"


if __name__ == "__main__":
    counted = asyncio.run(main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])))
    print(json.dumps(counted))
