"""Leads: what a search of an aggregator found at an outlet, before the outlet's own item is here.

A lead has a headline, an outlet's name and an aggregator's link; its text is not there, so it is never fetched.
A clipping (Google Alerts) has the outlet's own link and a snippet. Both stand in for the outlet's own item until it is
here.
MSN and Yahoo are no aggregators in this sense: they publish whole texts under licence, as any outlet that runs a wire.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from worker.news.identity import canonical_url, hash_words, is_outlet, squeeze_name, strip_outlet
from worker.news.redirect import is_aggregated, split_url, unwrap_url
from worker.news.text import words

# "The week in pictures" is another every week: a headline says which article is meant for three days, as in
# `relation`, and by itself only if it is no set phrase.
HEADLINE_WINDOW = timedelta(hours=72)
_ENOUGH_WORDS = 5
_WORD_LETTERS = 4  # below are the articles and prepositions of all three languages
_ALERT_IDENTITY = "tag:google.com,2013:googlealerts/"
_SECOND_LEVEL = frozenset({"com", "co", "org", "net", "gov", "edu"})
_SHORTEST_NAME = 4  # of an outlet: "ANSA" stands in "ANSA English", "La 7" in too much


@dataclass(frozen=True, slots=True)
class Sighting:
    """An item, as far as it must be known to tell whether it stands in for another."""

    identity: str
    title: str
    source: str | None
    url: str | None
    at: datetime
    """When it was published, else seen."""


def is_lead(url: str | None) -> bool:
    """Whether a link leads to an aggregator instead of the article. Such a page is never fetched: it has no text."""
    return url is not None and is_aggregated(unwrap_url(url))


def is_clipping(identity: str) -> bool:
    """Whether an item is Google Alerts' snippet of a page, by its guid."""
    return identity.startswith(_ALERT_IDENTITY)


def explain_stand_in(one: Sighting, other: Sighting) -> str | None:
    """Why `one` only stands in for `other`, the outlet's own item of the same report; None where it does not."""
    outlet = other.source or name_domain(other.url)
    if is_lead(other.url):
        return None
    if is_lead(one.url):
        same = abs(one.at - other.at) <= HEADLINE_WINDOW and is_same_headline(one, other)
        return f"the same headline by {outlet}, found directly" if same else None
    clipped = is_clipping(one.identity) and not is_clipping(other.identity)
    return f"a snippet of the same page at {outlet}, found directly" if clipped and is_same_page(one, other) else None


def is_same_headline(lead: Sighting, other: Sighting) -> bool:
    """Whether a lead and an item have one headline, which is telling by itself or of the outlet that the lead names."""
    key = make_headline_key(lead.title, lead.source)
    if key is None or key != make_headline_key(other.title, other.source):
        return False
    return is_telling(lead.title, lead.source) or is_publisher(lead.source, other.source, other.url)


def is_same_page(one: Sighting, other: Sighting) -> bool:
    """Whether two items are at one address."""
    return bool(one.url and other.url) and canonical_url(one.url or "") == canonical_url(other.url or "")


def make_headline_key(title: str, source: str | None) -> str | None:
    """`h:` and a hash that agree when two headlines agree, folded and without their outlets; None for an empty one."""
    tokens = words(strip_outlet(title, source))
    return f"h:{hash_words(tokens, ())[:24]}" if tokens else None


def is_telling(title: str, source: str | None) -> bool:
    """Whether a headline by itself says which report is meant: five words that are more than articles."""
    return len({word for word in words(strip_outlet(title, source)) if len(word) >= _WORD_LETTERS}) >= _ENOUGH_WORDS


def is_publisher(name: str | None, source: str | None, url: str | None) -> bool:
    """Whether an outlet that a lead names is the one that an item is from, by the item's source or its site."""
    if not name:
        return False
    if is_outlet(name, source):
        return True
    ours, theirs, site = squeeze_name(name), squeeze_name(source or ""), name_domain(url)
    return _stands_in(ours, theirs) or _stands_in(theirs, ours) or _stands_in(site, ours)


def name_domain(url: str | None) -> str:
    """What a site is called, without the words around it: `hurriyet` of www.hurriyet.com.tr; empty for no site."""
    parts = split_url(url) if url else None
    labels = (parts.hostname or "").split(".")[:-1] if parts else []
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return squeeze_name(labels[-1]) if labels else ""


def _stands_in(part: str, whole: str) -> bool:
    return len(part) >= _SHORTEST_NAME and (whole.startswith(part) or whole.endswith(part))
