"""Where two mentions of one article get one name: its canonical url, its bare title, the hash of what it says."""

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, urlencode

from worker.news.redirect import split_url, unwrap_url
from worker.news.text import fold, words

# Parameters that say where a reader came from, never which page is meant (the documentation of the analytics tools
# and the links of our 73 feeds).
_TRACKING_NAMES = (
    "fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh _ga _gl _hsenc _hsmi mkt_tok oly_enc_id"
    " oly_anon_id vero_id ref ref_src ref_url referrer cmpid cmp campaign_id ncid ito ocid smid smtyp xtor s_cid"
    " icid int_cmp wt_mc sref spm traffic_source rss"
)
_TRACKING = frozenset(_TRACKING_NAMES.split())
_TRACKING_PREFIXES = ("utm_", "mc_", "at_", "ns_", "pk_", "piwik_", "matomo_", "mtm_", "hsa_")
_AMP_PARAMETERS = frozenset({("outputtype", "amp"), ("output", "amp"), ("view", "amp"), ("type", "amp")})
_HOST_PREFIX = re.compile(r"(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_AMP_PART = re.compile(r"^/amp(?=/)|(?:/+amp(?:\.html?)?|\.amp(?:\.html?)?|/+)$", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_DEFAULT_PORTS = (None, 80, 443)


@lru_cache(4096)  # of one article it is asked for each that is compared with it
def canonical_url(url: str) -> str:
    """The one address of a page, for comparing and not for fetching.

    https, the host in lower case without www., m. or amp., no default port, fragment, tracking or AMP form, parameters
    sorted. Of the page behind an aggregator's link where that tells it. What is no web address comes back stripped.
    """
    url = unwrap_url(url)
    parts = split_url(url)
    if parts is None:
        return url.strip()
    host = _canonical_host(parts)
    query = _canonical_query(parts.query)
    return f"https://{host}{_canonical_path(parts.path)}{'?' + query if query else ''}"


def _canonical_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    while match := _HOST_PREFIX.match(host):
        host = host[match.end() :]
    host = f"[{host}]" if ":" in host else host
    return host if parts.port in _DEFAULT_PORTS else f"{host}:{parts.port}"


def _canonical_path(path: str) -> str:
    path = _ESCAPE.sub(lambda m: m[0].upper(), quote(path, safe="/%:@!$&'()*+,;=~"))
    while (cut := _AMP_PART.sub("", path)) != path:
        path = cut
    return path


def _canonical_query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    return urlencode(sorted(pair for pair in pairs if not _is_tracking(*pair)))


def _is_tracking(name: str, value: str) -> bool:
    name = name.lower()
    if name in _TRACKING or name.startswith(_TRACKING_PREFIXES):
        return True
    return name == "amp" or (name, value.lower()) in _AMP_PARAMETERS


# --- Titles -----------------------------------------------------------------------------------------------------------
_SEPARATORS = re.compile(r"\s+[-–—|·•»]\s+")
_PREFIX = re.compile(r"^([^:]{2,40}):\s+(?=\S)")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|it|tr|eu|info|tv|news|uk|us)", re.IGNORECASE)
# Aggregators: their titles end in the outlet's name, which is not theirs.
_AGGREGATORS = ("google news", "google haberler", "google alert", "bing news", "yahoo news", "msn")
_OUTLET_NAMES = (
    "news haber haberleri haberler ajansi gazetesi agency agenzia agenzianova times post daily journal gazette herald"
    " sabah hurriyet milliyet cumhuriyet sozcu ansa adnkronos reuters bloomberg repubblica corriere stampa messaggero"
    " notizie quotidiano giornale guardian bbc cnn trt aa afp tgcom24 rai rainews euronews aljazeera"
)
_OUTLET_WORDS = frozenset(_OUTLET_NAMES.split())


def strip_outlet(title: str, source: str | None) -> str:
    """A title without its outlet: "… - Publisher", "… | Publisher", "Publisher: …".

    With no source, or an aggregator's, only an ending that looks like an outlet's name goes. Never returns "" for a
    title that has text.
    """
    title = title.strip()
    aggregated = source is None or fold(source).startswith(_AGGREGATORS)
    while parts := list(_SEPARATORS.finditer(title)):
        head, tail = title[: parts[-1].start()].rstrip(), title[parts[-1].end() :]
        if not head or not (is_outlet(tail, source) or (aggregated and _looks_like_outlet(tail))):
            break
        title = head
    prefix = _PREFIX.match(title)
    return title[prefix.end() :] if prefix and is_outlet(prefix[1], source) else title


def is_outlet(text: str, source: str | None) -> bool:
    """Whether a text is an outlet's name, however it is written: `DailySabah.com`, `Daily Sabah`."""
    ours, theirs = squeeze_name(text), squeeze_name(source or "")
    return bool(ours) and ours == theirs


def squeeze_name(name: str) -> str:
    """An outlet's name as letters: `DailySabah.com` and `Daily Sabah` are one."""
    bare = re.sub(r"^(?:www|the)\W|\.(?:com|net|org|it|eu)(?:\.tr)?$", "", fold(name.strip()))
    return re.sub(r"[\W_]+", "", bare)


def _looks_like_outlet(tail: str) -> bool:
    parts = words(tail)
    if _DOMAIN.fullmatch(tail.strip()):
        return True
    return 0 < len(parts) <= 4 and tail[:1].isupper() and not _OUTLET_WORDS.isdisjoint(parts)


# --- Content ----------------------------------------------------------------------------------------------------------
def hash_content(title: str, text: str) -> str:
    """64 hex digits that agree when title and text agree in their folded words (not in spaces, quotes or accents)."""
    return hash_words(words(title), words(text))


def hash_words(title: Iterable[str], text: Iterable[str]) -> str:
    """`hash_content` of words already folded."""
    return hashlib.sha256(f"{' '.join(title)}\n{' '.join(text)}".encode()).hexdigest()
