"""A digest says what changed of what an earlier one told: `12 people → 15 people`, `17 Apr → 29 Apr`."""

from db.outbox_models import Delivery, Subscription
from tests.pipeline.building import Told, TurnableClock, add_article, add_read_feed, add_subscription, list_rows
from tests.pipeline.reading import follow
from worker.news.message import Block, Message
from worker.pipeline.convert import unpack_message
from worker.pipeline.digest import preview_digest, write_digest
from worker.pipeline.outbox import send_digest
from worker.pipeline.runtime import Runtime

BEFORE = Told(
    "Italy and Türkiye plan a summit on coast guards in Rome",
    "Ministers of Italy and Türkiye will hold a summit on their coast guards in Rome on 17 April, both sides said in "
    "Ankara. Boats of the two countries rescued 12 migrants off Lampedusa in the first joint patrol. The crews had "
    "trained together for six weeks in Taranto. A common radio channel is to be opened before the summer; each side "
    "sends an officer to the control room of the other. The mayors of the islands had asked for it in a letter.",
)
AFTER = Told(
    "Summit of Italy and Türkiye on coast guards put off",
    f"{BEFORE.text} The summit was postponed to 29 April, a spokesman said. The number of migrants rescued in the "
    "first joint patrol rose to 15 migrants, after three more were found on a raft. The mayors will be answered.",
)


def list_blocks(message: Message) -> list[Block]:
    """The stories of a digest."""
    return [block for section in message.sections for block in section.blocks]


def read_line(block: Block, label: str) -> str:
    """What a story says under a label."""
    return next((line.text for line in block.lines if line.label == label), "")


def test_what_changed_is_shown_with_what_it_was(runtime: Runtime, turnable: TurnableClock) -> None:
    daily = add_subscription(runtime, "daily", "", "file:desk", schedule="daily 08:00 Europe/Rome")
    for told in (BEFORE, AFTER):
        add_article(runtime, add_read_feed(runtime, told.title), told)
        follow(runtime)
        with runtime.database.write() as session, session.begin():
            write_digest(runtime, session, session.get_one(Subscription, daily), turnable.at, forced=True)
        turnable.turn(days=1)
    first, second = (str(row.payload) for row in list_rows(runtime.database, Delivery))
    assert "→" not in first
    assert "12 people → 15 people" in second
    assert "17 Apr → 29 Apr" in second


def test_units_are_named_in_the_language_of_the_message(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "daily", "", "file:desk", schedule="daily 08:00 Europe/Rome")
    add_article(runtime, add_read_feed(runtime, "one"), BEFORE)
    follow(runtime)
    send_digest(runtime, "daily")
    turnable.turn(days=1)
    add_article(runtime, add_read_feed(runtime, "two"), AFTER)
    follow(runtime)
    for language, change in (("en", "12 people → 15 people"), ("tr", "12 kişi → 15 kişi"), ("it", "12 persone → 15")):
        assert change in str(preview_digest(runtime, "daily", [language]))


REPEATED = Told("Summit on coast guards comes later, say Italy and Türkiye", AFTER.text)
LATEST = Told(
    "Coast guards of Italy and Türkiye get a second boat",
    f"{AFTER.text} A second boat was sent from Izmir to Taranto with 40 life vests for the crews, an admiral said.",
)


def test_a_story_is_known_by_the_headline_that_the_last_digest_showed(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    add_subscription(runtime, "daily", "", "file:desk", schedule="daily 08:00 Europe/Rome")
    mended = Told(f"CORRECTED: {BEFORE.title}", BEFORE.text.replace("12 migrants", "14 migrants"))
    feed = add_read_feed(runtime)
    add_article(runtime, feed, BEFORE, guid="summit")  # a form that no digest shows
    follow(runtime)
    for told in (mended, AFTER, REPEATED, LATEST):
        again = told is mended
        add_article(runtime, feed if again else add_read_feed(runtime, told.title), told, "summit" if again else "")
        follow(runtime)
        send_digest(runtime, "daily")
        turnable.turn(days=1)
    digests = [list_blocks(unpack_message(row.payload)) for row in list_rows(runtime.database, Delivery)]
    assert [[block.headline for block in one] for one in digests] == [[mended.title], [AFTER.title], [], [LATEST.title]]
    assert read_line(digests[1][0], "Known") == mended.title
    assert read_line(digests[3][0], "Known") == AFTER.title, "the copy was named as read before"
