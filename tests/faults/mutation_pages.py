"""The protections around strangers' pages, each with the test that must fail without it."""

from tests.faults.mutation import Mutation

ROBOTS = "tests/net/test_robots.py"
ARTICLE = "tests/net/test_article.py"
POLITELY = "tests/pipeline/test_read_politely.py"
EXTRACTOR = "tests/net/test_extractor.py"
BATCH = "tests/net/test_batch.py"

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
        "a page is not given up because the machine killed its child",
        "worker/net/extractor.py",
        "if status == -signal.SIGXCPU:",
        "if status is not None:",
        f"{EXTRACTOR}::test_a_child_that_fails_is_ended_and_the_next_page_gets_a_new_one",
    ),
    Mutation(
        "a page is not given up because no child can be started",
        "worker/net/extractor.py",
        "raise fail(shown, why, permanent=False) from error",
        "raise fail(shown, why) from error",
        f"{EXTRACTOR}::test_a_child_that_cannot_start_is_no_fault_of_the_page",
    ),
    Mutation(
        "a batch of pages ends in time",
        "worker/net/article.py",
        "async with asyncio.timeout_at(batch.ends):",
        "async with asyncio.timeout(None):",
        f"{BATCH}::test_pages_that_wait_for_one_slow_host_are_left_for_another_time",
    ),
    Mutation(
        "whoever asked is told of the hosts that redirects led to",
        "worker/net/article.py",
        "visited[:] = [*(one for one in visited if one is not visit), visit]",
        "visited[:] = visited or [visit]",
        f"{BATCH}::test_every_host_on_the_way_is_told_of_the_last_one_last",
    ),
    Mutation(
        "a kept robots.txt of where a redirect leads is not asked for again",
        "worker/net/article.py",
        "text = batch.kept.get(visit.host)",
        "text = None",
        f"{BATCH}::test_a_kept_copy_of_where_a_redirect_leads_is_believed",
    ),
    Mutation(
        "a page's tree is measured before it is taken apart",
        "worker/net/page.py",
        "    check_size(root)\n",
        "",
        f"{EXTRACTOR}::test_a_page_beyond_all_measure_is_refused",
    ),
    # When pages are asked for, and what is told of what they bring.
    Mutation(
        "one page of a host is asked for at a time",
        "db/pages.py",
        "and_(or_(Host.next_slot_at.is_(None), Host.next_slot_at <= now), ~asked)",
        "or_(Host.next_slot_at.is_(None), Host.next_slot_at <= now)",
        f"{POLITELY}::test_a_page_that_takes_long_keeps_its_host_from_being_asked_for_another",
    ),
    Mutation(
        "a host's slot is taken with its page",
        "db/pages.py",
        "host.next_slot_at = now + max(spacing, timedelta(seconds=host.delay_seconds))",
        "host.next_slot_at = now",
        f"{POLITELY}::test_a_host_is_asked_for_one_page_at_a_time_and_once_for_its_robots",
    ),
    Mutation(
        "a page whose reader died twice waits",
        "db/pages.py",
        "until, limit, next_attempt_at=later))",
        "until, limit))",
        f"{POLITELY}::test_a_page_that_kills_its_reader_is_given_up",
    ),
    Mutation(
        "what was told is not told again when its page was read",
        "worker/pipeline/alert.py",
        'if match.sent or match.kind == "update"',
        'if match.kind == "update"',
        "tests/pipeline/test_read.py::test_an_abstract_is_told_at_once_and_its_text_replaces_it",
    ),
    Mutation(
        "an update that waits or was rolled up is not decided anew",
        "worker/pipeline/alert.py",
        'if match.sent or match.kind == "update"',
        "if match.sent",
        "tests/pipeline/test_read_again.py::test_what_was_rolled_up_is_not_told_again",
    ),
    Mutation(
        "what was told stays in its story",
        "worker/pipeline/resettle.py",
        "return not list_others(session, article) and not is_any_told(session, [article.id])",
        "return not list_others(session, article)",
        "tests/pipeline/test_read.py::test_a_told_abstract_is_linked_to_the_story_that_its_text_tells",
    ),
    Mutation(
        "an article is judged anew only when nobody works on it",
        "db/pages.py",
        'is_free(ArticlePage, now), Article.state == "done", is_free(Article, now), has_slot(now))',
        "is_free(ArticlePage, now), has_slot(now))",
        f"{POLITELY}::test_no_page_is_asked_for_while_others_work_on_its_article",
    ),
)
