"""The same story in other words: pairs of reports of our own (tests/news/data_pairs.toml), by pair of languages."""

from collections import defaultdict

from tests.news.data_pairs import HELD_OUT, TUNING, LabelledPair, list_pairs
from tests.news.test_story import is_joined

GOAL_WITHIN, GOAL_ACROSS, GOAL_PRECISION = 0.80, 0.70, 0.90


def measure(pairs: list[tuple[LabelledPair, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    joined = [pair for pair, found in pairs if found]
    right = sum(pair.same for pair in joined)
    precision, recall = right / max(1, len(joined)), right / max(1, sum(pair.same for pair, _ in pairs))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    """Print both halves: the rules were set on the first."""
    for half, reports in (("families A to M, tuned on", TUNING), ("families N to T, held out", HELD_OUT)):
        groups: dict[str, list[tuple[LabelledPair, bool]]] = defaultdict(list)
        for pair in list_pairs(reports):
            languages = sorted((pair.older.language, pair.newer.language))
            within = languages[0] == languages[1]
            for name in ("–".join(languages), "within a language" if within else "across languages", "all"):
                groups[name].append((pair, is_joined(pair)))
        print(half)
        for name, pairs in sorted(groups.items(), key=lambda group: (len(group[0]), group[0])):
            precision, recall, f1 = measure(pairs)
            same = sum(pair.same for pair, _ in pairs)
            print(
                f"  {name:18} {len(pairs):4} pairs, {same:3} the same: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
            )
