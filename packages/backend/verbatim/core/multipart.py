"""Forms read as they arrive (RFC 7578): files go to a sink piece by piece, so that memory does not grow with them.

The framework's own form parser first spools a whole file to a temporary folder and only then calls the route.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from python_multipart.multipart import MultipartParser, parse_options_header

from verbatim.core.disposition import parse_disposition
from verbatim.core.errors import InvalidInputError, TooLargeError
from verbatim.core.text import storable

MAX_FIELD_BYTES = 64 * 1024
MAX_PARTS = 64
MAX_HEADER_BYTES = 16 * 1024
"""Room for a file name of thousands of characters, four bytes each."""


class MalformedFormError(InvalidInputError):
    """The upload is not a well-formed form; send it as multipart/form-data."""

    code = "malformed_form"


class CutOffError(InvalidInputError):
    """The upload ended in the middle; nothing was kept. Send it again."""

    code = "upload_cut_off"


@dataclass
class FilePart:
    """The head of a file in a form. ``file_name`` is what the client says, path and all."""

    name: str
    file_name: str


FileSink = Callable[[bytes], Awaitable[None]]
OpenSink = Callable[[FilePart], Awaitable[FileSink]]


@dataclass
class _Part:
    headers: dict[str, bytes] = field(default_factory=dict)
    value: bytearray = field(default_factory=bytearray)
    name: str = ""
    sink: FileSink | None = None


class _Reader:
    """Turns the parser's callbacks into a list of steps that can be awaited."""

    def __init__(self, boundary: bytes) -> None:
        self.steps: list[tuple[str, bytes]] = []
        self.complete = False
        self._header = (bytearray(), bytearray())
        self.parser = MultipartParser(
            boundary,
            {
                "on_part_begin": lambda: self.steps.append(("begin", b"")),
                "on_header_field": lambda data, start, end: self._grow(0, data[start:end]),
                "on_header_value": lambda data, start, end: self._grow(1, data[start:end]),
                "on_header_end": self._header_end,
                "on_headers_finished": lambda: self.steps.append(("head", b"")),
                "on_part_data": lambda data, start, end: self.steps.append(("data", data[start:end])),
                "on_part_end": lambda: self.steps.append(("end", b"")),
                "on_end": self._end,
            },
            max_header_size=MAX_HEADER_BYTES,
        )

    def _grow(self, which: int, data: bytes) -> None:
        self._header[which].extend(data)

    def _header_end(self) -> None:
        name, value = self._header
        self.steps.append(("header", bytes(name).lower() + b"\0" + bytes(value)))
        self._header = (bytearray(), bytearray())

    def _end(self) -> None:
        self.complete = True


async def read_form(content_type: str, body: AsyncIterator[bytes], open_sink: OpenSink) -> dict[str, str]:
    """Read a form from `body`; each file's bytes go to the sink that `open_sink` gives for it.

    Returns the other fields by name.

    Raises:
        MalformedFormError: it is not a form.
        CutOffError: it ends in the middle.
        TooLargeError: a field is longer than `MAX_FIELD_BYTES`, or there are more than `MAX_PARTS` parts.
    """
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise MalformedFormError
    try:
        reader = _Reader(boundary)
    except ValueError as error:  # a boundary longer than any program makes
        raise MalformedFormError from error
    fields: dict[str, str] = {}
    parts: list[_Part] = []
    async for piece in body:
        try:
            reader.parser.write(piece)
        except (ValueError, KeyError) as error:
            raise MalformedFormError from error
        for kind_of_step, data in reader.steps:
            await _step(kind_of_step, data, parts, fields, open_sink)
        reader.steps.clear()
    if not reader.complete:
        raise CutOffError
    return fields


async def _step(kind: str, data: bytes, parts: list[_Part], fields: dict[str, str], open_sink: OpenSink) -> None:
    if kind == "begin":
        parts.append(_Part())
        if len(parts) > MAX_PARTS:
            raise TooLargeError("The form has too many parts.")
        return
    part = parts[-1]
    if kind == "header":
        name, _, value = data.partition(b"\0")
        part.headers[name.decode("latin-1")] = value
    elif kind == "head":
        await _open(part, open_sink)
    elif kind == "data" and part.sink is not None:
        await part.sink(data)
    elif kind == "data":
        part.value.extend(data)
        if len(part.value) > MAX_FIELD_BYTES:
            raise TooLargeError(f"The field {part.name} is too long.")
    elif kind == "end" and part.sink is None:
        text = storable(part.value.decode("utf-8", "replace"))
        several = part.name.endswith("[]") and part.name in fields  # how forms name what may be given several times
        fields[part.name] = f"{fields[part.name]}\n{text}" if several else text


async def _open(part: _Part, open_sink: OpenSink) -> None:
    said = parse_disposition(part.headers.get("content-disposition", b""))
    if not said.get("name"):
        raise MalformedFormError
    part.name = said["name"]
    if file_name := said.get("filename"):  # browsers send an empty name when no file was chosen
        part.sink = await open_sink(FilePart(part.name, file_name))
