"""Bodies within bounds: whole, as asked, and never more memory than the limit."""

import gzip
import os
import tracemalloc
import zlib

import pytest

from worker.errors import FetchError
from worker.net.decode import MAX_MEMBERS, BodyDecoder

URL = "https://feeds.example/a"
TEXT = "Vapur iskeleden ayrıldı. ".encode() * 4000


def decode(
    data: bytes, encoding: str | None = "gzip", limit: int = 1_000_000, step: int = 1000, **kwargs: object
) -> bytes:
    decoder = BodyDecoder(URL, encoding, limit, **kwargs)  # type: ignore[arg-type]
    for start in range(0, len(data), step):
        decoder.feed(data[start : start + step])
    assert decoder.received_bytes == len(data)
    return decoder.finish()


def decode_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("step", [1, 7, 1000, 1_000_000])
def test_gzip_comes_out_as_it_went_in_however_it_is_cut(step: int) -> None:
    data = gzip.compress(TEXT) if step > 1 else gzip.compress(TEXT[:3000])
    assert decode(data, step=step) == gzip.decompress(data)


def test_plain_bodies_and_odd_spellings_are_read() -> None:
    assert decode(TEXT, None) == TEXT
    assert decode(b"", None) == b""
    assert decode(TEXT, "identity") == TEXT
    assert decode(gzip.compress(TEXT), " X-GZIP ") == TEXT


def test_members_are_joined_and_zero_padding_is_not_data() -> None:
    assert decode(gzip.compress(b"one ") + gzip.compress(b"two")) == b"one two"
    assert decode(gzip.compress(b"one ") + gzip.compress(b"two"), step=1) == b"one two"
    assert decode(gzip.compress(b"one") + b"\0" * 512) == b"one"


def test_deflate_is_read_in_both_forms_when_it_was_asked_for() -> None:
    assert decode(zlib.compress(TEXT), "deflate", asked=("gzip", "deflate")) == TEXT
    assert decode(decode_raw(TEXT), "deflate", asked=("gzip", "deflate")) == TEXT


@pytest.mark.parametrize(
    "encoding", ["gzip, gzip", "gzip,br", "br", "zstd", "deflate", "compress", "utf-8", "identity, gzip, gzip"]
)
def test_what_was_not_asked_for_is_refused_before_a_byte_is_decoded(encoding: str) -> None:
    with pytest.raises(FetchError) as caught:
        BodyDecoder(URL, encoding, 1000)
    assert caught.value.kind == "encoding"
    assert str(caught.value).startswith(URL)


@pytest.mark.parametrize("cut", [1, 4, 8, 9, 500])
def test_a_body_cut_short_is_an_error(cut: int) -> None:
    whole = gzip.compress(os.urandom(2000))
    with pytest.raises(FetchError, match="part of it is missing"):
        decode(whole[:-cut])


@pytest.mark.parametrize("damage", [-1, -5, 40])
def test_a_wrong_checksum_length_or_byte_is_an_error(damage: int) -> None:
    data = bytearray(gzip.compress(os.urandom(200)))
    data[damage] ^= 0xFF
    with pytest.raises(FetchError) as caught:
        decode(bytes(data))
    assert caught.value.kind == "encoding"


@pytest.mark.parametrize(
    "data", [b"", b"<rss/>", gzip.compress(b"x") + b"trailing"], ids=["empty", "plain", "trailing"]
)
def test_what_is_not_gzip_to_its_end_is_an_error(data: bytes) -> None:
    with pytest.raises(FetchError) as caught:
        decode(data)
    assert caught.value.kind == "encoding"


def test_the_limit_is_exact_for_both_forms() -> None:
    assert len(decode(b"x" * 1000, None, limit=1000)) == 1000
    assert len(decode(gzip.compress(b"x" * 1000), limit=1000)) == 1000
    for data, encoding in ((b"x" * 1001, None), (gzip.compress(b"x" * 1001), "gzip")):
        with pytest.raises(FetchError) as caught:
            decode(data, encoding, limit=1000)
        assert caught.value.kind == "too_large"


def test_a_bomb_costs_bounded_memory() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()
    tracemalloc.start()
    with pytest.raises(FetchError) as caught:
        decode(bomb, limit=1 << 20, step=1 << 16)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert caught.value.kind == "too_large"
    assert peak < 4 << 20


def test_a_flood_of_members_is_refused() -> None:
    assert decode(gzip.compress(b"x") * MAX_MEMBERS) == b"x" * MAX_MEMBERS
    with pytest.raises(FetchError, match="members"):
        decode(gzip.compress(b"") * (MAX_MEMBERS + 1))
