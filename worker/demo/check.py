"""Whether a run over both editions decided as `editions.EXPECTED` says, whatever order the outlets were read in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from worker.demo.editions import EXPECTED, Expectation
from worker.demo.render import Edition


@dataclass(frozen=True, slots=True)
class Decision:
    """What a run decided on one item; `story` is whatever names a story in that run."""

    feed: str
    identity: str
    edition: Edition
    relevant: bool
    relation: str
    story: str


Pairs = Sequence[tuple[Expectation, Decision]]


def find_surprises(decisions: Iterable[Decision], base_url: str) -> list[str]:
    """Where a run differs from `EXPECTED`, one line each; empty when it reached every decision."""
    reached = {(d.feed, d.identity, d.edition): d for d in decisions}
    pairs = [(want, reached.pop((want.feed, want.identity_at(base_url), want.edition), None)) for want in EXPECTED]
    seen = [(want, got) for want, got in pairs if got]
    kept = [(want, got) for want, got in seen if want.relevant and got.relevant]
    return [
        *(f"{want.place}: not seen" for want, got in pairs if not got),
        *(f"{d.feed}, {d.identity} ({d.edition}): not expected" for d in reached.values()),
        *compare_relevance(seen),
        *compare_relations(kept),
        *compare_stories(kept),
    ]


def compare_relevance(seen: Pairs) -> list[str]:
    """Items kept that should be left out, and the reverse."""
    wrong = [want for want, got in seen if want.relevant != got.relevant]
    return [f"{want.place}: {'left out' if want.relevant else 'kept'}, wrongly ({want.note})" for want in wrong]


def compare_relations(kept: Pairs) -> list[str]:
    """Stories whose relations in an edition, taken together, are not the expected ones."""
    wanted, reached = defaultdict(list), defaultdict(list)
    same = {(want.story, want.edition, want.also): want.relation for want, _ in kept if want.also}
    for want, got in kept:
        key = (want.story, want.edition)
        wanted[key].append(want.relation)
        reached[key].append(same.get((*key, got.relation), got.relation))
    return [
        f"story {key[0]} ({key[1]}): {', '.join(sorted(reached[key]))}; should be {', '.join(sorted(relations))}"
        for key, relations in wanted.items()
        if sorted(relations) != sorted(reached[key])
    ]


def compare_stories(kept: Pairs) -> list[str]:
    """Stories that were torn apart or thrown together."""
    parts, mixed = defaultdict(set), defaultdict(set)
    for want, got in kept:
        parts[want.story].add(got.story)
        mixed[got.story].add(want.story)
    torn = [f"story {story}: in {len(found)} pieces" for story, found in parts.items() if len(found) > 1]
    return torn + [f"stories {', '.join(sorted(names))}: merged" for names in mixed.values() if len(names) > 1]
