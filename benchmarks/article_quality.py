"""How much of an article is found on a page, and how much else comes with it: tests/data/pages, by words.

Each page says in comments (`<!--article-->…<!--/article-->`) what its author counts as article, which no extractor
sees: standfirst and subheads are, headline, captions, credits, boxes and comments are not. Precision is the share of
the found words that are the article's, recall the share of the article's words that were found, repetitions counted.
Beside it a naive baseline: the text of every <p>. Pages called `later-…` were written after the rules, and no rule was
mended from them: the better guide. Then pages a second through the child process.
`python -m benchmarks.article_quality --wrong` lists what was missed and what came along.
"""

import asyncio
import html
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from worker.net.extractor import Extractor
from worker.net.page import decode_page, parse_html, read_page

PAGES = Path(__file__).parent.parent / "tests" / "data" / "pages"
MARKED = re.compile("<!--article-->(.*?)<!--/article-->", re.DOTALL)
URL = "https://www.example.org/news/page.html"
ROUNDS = 10


class Score(NamedTuple):
    """Words in common, found, wanted."""

    common: int
    found: int
    wanted: int

    def describe(self) -> str:
        """ "P .98  R .97"."""
        precision = self.common / self.found if self.found else 1.0
        recall = self.common / self.wanted if self.wanted else 1.0
        return f"P {precision:.3f}  R {recall:.3f}"


def list_words(text: str) -> Counter[str]:
    """The words of a text, with how often each stands there."""
    return Counter(re.findall(r"\w+", text.casefold()))


def read_marked(body: bytes) -> str:
    """What the author counts as article."""
    text = decode_page(body, None)
    return html.unescape(re.sub(r"<!--|-->|<[^>]*>", " ", " ".join(MARKED.findall(text))))


def read_naively(body: bytes) -> str:
    """The text of every <p>."""
    return "\n".join(one.text_content() for one in parse_html(decode_page(body, None)).iter("p"))


def read_carefully(body: bytes) -> str:
    """What Galata takes for the article."""
    return read_page(body, None).text


def score_page(body: bytes, read: Callable[[bytes], str]) -> Score:
    """Compare what is found with what is marked."""
    found, wanted = list_words(read(body)), list_words(read_marked(body))
    return Score((found & wanted).total(), found.total(), wanted.total())


def add_scores(scores: list[Score]) -> Score:
    """All pages as one."""
    return Score(*(sum(parts) for parts in zip(*scores, strict=True)))


def print_wrong(body: bytes) -> None:
    """The words that were missed and those that came along."""
    found, wanted = list_words(read_carefully(body)), list_words(read_marked(body))
    print(f"    missed {' '.join((wanted - found).elements())}\n    extra  {' '.join((found - wanted).elements())}")


def measure_speed(bodies: list[bytes]) -> tuple[float, float]:
    """Seconds until a new child has answered once, and pages a second from then on."""

    async def run() -> tuple[float, float]:
        extractor = Extractor(20)
        started = time.perf_counter()
        await extractor.extract(URL, bodies[0], "text/html")
        first = time.perf_counter()
        for body in bodies * ROUNDS:
            await extractor.extract(URL, body, "text/html")
        ended = time.perf_counter()
        await extractor.close()
        return first - started, len(bodies) * ROUNDS / (ended - first)

    return asyncio.run(run())


def main() -> None:
    """Print the tables."""
    bodies = {path.stem: path.read_bytes() for path in sorted(PAGES.glob("*.html"))}
    readers = {"found": read_carefully, "every <p>": read_naively}
    for name, body in bodies.items():
        print(
            f"  {name:18} {'   '.join(f'{who} {score_page(body, read).describe()}' for who, read in readers.items())}"
        )
        if "--wrong" in sys.argv:
            print_wrong(body)
    for part, later in (("pages that rules were mended from", False), ("pages written later", True)):
        chosen = [body for name, body in bodies.items() if name.startswith("later-") is later]
        for who, read in readers.items():
            total = add_scores([score_page(body, read) for body in chosen])
            print(f"{len(chosen)} {part}, {who}: {total.describe()}")
    start, speed = measure_speed(list(bodies.values()))
    print(f"a new child answers after {start:.2f} s, then {speed:,.0f} pages a second")


if __name__ == "__main__":
    main()
