"""A transcription service in the published OpenAI format, around the real faster-whisper, in its own process.

`python -m support.whisper_server MODEL_FOLDER` prints its port and serves until its standard input ends.
`WhisperServer.switch` makes it refuse, limit or delay, as hosted services do.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, cast

from aiohttp import web
from verbatim.adapters.transcription.languages import language_name

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Switches:
    """How the service behaves; `formats` are the response formats it knows."""

    api_key: str = ""
    refuse_first: int = 0
    refuse_status: int = 429
    retry_after: str = "0"
    max_bytes: int = 0
    delay: float = 0.0
    formats: str = "verbose_json,json,text"


@dataclass(frozen=True)
class WhisperServer:
    base: str

    def switch(self, **changes: Any) -> None:
        """Behave like this from now on, and count from nought."""
        body = json.dumps(asdict(replace(Switches(), **changes))).encode()
        with urllib.request.urlopen(f"{self.base}/switches", body):  # noqa: S310  our own server
            pass

    def seen(self) -> dict[str, Any]:
        """What it counted: requests, largest body, formats, languages and prompts asked for."""
        with urllib.request.urlopen(f"{self.base}/seen") as response:  # noqa: S310  same
            return cast("dict[str, Any]", json.load(response))


@contextlib.contextmanager
def running(model: Path) -> Iterator[WhisperServer]:
    """Start the server as a process, and end it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "support.whisper_server", str(model)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=_HERE.parent,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield WhisperServer(f"http://127.0.0.1:{int(process.stdout.readline())}")
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


class _Service:
    def __init__(self, model: str) -> None:
        from faster_whisper import WhisperModel  # noqa: PLC0415  the importer of `running` must not pay for it

        self.model = WhisperModel(model, device="cpu", local_files_only=True)
        self.options = Switches()
        self.seen: dict[str, Any] = {}
        self._reset(Switches())

    def application(self) -> web.Application:
        app = web.Application(client_max_size=512 * 1024 * 1024)
        app.router.add_get("/v1/models", self.models)
        app.router.add_get("/seen", self.report)
        app.router.add_post("/switches", self.switch)
        app.router.add_post("/v1/audio/transcriptions", self.transcribe)
        return app

    def _reset(self, options: Switches) -> None:
        self.options = options
        self.seen = {"requests": 0, "largest": 0, "formats": [], "languages": [], "prompts": []}

    async def switch(self, request: web.Request) -> web.Response:
        self._reset(Switches(**json.loads(await request.text())))
        return web.Response()

    async def report(self, _request: web.Request) -> web.Response:
        return web.json_response(self.seen)

    async def models(self, request: web.Request) -> web.Response:
        refusal = self._refuse_key(request)
        return refusal or web.json_response({"object": "list", "data": [{"id": "tiny", "object": "model"}]})

    async def transcribe(self, request: web.Request) -> web.Response:
        self.seen["requests"] += 1
        self.seen["largest"] = max(self.seen["largest"], request.content_length or 0)
        form = await request.post()
        if self.seen["requests"] <= self.options.refuse_first:
            return _error(self.options.refuse_status, "Slow down.", {"Retry-After": self.options.retry_after})
        refusal = self._refuse_key(request) or self._refuse_form(request, form)
        if refusal:
            return refusal
        await asyncio.sleep(self.options.delay)
        self.seen["formats"].append(form["response_format"])
        self.seen["languages"].append(form.get("language"))
        self.seen["prompts"].append(form.get("prompt"))
        upload = form["file"]
        assert isinstance(upload, web.FileField)
        granularities = [str(value) for value in form.getall("timestamp_granularities[]", [])]
        language = cast("str | None", form.get("language"))
        with tempfile.NamedTemporaryFile() as file:
            file.write(upload.file.read())
            file.flush()
            answer = await asyncio.to_thread(self._listen, file.name, language)
        if form["response_format"] == "text":
            return web.Response(text=answer["text"] + "\n")
        if form["response_format"] != "verbose_json":
            return web.json_response({"text": answer["text"]})
        if "word" not in granularities:
            del answer["words"]
        return web.json_response(answer)

    def _refuse_key(self, request: web.Request) -> web.Response | None:
        if self.options.api_key and request.headers.get("Authorization") != f"Bearer {self.options.api_key}":
            return _error(401, f"Incorrect API key provided: {request.headers.get('Authorization')}.")
        return None

    def _refuse_form(self, request: web.Request, form: Any) -> web.Response | None:
        if self.options.max_bytes and (request.content_length or 0) > self.options.max_bytes:
            return _error(413, "Maximum content size limit exceeded.")
        if form["model"] != "tiny":
            return _error(404, f"The model {form['model']} does not exist.")
        if form["response_format"] not in self.options.formats.split(","):
            return _error(400, f"response_format {form['response_format']} is not compatible with this model.")
        return None

    def _listen(self, path: str, language: str | None) -> dict[str, Any]:
        found, info = self.model.transcribe(path, language=language, word_timestamps=True, vad_filter=True)
        segments = list(found)
        words = [word for segment in segments for word in segment.words or ()]
        return {
            "task": "transcribe",
            "language": language_name(info.language).lower(),
            "duration": info.duration,
            "text": "".join(segment.text for segment in segments).strip(),
            # The published format has words without punctuation.
            "words": [{"word": w.word.strip(" .,"), "start": float(w.start), "end": float(w.end)} for w in words],
            "segments": [
                {
                    "id": s.id,
                    "seek": s.seek,
                    "start": float(s.start),
                    "end": float(s.end),
                    "text": s.text,
                    "tokens": s.tokens,
                    "temperature": s.temperature,
                    "avg_logprob": float(s.avg_logprob),
                    "compression_ratio": s.compression_ratio,
                    "no_speech_prob": float(s.no_speech_prob),
                }
                for s in segments
            ],
        }


def _error(status: int, message: str, headers: dict[str, str] | None = None) -> web.Response:
    body = {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}}
    return web.json_response(body, status=status, headers=headers)


async def _serve(model: str) -> None:
    runner = web.AppRunner(_Service(model).application(), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201  the parent reads it
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))
