"""What the demonstration plants, and the decision Galata should reach on each item of its feeds.

Items that should end in one story share a `story`; an item that should stay by itself has a story of its own. Feeds are
polled in parallel, so which copy of a text comes first is chance: `relation` is what holds when the outlets are read in
the order of `OUTLETS`, and `check.find_surprises` compares each story's relations as a whole, which no order changes.
"""

from dataclasses import dataclass

from worker.demo.render import Edition


@dataclass(frozen=True, slots=True)
class Outlet:
    """An invented outlet and how its server behaves."""

    slug: str
    name: str
    language: str
    country: str
    content_type: str = "application/rss+xml; charset=utf-8"
    gzips: bool = False
    fails_second: bool = False
    """503 with Retry-After at the second edition."""
    abstracts: bool = False
    """Its feed has abstracts only, and its pages the whole texts: they are read. Other pages say what the feed says."""

    @property
    def path(self) -> str:
        """Where its feed is on the demonstration's server."""
        return f"/feeds/{self.slug}.xml"


OUTLETS = (
    Outlet("anatolian-wire", "Anatolian Wire", "en", "TR", "application/atom+xml; charset=utf-8", gzips=True),
    Outlet("mediterranean-monitor", "Mediterranean Monitor", "en", "GB"),
    Outlet("bosphorus-ledger", "Bosphorus Ledger", "en", "TR"),
    Outlet("bosphorus-ledger-business", "Bosphorus Ledger: Business", "en", "TR"),
    Outlet("savunma-defteri", "Savunma Defteri", "tr", "TR", "text/xml", abstracts=True),
    Outlet("corriere-del-levante", "Corriere del Levante", "it", "IT", "application/atom+xml"),
    Outlet("agenzia-ponente", "Agenzia Ponente", "it", "IT", "application/rdf+xml"),
    Outlet("halic-postasi", "Haliç Postası", "tr", "TR"),
    Outlet("sport-adriatico", "Sport Adriatico", "it", "IT", fails_second=True),
    Outlet("kitchen-garden", "Kitchen & Garden Weekly", "en", "GB"),
    Outlet("gundem-ege", "Gündem Ege", "tr", "TR", "text/xml; charset=utf-8"),
    Outlet("tirreno-sera", "Tirreno Sera", "it", "IT", "text/html; charset=utf-8"),
)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What should become of one item."""

    feed: str
    """The outlet's name, as in `OUTLETS`."""
    identity: str
    """The guid or url of the entry, with `{base}` for the server's address: see `identity_at`."""
    edition: Edition
    """The edition that brings it; a revised item is expected once in each."""
    relevant: bool
    relation: str
    """A value of RelationKind; empty where the item is irrelevant and therefore not compared."""
    note: str
    """What the item is there to show."""
    story: str = ""
    also: str = ""
    """Another relation that is as good, for every item of the story in this edition; empty: none."""

    def identity_at(self, base_url: str) -> str:
        """The identity as the server at `base_url` writes it."""
        return self.identity.replace("{base}", base_url)

    @property
    def place(self) -> str:
        """How a message names the item."""
        return f"{self.feed}, {self.identity} ({self.edition})"


def keep(
    feed: str, identity: str, edition: Edition, relation: str, story: str, note: str, also: str = ""
) -> Expectation:
    """An item about both countries."""
    return Expectation(feed, identity, edition, True, relation, note, story, also)


def leave(feed: str, identity: str, edition: Edition, note: str) -> Expectation:
    """An item that is not about both countries."""
    return Expectation(feed, identity, edition, False, "", note)


WIRE, MONITOR, LEDGER, BUSINESS = (
    "Anatolian Wire",
    "Mediterranean Monitor",
    "Bosphorus Ledger",
    "Bosphorus Ledger: Business",
)
DEFTER, LEVANTE, PONENTE, HALIC = "Savunma Defteri", "Corriere del Levante", "Agenzia Ponente", "Haliç Postası"
SPORT, KITCHEN, EGE = "Sport Adriatico", "Kitchen & Garden Weekly", "Gündem Ege"
WIRE_ID, LEVANTE_ID = "tag:anatolianwire.example,2025:", "tag:corrieredellevante.example,2025:"
PONENTE_ID, SPORT_ID = "{base}/agenzia-ponente/", "{base}/sport-adriatico/"

