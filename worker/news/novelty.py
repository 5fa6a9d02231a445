"""Where it is told what an article adds: sentences, figures, names; and whether that is worth a mail."""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from worker.news.boilerplate import is_boilerplate
from worker.news.concepts import WEAK_CONCEPTS, concepts_of
from worker.news.correction import find_other_numbers
from worker.news.figures import describe_figure, figure_keys, find_figures
from worker.news.fingerprint import SHINGLE_WORDS, hash_shingles, read_plain
from worker.news.naming import list_titled
from worker.news.redating import find_other_days
from worker.news.renaming import find_other_names
from worker.news.text import fold, sentences, words
from worker.news.types import Item, RelationKind

# Of seed 003's 14 sentences 8 stand word for word in 001, 11 by 60 % of their shingles: editors change a word.
_KNOWN_SHARE = 0.6
_EDITED_SHARE = 0.1  # an edited sentence keeps more
_LEAST_GROWN, _MOST_GROWN = 0.7, 1.5  # times the words of its news: old ones went, and others were put in
_LEAST_NEWS = 7  # words: of fewer nothing is left once two of them are edited


def new_sentences(text: str, known: Collection[int]) -> list[str]:
    """The sentences of `text` of whose shingles fewer than 60 % are among `known`, in order.

    Footers and fragments of one or two words add nothing.
    """
    known = known if isinstance(known, set | frozenset) else frozenset(known)
    return [sentence for sentence in sentences(text) if _is_new(sentence, known)]


def grows_by_news(item: Item, known: Set[int], grown: int) -> bool:
    """Whether an item is by `grown` words longer than known wording since it tells news besides."""
    # A tail that repeats the headline tells none: "The post … appeared first on …".
    news = _find_news(read_plain(item.text), known | set(hash_shingles(words(item.title))))
    count = sum(len(words(one)) for one in news)
    return 0 < _LEAST_GROWN * count <= grown <= _MOST_GROWN * count


def _find_news(text: str, known: Set[int]) -> list[str]:
    """The sentences of `text` that are no edited ones of known wording, nor an outlet's: next to nothing of them is
    known. One sentence alone that ends the text and names and counts nothing may be a footer that is on no list."""
    told = [one for one in sentences(text) if len(words(one)) >= _LEAST_NEWS]
    news = [one for one in told if _measure_known(one, known) <= _EDITED_SHARE and not is_boilerplate(one)]
    return [] if len(news) == 1 and news[0] == told[-1] and not _says_something(news[0]) else news


def _says_something(sentence: str) -> bool:
    return any(map(str.isdigit, sentence)) or bool(list_titled(sentence))


def _measure_known(sentence: str, known: Set[int]) -> float:
    hashes = set(hash_shingles(words(sentence)))
    return len(hashes & known) / len(hashes)


def find_added(text: str, known: Collection[int], figures: Collection[str], language: str) -> list[str]:
    """The new sentences of `text`, those that say one of `figures`, keys that nobody said before, and those with
    another number in words, another name or another day: put in another's place it leaves nearly all of the wording as
    it was known."""
    known = known if isinstance(known, set | frozenset) else frozenset(known)
    told = sentences(text)
    new = {one for one in told if _is_new(one, known)}
    same = [one for one in told if one not in new and len(words(one)) >= SHINGLE_WORDS and not is_boilerplate(one)]
    new.update(one for one in same if figures and not figure_keys(one, language).isdisjoint(figures))
    new |= find_other_numbers(same, known, language) | find_other_names(same, known, language)
    new |= find_other_days(same, known)
    return [one for one in told if one in new]


def find_unsaid(figures: Iterable[str], said: Collection[str]) -> frozenset[str]:
    """Those of the keys of figures and dates that are not among others. `17 people` says what a bare `17` said."""
    bare = {key for key in said if key.endswith(":")}
    values = {key.rpartition(":")[0] for key in said}
    fresh = (key for key in figures if key.startswith(("f:", "d:")) and key not in said)
    return frozenset(key for key in fresh if not _is_said(key, bare, values))


def _is_said(key: str, bare: Collection[str], values: Collection[str]) -> bool:
    value, _, unit = key.rpartition(":")
    return key.startswith("f:") and (f"{value}:" in bare if unit else value in values)


class Numbers(NamedTuple):
    """The numbers of an article, as keys."""

    figures: frozenset[str]
    """`f:31:PERSON`."""
    counts: frozenset[str]
    """Those of the same-story keys that are numbers, in digits or words: `n:31`, and `k:31:migrant` for what of."""

    def list_bare(self) -> Iterator[tuple[str, bool]]:
        """The values that stand without a unit or in words, and whether it is said what they count."""
        counted = {_read_value(key) for key in self.counts if key.startswith("k:")}
        united = {_read_value(key) for key in self.figures}
        bare = {_read_value(key) for key in self.figures if key.startswith("f:") and key.endswith(":")}
        # A figure in digits has an `n:` whatever its unit is: EUR 31 is no bare 31.
        bare |= {_read_value(key) for key in self.counts if key.startswith("n:")} - united
        return ((value, value in counted) for value in bare)


# Nine children came ashore: that nine people died nobody has said.
_HARM = frozenset({"dead", "injured", "missing"})


def find_new_figures(new: Numbers, told: Sequence[Numbers]) -> list[str]:
    """The keys of the figures of an article that others have not told, neither in words, nor without a unit, nor as a
    count of the same kind: `31 soccorsi` and `trentuno migranti` are 31 people. What is said to count something is no
    sum: 31 people, then EUR 31."""
    said = {key for one in told for key in one.figures}
    counts = {key for one in told for key in one.counts if key.startswith("k:")}
    bare = {pair for one in told for pair in one.list_bare()}
    values = {key.rpartition(":")[0] for key in said} | {f"f:{value}" for value, _ in bare}
    fresh = sorted(key for key in new.figures if key.startswith("f:") and key not in said)
    return [key for key in fresh if not _is_told(key, new.counts, counts, bare, values)]


