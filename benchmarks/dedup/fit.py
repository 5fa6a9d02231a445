"""The weights of `likeness`, fitted: a logistic regression on pairs of labelled reports and on forms filled in again.

What is fixed by hand is left as it is: what the labelled reports have too few of, or, as the days between reports of
one event, what their writers chose. Each pair is seen as the program sees it, with what was told before.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.dedup.forms import fill_forms
from benchmarks.dedup.galata import DAY
from benchmarks.dedup.quality import make_set
from benchmarks.dedup.texts import Text
from benchmarks.dedup.worn import SEEDS
from db.candidates import STORY_CANDIDATES
from tests.news.data_events import TUNED, EventReport, read_events
from tests.news.data_pairs import TUNING, Report
from tests.news.load_rules import load_judge, load_watch
from worker.news.fingerprint import make_fingerprint
from worker.news.keys import make_keys
from worker.news.likeness import BIASES, WEIGHTS, Profile, Rarity, Signs, count_stories, share_keys, weigh_signs
from worker.news.types import Fingerprint, Item
from worker.news.veto import is_refilled

FIXED = ("names", "scores", "turn", "apart")
AGAINST = ("entities", "days", "sums", "counts", "periods", "numbers", "length")  # what contradicts never speaks for it
# Nor does what is shared speak against it.
SHARED = ("strongest", "told", "named", "opening", "openings", "headline", "known", "texts", "titles")
REPORT, FORM = 1.0, 0.5  # how much a pair counts: forms are made, and many
RIDGE = 5.0
WINDOW = timedelta(days=4)
Array = NDArray[np.float64]


class Read(NamedTuple):
    """A report with its keys; reports of one event have one name."""

    event: str
    family: str
    language: str
    at: datetime
    profile: Profile
    wording: Fingerprint
    text: str


def read_report(event: str, family: str, language: str, at: datetime, title: str, text: str) -> Read:
    item = Item(title, content=text, language=language, published_at=at)
    keys = make_keys(item, load_judge().judge(item), load_watch().everywhere)
    return Read(event, family, language, at, Profile(keys), make_fingerprint(item), text)


class Pair(NamedTuple):
    """Two reports that the program would compare."""

    signs: Signs
    same: bool
    """Whether they tell one event."""
    within: bool
    """Whether they are in one language."""
    counts: float


def pair_reports(reports: Sequence[Read], counts: float) -> Iterator[Pair]:
    """The pairs that the program would compare."""
    forms = counts != REPORT
    told: Counter[str] = Counter()
    for count, newer in enumerate(reports):
        known = [older for older in reports[:count] if newer.at - older.at <= WINDOW]
        rarity = Rarity(
            dict(told), count, count_stories((one.event, one.profile.keys) for one in pick_near(newer, known))
        )
        for older in known:
            shared = share_keys(newer.profile, older.profile)
            akin = older.family == newer.family
            if len(shared) < 2 and (forms or not akin):
                continue
            if forms and (not akin or is_refilled(newer.wording, newer.text, older.wording)):
                continue
            seconds = (newer.at - older.at).total_seconds()
            signs = weigh_signs(newer.profile, older.profile, shared, rarity, seconds)
            yield Pair(signs, older.event == newer.event, newer.language == older.language, counts)
        told.update(newer.profile.keys)


def pick_near(newer: Read, known: Sequence[Read]) -> list[Read]:
    """Those of older reports that the program would compare a new one with."""
    return sorted(known, key=lambda one: -len(newer.profile.keys & one.profile.keys))[:STORY_CANDIDATES]


def read_sets() -> Iterator[tuple[list[Read], float]]:
    """What the rules may be set on, and how much each of its pairs counts."""
    for name in TUNED:
        yield [read_told(one, one.family) for one in read_events(name)], REPORT
    pairs = sorted(TUNING, key=lambda one: one.dated_at)
    yield [read_told(one, one.event[0]) for one in pairs], REPORT
    yield [read_form(f"form{i}", one) for i, one in enumerate(make_set("tune", 60).forms)], FORM
    filled = sorted(fill_forms(random.Random(SEEDS["tune"])), key=lambda one: one.at)
    yield [read_form(f"filled{i}", one.text, one.at) for i, one in enumerate(filled)], FORM


def read_told(one: EventReport | Report, family: str) -> Read:
    return read_report(one.event, family, one.language, one.dated_at, one.title, one.text)


def read_form(event: str, text: Text, at: datetime = DAY) -> Read:
    return read_report(event, "form", text.language, at, text.title, text.body)


def fit_weights(signs: Array, same: Array, counts: Array, fixed: Array) -> Array:
    """By Newton's method, on standardised signs; `fixed` is what is added to each."""
    mean, spread = signs.mean(0), signs.std(0) + 1e-9
    mean[0], spread[0] = 0.0, 1.0
    scaled = (signs - mean) / spread
    ridge = np.eye(signs.shape[1]) * RIDGE
    ridge[0, 0] = 0.0
    weights = np.zeros(signs.shape[1])
    for _ in range(40):
        likely = 1 / (1 + np.exp(-(scaled @ weights + fixed)))
        slope = scaled.T @ (counts * (likely - same)) + ridge @ weights
        bend = (scaled * (counts * likely * (1 - likely))[:, None]).T @ scaled + ridge
        weights -= np.linalg.solve(bend, slope)
    found = weights / spread
    found[0] = weights[0] - (weights * mean / spread)[1:].sum()
    return np.asarray(found)


def fit_pairs(pairs: Sequence[Pair], shipped: Signs) -> dict[str, float]:
    """The bias and the weights that are not fixed; 0 for a contradiction that would speak for one event."""
    known = {name: getattr(shipped, name) for name in FIXED}
    while True:
        found = fit_free(pairs, known)
        wrong = [name for name in AGAINST if found.get(name, 0.0) > 0]
        wrong += [name for name in SHARED if found.get(name, 0.0) < 0]
        if not wrong:
            return found | dict.fromkeys([name for name in (*AGAINST, *SHARED) if name in known], 0.0)
        known |= dict.fromkeys(wrong, 0.0)


def fit_free(pairs: Sequence[Pair], known: Mapping[str, float]) -> dict[str, float]:
    """The bias and the weights that are not `known`."""
    signs: Any = np.array([pair.signs for pair in pairs])
    free = [i for i, name in enumerate(Signs._fields) if name not in known]
    fixed = signs[:, [Signs._fields.index(name) for name in known]] @ np.array(list(known.values()))
    given = np.column_stack([np.ones(len(pairs)), signs[:, free]])
    same, counts = np.array([pair.same for pair in pairs], float), np.array([pair.counts for pair in pairs])
    found = fit_weights(given, same, counts, fixed)
    return dict(zip(("bias", *(Signs._fields[i] for i in free)), found.tolist(), strict=True))


def main() -> None:
    """Print the fitted weights beside those shipped."""
    pairs = [pair for reports, counts in read_sets() for pair in pair_reports(reports, counts)]
    for within in (True, False):
        chosen = [pair for pair in pairs if pair.within is within]
        same = sum(pair.same for pair in chosen)
        print(f"{'within a language' if within else 'across'}: {len(chosen)} pairs, {same} of one event")
        shipped = {"bias": BIASES[within], **WEIGHTS[within]._asdict()}
        for name, weight in fit_pairs(chosen, WEIGHTS[within]).items():
            print(f"  {name:10} {weight:6.2f}   shipped {shipped[name]:6.2f}")
