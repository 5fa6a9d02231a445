"""The body of a response within bounds: what was asked for, whole, and never larger than the limit.

A decoder takes raw bytes as they arrive. httpx's own decoding is not used: a 600 MiB gzip bomb cost it 1.2 GiB, a
body cut short came out as a silent 200, and it decodes br and zstd although nobody asked (docs/evidence.md).
"""

import zlib

from worker.errors import FetchError

# `gzip -c a b` and block gzip make several members; one per 64 KiB of a 5 MiB body is 80. Each costs a decompressor.
MAX_MEMBERS = 128
GZIP_MAGIC = b"\x1f\x8b"
WBITS_GZIP, WBITS_ZLIB, WBITS_RAW = 31, 15, -15


class BodyDecoder:
    """Collects one body. `feed` and `finish` raise FetchError of kind `encoding` or `too_large`.

    `encoding` is the Content-Encoding header as it came; `asked` the codings the request offered to read.
    """

    def __init__(self, url: str, encoding: str | None, max_bytes: int, asked: tuple[str, ...] = ("gzip",)) -> None:
        self.received_bytes = 0
        self._url, self._max_bytes = url, max_bytes
        self._coding = self._read_coding(encoding or "", asked)
        self._body = bytearray()
        self._inflater: zlib._Decompress | None = None
        self._members = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next raw bytes; memory stays below the limit and one chunk, whatever they unpack to."""
        self.received_bytes += len(chunk)
        if self.received_bytes > self._max_bytes:
            raise self._too_large()
        if self._coding == "identity":
            self._body += chunk
            return
        try:
            self._inflate(chunk)
        except zlib.error as error:
            raise self._broken(f"is not the {self._coding} it says it is: {error}") from None

    def finish(self) -> bytes:
        """Return the whole body; a compressed one must have reached its end mark (for gzip: length and checksum)."""
        if self._coding != "identity" and (self._inflater is None or not self._inflater.eof):
            raise self._broken(f"ends before its {self._coding} end mark: part of it is missing")
        return bytes(self._body)

    def taken(self) -> bytes:
        """Return what came before the limit, for a body whose beginning is of use without its end."""
        return bytes(self._body)

    def _read_coding(self, encoding: str, asked: tuple[str, ...]) -> str:
        codings = [coding.strip().lower().removeprefix("x-") for coding in encoding.split(",")]
        codings = [coding for coding in codings if coding not in ("", "identity")]
        if len(codings) > 1:
            raise self._broken(f"is encoded {len(codings)} times over ({encoding[:60]!r}); nobody asked for that")
        if codings and codings[0] not in asked:
            raise self._broken(f"is encoded as {codings[0][:30]!r}; only {', '.join(asked)} was asked for")
        return codings[0] if codings else "identity"

    def _inflate(self, chunk: bytes) -> None:
        while chunk:
            if self._inflater is None or self._inflater.eof:
                if self._inflater is not None and not self._begins_member(chunk):
                    return
                self._inflater = self._open_member(chunk)
            # One byte more than fits tells a body of exactly the limit from a larger one.
            self._body += self._inflater.decompress(chunk, self._max_bytes - len(self._body) + 1)
            if len(self._body) > self._max_bytes:
                raise self._too_large()
            chunk = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail

    def _begins_member(self, chunk: bytes) -> bool:
        """Whether a new gzip member follows; zeros are padding, anything else is not gzip any more."""
        if self._coding == "gzip" and GZIP_MAGIC.startswith(chunk[:2]):
            return True
        if chunk.strip(b"\0"):
            raise self._broken(f"goes on after its {self._coding} end mark")
        return False

    def _open_member(self, chunk: bytes) -> "zlib._Decompress":
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise self._broken(f"has more than {MAX_MEMBERS} gzip members")
        if self._coding == "gzip":
            return zlib.decompressobj(WBITS_GZIP)
        # "deflate" means zlib by the standard, and raw deflate on many servers: 8 in the low bits is zlib's mark.
        return zlib.decompressobj(WBITS_ZLIB if chunk[0] & 0x0F == 8 else WBITS_RAW)

    def _too_large(self) -> FetchError:
        return FetchError(self._url, f"the body is larger than {self._max_bytes:,} bytes", kind="too_large")

    def _broken(self, why: str) -> FetchError:
        return FetchError(self._url, f"the body {why}", kind="encoding")
