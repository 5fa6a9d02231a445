"""Forms are told from copies by what they name and count; abstracts may leave out what an article says."""

import pytest

from worker.news.fingerprint import make_fingerprint
from worker.news.text import words
from worker.news.types import Fingerprint, Item
from worker.news.veto import Doubt, is_refilled, opens_anew, weigh_veto

CRASH = (
    "Two cars collided near {0} on the old road to {1}, and {2} people were slightly hurt. The road was closed for {3} "
    "hours. Police have opened an inquiry into the causes of the accident and ask witnesses to come forward."
)
STRIKE = (
    "The dockers of the port called a strike for next week over the rota of the night shift. The terminal expects few "
    "ships on those days. Talks in the prefecture ended late without a paper, both sides said. The shipowners asked a "
    "judge to cancel the strike, since bread and medicine would lie in the roads for days."
)


def make(text: str, title: str = "What happened today") -> Fingerprint:
    return make_fingerprint(Item(title, content=text, language="en"))


def weigh(new: str, old: str) -> Doubt:
    return weigh_veto(make(new), words(new), make(old)).doubt


@pytest.mark.parametrize(
    ("values", "doubt"),
    [
        (("Rize", "Ordu", 41, 3), Doubt.VETO),  # other places, and one figure that agrees by chance
        (("Lecce", "Bari", 41, 3), Doubt.NEAR),  # the same accident, a figure corrected
        (("Lecce", "Ordu", 14, 3), Doubt.NONE),  # the same figures: a correction of a name
    ],
)
def test_a_form_names_others_and_counts_others(values: tuple[str, str, int, int], doubt: Doubt) -> None:
    old, new = CRASH.format("Lecce", "Bari", 14, 3), CRASH.format(*values)
    assert weigh(new, old) is doubt
    assert is_refilled(make(new), new, make(old)) is (doubt is Doubt.VETO)


def test_texts_that_share_little_wording_are_no_form() -> None:
    new, old = (
        CRASH.format("Rize", "Ordu", 41, 9),
        "Near Lecce 14 people were hurt when 3 cars met on the road to Bari.",
    )
    assert not is_refilled(make(new), new, make(old))


def test_an_abstract_may_leave_out_that_something_may_be_cancelled() -> None:
    assert weigh(STRIKE.split(". ")[0], STRIKE) is Doubt.NONE


def test_an_abstract_that_calls_off_what_the_article_announces_is_no_part_of_it() -> None:
    announced = STRIKE.replace("cancel", "look at")
    called_off = announced.split(". ")[0].replace("called a strike", "called off a strike")
    assert weigh(called_off, announced) is Doubt.VETO


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On the quay of Bari stood Elif. Nobody came.", {"bari", "elif"}),
        ("TWO CARS COLLIDE NEAR THE OLD STATION OF BARI", set()),
        ("Nobody came. They waited.", set()),
    ],
)
def test_names_stand_inside_sentences(text: str, names: set[str]) -> None:
    assert make(text).names == names


CALL = {
    "en": "The foreign minister spoke by telephone with {0}, foreign minister of {1}, the ministry said. They spoke "
    "about {2} and agreed to stay in touch. The call was made at the request of the other side. Both stressed how much "
    "the stability of the region depends on dialogue.",
    "tr": "Dışişleri Bakanı, {1} Dışişleri Bakanı {0} ile telefonda görüştü. Görüşmede {2} ele alındı, iki bakan yakın "
    "temasta kalma konusunda anlaştı. Arama karşı tarafın isteği üzerine yapıldı. Bölgenin istikrarı için diyaloğun "
    "önemi bir kez daha vurgulandı.",
    "it": "Il ministro degli Esteri ha sentito al telefono {0}, suo omologo di {1}. Si è parlato di {2}, e i due sono "
    "rimasti d'accordo di tenersi in contatto. La telefonata era stata chiesta dalla controparte. Entrambi hanno "
    "ricordato quanto conti il dialogo per la stabilità della regione.",
}


