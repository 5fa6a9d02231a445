"""Protections of stories that are united, and of what only one worker may write."""

from tests.faults.mutation import Mutation

UNITE = "tests/pipeline/test_unite.py"

STORIES = (
    Mutation(
        "what was told is not moved",
        "worker/pipeline/unite.py",
        "    if not told:\n        move_members",
        "    if told is not None:\n        move_members",
        f"{UNITE}::test_what_both_told_is_linked_and_told_under_the_earlier_from_now_on",
    ),
    Mutation(
        "what was told draws what was not",
        "worker/pipeline/unite.py",
        "        return later, earlier\n",
        "        return earlier, later\n",
        f"{UNITE}::test_what_was_told_stays_and_the_other_story_comes",
    ),
    Mutation(
        "what a person told apart is not united",
        "worker/pipeline/unite.py",
        "if found and not are_kept_apart(session, earlier, later):",
        "if found:",
        f"{UNITE}::test_what_a_person_told_apart_is_never_united",
    ),
    Mutation(
        "the seed corpus stays as it is",
        "worker/pipeline/unite.py",
        "    if not all(sides) or any(row.seed for side in sides for row in side):",
        "    if not all(sides):",
        f"{UNITE}::test_a_story_of_the_seed_corpus_is_united_with_none",
    ),
    Mutation(
        "an alert asks which story its article is in now",
        "worker/pipeline/alert.py",
        '    report.session.refresh(article, ["story_id", "relation", "related_id"])\n',
        "",
        f"{UNITE}::test_what_was_claimed_before_its_story_moved_is_told_in_the_new_one",
    ),
    Mutation(
        "a lost lease is seen before anything is written",
        "worker/pipeline/ingest.py",
        "    check_leases(session, [one.article for one in subjects])\n",
        "",
        "tests/pipeline/test_ingest.py::test_what_another_worker_finished_meanwhile_is_left_alone",
    ),
)
