"""robots.txt as RFC 9309 has it: asked of a host before its first page, kept for a day, obeyed.

    200         what it says of Galata, else of everybody
    4xx         there is none: all is allowed
    5xx, 429    refused for now, and so is a host that does not answer

protego reads the rules. Before it does, all groups that are not about us are made one: 15,000 groups with 15,000 rules,
which fit into one file, would be 225 million rules.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime

import httpx
from protego import Protego

from worker.errors import FetchError, ForbiddenAddress
from worker.net.decode import BodyDecoder
from worker.net.failures import describe_status
from worker.net.headers import parse_retry_after, read_max_age
from worker.net.hops import REDIRECTS, Headers, Limits, Trail, bound_fetch, open_response, start_trail, take_hop
from worker.net.http import hide_userinfo

PRODUCT = "Galata"
"""How a robots.txt names us, in any case."""
ROBOTS_BYTES = 500 * 1024  # what must be read by RFC 9309; the rest of a larger one is left out
ROBOTS_SECONDS = 10
ROBOTS_LIMITS = Limits(max_bytes=ROBOTS_BYTES + 128 * 1024, total_seconds=ROBOTS_SECONDS, connect_seconds=5)
KEEP_SECONDS, KEEP_AT_LEAST = 24 * 3600, 600
LONGEST_DELAY = 120.0  # a Crawl-delay of a day is a way to say no, or a mistake; two minutes are kept
HEADERS: Headers = [(b"Accept", b"text/plain, */*;q=0.5")]
AGENT = re.compile(r"[ \t\ufeff]*user[- ]?agent(?:[ \t]*:|[ \t])[ \t]*([^#]*)", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RobotsCopy:
    """A host's robots.txt, for whoever keeps it until the next page."""

    text: str
    """"" when there is none."""
    seconds: int
    """How long it may be kept."""


class RobotsRules:
    """What a robots.txt asks of us."""

    def __init__(self, text: str) -> None:
        self._parsed = Protego.parse(join_groups(text)) if text.strip() else None

    def allow(self, url: httpx.URL) -> bool:
        """Tell whether this page may be asked for."""
        return self._parsed is None or self._parsed.can_fetch(str(url), PRODUCT)

    @property
    def delay_seconds(self) -> float:
        """How long to wait between two pages: Crawl-delay or Request-rate, 0 when neither is there."""
        if self._parsed is None:
            return 0.0
        rate = self._parsed.request_rate(PRODUCT)
        delays = (self._parsed.crawl_delay(PRODUCT) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        return min(max(delays), LONGEST_DELAY)


def join_groups(text: str) -> str:
    """Return the text with every group that is not for us, by name or by `*`, under one other name."""
    return "\n".join(rename_agent(line) for line in text.splitlines())


def rename_agent(line: str) -> str:
    """Return a line, with the agent it names as ours, everybody, or somebody else."""
    found = AGENT.match(line)
    if found is None:
        return line
    name = found[1].strip().lower()
    # The product token ends where something else than a letter, `-` or `_` begins (`Galata/1.0`).
    token = re.split("[^a-z_-]", name, maxsplit=1)[0]
    kept = PRODUCT if token == PRODUCT.lower() else "*" if name == "*" else "somebody-else"
    return f"User-agent: {kept}"


async def fetch_robots(client: httpx.AsyncClient, page: httpx.URL, now: datetime) -> RobotsCopy:
    """Ask the host of a page for its robots.txt, through the guarded client.

    Raises FetchError of kind `robots` when the host cannot be asked for now; ForbiddenAddress when it may not be asked.
    """
    url = page.copy_with(path="/robots.txt", query=None, fragment=None)
    trail = start_trail(str(url))
    try:
        async with bound_fetch(hide_userinfo(str(url)), ROBOTS_LIMITS):
            return await follow_redirects(client, trail, now)
    except FetchError as error:
        if error.kind == "redirect":
            # Too many of them, or nowhere to go: RFC 9309 takes that for a file that is not there.
            return RobotsCopy("", KEEP_AT_LEAST)
        if error.kind == "robots" or (isinstance(error, ForbiddenAddress) and not trail.hops):
            raise
        raise refuse_for_now(str(url), error.why, error.status, error.retry_after) from None


async def follow_redirects(client: httpx.AsyncClient, trail: Trail, now: datetime) -> RobotsCopy:
    """Go from hop to hop, also to other hosts, until one answers."""
    shown = str(trail.url)
    while True:
        async with open_response(client, trail, HEADERS, ROBOTS_LIMITS) as response:
            if response.status_code not in REDIRECTS:
                return await read_answer(response, shown, now)
            take_hop(trail, response, shown, ROBOTS_LIMITS)


async def read_answer(response: httpx.Response, shown: str, now: datetime) -> RobotsCopy:
    """Return what is to be kept. Raises FetchError when the answer leaves open what is allowed."""
    status = response.status_code
    seconds = read_max_age(response.headers, now)
    kept = RobotsCopy("", KEEP_SECONDS if seconds is None else max(KEEP_AT_LEAST, min(seconds, KEEP_SECONDS)))
    if status == 200:
        return replace(kept, text=await read_text(response, shown))
    # 429 is a 4xx, but of all answers the last that means "take what you like".
    if 400 <= status <= 499 and status != 429:
        return kept
    retry_after = parse_retry_after(response.headers.get("retry-after"), now)
    raise refuse_for_now(shown, describe_status(response), status, retry_after)


async def read_text(response: httpx.Response, shown: str) -> str:
    """Return the first ROBOTS_BYTES as text; "" for a web page that is sent in place of the file."""
    decoder = BodyDecoder(shown, response.headers.get("content-encoding"), ROBOTS_LIMITS.max_bytes)
    try:
        async for chunk in response.aiter_raw():
            decoder.feed(chunk)
        body = decoder.finish()
    except FetchError as error:
        if error.kind != "too_large":
            raise
        body = decoder.taken()
    if len(body) > ROBOTS_BYTES:
        body = body[:ROBOTS_BYTES].rpartition(b"\n")[0]
    text = CONTROLS.sub(" ", body.decode("utf-8-sig", "replace"))
    return "" if text.lstrip().startswith("<") else text


def refuse_for_now(shown: str, why: str, status: int | None, retry_after: datetime | None) -> FetchError:
    """Make the error for a host that does not say what it allows."""
    what = f"its rules could not be read, so no page is asked for now: {why}"
    return FetchError(shown, what, status=status, retry_after=retry_after, kind="robots")
