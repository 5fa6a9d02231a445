"""The weights of `likeness`, fitted: a logistic regression on pairs of labelled reports and on forms filled in again.

What is fixed by hand is left as it is: what the labelled reports have too few of, or, as the days between reports of
one event, what their writers chose. Of the others some are shipped stricter than fitted, as worker/news/likeness.py
says: a wrong merge hides news. Each pair is seen as the program sees it, with what was told before.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.dedup.galata import DAY
from benchmarks.dedup.quality import make_set
from tests.news.data_events import read_events
from tests.news.data_pairs import TUNING
from tests.news.load_rules import load_judge, load_watch
from worker.news.fingerprint import make_fingerprint
from worker.news.keys import IN_TITLE, make_keys
from worker.news.likeness import BIAS, WEIGHTS, Profile, Rarity, Signs, share_keys, weigh_signs
from worker.news.types import Fingerprint, Item
from worker.news.veto import is_refilled

FIXED = ("names", "scores", "turn", "apart")
FORMS_COUNT = 0.2  # of them there are twenty times as many pairs, and they are made
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
    headline = frozenset(key for key, weight in keys.weights.items() if weight == IN_TITLE)
    return Read(event, family, language, at, Profile(keys.keys, headline), make_fingerprint(item), text)


def pair_reports(reports: Sequence[Read], *, forms: bool = False) -> Iterator[tuple[Signs, bool]]:
    """The signs of pairs that the program would compare, and whether the two tell one event."""
    told: Counter[str] = Counter()
    for count, newer in enumerate(reports):
        rarity = Rarity(dict(told), count)
        for older in reports[:count]:
            shared = share_keys(newer.profile, older.profile)
            akin = older.family == newer.family
            if newer.at - older.at > WINDOW or (len(shared) < 2 and (forms or not akin)):
                continue
            if forms and (not akin or is_refilled(newer.wording, newer.text, older.wording)):
                continue
            within, seconds = newer.language == older.language, (newer.at - older.at).total_seconds()
            signs = weigh_signs(newer.profile, older.profile, shared, rarity, within=within, seconds=seconds)
            yield signs, older.event == newer.event
        told.update(newer.profile.keys)


def read_sets() -> Iterator[tuple[list[Read], bool]]:
    """What the rules may be set on; whether it is made of forms."""
    events = read_events("tune")
    yield [read_report(one.event, one.family, one.language, one.dated_at, one.title, one.text) for one in events], False
    pairs = sorted(TUNING, key=lambda one: one.dated_at)
    yield (
        [read_report(one.event, one.event[0], one.language, one.dated_at, one.title, one.text) for one in pairs],
        False,
    )
    made = make_set("tune", 60)
    for name, texts in (("base", made.bases), ("form", made.forms)):
        read = [read_report(f"{name}{i}", name, one.language, DAY, one.title, one.body) for i, one in enumerate(texts)]
        yield read, True


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


def main() -> None:
    """Print the fitted weights beside those shipped."""
    rows: list[tuple[Signs, bool, float]] = []
    for reports, forms in read_sets():
        rows += [(*pair, FORMS_COUNT if forms else 1.0) for pair in pair_reports(reports, forms=forms)]
    signs: Any = np.array([one[0] for one in rows])
    free = [i for i, name in enumerate(Signs._fields) if name not in FIXED]
    fixed = [i for i, name in enumerate(Signs._fields) if name in FIXED]
    given = np.column_stack([np.ones(len(rows)), signs[:, free]])
    same, counts = np.array([one[1] for one in rows], float), np.array([one[2] for one in rows])
    found = fit_weights(given, same, counts, signs[:, fixed] @ np.array(WEIGHTS)[fixed])
    print(f"{len(rows)} pairs, {int(same.sum())} of one event")
    print(f"  {'bias':10} {found[0]:6.2f}   shipped {BIAS:6.2f}")
    for i, weight in zip(free, found[1:], strict=True):
        print(f"  {Signs._fields[i]:10} {weight:6.2f}   shipped {WEIGHTS[i]:6.2f}")