EXPECTED: tuple[Expectation, ...] = (
    # One event in five wordings, and what comes of it
    keep(WIRE, WIRE_ID + "2041", "first", "new", "venture", "the wire story"),
    keep(
        MONITOR,
        "mm-8816",
        "first",
        "near_duplicate",
        "venture",
        "the wire story verbatim, with the outlet's footer",
        "duplicate",
    ),
    keep(
        LEDGER,
        "bl-main-5118",
        "first",
        "near_duplicate",
        "venture",
        "the wire story lightly edited, outlet in the title",
    ),
    keep(DEFTER, "sd-311", "first", "same_story", "venture", "the same event in Turkish; the feed is ISO-8859-9"),
    keep(LEVANTE, LEVANTE_ID + "/economia/7701", "first", "same_story", "venture", "the same event in Italian"),
    keep(
        WIRE,
        WIRE_ID + "2047",
        "second",
        "update",
        "venture",
        "the wire story and three sentences more: figures, a signature",
    ),
    # The seed of our own comes back
    keep(
        MONITOR,
        "mm-8813",
        "first",
        "duplicate",
        "seed:005",
        "the sixth seed verbatim, under another headline",
        "near_duplicate",
    ),
    keep(LEDGER, "bl-main-5126", "second", "excerpt", "seed:005", "its first three paragraphs"),
    # Other stories in several wordings
    keep(LEDGER, "bl-main-5120", "first", "new", "trade", "trade figures; HTML in the summary, a counting pixel"),
    keep(
        BUSINESS,
        "bl-business-5120",
        "first",
        "duplicate",
        "trade",
        "the same url with other utm parameters and another guid",
    ),
    keep(PONENTE, PONENTE_ID + "scambi-italia-turchia", "first", "same_story", "trade", "the same figures in Italian"),
    keep(
        BUSINESS,
        "bl-business-5127",
        "second",
        "new",
        "trade-2",
        "the same template, another quarter: not a copy",
        "overlap",
    ),
    keep(PONENTE, PONENTE_ID + "guardia-costiera-bari", "first", "new", "coast-guards", "coast guards, in Italian"),
    keep(HALIC, "hp-1006", "first", "same_story", "coast-guards", "the same event in Turkish; CDATA"),
    keep(
        PONENTE,
        PONENTE_ID + "guardia-costiera-bari",
        "second",
        "update",
        "coast-guards",
        "revised: same identity, three sentences more",
    ),
    # Stories told once
    keep(LEVANTE, LEVANTE_ID + "/cultura/7698", "first", "new", "galata-maps", "culture: the Genoese of Galata"),
    keep(
        LEVANTE,
        LEVANTE_ID + "/cultura/7698",
        "second",
        "near_duplicate",
        "galata-maps",
        "revised silently: a misprint mended",
        "duplicate",
    ),
    keep(HALIC, "hp-1004", "first", "new", "d-aronco", "culture; an apostrophe in a name"),
    keep(HALIC, "hp-1004", "second", "new", "ro-ro", "a reused guid with unrelated content: a new article"),
    keep(
        SPORT,
        SPORT_ID + "euro-2032-comitato-stadi",
        "first",
        "new",
        "euro-2032",
        "football, but national: both countries host",
    ),
    keep(DEFTER, "sd-309", "first", "new", "helicopters", "the same company on the same day, another event"),
    keep(DEFTER, "sd-308", "first", "new", "sea-radar", "its abstract names one country; its page, read, the other"),
    keep(WIRE, WIRE_ID + "2038", "first", "new", "laser-link", "space"),
    keep(MONITOR, "mm-8809", "first", "new", "data-cable", "entities escaped twice, in title, category and text"),
    keep(LEDGER, "bl-main-5113", "first", "new", "joint-degree", "no title: the first sentence serves"),
    keep(
        BUSINESS, "bl-business-5115", "first", "new", "brakes", "a company nobody has heard of; the countries carry it"
    ),
    keep(PONENTE, PONENTE_ID + "gas-corridoio-sud", "first", "new", "gas", "no date: first seen counts"),
    keep(HALIC, "hp-1003", "first", "new", "heat-pumps", "a title in capitals with İ and I"),
    keep(HALIC, "hp-1002", "first", "new", "film-week", "dated three days ahead"),
    keep(EGE, "ge-76", "first", "new", "sister-ports", "a control character and a bare & inside"),
    keep(MONITOR, "mm-8821", "second", "new", "eye-clinic", "both countries, in a third one"),
    keep(DEFTER, "sd-314", "second", "new", "school-ship", "a naval visit"),
    # To be left out: the words are there, the two countries are not
    leave(KITCHEN, "kgw-90", "first", "the bird turkey, Italian herbs"),
    leave(KITCHEN, "kgw-89", "first", "Turkish eggs and Italian coffee: a recipe"),
    leave(KITCHEN, "kgw-88", "first", "turkey oak and Italian cypress: trees"),
    leave(LEDGER, "bl-main-5116", "first", "DiCaprio, not the company; Istanbul cinemas"),
    leave(SPORT, SPORT_ID + "galatasaray-juventus-offerta", "first", "a club transfer"),
    leave(SPORT, SPORT_ID + "inter-regista-turco-convocato", "first", "a Turkish player of an Italian club"),
    leave(SPORT, SPORT_ID + "basket-efes-bologna", "first", "a club match"),
    leave(LEVANTE, LEVANTE_ID + "/salute/7693", "first", "fumare come un turco: an idiom"),
    leave(LEVANTE, LEVANTE_ID + "/viaggi/7690", "first", "Scala dei Turchi: a cliff in Sicily"),
    leave(HALIC, "hp-1000", "first", "weather: cool air from Italy"),
    leave(EGE, "ge-77", "first", "fidan dikimi: saplings, not the minister; Italian pines"),
    leave(DEFTER, "sd-306", "first", "yeni, eni konu: not Eni; Türkiye only"),
    # To be left out: one country or none
    leave(LEVANTE, LEVANTE_ID + "/politica/7696", "first", "politics of Italy only"),
    leave(HALIC, "hp-1001", "first", "economy of Türkiye only"),
    leave(BUSINESS, "bl-business-5109", "first", "economy of Türkiye only"),
    leave(WIRE, WIRE_ID + "2035", "first", "Türkiye only"),
    leave(WIRE, WIRE_ID + "2032", "first", "Türkiye and Greece"),
    leave(MONITOR, "mm-8802", "first", "neither"),
    leave(PONENTE, PONENTE_ID + "sciopero-treni", "first", "Italy only"),
    leave(KITCHEN, "kgw-87", "first", "neither"),
    leave(EGE, "ge-75", "first", "Türkiye only; the last item before the feed breaks off"),
    leave(WIRE, WIRE_ID + "2046", "second", "Türkiye only"),
    leave(MONITOR, "mm-8819", "second", "neither"),
    leave(LEDGER, "bl-main-5124", "second", "Türkiye only"),
    leave(LEVANTE, LEVANTE_ID + "/meteo/7706", "second", "weather, Italy only"),
    leave(PONENTE, PONENTE_ID + "vendemmia-piemonte", "second", "Italy only"),
    leave(EGE, "ge-80", "second", "Türkiye only"),
)
