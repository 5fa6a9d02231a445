"""The tables of the data files `feeds.toml` and `subscriptions.toml`, as values.

A key that is not listed is an error, and so is a value of another type: some would take `enabled = "no"` for true.
"""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from config import urls

UNITS = {"m": 60, "h": 3600, "d": 86_400}
INTERVAL = re.compile(r"(\d{1,5})\s*([mhd])")
# FreshRSS refuses less than 15 minutes, and outlets are owed an hour unless the operator says otherwise; five minutes
# leaves room for feeds of one's own. After a week the entries of a busy feed have long fallen out of it.
SHORTEST, LONGEST = 300, 604_800
# ISO 639-1: whoever writes gr for Greek or jp for Japanese would find no item.
ISO_639 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el"
    " en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it"
    " iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt"
    " my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl"
    " sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo"
    " za zh zu"
)
LANGUAGES = frozenset(ISO_639.split())
# More would decide alone, over what an item says.
MOST_PRIOR = 0.3


class Table(BaseModel):
    """What every table of a data file keeps to."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, str_strip_whitespace=True)


def read_interval(value: object) -> object:
    """`"15m"`, `"1h"` or `"2d"` in seconds."""
    written = INTERVAL.fullmatch(value.strip()) if isinstance(value, str) else None
    if written is None:
        raise ValueError('write a number and a unit, such as "15m", "1h" or "1d"')
    seconds = int(written[1]) * UNITS[written[2]]
    if not SHORTEST <= seconds <= LONGEST:
        raise ValueError('write an interval between "5m" and "7d"')
    return seconds


def check_recipient(address: str) -> str:
    """`channel:address`. Which channels there are is the program's to know."""
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:\S.*", address):
        raise ValueError("write channel:address, such as mailto:desk@example.org or file:desk")
    return address


def check_language(code: str) -> str:
    """A language as ISO 639-1 has it."""
    if code not in LANGUAGES:
        raise ValueError('write a language code of two small letters that ISO 639-1 has, such as "tr"')
    return code


Language = Annotated[str, AfterValidator(check_language)]
Text = Annotated[str, Field(min_length=1)]
Interval = Annotated[int, BeforeValidator(read_interval)]


class FeedFile(Table):
    """One feed of `feeds.toml`."""

    name: Text
    url: Annotated[str, AfterValidator(urls.check_feed)]
    language: Language | None = None
    """What the outlet writes in; items that say otherwise, and mixed feeds (none here), are detected."""
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    """Of the outlet, ISO 3166; none for aggregators."""
    category: str = ""
    enabled: bool = True
    interval: Interval | None = None
    """Seconds (written "1h"); none means the setting poll_interval_seconds."""
    first_fetch: Literal["silent", "tell"] = "silent"
    """What the backlog of a new feed does: `silent` keeps it without alerts, `tell` treats it as news."""
    prior: Annotated[float, Field(ge=-MOST_PRIOR, le=MOST_PRIOR)] = 0.0
    """What is added to the score of its items that name both sides."""
    about: tuple[Text, ...] = ()
    """The sides whose doings it tells, named or not: an embassy's feed. The watched ones are the program's to know."""
    full_text: bool = True
    """Whether the pages of its articles may be read, where the feed has only an abstract."""
    note: str = ""


class RecipientFile(Table):
    """Who is told, where, and what they read."""

    to: Annotated[str, AfterValidator(check_recipient)]
    reads: tuple[Language, ...] = ()
    """Languages in order of preference; none means all."""


class SubscriptionFile(Table):
    """One subscription of `subscriptions.toml`. Its query and schedule are read by the program."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
    query: str = ""
    """Empty: every item about both countries."""
    scope: Literal["pair", "any"] = "pair"
    schedule: Text = "instant"
    recipients: Annotated[tuple[RecipientFile, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def check_whole(self) -> Self:
        """What no single key shows."""
        if self.scope == "any" and not self.query:
            raise ValueError('scope "any" with an empty query would match every item; write a query')
        if len({recipient.to for recipient in self.recipients}) < len(self.recipients):
            raise ValueError("a recipient stands here twice; keep one of them")
        return self


class FeedsFile(Table):
    """The whole of `feeds.toml`."""

    feeds: tuple[FeedFile, ...] = ()


class SubscriptionsFile(Table):
    """The whole of `subscriptions.toml`."""

    subscriptions: tuple[SubscriptionFile, ...] = ()


def list_fields(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys allowed in the table at `path` of a model, for naming the nearest."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = find_model(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def find_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[FeedFile, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(find_model, getattr(annotation, "__args__", ()))), None)
