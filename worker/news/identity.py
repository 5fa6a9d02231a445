"""Where two mentions of one article get one name: its canonical url, its bare title, the hash of what it says."""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin

from worker.news.redirect import split_url, unwrap_url
from worker.news.text import fold, words

# Parameters that say where a reader came from, never which page is meant (the documentation of the analytics tools
# and the links of our 73 feeds).
_TRACKING_NAMES = (
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id epik srsltid igshid igsh mibextid"
    " _ga _gl _hsenc _hsmi mkt_tok oly_enc_id oly_anon_id vero_id elqtrack elqtrackid elqaid elqat dm_i rb_clickid"
    " _openstat ref ref_src ref_url referrer referer reflink cmpid cmp intcmp icid int_cid int_cmp campaign_id ncid ito"
    " ocid smid smtyp xtor s_cid sc_cmp trk trkcampaign tpcc traffic_source wt_mc_id wt.mc_id wt_mc soc_src soc_trk"
    " guccounter guce_referrer guce_referrer_sig usqp ampshare noamp __twitter_impression twitter_impression emc sref"
    " spm rss jsessionid phpsessid"
)
_TRACKING = frozenset(_TRACKING_NAMES.split())
_TRACKING_BEGINNINGS = (
    "utm_ mc_ at_ ns_ pk_ piwik_ matomo_ mtm_ hsa_ gad_ amp_ fb_action_ fb_source fb_ref sc_src sc_lid sc_uid _branch_"
    " refresh_ce"
)
_TRACKING_PREFIXES = tuple(_TRACKING_BEGINNINGS.split())
# Names that may mean a page, with values that cannot: `from=rss`, `share=twitter`.
_ORIGIN_NAMES = frozenset(
    {"from", "source", "src", "partner", "via", "medium", "channel", "origin", "mod", "share", "cid"}
)
_REFERRERS = "rss feed newsletter twitter facebook linkedin instagram whatsapp telegram google push social"
_ORIGINS = tuple(_REFERRERS.split())
_FORM_PARAMETERS = frozenset(
    {("outputtype", "amp"), ("outputtype", "amp-type"), ("output", "amp"), ("view", "amp"), ("type", "amp"), ("m", "1")}
)
_HOST_PREFIX = re.compile(r"(?:www\d?|m|mobile?|wap|amp)\.(?=[^.]+\.)")
_AMP_PART = re.compile(r"/amp(?=/)|(?:/+amp(?:\.html?)?|\.amp|/+)$|[._-]amp(?=\.s?html?$)", re.IGNORECASE)
_INDEX_PART = re.compile(r"/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$", re.IGNORECASE)
_SESSION_PART = re.compile(r";jsessionid=[^/]*", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = frozenset("-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")  # RFC 3986, 2.3
_SECOND_LEVEL = 3  # letters of "com" and "gov" in com.tr and gov.it
_DEFAULT_PORTS = (None, 80, 443)


@lru_cache(4096)  # of one article it is asked for each that is compared with it
def canonical_url(url: str) -> str:
    """The one address of a page, for comparing and not for fetching.

    https, the host in lower case without www., m. or amp., no default port, fragment, session, tracking, index.html or
    AMP form, parameters sorted. Of the page behind an aggregator's link where that tells it. What is no web address
    comes back stripped.
    """
    url = unwrap_url(url)
    parts = split_url(url)
    if parts is None:
        return url.strip()
    host = _canonical_host(parts)
    query = _canonical_query(parts.query)
    return f"https://{host}{_canonical_path(parts.path)}{'?' + query if query else ''}"


def _canonical_host(parts: SplitResult) -> str:
    host = _encode_host((parts.hostname or "").rstrip("."))
    while match := _HOST_PREFIX.match(host):
        host = host[match.end() :]
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in _DEFAULT_PORTS else f"{host}:{parts.port}"


def _encode_host(host: str) -> str:
    """A host as the DNS has it: `xn--…` for one with letters of its language."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _canonical_path(path: str) -> str:
    path = _SESSION_PART.sub("", quote(path, safe="/%:@!$&'()*+,;=~"))
    path = re.sub("/{2,}", "/", _ESCAPE.sub(_simplify_escape, path))
    while (cut := _INDEX_PART.sub("", _AMP_PART.sub("", path))) != path:
        path = cut
    return path


def _simplify_escape(escape: re.Match[str]) -> str:
    """`%7e` is `~`, `%c3` is `%C3`."""
    letter = chr(int(escape[0][1:], 16))
    return letter if letter in _UNRESERVED else escape[0].upper()


def _canonical_query(query: str) -> str:
    # An address that was escaped twice has "&amp;" between its parameters.
    pairs = parse_qsl(query.replace("&amp;", "&"), keep_blank_values=True, max_num_fields=None)
    pairs = [(name.removeprefix("amp;"), value) for name, value in pairs]
    return urlencode(sorted(pair for pair in pairs if not _is_tracking(*pair)))


def _is_tracking(name: str, value: str) -> bool:
    name, value = name.lower(), value.lower()
    if name in _TRACKING or name.startswith(_TRACKING_PREFIXES):
        return True
    if name in _ORIGIN_NAMES and value.startswith(_ORIGINS):
        return True
    return name == "amp" or (name, value) in _FORM_PARAMETERS


# --- A page's own address ---------------------------------------------------------------------------------------------
_SLUG_PARTS = 3  # "summit-in-izmir"; a section is called "world" or "son-dakika"


def choose_address(final_url: str, canonical: str) -> str | None:
    """The canonical form of the address by which a page that was read should be known; None where it tells none.

    What it gives as its own is believed on its own site and if it may be an article's: some outlets name their front
    page or a section on every page. Else it is the address that redirects led to.
    """
    given = urljoin(final_url, canonical) if canonical else ""
    for url in (given, final_url):
        if may_be_article(url) and (url == final_url or name_site(url) == name_site(final_url)):
            return canonical_url(url)
    return None


def may_be_article(url: str) -> bool:
    """Whether an address has what those of articles have: a number, or a headline."""
    parts = split_url(url)
    if parts is None:
        return False
    last = parts.path.rstrip("/").rpartition("/")[2]
    return any(map(str.isdigit, last + parts.query)) or len(re.split(r"[-_]", last)) >= _SLUG_PARTS


def is_front_page(url: str) -> bool:
    """Whether an address is that of a whole site."""
    parts = split_url(url)
    return parts is not None and not parts.path.strip("/") and not parts.query


def name_site(url: str) -> tuple[str, ...]:
    """The site of an address: the last two names of its host, three where the last two are `com.tr`."""
    parts = split_url(url)
    labels = (parts.hostname or "").rstrip(".").split(".") if parts else []
    return tuple(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= _SECOND_LEVEL else labels[-2:])


# --- Titles -----------------------------------------------------------------------------------------------------------
_SEPARATORS = re.compile(r"\s+[-–—|·•»]\s+")
_PREFIX = re.compile(r"^([^:]{2,40}):\s+(?=\S)")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|it|tr|eu|info|tv|news|uk|us)", re.IGNORECASE)
_SHORTEST_NAME = 4  # letters that begin a longer name: "La 7" begins too much
# As agencies sign, in capitals: "dire" and "nova" are words.
_AGENCIES = "ANSA|AA|AGI|ADNKRONOS|LAPRESSE|ASKANEWS|ITALPRESS|DHA|İHA|IHA|ANKA|REUTERS|AFP|AP"
_AGENCY_FIRST = re.compile(rf"^(?:[(\[](?:{_AGENCIES})[)\]]\s*[-–—:|]?|(?:{_AGENCIES})\s+[-–—|:]|(?:{_AGENCIES}):)\s+")
_AGENCY_LAST = re.compile(rf"\s+(?:[(\[](?:{_AGENCIES})[)\]]|[-–—|]\s+(?:{_AGENCIES}))$")
# Aggregators: their titles end in the outlet's name, which is not theirs.
_AGGREGATORS = ("google news", "google haberler", "google alert", "bing news", "yahoo news", "msn")
_OUTLET_NAMES = (
    "news haber haberleri haberler ajansi gazetesi agency agenzia agenzianova times post daily journal gazette herald"
    " sabah hurriyet milliyet cumhuriyet sozcu ansa adnkronos reuters bloomberg repubblica corriere stampa messaggero"
    " notizie quotidiano giornale guardian bbc cnn trt aa afp tgcom24 rai rainews euronews aljazeera"
)
OUTLET_WORDS = frozenset(_OUTLET_NAMES.split())
"""Words of outlets' names, folded."""


def strip_outlet(title: str, source: str | None) -> str:
    """A title without its outlet: "… - Publisher", "… | Publisher", "Publisher: …"; without its agency: "ANSA - …", "…
    (AA)".

    With no source, or an aggregator's, only an ending that looks like an outlet's name goes. Never returns "" for a
    title that has text.
    """
    title = _cut_agency(title.strip())
    aggregated = source is None or fold(source).startswith(_AGGREGATORS)
    while parts := list(_SEPARATORS.finditer(title)):
        head, tail = title[: parts[-1].start()].rstrip(), title[parts[-1].end() :]
        if not head or not (is_outlet(tail, source) or (aggregated and _looks_like_outlet(tail))):
            break
        title = head
    prefix = _PREFIX.match(title)
    return title[prefix.end() :] if prefix and is_outlet(prefix[1], source) else title


def _cut_agency(title: str) -> str:
    """A title without the agency's mark at either end, unless that is all of it."""
    for mark in (_AGENCY_FIRST, _AGENCY_LAST):
        title = mark.sub("", title) or title
    return title


def is_outlet(text: str, source: str | None) -> bool:
    """Whether a text is an outlet's name, however it is written: `DailySabah.com`, `Daily Sabah`. A feed of an outlet
    may be called by more: `ANSA` is `ANSA Mondo`."""
    ours, theirs = squeeze_name(text), (source or "").split()
    if len(ours) < _SHORTEST_NAME:
        return bool(ours) and ours == squeeze_name(source or "")
    return any(ours == squeeze_name(" ".join(theirs[:end])) for end in range(1, len(theirs) + 1))


def squeeze_name(name: str) -> str:
    """An outlet's name as letters: `DailySabah.com` and `Daily Sabah` are one."""
    bare = re.sub(r"^(?:www|the)\W|\.(?:com|net|org|it|eu)(?:\.tr)?$", "", fold(name.strip()))
    return re.sub(r"[\W_]+", "", bare)


def _looks_like_outlet(tail: str) -> bool:
    parts = words(tail)
    if _DOMAIN.fullmatch(tail.strip()):
        return True
    return 0 < len(parts) <= 4 and tail[:1].isupper() and not OUTLET_WORDS.isdisjoint(parts)


# --- Content ----------------------------------------------------------------------------------------------------------
def hash_content(title: str, text: str) -> str:
    """64 hex digits that agree when title and text agree in their folded words (not in spaces, quotes or accents)."""
    return hash_words(words(title), words(text))


def hash_words(title: Iterable[str], text: Iterable[str]) -> str:
    """`hash_content` of words already folded."""
    return hashlib.sha256(f"{' '.join(title)}\n{' '.join(text)}".encode()).hexdigest()
