"""Everything that can be read out of a file of any format, however it is packed or spelled.

Archives are opened, streams inflated, base64 undone, entities, percent signs and escapes
resolved, tables read as rows, PDF read as text. Pixels are not read: for pictures the
comparison of bytes stands.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import pyarrow.parquet as pq
from pypdf import PdfReader

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_DEEPEST = 4


def layers(content: bytes, depth: int = 0) -> Iterator[bytes]:
    """The content itself and everything packed inside it."""
    yield content
    if depth >= _DEEPEST:
        return
    for inner in _inside(content):
        yield from layers(inner, depth + 1)


def _inside(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                yield member.filename.encode()
                yield archive.read(member)
    elif content.startswith(b"\x1f\x8b"):
        yield gzip.decompress(content)
    elif content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        yield "\n".join(page.extract_text() for page in reader.pages).encode()
        yield str(reader.metadata).encode()
        for stream in _PDF_STREAM.findall(content):
            try:
                yield zlib.decompress(stream)
            except zlib.error:
                continue
    elif content.startswith(b"PAR1"):
        table = pq.read_table(io.BytesIO(content))
        yield json.dumps(table.to_pylist(), default=_plain, ensure_ascii=False).encode()
        yield repr(table.schema.metadata).encode()
    elif not content.startswith(b"\x89PNG"):
        for run in _BASE64.findall(content):
            try:
                yield base64.b64decode(run, validate=True)
            except (binascii.Error, ValueError):
                continue


def _plain(value: object) -> str:
    # A geometry is bytes: its doubles are searched for in hexadecimal as well.
    return value.hex() if isinstance(value, bytes) else str(value)


def spellings(layer: bytes) -> Iterator[str]:
    """A layer as text in lower case, and with every way of escaping undone."""
    text = layer.decode("utf-8", errors="replace").casefold()
    yield text
    yield html.unescape(text)
    yield unquote(text)
    yield re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text).casefold()
    if b"\x00" in layer:
        yield layer.decode("utf-16-le", errors="replace").casefold()


def words_in(files: Iterable[bytes], words: Iterable[str]) -> set[str]:
    """Those of the words, in lower case, that any file holds in any spelling."""
    sought = set(words)
    found: set[str] = set()
    for content in files:
        for layer in layers(content):
            for text in spellings(layer):
                found |= {word for word in sought - found if word in text}
    return found


def numbers_in(files: Iterable[bytes], numbers: Iterable[float]) -> set[float]:
    """Those of the numbers that any file holds: in digits, or as a double or single, plain or in hexadecimal."""
    sought = {number: _forms(number) for number in numbers}
    found: set[float] = set()
    for content in files:
        for layer in layers(content):
            lower = layer.lower()
            found |= {
                number
                for number, forms in sought.items()
                if number not in found and any(form in layer or form in lower for form in forms)
            }
    return found


def _forms(number: float) -> tuple[bytes, ...]:
    packed = [struct.pack(order, number) for order in ("<d", ">d", "<f", ">f")]
    # A double is long enough in hexadecimal not to be met by chance; five digits too.
    return (
        *packed[:2],
        *(one.hex().encode() for one in packed[:2]),
        repr(number).encode(),
        f"{number:.5f}".encode(),
    )
