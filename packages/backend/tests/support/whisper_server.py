"""A transcription service in the published OpenAI format, around the real faster-whisper, in its own process.

`python -m support.whisper_server MODEL_FOLDER [switches]` prints its port and serves until its standard input
ends. The switches make it refuse, limit or delay, as hosted services do.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from aiohttp import web
from verbatim.adapters.transcription.languages import language_name

_HERE = Path(__file__).parent


@contextlib.contextmanager
def running(model: Path, **switches: str | float) -> Iterator[str]:
    """Start the server as a process and give its base address."""
    arguments = [text for name, value in switches.items() for text in (f"--{name.replace('_', '-')}", str(value))]
    process = subprocess.Popen(
        [sys.executable, "-m", "support.whisper_server", str(model), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=_HERE.parent,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def seen(base: str) -> dict[str, Any]:
    """What the server counted: requests, refusals, largest body, prompts."""
    with urllib.request.urlopen(f"{base}/seen") as response:  # noqa: S310  our own server
        return cast("dict[str, Any]", json.load(response))


class _Service:
    def __init__(self, options: argparse.Namespace) -> None:
        from faster_whisper import WhisperModel  # noqa: PLC0415  the importer of `running` must not pay for it

        self.options = options
        self.model = WhisperModel(options.model, device="cpu", local_files_only=True)
        self.seen: dict[str, Any] = {"requests": 0, "largest": 0, "formats": [], "languages": []}

    def application(self) -> web.Application:
        app = web.Application(client_max_size=512 * 1024 * 1024)
        app.router.add_get("/v1/models", self.models)
        app.router.add_get("/seen", self.report)
        app.router.add_post("/v1/audio/transcriptions", self.transcribe)
        return app

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


async def _serve(options: argparse.Namespace) -> None:
    runner = web.AppRunner(_Service(options).application())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201  the parent reads it
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("--api-key", default="")
    parser.add_argument("--refuse-first", type=int, default=0)
    parser.add_argument("--refuse-status", type=int, default=429)
    parser.add_argument("--retry-after", default="0")
    parser.add_argument("--max-bytes", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--formats", default="verbose_json,json,text")
    asyncio.run(_serve(parser.parse_args()))


if __name__ == "__main__":
    main()
