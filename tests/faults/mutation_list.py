"""The protections, and for each the test that must fail when it is taken out (mutations.py tries them)."""

from tests.faults.mutation import Mutation
from tests.faults.mutation_outbox import OUTBOX
from tests.faults.mutation_pages import PAGES
from tests.faults.mutation_stories import STORIES

MACHINE = "tests/db/test_lease_machine.py"
LEASES = "tests/db/test_leases.py"
CONF = "tests/test_celery.py"
WORKERS = "tests/faults/test_workers.py"
BROKER = "tests/faults/test_broker.py"
DATABASES = "tests/faults/test_databases.py"

MUTATIONS = (
    # That the processes which a test starts are the copy's, is shown by two that no process of the checkout would feel.
    Mutation(
        "the mutated `galata` is the one that runs",
        "worker/cli/start.py",
        "Galata is running",
        "Galata is walking",
        "tests/faults/test_undisturbed.py::test_embedded",
    ),
    Mutation(
        "the mutated `celery` is the one that runs",
        "worker/tasks.py",
        'return shared_task(run, name=f"galata.{step}"',
        'return shared_task(run, name=f"other.{step}"',
        "tests/faults/test_undisturbed.py::test_distributed",
    ),
    # Claims, leases, tokens, attempts.
    Mutation(
        "a row is completed by its token",
        "db/leases.py",
        'held = table.c.id == bindparam("row_id"), table.c.lease_token == bindparam("row_token")',
        'held = table.c.id == bindparam("row_id"), bindparam("row_token") != ""',
        MACHINE,
    ),
    Mutation(
        "many rows are completed by their tokens",
        "db/leases.py",
        'held = table.c.id == bindparam("row_id"), table.c.lease_token == bindparam("row_token")',
        'held = table.c.id == bindparam("row_id"), bindparam("row_token") != ""',
        LEASES,
    ),
    Mutation(
        "a lease is renewed by its token",
        "db/leases.py",
        ".where(model.id == row_id, model.lease_token == token)",
        ".where(model.id == row_id)",
        MACHINE,
    ),
    Mutation(
        "rows are given back by their token",
        "db/leases.py",
        ".where(model.id.in_(ids), model.lease_token == token)",
        ".where(model.id.in_(ids))",
        MACHINE,
    ),
    Mutation(
        "only what is free is claimed",
        "db/leases.py",
        "return or_(model.lease_until.is_(None), model.lease_until <= now)",
        "return or_(model.lease_until.is_(None), model.lease_until.is_not(None))",
        "tests/faults/test_beats.py::test_a_feed_is_fetched_again_only_after_the_lease_of_who_died",
    ),
    Mutation(
        "what ran out is free",
        "db/leases.py",
        "return or_(model.lease_until.is_(None), model.lease_until <= now)",
        "return model.lease_until.is_(None)",
        f"{WORKERS}::test_a_worker_killed_with_rows_in_its_hands",
    ),
    Mutation(
        "a claim locks what it takes",
        "db/leases.py",
        "chosen = chosen.with_for_update(skip_locked=True)",
        "pass",
        LEASES,
    ),
    Mutation(
        "a claim passes over what another is claiming",
        "db/leases.py",
        "with_for_update(skip_locked=True)",
        "with_for_update()",
        LEASES,
    ),
    Mutation(
        "every claim counts as an attempt",
        "db/leases.py",
        '"attempts": model.attempts + int(counts)',
        '"attempts": model.attempts',
        f"{WORKERS}::test_an_item_that_kills_the_whole_program_is_set_aside_too",
    ),
    Mutation(
        "what was claimed in vain is claimed alone",
        "db/leases.py",
        "return alone or claim_rows(",
        "return claim_rows(",
        "tests/faults/test_deadly.py",
    ),
    Mutation(
        "a deadly article is not claimed a sixth time",
        "db/articles.py",
        "is_free(Article, now), Article.attempts < MOST_DEATHS)",
        "is_free(Article, now))",
        LEASES,
    ),
    Mutation(
        "a deadly feed is claimed ever later",
        "db/feeds.py",
        "limit, next_poll_at=later, error=error)",
        "limit, error=error)",
        "tests/faults/test_deadly.py",
    ),
    Mutation(
        "the sweep sets deadly articles aside",
        "worker/pipeline/sweep.py",
        "set_aside(session, now)",
        "pass",
        f"{WORKERS}::test_an_item_that_kills_the_whole_program_is_set_aside_too",
    ),
    Mutation(
        "the sweep leaves alone what somebody holds",
        "db/articles.py",
        'Article.state.in_(("arrived", "judged")), is_free(Article, now), Article.attempts',
        'Article.state.in_(("arrived", "judged")), Article.attempts',
        MACHINE,
    ),
    # One transaction where two would leave a gap.
    Mutation(
        "entries and validators are stored in one transaction",
        "worker/pipeline/poll.py",
        "    feed, now = answer.feed, runtime.now()\n",
        "    feed, now = answer.feed, runtime.now()\n"
        "    with runtime.database.write() as early, early.begin():\n"
        "        early.get_one(Feed, feed.id).etag = answer.result.etag if answer.result else None\n"
        "        early.get_one(Feed, feed.id).body_hash = answer.body_hash\n",
        "tests/faults/test_dying_steps.py",
    ),
    Mutation(
        "a poll that lost its lease stores nothing",
        "worker/pipeline/poll.py",
        "select(Feed.id).where(Feed.id == feed.id, Feed.lease_token == feed.lease_token)",
        "select(Feed.id).where(Feed.id == feed.id)",
        "tests/faults/test_late.py",
    ),
    Mutation(
        "placing takes turns",
        "db/stories.py",
        'session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": STORY_LOCK})',
        "pass",
        "tests/pipeline/test_ingest_race.py",
    ),
    # Celery's settings.
    Mutation(
        "a task is acknowledged when it has ended",
        "worker/app.py",
        '"task_acks_late": True',
        '"task_acks_late": False',
        CONF,
    ),
    Mutation(
        "a task that killed its worker is not handed out again",
        "worker/app.py",
        '"task_reject_on_worker_lost": False',
        '"task_reject_on_worker_lost": True',
        CONF,
    ),
    Mutation(
        "a tick that nobody took is thrown away",
        "worker/app.py",
        '"options": {"expires": max(STALE_SECONDS, 2 * period)}',
        '"options": {}',
        f"{BROKER}::test_what_only_the_broker_knew_is_asked_for_again",
    ),
    Mutation(
        "the tick asks again for what waits",
        "worker/tasks.py",
        "    if not waiting and not quiet:\n",
        "    if not waiting.polls:\n",
        "tests/faults/test_dying_steps.py::test_what_died_between_two_steps_is_found_by_the_tick",
    ),
    Mutation(
        "a child that hangs is killed at the hard limit",
        "worker/app.py",
        '"task_time_limit": lease * HARD_SHARE',
        '"task_time_limit": None',
        f"{WORKERS}::test_a_child_that_hangs_is_killed_at_the_hard_limit_and_its_rows_come_back",
    ),
    Mutation(
        "a row is free before its message comes back",
        "worker/app.py",
        "lease * VISIBLE_LEASES",
        "lease * SOFT_SHARE",
        CONF,
    ),
    Mutation(
        "a worker that is told to stop ends what it began",
        "worker/app.py",
        '"worker_soft_shutdown_timeout": SOFT_SHUTDOWN',
        '"worker_soft_shutdown_timeout": 0.0',
        CONF,
    ),
    Mutation(
        "beat keeps no file",
        "worker/app.py",
        '"beat_scheduler": "celery.beat:Scheduler"',
        '"beat_scheduler": "celery.beat:PersistentScheduler"',
        "tests/faults/test_beats.py::test_rubbish_where_beat_used_to_keep_its_schedule",
    ),
    # The databases.
    Mutation(
        "one migrator at a time",
        "db/migrate.py",
        "        lock_migration(session)\n        work(",
        "        work(",
        f"{DATABASES}::test_two_migrators_at_once",
    ),
    Mutation(
        "one loader of data files at a time",
        "worker/pipeline/prepare.py",
        "        lock_migration(session)\n        added",
        "        added",
        "tests/pipeline/test_prepare.py::test_three_at_once_do_no_harm",
    ),
    Mutation(
        "a writer of SQLite locks before it reads",
        "db/session.py",
        '"BEGIN IMMEDIATE" if writes else "BEGIN"',
        '"BEGIN"',
        "tests/db/test_session.py",
    ),
    Mutation(
        "a writer of SQLite waits for another",
        "db/session.py",
        "SQLITE_BUSY_MS = 30_000",
        "SQLITE_BUSY_MS = 300",
        f"{DATABASES}::test_another_writer_holds_sqlite",
    ),
    Mutation(
        "a connection that died is replaced",
        "db/session.py",
        "pool_pre_ping=True",
        "pool_pre_ping=False",
        "tests/db/test_session.py",
    ),
    Mutation(
        "a database that is away is one line, and the next tick tries again",
        "worker/tasks.py",
        "except (ConfigError, DBAPIError) as error:",
        "except ConfigError as error:",
        f"{DATABASES}::test_postgresql_restarts",
    ),
    # The embedded form.
    Mutation(
        "`galata up` is alone on its folder",
        "worker/embedded.py",
        "fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        "tests/test_embedded.py::test_a_second_up_on_the_same_folder_is_told_so",
    ),
    Mutation(
        "`galata up` takes over from who was killed",
        "worker/pipeline/sweep.py",
        "count = sum(expire_leases(session, model) for model in (Feed, Article, ArticlePage, Delivery))",
        "count = 0",
        "tests/test_embedded.py::test_work_that_does_not_end_is_cut_off_and_taken_over_at_the_next_start",
    ),
    *OUTBOX,
    *PAGES,
    *STORIES,
)
