"""What stands inside and around an article and is none of it, where trafilatura's own rules, made for other languages,
do not see it: lines that lead elsewhere, boxes by their Turkish and Italian names, and lines about rights.
"""

import re

from lxml import etree
from lxml.html import HtmlElement

# A short paragraph that is a link and little else leads to another story ("Leggi anche: …").
LINK_SHARE, LINK_WORDS = 0.5, 30
# How class names of boxes begin: share, comments, related, tags, advertising, most read, newsletter, cookies, footer.
BOXES = (
    *("paylas", "yorum", "ilgili", "benzer", "etiket", "reklam", "okunan", "bulten", "cerez", "sosyal"),
    *("condivid", "comment", "correlat", "pubblicit", "newslett", "iubenda", "informativa", "piede", "altri"),
    *("share", "social", "related", "recirc", "promo", "paywall", "sponsor", "embed"),
)
# `yorum` is also an opinion piece, and a body element may be called anything: what holds this much stays.
BOX_SHARE = 0.25
KEPT = frozenset({"html", "body", "main", "article"})
RIGHTS = re.compile(
    r"©|riproduzione riservata|(?:tutti i )?diritti riservati|all rights reserved|haklar[ıi] sakl[ıi]d[ıi]r"
    r"|copyright\s+(?:20|by)",
    re.IGNORECASE,
)
RIGHTS_WORDS = 25
LAYOUT = ("table", "thead", "tbody", "tr", "td", "th")


def drop_link_lines(root: HtmlElement) -> None:
    """Take out the paragraphs within an article that lead to other articles."""
    for line in root.xpath("//p[.//a] | //li[.//a] | //h2[.//a] | //h3[.//a] | //h4[.//a]"):
        text = line.text_content()
        linked = sum(len(link.text_content()) for link in line.iter("a"))
        if (
            linked >= LINK_SHARE * len(text.strip())
            and len(text.split()) <= LINK_WORDS
            and line.getparent() is not None
        ):
            line.drop_tree()


def drop_boxes(root: HtmlElement) -> None:
    """Take out what is named as something else than an article, unless it holds much of the page or its headline."""
    most = BOX_SHARE * len(root.text_content())
    # A form in the middle of an article asks for a mail address: what stands beside it in its box says so.
    asking = [form.getparent() for form in root.iter("form")]
    named = [element for element in root.xpath("//*[@class or @id]") if is_box(element)]
    for element in (*asking, *named):
        if element is None or element.getparent() is None or element.tag in KEPT:
            continue
        if len(element.text_content()) <= most and element.find(".//h1") is None:
            element.drop_tree()


def is_box(element: HtmlElement) -> bool:
    """Whether an element's class or id begins, or goes on after a hyphen, with the name of a box."""
    if element.tag in KEPT or element.get("itemprop") == "articleBody":
        return False
    names = re.split(r"[\s_-]+", f"{element.get('class', '')} {element.get('id', '')}"[:500].lower())
    return any(name.startswith(BOXES) for name in names)


def is_rights_line(paragraph: str) -> bool:
    """Whether a paragraph says whose the text is, and nothing else."""
    return RIGHTS.search(paragraph) is not None and len(paragraph.split()) <= RIGHTS_WORDS


def flatten_tables(root: HtmlElement) -> None:
    """Turn tables into divisions, for pages of the time when a page was laid out with them."""
    for cell in root.iter(*LAYOUT):
        cell.tag = "div"
    etree.strip_tags(root, "font", "center")
