"""What an outlet repeats is told from what it reports: by unlike articles that carry it."""

import pytest

from worker.news.furniture import Sample, hash_line, learn_furniture, list_edges, list_lines, name_outlet

RADAR = ("Leonardo wins radar order", "Leonardo has won an order for six radars from Türkiye.")
FERRY = ("Ferry from Izmir opens in May", "A line to Trieste opens in May, a ministry of Italy said.")
OLIVES = ("Growers of Ayvalık in Puglia", "Presses were shown to forty visitors on Tuesday.")
CONCERT = ("Istanbul orchestra at La Scala", "It played two symphonies, the first one by a Turk.")
NEWS = (RADAR, FERRY, OLIVES, CONCERT)
LINE = "We bring you the region every morning."


def learn(*texts: tuple[str, str], outlet: str = "ledger") -> dict[str, int]:
    """What is learnt of an outlet's articles, given as (title, text): line → carriers."""
    return {one.line: one.carriers for one in learn_furniture(Sample(outlet, *told) for told in texts)}


@pytest.mark.parametrize("form", ["{0} {1}", "{1} {0}", "{0}\n\n{1}"], ids=["after", "before", "paragraph"])
def test_a_line_of_three_unlike_articles_is_furniture(form: str) -> None:
    assert learn(*((title, form.format(text, LINE)) for title, text in NEWS[:3])) == {LINE: 3}
    assert learn(*((title, form.format(text, LINE)) for title, text in NEWS[:2])) == {}


def test_two_are_enough_for_a_line_that_names_the_outlet_or_is_long() -> None:
    named = "The Bosphorus Ledger brings you the region."
    pair = [(title, f"{text} {named}") for title, text in NEWS[:2]]
    assert learn(*pair, outlet=name_outlet("Bosphorus Ledger")) == {named: 2}
    long = (
        "We bring you the stories that matter from the region, with our writers in five capitals and an hour of sound."
    )
    assert learn(*((title, f"{text} {long}") for title, text in NEWS[:2])) == {long: 2}


def test_forms_of_one_article_are_one() -> None:
    """A wire in three sections, with other titles and openings: its last sentence is news."""
    end = "The hall will turn out 48 airframes a year once its second line is running, the two companies said in Turin."
    heads = ("Baykar and Leonardo open plant", "Leonardo, Baykar: plant opened", "Plant of Baykar and Leonardo opens")
    starts = (
        "They opened it near Turin on Monday.",
        "Monday saw it opened near Turin.",
        "Near Turin, it opened Monday.",
    )
    assert learn(*((head, f"{start} {end}") for head, start in zip(heads, starts, strict=True))) == {}


def test_an_article_and_its_updates_are_one() -> None:
    """Each update opens with what happened, under another headline, and goes on as the article before did."""
    wire = (
        "Meloni and Erdoğan opened the summit in Izmir on Monday with their ministers of trade and defence. The "
        "two leaders want to bring trade to 40 billion dollars a year. On the table are drones of Leonardo and Baykar."
    )
    texts = [
        ("Summit of Italy and Türkiye opens in Izmir", wire),
        ("Baykar to build drones near Turin", f"A plant for drones comes to Turin, said both companies. {wire}"),
        ("Eleven agreements signed in Izmir", f"Among them is one on customs, another on ports. {wire}"),
    ]
    assert learn(*texts) == {}


def test_what_a_roundup_takes_from_an_article_is_news() -> None:
    lead = "The state orchestra of Istanbul played two symphonies at La Scala in Milan on Sunday, the first by a Turk."
    article = ("Bravo for the guests", f"{lead} Tickets had been gone for weeks. The hall was full to the last seat.")
    others = [text for _, text in NEWS[:3]]
    assert learn(article, ("News in brief", " ".join([*others, lead]))) == {}
    assert learn(article, ("What else there was", " ".join([*others, lead]))) == {}, (
        "it opens one, and closes the other"
    )


def test_a_form_filled_in_again_is_no_furniture() -> None:
    form = "Ships of Türkiye and Italy expected in {0}: {1} tankers. Pilots board from the outer roads of the harbour."
    assert (
        learn(
            *(
                (f"Ships expected in {port}", form.format(port, n))
                for n, port in enumerate(("Bari", "Izmir", "Trieste"))
            )
        )
        == {}
    )


def test_outlets_do_not_speak_for_each_other() -> None:
    samples = [Sample(f"outlet{n}", title, f"{text} {LINE}") for n, (title, text) in enumerate(NEWS)]
    assert learn_furniture(samples) == []
    assert learn_furniture(Sample("", title, f"{text} {LINE}") for title, text in NEWS) == []


def test_few_of_many_are_not_frequent() -> None:
    others = [(f"Title {n} of another matter {n * 7}", f"Wholly other words {n} stand here{n}.") for n in range(40)]
    assert learn(*((title, f"{text} {LINE}") for title, text in NEWS[:3]), *others) == {}


@pytest.mark.parametrize("form", ["{0} | Haberler", "{0} - Daily Ledger", "VIDEO - {0}"])
def test_what_stands_around_most_titles_is_an_affix(form: str) -> None:
    affix = form.format("")
    assert learn(*((form.format(title), text) for title, text in NEWS)) == {affix: 4}
    assert hash_line(affix) in list_lines(form.format("Another"), "")
    mixed = [(form.format(title), text) for title, text in NEWS[:2]] + [*NEWS[2:]]
    assert learn(*mixed) == {}


def test_the_edges_of_a_long_text_are_found_without_reading_it() -> None:
    text = " ".join(f"Sentence number {n} has six words." for n in range(9_000))
    assert list_edges(text)[:2] == ["Sentence number 0 has six words.", "Sentence number 1 has six words."]
    assert list_edges(text)[-1] == "Sentence number 8999 has six words."
    assert len(list_edges(text)) == 10
    assert list_edges("Too short here. " + "word " * 61) == []
    assert list_edges("") == []
