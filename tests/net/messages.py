"""Messages as the digest and the alerts make them, with what feeds may have put into them."""

from datetime import UTC, datetime
from pathlib import Path

from worker.net.channels import ChannelOptions, Envelope
from worker.news.message import Block, Line, Message, Section

CREATED = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
LONG_URL = "https://news.example/" + "a" * 120
STOP_URL = "https://galata.example/stop/" + "k" * 90

STORY = Block(
    headline="İzmir ile Ancona arasında yeni feribot hattı",
    url="https://news.example/feribot?a=1&b=2",
    status="moved",
    lines=(
        Line(
            "New",
            "Two ferries were ordered, and the first of them is to sail in June with room for 900 passengers.",
            ((4, 11),),
        ),
        Line("Known", "The ports signed a letter of intent."),
        Line("Sources", "Outlet A (tr) first", url=LONG_URL),
        Line("why", "", url="https://galata.example/why/1"),
        Line("", "wrong", url="https://galata.example/wrong/1"),
    ),
    language="tr",
)
DIGEST = Message(
    kind="digest",
    subject="Türkiye–Italy, 2 Mar: feribot; coast guards; çok uzun bir konu satırı ki katlanması gerekir, işte böyle",
    preview="2 stories, 1 moved since yesterday.",
    sections=(
        Section("Transport", (STORY, Block("Accordo firmato", language="it"))),
        Section("", (Block("No heading"),)),
    ),
    footer=(Line("Coverage", "70 of 73 read."), Line("Settings", "", url="https://galata.example/settings")),
    thread="digest:türkiye-italy",
    list_name="Türkiye – İtalya",
    created_at=CREATED,
)
HOSTILE = Message(
    kind="alert",
    subject="Bugün\r\nBcc: victim@example.org\r\n\r\n<b>body</b>\x00\u2028\x1b[31m\ud800",
    preview="<img src=x onerror=alert(1)>",
    sections=(
        Section(
            "<h1>&amp;",
            (
                Block(
                    "<script>alert('1')</script> \u202egnp.exe", "javascript:alert(1)", '"><x', language='x" onload="1'
                ),
                Block("link", 'https://x.example/"onmouseover="alert(1)'),
                Block(
                    "marks", lines=(Line("Why", "Leonardo & <Baykar>", ((11, 19), (0, 8), (5, 99), (40, 50), (3, 2))),)
                ),
            ),
        ),
    ),
    list_name="../../etc",
    created_at=CREATED,
)


def make_options(outbox: Path, smtp_url: str | None = None, **more: object) -> ChannelOptions:
    """Options with an outbox; `more` as ChannelOptions has them."""
    return ChannelOptions(smtp_url, "Galata <news@galata.example>", outbox, **more)  # type: ignore[arg-type]


def make_envelope(to: str = "mailto:anna@example.org", message_id: str = "digest:1:2026-03-02") -> Envelope:
    """An envelope with a way out."""
    return Envelope(to, message_id, ("tr", "en"), STOP_URL)