@pytest.mark.parametrize("language", CALL)
def test_a_readout_of_another_call_is_another_call(language: str) -> None:
    first = CALL[language].format("Ana Petrova", "Ghana", "visti")
    other = CALL[language].format("Luis Conte", "Malta", "commercio")
    assert weigh(other, first) is Doubt.VETO
    assert is_refilled(make(other), other, make(first))
    abstract = other[: other.index(". ", 90)]
    assert weigh(abstract, first) is Doubt.VETO
    assert weigh(first[: first.index(". ", 90)], first) is Doubt.NONE
    topic = CALL[language].format("Ana Petrova", "Ghana", "confini")
    assert weigh(topic, first) is not Doubt.VETO


def test_the_same_call_in_another_agencys_clothes_is_a_copy() -> None:
    text = CALL["en"].format("Ana Petrova", "Ghana", "visas")
    clothes = "VALLETTA, Nov 6 (Example) - ", "ROME, May 5 (Other Agency) - "
    assert weigh(clothes[0] + text, clothes[1] + text) is not Doubt.VETO
    assert make(clothes[0] + text).names == make(text).names


TODAY = (
    "Fishermen: mind the swell. Shepherds: bring the flocks down early. Beekeepers: leave the hives closed. Growers: "
    "the frost will come by night, cover what is green. Drivers: salt lies on the passes. Walkers: the paths are dry. "
    "These lines are for {0} and were written by the harbour master."
)


TRAIN = (
    "The night train to Edirne left again on {0} with 310 passengers in 9 coaches, {1} months after the flood took the "
    "bridge at Kapıkule. The railway had promised it for the spring."
)


def test_a_day_that_was_corrected_makes_no_form() -> None:
    thursday, friday = (TRAIN.format(day, 14) for day in ("Thursday", "Friday"))
    assert weigh(friday, thursday) is not Doubt.VETO
    assert not is_refilled(make(friday), friday, make(thursday))
    another = TRAIN.format("Friday", 15).replace("310", "288").replace("9 coaches", "8 coaches")
    assert weigh(another, thursday) is Doubt.VETO


RESCUE = {
    "en": (
        "The Turkish coast guard brought {} migrants ashore from a rubber boat off Kaş on {}. They were handed over to "
        "the migration office of Antalya, the governor said.",
        ("28", "Thursday", " The boat had drifted since midnight."),
        ("26", "Friday", " On Thursday the crew had saved 28 people in the same waters."),
    ),
    "tr": (
        "Sahil Güvenlik ekipleri {1} günü Kaş açıklarında lastik bottaki {0} göçmeni kurtardı. Göçmenler Antalya Göç "
        "İdaresi Müdürlüğüne teslim edildi.",
        ("28", "perşembe", " Bot gece yarısından beri sürükleniyordu."),
        ("26", "cuma", " Ekipler perşembe akşamı aynı yerde 28 kişiye yetişmişti."),
    ),
    "it": (
        "La guardia costiera turca ha portato a riva {1} {0} migranti da un gommone al largo di Kaş. Sono stati "
        "affidati all'ufficio migrazione di Adalia, dice il governatore.",
        ("28", "giovedì", " Il gommone era alla deriva dalla mezzanotte."),
        ("26", "venerdì", " Già giovedì sera l'equipaggio aveva salvato 28 persone in quel tratto."),
    ),
}


@pytest.mark.parametrize("language", RESCUE)
def test_the_next_days_event_may_look_back_on_the_day_before(language: str) -> None:
    """An update has the old day in the old words."""
    form, thursday, friday = RESCUE[language]
    old, new = (form.format(*filled[:2]) + filled[2] for filled in (thursday, friday))
    assert weigh(new, old) is Doubt.VETO
    assert weigh(f"{old} On Friday all of them were well.", old) is not Doubt.VETO


def test_a_minister_who_meets_another_one_in_the_same_words_meets_him_anew() -> None:
    met = (
        "Turkish Interior Minister Hakan Dervent met {0} Interior Minister {1} in Ankara, the ministry said on Tuesday."
        " They talked about border posts."
    )
    italian, spanish = met.format("Italian", "Paola Sarti"), met.format("Spanish", "Lola Cortez")
    assert weigh(spanish, italian) is Doubt.VETO
    assert weigh(italian.replace("talked about border posts", "discussed the frontier"), italian) is not Doubt.VETO


