"""The protections around strangers' pages, each with the test that must fail without it."""

from tests.faults.mutation import Mutation

ROBOTS = "tests/net/test_robots.py"
ARTICLE = "tests/net/test_article.py"
EXTRACTOR = "tests/net/test_extractor.py"

PAGES = (
    Mutation(
        "a page is read with its host's leave",
        "worker/net/article.py",
        "if not visit.rules.allow(url):",
        "if False:",
        f"{ROBOTS}::test_a_forbidden_page_is_not_asked_for",
    ),
    Mutation(
        "every host of a page's redirects is asked for leave",
        "worker/net/article.py",
        "await ask_leave(batch, visit, trail.url, shown)",
        "await ask_leave(batch, visit, trail.url, shown) if not trail.hops else None",
        f"{ROBOTS}::test_every_host_on_the_way_is_asked",
    ),
    Mutation(
        "a page's host in trouble is left alone",
        "worker/net/robots.py",
        "if 400 <= status <= 499 and status != 429:",
        "if status >= 400:",
        f"{ROBOTS}::test_a_host_in_trouble_is_left_alone_for_now",
    ),
    Mutation(
        "robots.txt of a page's host is read within bounds",
        "worker/net/robots.py",
        "Protego.parse(join_groups(text))",
        "Protego.parse(text)",
        f"{ROBOTS}::test_rules_are_read_as_the_standard_says",
    ),
    Mutation(
        "a page's host is asked for one thing at a time",
        "worker/net/article.py",
        "async with visit.turn, batch.places:",
        "async with batch.places:",
        f"{ARTICLE}::test_a_host_is_asked_for_one_thing_at_a_time",
    ),
    Mutation(
        "a page's wait for its turn is not held against it",
        "worker/net/article.py",
        "deadline.reschedule(None)",
        "pass",
        f"{ARTICLE}::test_waiting_for_a_turn_is_no_fault_of_the_page",
    ),
    Mutation(
        "the child that takes pages apart has a time limit",
        "worker/net/extractor.py",
        "async with asyncio.timeout(self._seconds):",
        "async with asyncio.timeout(None):",
        f"{EXTRACTOR}::test_a_child_that_fails_is_ended_and_the_next_page_gets_a_new_one",
    ),
    Mutation(
        "the child that takes pages apart limits its own processor time",
        "worker/net/extract.py",
        "set_limit(resource.RLIMIT_CPU,",
        "set_limit(resource.RLIMIT_CORE,",
        f"{EXTRACTOR}::test_the_child_limits_itself",
    ),
    Mutation(
        "the child that takes pages apart limits its own memory",
        "worker/net/extract.py",
        "set_limit(resource.RLIMIT_AS, MEMORY_BYTES)",
        "set_limit(resource.RLIMIT_AS, 8 * MEMORY_BYTES)",
        f"{EXTRACTOR}::test_the_child_limits_itself",
    ),
    Mutation(
        "the child that takes pages apart is told no secret",
        "worker/net/extractor.py",
        "env=make_environment(),",
        "env=dict(os.environ) | make_environment(),",
        f"{EXTRACTOR}::test_the_child_knows_no_secret",
    ),
    Mutation(
        "a cancelled batch of pages leaves no child",
        "worker/net/extractor.py",
        "except BaseException:\n                await self.close()\n",
        "except BaseException:\n",
        f"{EXTRACTOR}::test_a_cancelled_batch_leaves_no_child",
    ),
    Mutation(
        "a page's tree is measured before it is taken apart",
        "worker/net/page.py",
        "    check_size(root)\n",
        "",
        f"{EXTRACTOR}::test_a_page_beyond_all_measure_is_refused",
    ),
)
