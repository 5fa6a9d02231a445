"""Protections of stories that are united, and of what only one worker may write."""

from tests.faults.mutation import Mutation

UNITE = "tests/pipeline/test_unite.py"

STORIES = (
    Mutation(
        "what was told is not moved",
        "worker/pipeline/unite.py",
        "            return None\n    relate_coming",
        "            pass\n    relate_coming",
        f"{UNITE}::test_what_both_told_remains_two_stories",
    ),
    Mutation(
        "what was told draws what was not",
        "worker/pipeline/unite.py",
        "        coming, into, nearest = earlier, later, found.nearest.other\n",
        "        pass\n",
        f"{UNITE}::test_what_was_told_stays_and_the_other_story_comes",
    ),
    Mutation(
        "a story is not united with itself",
        "worker/pipeline/unite.py",
        "    if earlier == later or session.scalar(select(seeded)):",
        "    if session.scalar(select(seeded)):",
        f"{UNITE}::test_a_story_is_not_united_with_itself",
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
        "    if earlier == later or session.scalar(select(seeded)):",
        "    if earlier == later:",
        f"{UNITE}::test_a_story_of_the_seed_corpus_is_united_with_none",
    ),
    Mutation(
        "an alert asks which story its article is in now",
        "worker/pipeline/alert.py",
        '    report.session.refresh(article, ["story_id", "relation", "related_id", "new_sentences"])\n',
        "",
        f"{UNITE}::test_what_was_claimed_before_its_story_moved_is_told_in_the_new_one",
    ),
    Mutation(
        "who was told of one of two linked stories knows the other",
        "worker/pipeline/alert.py",
        "        return [*own, *list_linked(self.session, own)]\n",
        "        return own\n",
        "tests/pipeline/test_alert_linked.py::test_who_was_told_of_one_hears_of_the_other_as_an_update",
    ),
    Mutation(
        "a split leaves what tells a third story",
        "worker/pipeline/correct.py",
        "        if one.related_id in gone and not (one.seed and one.related_id is None):",
        "        if one.related_id not in {other.id for other in group} and not (one.seed and one.related_id is None):",
        "tests/pipeline/test_correct.py::test_what_tells_a_third_story_still_tells_it",
    ),
    Mutation(
        "a lost lease is seen before anything is written",
        "worker/pipeline/ingest.py",
        "    check_leases(session, [one.article for one in subjects])\n",
        "",
        "tests/pipeline/test_ingest.py::test_what_another_worker_finished_meanwhile_is_left_alone",
    ),
)