def test_another_days_column_is_no_copy() -> None:
    monday, tuesday = (TODAY.format(day) for day in ("Monday", "Tuesday"))
    assert weigh(tuesday.replace("the paths are dry", "stay at home"), monday) is Doubt.VETO
    assert weigh(monday.replace("the paths are dry", "stay at home"), monday) is not Doubt.VETO
    # An update names the old day as well.
    assert weigh(f"On Tuesday nothing had changed. {monday}", monday) is not Doubt.VETO


def test_an_edited_part_from_inside_is_no_form() -> None:
    inside = ". ".join(STRIKE.split(". ")[1:3])
    for word, other in (("few", "hardly any"), ("late", "at dawn")):
        inside = inside.replace(word, other)
    assert weigh(inside, f"{CRASH.format('Lecce', 'Bari', 14, 3)} {STRIKE} {TODAY}") is Doubt.NONE


def test_a_word_put_before_what_is_counted_changes_no_figure() -> None:
    old = STRIKE.replace("few ships", "14 kilometres of lorries").replace("Talks", "Some 30 people came. Talks")
    new = old.replace("14 kilometres", "14 slow kilometres").replace("30 people", "30 angry people")
    assert weigh(new, old) is Doubt.NONE


def test_a_part_word_for_word_is_no_form_whatever_its_headline_counts() -> None:
    lead, rest = CRASH.format("Lecce", "Bari", 14, 3).split(". The road")
    abstract = make(lead, title="Cost of 7 crashes in 2 weeks: 90 days of work")
    article = make(f"{lead}. The road{rest} {STRIKE} Of 41 drivers asked, 9 go by train.")
    assert weigh_veto(abstract, words(lead), article).doubt is Doubt.NONE


def test_an_abstract_may_say_what_is_called_off_inside_the_article() -> None:
    article = f"{CRASH.format('Lecce', 'Bari', 14, 3)} {STRIKE} {CRASH.format('Rize', 'Ordu', 41, 9)}"
    assert weigh(STRIKE.split(". ")[3], article) is Doubt.NONE


BACKGROUNDS = {
    "en": (
        " The joint company of the two yards, founded in 2023, builds ferries in Yalova with engines from Trieste and"
        " wants to deliver 40 ships by 2031.",
        "Welders in Yalova laid down their work on Thursday, and nobody knows when they will go on.",
        "Nobody knows when welders of the yard in Yalova, who stopped on Thursday, will work again.",
        "Ugo Passerini, once an admiral, will lead the design office from January, the board decided.",
    ),
    "tr": (
        " İki tersanenin 2023'te kurduğu ortak şirket, Trieste'den gelen makinelerle Yalova'da feribot yapıyor,"
        " 2031'e kadar 40 gemi teslim etmek istiyor.",
        "Yalova'daki kaynakçılar perşembe günü iş bıraktı, ne zaman döneceklerini kimse bilmiyor.",
        "Kaynakçılar Yalova'da perşembe günü işi durdurdu; ne zaman geri dönecekleri belli değil.",
        "Eski amiral Ugo Passerini ocaktan başlayarak tasarım ofisini yönetecek, karar kuruldan çıktı.",
    ),
    "it": (
        " La società comune dei due cantieri, nata nel 2023, costruisce traghetti a Yalova con motori di Trieste e"
        " conta di consegnare 40 navi entro il 2031.",
        "I saldatori di Yalova hanno incrociato le braccia giovedì, e nessuno sa quando riprenderanno.",
        "Nessuno sa quando torneranno al lavoro i saldatori di Yalova, che si sono fermati giovedì.",
        "Ugo Passerini, già ammiraglio, guiderà da gennaio l'ufficio progetti: lo ha deciso il consiglio.",
    ),
}


@pytest.mark.parametrize("language", BACKGROUNDS)
def test_two_events_above_one_background_open_anew_and_a_rewritten_one_does_not(language: str) -> None:
    background, strike, rewritten, chief = BACKGROUNDS[language]
    old = make(strike + background, strike)
    assert opens_anew(words(chief + background), old)
    assert not opens_anew(words(rewritten + background), old)
    assert not opens_anew(words(f"Nothing has moved since. {strike}{background}"), old), "it has the other opening"
