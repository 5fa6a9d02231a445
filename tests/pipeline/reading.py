"""What the tests of reading start from: abstracts, the pages that hold their texts, and a server that has both."""

from html import escape

from db.page_models import ArticlePage
from tests.net.servers import WebServer, make_reply
from tests.pipeline.building import WIRE, Told, list_rows
from worker.pipeline.alert import alert_judged
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime

HTML = "Content-Type: text/html; charset=utf-8"
ABSTRACT = Told(WIRE.title, WIRE.text.split(". ", maxsplit=1)[0] + ".")
# Names one country alone; its page tells of the other.
VEILED = Told(
    "Leonardo to open a second drone hall next to its plant",
    "The defence company expects the first airframes in the summer.",
)
UNVEILED = (
    "Leonardo will open a second hall for drones next to its plant near Turin with its partner Baykar of Türkiye, the "
    "ministers of Italy and Türkiye said in Ankara on Monday. The defence company expects the first airframes in the "
    "summer. Engineers of both companies have shared the design of the wing since the autumn. The regional government "
    "paid for the road that leads to the gate. The unions asked for a written promise that the jobs stay, and were "
    "given one."
)
# Has most words of the abstract, and names neither country.
QUIET = Told(
    "A quiet day at the harbour",
    "Two companies opened a plant for unmanned aircraft on Monday, in the presence of ministers and of a brass band. "
    "The harbour was quiet that day, because the ferry had stayed at home. A baker sold two hundred rolls to the "
    "guests and was out of flour by noon. The mayor, who had written a speech of nine pages, read four of them. "
    "Children were allowed to sit in the cabin of a crane. When the rain came, everybody went into the hall and looked "
    "at the machines.",
)


def write_page(title: str, text: str, *, links: int = 12) -> bytes:
    """An outlet's page: menu, article, what else it has."""
    body = "".join(f"<p>{escape(one)}.</p>" for one in text.removesuffix(".").split(". "))
    menu = "".join(f'<li><a href="/s/{one}">Section {one}</a></li>' for one in range(links))
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{escape(title)} | Outlet</title></head><body><nav><ul>{menu}</ul>"
        f"</nav><main><article><h1>{escape(title)}</h1>{body}</article></main><aside><h2>More</h2><ul>{menu}</ul>"
        "</aside><footer><p>All rights reserved.</p></footer></body></html>"
    ).encode()


def serve_page(web: WebServer, path: str, told: Told) -> str:
    """An article's page on the server; its url."""
    web.replies[path] = make_reply(200, write_page(told.title, told.text), HTML)
    return web.url(path)


def count_asked(web: WebServer, path: str) -> int:
    """How often the server was asked for a path."""
    return sum(one.path == path for one in web.requests)


def follow(runtime: Runtime) -> None:
    """Judge and match what waits."""
    while ingest_arrived(runtime).judged or alert_judged(runtime):
        pass


def find_page(runtime: Runtime) -> ArticlePage:
    """The one page that was ever wanted."""
    (page,) = list_rows(runtime.database, ArticlePage)
    assert isinstance(page, ArticlePage)
    return page
