"""Documents that are archives of XML (OOXML, OpenDocument), read with bounds: nothing is unpacked to a disk, nothing
is expanded, and a part is never held as a tree.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol
from xml.etree.ElementTree import ParseError

from verbatim.adapters.documents.errors import ComplexDocument, DamagedDocument, EncryptedDocument, ForbiddenContent
from verbatim.core.cage import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import defusedxml
    import defusedxml.ElementTree as Defused
else:
    defusedxml, Defused = lazy("defusedxml"), lazy("defusedxml.ElementTree")

MIB = 1024 * 1024
MOST_ENTRIES = 20_000
MOST_BYTES = 384 * MIB
"""Unpacked bytes of all parts that are read of one document."""
MOST_RATIO = 400
"""A part that unpacks to more times its size, and to more than `RATIO_FROM`, was made to do harm."""
RATIO_FROM = 24 * MIB
MOST_DEPTH = 2_000
CHUNK = 64 * 1024


class Handler(Protocol):
    """What is told of a part's elements, by their names without namespaces."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def data(self, text: str) -> None: ...

    def end(self, name: str) -> None: ...


class Package:
    """The parts of one document. All that is read counts towards `MOST_BYTES`."""

    def __init__(self, file: ForeignFile) -> None:
        """Open the archive.

        Raises:
            DamagedDocument, ComplexDocument, EncryptedDocument: see there.
        """
        try:
            self._zip = zipfile.ZipFile(io.BufferedReader(file.reader()))
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
            raise DamagedDocument from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        if len(self._zip.infolist()) > MOST_ENTRIES:
            raise ComplexDocument
        if len(self._zip.infolist()) != len(self._entries):
            raise DamagedDocument("Parts of the document have the same name; save it anew and upload that.")
        if any(entry.flag_bits & 0x1 for entry in self._entries.values()):
            raise EncryptedDocument
        self._left = MOST_BYTES

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._entries)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part's bytes.

        Raises:
            DamagedDocument: there is no such part, or it cannot be unpacked.
            ComplexDocument: it unpacks to more than is read.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise DamagedDocument(f"The document lacks its part {name[:100]}; save it anew and upload that.")
        size = 0
        try:
            with self._zip.open(entry) as part:
                while piece := part.read(CHUNK):
                    size += len(piece)
                    self._left -= len(piece)
                    if self._left < 0 or (size > RATIO_FROM and size > MOST_RATIO * max(1, entry.compress_size)):
                        raise ComplexDocument
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise DamagedDocument from error

    def tell(self, name: str, handler: Handler) -> Iterator[None]:
        """Tell a handler of a part's elements, with a pause after each chunk for what it has found.

        Raises:
            DamagedDocument, ComplexDocument, ForbiddenContent: see there.
        """
        parser = Defused.DefusedXMLParser(target=_Target(handler), forbid_dtd=True)
        try:
            for piece in self.chunks(name):
                parser.feed(piece)
                yield
            parser.close()
        except defusedxml.DefusedXmlException as error:
            raise ForbiddenContent from error
        except (ParseError, LookupError, UnicodeError) as error:
            raise DamagedDocument from error
        yield

    def tell_all(self, name: str, handler: Handler) -> None:
        """As `tell`, at once; a part that is missing tells nothing."""
        if name in self._entries:
            for _ in self.tell(name, handler):
                pass

    def main_part(self, otherwise: str) -> str:
        """Return the name of the part with the document itself."""
        found = [target for _, kind, target in self.links_of("") if kind.endswith("/officeDocument")]
        return found[0] if found else otherwise

    def links_of(self, part: str) -> list[tuple[str, str, str]]:
        """Return the relations of a part to others in the package: id, kind and name. What lies outside is left out:
        nothing is ever fetched.
        """
        folder, name = posixpath.split(part)
        links = _Links()
        self.tell_all(posixpath.join(folder, "_rels", f"{name}.rels"), links)
        inside = [(key, kind, posixpath.normpath(posixpath.join("/", folder, to))[1:]) for key, kind, to in links.found]
        return [link for link in inside if link[2] in self._entries]


class _Target:
    """Counts how deep elements lie, and leaves their namespaces out."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise ComplexDocument
        # Of two of one name, that with a namespace counts: the other is only a number to it.
        plain = {key: value for key, value in attributes.items() if key[0] != "{"}
        self._handler.start(_local(tag), plain | {_local(key): attributes[key] for key in attributes if key[0] == "{"})

    def data(self, text: str) -> None:
        self._handler.data(text)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._handler.end(_local(tag))

    def close(self) -> None:
        """Nothing is kept."""


def _local(name: str) -> str:
    return name.rpartition("}")[2]


class _Links:
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            get: Any = attributes.get
            self.found.append((get("Id", ""), get("Type", ""), get("Target", "")))

    def data(self, text: str) -> None:
        """Relations have no text."""

    def end(self, name: str) -> None:
        """Nothing follows."""
