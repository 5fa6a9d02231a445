"""One article, one name: urls, titles and contents that differ only in dress agree, and no others do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.identity import canonical_url, choose_address, hash_content, strip_outlet

PAGE = "https://haber.example/dunya/roma-zirvesi?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "http://haber.example/dunya/roma-zirvesi?id=7",
        "https://www.haber.example/dunya/roma-zirvesi/?id=7",
        "https://HABER.Example:443/dunya/roma-zirvesi?id=7#yorumlar",
        "https://m.haber.example/dunya/roma-zirvesi?id=7&utm_source=x&utm_medium=rss",
        "https://amp.haber.example/dunya/roma-zirvesi?fbclid=a&id=7&gclid=b",
        "https://haber.example/dunya/roma-zirvesi/amp/?id=7",
        "https://haber.example/amp/dunya/roma-zirvesi?id=7&mc_cid=1&ref=home&cmpid=22",
        "https://haber.example/dunya/roma-zirvesi?amp=1&id=7",
        "https://haber.example/dunya/roma-zirvesi?id=7&outputType=amp",
        "https://mobil.haber.example/dunya/roma-zirvesi?id=7&m=1&noamp=mobile",
        "https://haber.example/dunya/amp/roma-zirvesi?id=7&outputType=amp-type",
        "https://haber.example//dunya/roma-zirvesi/index.html?id=7&refresh_ce-cp",
        "https://haber.example/dunya/roma-zirvesi;jsessionid=0A1B?id=7",
        "https://haber.example/dunya/roma%2Dzirvesi?id=7&from=rss&source=feedburner&partner=rss_1&share=twitter",
        "https://haber.example/dunya/roma-zirvesi?id=7&amp;utm_source=rss&amp;at_medium=rss",
        "https://haber.example/dunya/roma-zirvesi?amp;fbclid=a&id=7",
        "https://haber.example/dunya/roma-zirvesi?id=7&INTCMP=a&WT.mc_id=b&gad_source=1&srsltid=c&__twitter_impression=true",
        "https://haber.example/dunya/roma-zirvesi?id=7&guccounter=1&guce_referrer=a&fb_action_ids=2&li_fat_id=3&trk=x",
        "https://haber-example.cdn.ampproject.org/v/s/haber.example/dunya/roma-zirvesi?id=7&amp_js_v=0.1&usqp=mq331",
        " https://haber.example/dunya/roma-zirvesi?id=7 ",
        "https://www.google.com/url?rct=j&sa=t&url=https://haber.example/dunya/roma-zirvesi%3Fid%3D7&ct=ga",
        "https://www.google.com.tr/url?q=http%3A%2F%2Fwww.haber.example%2Fdunya%2Froma-zirvesi%3Fid%3D7",
        "https://www.google.it/amp/s/haber.example/dunya/roma-zirvesi/amp?id=7",
        "https://haber-example.cdn.ampproject.org/c/s/haber.example/dunya/roma-zirvesi?id=7",
    ],
)
def test_forms_of_one_page_agree(url: str) -> None:
    assert canonical_url(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://haber.example/dunya/roma-zirvesi?id=8",
        "https://haber.example:8443/dunya/roma-zirvesi?id=7",
        "https://haber.example/dunya/roma-zirvesi-2?id=7",
        "https://spor.haber.example/dunya/roma-zirvesi?id=7",
        "https://haber.example/dunya/roma-zirvesi?id=7&page=2",
        "https://haber.example/dunya/Roma-zirvesi?id=7",
        "https://haber.example/dunya/roma-zirvesi?id=7&source=ansa",
        "https://haber.example/dunya/roma-zirvesi?id=7&cid=12",
        "https://haber.example/dunya/roma-zirvesi?id=7&m=2",
        "https://haber.example/dunya/campo-roma-zirvesi?id=7",
    ],
)
def test_other_pages_stay_apart(url: str) -> None:
    assert canonical_url(url) != PAGE


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=2&a=1&a=0", "https://example.org/a?a=0&a=1&b=2"),
        ("https://example.org/türkiye", "https://example.org/t%C3%BCrkiye"),
        ("https://example.org/t%c3%bcrkiye", "https://example.org/t%C3%BCrkiye"),
        ("https://www.com/x", "https://www.com/x"),
        ("https://example.org/camp", "https://example.org/camp"),
        ("https://example.org", "https://example.org"),
        ("https://example.org/story.amp.html", "https://example.org/story.html"),
        ("https://example.org/story_amp.shtml", "https://example.org/story.shtml"),
        ("https://example.org/story.amp", "https://example.org/story"),
        ("https://example.org/default.aspx", "https://example.org"),
        ("https://hürriyet.example/a", "https://xn--hrriyet-n2a.example/a"),
        ("https://example.org/%7euser/%2f%C3%bc", "https://example.org/~user/%2F%C3%BC"),
        ("https://mobil.com/x", "https://mobil.com/x"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x"),
        ("https://example.org:abc/x", "https://example.org:abc/x"),
        ("tag:example.org,2025:7", "tag:example.org,2025:7"),
        ("https://www.google.com/url?url=javascript:alert(1)", "https://google.com/url?url=javascript%3Aalert%281%29"),
        ("", ""),
    ],
)
def test_edges_of_urls(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


_PIECES = (
    "www. m. amp. example .org :80 :443 / /amp .amp _amp.html /amp/ /a ?x=1 &utm_a=2 %2f %zz %25 %61mp ü # ; .. //"
    " ?amp=1 &amp; amp; /index.html /default.asp ;jsessionid= ?from=rss"
)


@given(st.lists(st.sampled_from(_PIECES.split()), max_size=12).map("".join))
def test_canonical_form_is_stable(rest: str) -> None:
    once = canonical_url("http://example.org" + rest)
    assert canonical_url(once) == once


@given(st.text(max_size=60))
def test_any_text_is_answered(url: str) -> None:
    assert canonical_url(url) == canonical_url(url.strip())


@pytest.mark.parametrize(
    ("final_url", "canonical", "chosen"),
    [
        ("https://haber.example/a/roma-ankara-zirvesi-12", "", "https://haber.example/a/roma-ankara-zirvesi-12"),
        (
            "https://m.haber.example/x?id=12",
            "https://www.haber.example/x-12?utm_source=a",
            "https://haber.example/x-12",
        ),
        ("https://haber.example/x?id=12", "/roma-ankara-zirvesi", "https://haber.example/roma-ankara-zirvesi"),
        ("https://spor.haber.com.tr/x-12", "https://www.haber.com.tr/y-12", "https://haber.com.tr/y-12"),
        # Its front page, a section, another's page, rubbish: the address that led there tells more.
        ("https://haber.example/x-12", "https://haber.example/", "https://haber.example/x-12"),
        ("https://haber.example/x-12", "https://haber.example/son-dakika", "https://haber.example/x-12"),
        ("https://haber.example/x-12", "https://elsewhere.example/x-12", "https://haber.example/x-12"),
        ("https://haber.com.tr/x-12", "https://baska.com.tr/x-12", "https://haber.com.tr/x-12"),
        ("https://haber.example/x-12", "javascript:alert(12)", "https://haber.example/x-12"),
        ("https://haber.example/x-12", "https://haber.example:abc/x-12", "https://haber.example/x-12"),
        ("https://haber.example/", "", None),
        ("https://haber.example/dunya", "https://haber.example/", None),
    ],
)
def test_a_page_is_known_by_its_own_address(final_url: str, canonical: str, chosen: str | None) -> None:
    assert choose_address(final_url, canonical) == chosen


@pytest.mark.parametrize(
    ("title", "source", "expected"),
    [
        ("Rome summit ends - Daily Example", "Daily Example", "Rome summit ends"),
        ("Rome summit ends | DailyExample.com", "Daily Example", "Rome summit ends"),
        ("DAILY EXAMPLE: Rome summit ends", "Daily Example", "Rome summit ends"),
        ("Roma'da zirve – HABER ÖRNEK", "Haber Örnek", "Roma'da zirve"),
        ("Rome summit ends - Reuters", "Google News", "Rome summit ends"),
        ("Rome summit ends - example.com.tr", None, "Rome summit ends"),
        ("Vertice a Roma - Adnkronos - Example", "Example", "Vertice a Roma - Adnkronos"),
        ("Meloni - Erdoğan talks in Rome", None, "Meloni - Erdoğan talks in Rome"),
        ("Meloni: accordo con Ankara", "Example", "Meloni: accordo con Ankara"),
        ("Italy 2 - 1 Türkiye", "Google News", "Italy 2 - 1 Türkiye"),
        ("Zirve | İlk gün", "Haber Örnek", "Zirve | İlk gün"),
        ("Reuters", "Reuters", "Reuters"),
        ("Vertice a Roma - ANSA", "ANSA Mondo", "Vertice a Roma"),
        ("Vertice a Roma | ANSA.it", "ANSA Mondo", "Vertice a Roma"),
        ("Vertice a Roma - Corriere", "Corriere della Sera", "Vertice a Roma"),
        ("Vertice a Roma - Mondo", "ANSA Mondo", "Vertice a Roma - Mondo"),
        ("Vertice a Milano - Milano", "MilanoToday", "Vertice a Milano - Milano"),
        ("ANSA - Vertice a Roma", "Gazzetta Esempio", "Vertice a Roma"),
        ("ANSA: Vertice a Roma", None, "Vertice a Roma"),
        ("(AA) Roma'da zirve", "Haber Örnek", "Roma'da zirve"),
        ("Roma'da zirve (AA)", "Haber Örnek", "Roma'da zirve"),
        ("Roma'da zirve - AA", "Haber Örnek", "Roma'da zirve"),
        ("(ANSA)", "ANSA", "(ANSA)"),
        ("AP Moller in Mersin", None, "AP Moller in Mersin"),
        ("", None, ""),
    ],
)
def test_outlets_leave_titles(title: str, source: str | None, expected: str) -> None:
    assert strip_outlet(title, source) == expected


def test_content_hash_ignores_dress_only() -> None:
    plain = hash_content("İTALYA ile anlaşma", "“İki ülke” anlaştı.")
    assert plain == hash_content("italya ile  anlasma", '"iki ülke" anlaştı')
    assert plain != hash_content("İtalya ile anlaşma", "İki ülke anlaşmadı.")
    assert hash_content("a b", "c") != hash_content("a", "b c")