def _is_told(
    key: str,
    counts: Collection[str],
    told: Collection[str],
    bare: Collection[tuple[str, bool]],
    values: Collection[str],
) -> bool:
    value, unit = _read_value(key), key.rpartition(":")[2]
    own = {one for one in counts if one.startswith(f"k:{value}:")}
    if unit not in ("", "PERSON"):
        return (value, False) in bare
    if not own.isdisjoint(told):
        return True
    if any(one.rpartition(":")[2] in _HARM for one in own):
        return False
    return f"f:{value}" in values if not unit else not {(value, True), (value, False)}.isdisjoint(bare)


def _read_value(key: str) -> str:
    return key.split(":")[1]


def _is_new(sentence: str, known: Collection[int]) -> bool:
    tokens = words(sentence)
    if len(tokens) < SHINGLE_WORDS:
        return False
    hashes = set(hash_shingles(tokens))
    if len(hashes.intersection(known)) >= _KNOWN_SHARE * len(hashes):
        return False
    return not is_boilerplate(sentence)


# --- Figures ----------------------------------------------------------------------------------------------------------
class Claim(NamedTuple):
    """A figure with what it is said of: the same unit, noun and status make two figures comparable."""

    figure: str
    """`f:<value>:<unit>`."""
    nouns: frozenset[str]
    """What its sentence is about, as concepts: trade, the dead, migrants."""
    status: str
    """`target`, `planned` or `actual`."""


class ChangedFigure(NamedTuple):
    """A figure that took another's place: "12 people → 15 people"."""

    old: str
    new: str
    noun: str


_STATUS_WORDS = {
    "target": ("target", "goal", "hedef", "obiettivo", "traguardo"),
    "planned": ("plan", "expect", "forecast", "bekleni", "ongor", "planlan", "previst", "previsto", "atteso", "attesi"),
}
_VAGUE = WEAK_CONCEPTS | {"c:target", "c:record", "c:quarter"}


def find_claims(text: str, language: str) -> list[Claim]:
    """The figures of a text with what each is said of, sentence by sentence."""
    return [claim for sentence in sentences(text) for claim in _read_sentence(sentence, language)]


def _read_sentence(sentence: str, language: str) -> Iterator[Claim]:
    figures = find_figures(sentence, language)
    if figures:
        nouns = concepts_of(sentence, language) - _VAGUE
        for figure in figures:
            yield Claim(figure.key, nouns, _read_status(sentence[max(0, figure.start - 60) : figure.end + 40]))


def _read_status(around: str) -> str:
    near = words(fold(around))
    for status, stems in _STATUS_WORDS.items():
        if any(word.startswith(stems) for word in near):
            return status
    return "actual"


def find_changed_figures(old: Sequence[Claim], new: Sequence[Claim]) -> list[ChangedFigure]:
    """Figures of `new` that took the place of one in `old`: unit, noun and status agree, the value does not.

    Others are no change but another claim: $32.2bn was the trade of a year, $40bn is a target, 38 million were set
    aside and 95 million are invested. A bare number counts anything, and changes nothing.
    """
    standing = {claim.figure for claim in new}
    told = {claim.figure for claim in old}
    changed = {}
    for claim in new:
        if claim.figure not in told:
            before = next((one for one in old if one.figure not in standing and _agree(one, claim)), None)
            if before is not None:
                noun = min(before.nouns & claim.nouns).removeprefix("c:")
                changed[claim.figure] = ChangedFigure(before.figure, claim.figure, noun)
    return list(changed.values())


def _agree(old: Claim, new: Claim) -> bool:
    unit = new.figure.rpartition(":")[2]
    if not unit or old.figure.rpartition(":")[2] != unit or old.status != new.status:
        return False
    return 2 * len(old.nouns & new.nouns) >= len(old.nouns | new.nouns) > 0


# --- Material ---------------------------------------------------------------------------------------------------------
def is_material(
    added: Sequence[str], new_entities: Collection[str], new_figures: Collection[str], kind: RelationKind
) -> tuple[bool, str]:
    """Whether what a story's reader has not read is worth telling, and why, in one line.

    `added` are the sentences no earlier article of the story covers, `new_entities` and `new_figures` (keys) what none
    of them names. In a report in other words every sentence is new: there only names and figures count.
    """
    if kind is RelationKind.NEW:
        return True, "a new story"
    figures = sorted(describe_figure(key) for key in new_figures if _weighs(key, kind))
    if figures and kind is not RelationKind.DUPLICATE:
        return True, f"a new figure: {', '.join(figures[:3])}"
    if kind.adds_nothing:
        return False, "it adds nothing: the same wording"
    if new_entities:
        return True, f"it names for the first time: {', '.join(sorted(new_entities)[:3])}"
    if added and kind is not RelationKind.SAME_STORY:
        return True, "1 sentence the story had not" if len(added) == 1 else f"{len(added)} sentences the story had not"
    return False, "the same story in other words" if added else "nothing the story had not told"


def _weighs(key: str, kind: RelationKind) -> bool:
    """A sum or a number of people always; a bare count only in an update: other words count other things."""
    if not key.startswith("f:"):
        return False
    return not key.endswith(":") or (kind is RelationKind.UPDATE and len(key) > len("f:9:"))
