"""The words of our own in a message, in each language a reader may have: labels, counts, dates.

Outlets' headlines and sentences stay as they are. A message speaks the first of its reader's languages known here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Labels:
    """One language. Where a count stands, (one, many); braces are filled by name."""

    code: str
    months: str
    # Digest
    stories: tuple[str, str]
    moved_count: tuple[str, str]
    moved_yesterday: str
    """How many moved, as `moved_count` says, and since when: not every language has them in this order."""
    moved_since: str
    copies: tuple[str, str]
    nothing_new: str
    no_stories: str
    other_topic: str
    rest: str
    near_misses: str
    read_before: str
    # Coverage
    coverage: str
    read: str
    read_all: tuple[str, str]
    no_feeds: str
    failing: str
    recovered: str
    standing: tuple[str, str]
    # Under a headline
    status_new: str
    status_moved: str
    status_update: str
    headline_only: str
    new: str
    later_reports: str
    known: str
    figures: str
    units: Mapping[str, str]
    """What stands behind a number, powers of ten and the decimal point, where `describe_figure` has other words."""
    dates: str
    names: str
    sources: str
    first: str
    firsts: str
    later: str
    lags: str
    """A day, an hour, a minute, beside a number."""
    more_sentences: tuple[str, str]
    why: str
    corpus: str
    """Where the seed corpus is, for an outlet."""
    known_seed: str
    # Alerts
    before: str
    first_report: str
    update: str
    rule: str
    everything: str
    """All that a subscription without a query takes; `pair` is what is watched."""
    times: str
    times_unknown: str
    unnamed: str
    # A test
    test: str
    """The subject; `pair` is what is watched."""
    test_preview: str
    test_headline: str
    next: tuple[str, str]
    test_sent: str


_ENGLISH = Labels(
    code="en",
    months="Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    stories=("{n} story", "{n} stories"),
    moved_count=("{n} moved", "{n} moved"),
    moved_yesterday="{moved} since yesterday",
    moved_since="{moved} since {day}",
    copies=("{n} copy folded", "{n} copies folded"),
    nothing_new="nothing new",
    no_stories="No story is new or has moved.",
    other_topic="Other",
    rest="More, titles only ({n})",
    near_misses="Near misses ({n})",
    read_before="Read before ({n})",
    coverage="Coverage",
    read="{read} of {total} feeds read",
    read_all=("The feed was read", "All {n} feeds read"),
    no_feeds="No feed to read",
    failing="Newly failing: {names}",
    recovered="Back: {names}",
    standing=("{n} feed still fails", "{n} feeds still fail"),
    status_new="new",
    status_moved="moved",
    status_update="update",
    headline_only="headline only",
    new="New",
    later_reports="Later reports",
    known="Known",
    figures="Figures",
    units={},
    dates="Date",
    names="Names",
    sources="Sources",
    first="first",
    firsts="First by language",
    later="{lag} later",
    lags="d h min",
    more_sentences=("and {n} more sentence", "and {n} more sentences"),
    why="Why",
    corpus="seed corpus",
    known_seed="{title} (read before{origin})",
    before="Before",
    first_report="first report",
    update="update",
    rule="rule “{rule}”",
    everything="the subscription takes everything about {pair}",
    times="Published {published}, seen {seen}, sent {sent} ({zone})",
    times_unknown="Seen {seen}, sent {sent} ({zone}); no time of publication given",
    unnamed="unnamed outlet",
    test="Galata: a test ({pair})",
    test_preview="This is what messages about {pair} look like. Nothing is wrong, and nothing needs to be done.",
    test_headline="Galata can reach you here",
    next=("Next", "digests and alerts of your subscriptions"),
    test_sent="Sent once, by `galata channels test` or `galata init`.",
)

_TURKISH = Labels(
    code="tr",
    months="Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    stories=("{n} haber", "{n} haber"),
    moved_count=("{n} gelişme", "{n} gelişme"),
    moved_yesterday="dünden beri {moved}",
    moved_since="{day} tarihinden beri {moved}",
    copies=("{n} kopya birleştirildi", "{n} kopya birleştirildi"),
    nothing_new="yeni bir şey yok",
    no_stories="Yeni ya da gelişen haber yok.",
    other_topic="Diğer",
    rest="Diğerleri, yalnızca başlık ({n})",
    near_misses="Eşiğin hemen altında ({n})",
    read_before="Daha önce okundu ({n})",
    coverage="Kapsam",
    read="{total} kaynaktan {read} tanesi okundu",
    read_all=("Kaynak okundu", "{n} kaynağın tümü okundu"),
    no_feeds="Okunacak kaynak yok",
    failing="Yeni arıza: {names}",
    recovered="Düzelen: {names}",
    standing=("{n} kaynakta arıza sürüyor", "{n} kaynakta arıza sürüyor"),
    status_new="yeni",
    status_moved="gelişme",
    status_update="güncelleme",
    headline_only="yalnızca başlık",
    new="Yeni",
    later_reports="Sonraki haberler",
    known="Bilinen",
    figures="Rakamlar",
    units={"PERSON": "kişi", "TON": "ton", "e6": " milyon", "e9": " milyar", "e12": " trilyon", ".": ","},
    dates="Tarih",
    names="Adlar",
    sources="Kaynaklar",
    first="ilk",
    firsts="Dillere göre ilk",
    later="{lag} sonra",
    lags="gün sa dk",
    more_sentences=("ve {n} cümle daha", "ve {n} cümle daha"),
    why="Neden",
    corpus="başlangıç arşivi",
    known_seed="{title} (daha önce okundu{origin})",
    before="Öncesi",
    first_report="ilk haber",
    update="güncelleme",
    rule="kural “{rule}”",
    everything="abonelik {pair} ile ilgili her şeyi alıyor",
    times="Yayın {published}, görülme {seen}, gönderim {sent} ({zone})",
    times_unknown="Görülme {seen}, gönderim {sent} ({zone}); yayın saati verilmemiş",
    unnamed="adı belirtilmeyen yayın",
    test="Galata: deneme ({pair})",
    test_preview="{pair} ile ilgili iletiler böyle görünür. Bir sorun yok, yapmanız gereken bir şey de yok.",
    test_headline="Galata size buradan ulaşabiliyor",
    next=("Sırada", "aboneliklerinizin özetleri ve uyarıları"),
    test_sent="`galata channels test` ya da `galata init` ile bir kez gönderildi.",
)

_ITALIAN = Labels(
    code="it",
    months="gen feb mar apr mag giu lug ago set ott nov dic",
    stories=("{n} notizia", "{n} notizie"),
    moved_count=("{n} aggiornata", "{n} aggiornate"),
    moved_yesterday="{moved} da ieri",
    moved_since="{moved} dal giorno {day}",
    copies=("{n} copia accorpata", "{n} copie accorpate"),
    nothing_new="nessuna novità",
    no_stories="Nessuna notizia nuova o aggiornata.",
    other_topic="Altro",
    rest="Altre, solo titoli ({n})",
    near_misses="Sfiorate ({n})",
    read_before="Già lette ({n})",
    coverage="Copertura",
    read="Lette {read} fonti su {total}",
    read_all=("Letta la fonte", "Lette tutte le {n} fonti"),
    no_feeds="Nessuna fonte da leggere",
    failing="Nuovi guasti: {names}",
    recovered="Ripristinate: {names}",
    standing=("{n} fonte ancora guasta", "{n} fonti ancora guaste"),
    status_new="nuova",
    status_moved="aggiornata",
    status_update="aggiornamento",
    headline_only="solo titolo",
    new="Novità",
    later_reports="Notizie successive",
    known="Già noto",
    figures="Cifre",
    units={"PERSON": "persone", "1 PERSON": "persona", "TON": "tonnellate", "1 TON": "tonnellata"}
    | {"e6": " mln", "e9": " mld", "e12": " mila mld", ".": ","},
    dates="Data",
    names="Nomi",
    sources="Fonti",
    first="per prima",
    firsts="Prima per lingua",
    later="{lag} dopo",
    lags="g h min",
    more_sentences=("e un'altra frase", "e altre {n} frasi"),
    why="Perché",
    corpus="archivio iniziale",
    known_seed="{title} (già letta{origin})",
    before="Prima",
    first_report="prima notizia",
    update="aggiornamento",
    rule="regola “{rule}”",
    everything="l'abbonamento prende tutto ciò che riguarda {pair}",
    times="Pubblicata {published}, vista {seen}, inviata {sent} ({zone})",
    times_unknown="Vista {seen}, inviata {sent} ({zone}); ora di pubblicazione non indicata",
    unnamed="testata non indicata",
    test="Galata: una prova ({pair})",
    test_preview="Così si presentano i messaggi su {pair}. Non c'è alcun problema e non occorre fare nulla.",
    test_headline="Galata può raggiungerti qui",
    next=("Poi", "i riepiloghi e gli avvisi dei tuoi abbonamenti"),
    test_sent="Inviato una volta, da `galata channels test` o `galata init`.",
)

LABELS = {labels.code: labels for labels in (_ENGLISH, _TURKISH, _ITALIAN)}


def choose_labels(languages: Sequence[str]) -> Labels:
    """The first of a reader's languages that has labels; English for those who read none of them."""
    return next((LABELS[code] for code in languages if code in LABELS), _ENGLISH)


def count_things(forms: tuple[str, str], n: int) -> str:
    """ "1 story", "2 stories": the form that fits the count."""
    return forms[n != 1].format(n=n)


def format_day(day: date, labels: Labels, today: date | None = None) -> str:
    """ "30 Apr", with the year if it is not that of `today`."""
    shown = f"{day.day} {labels.months.split()[day.month - 1]}"
    return shown if today is not None and day.year == today.year else f"{shown} {day.year}"


def format_time(moment: datetime, zone: ZoneInfo, labels: Labels, now: datetime) -> str:
    """The reader's clock: "16:05" on the day of `now`, else "29 Apr 16:05". Both moments are aware."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    clock = f"{local:%H:%M}"
    return clock if local.date() == today else f"{format_day(local.date(), labels, today)} {clock}"
