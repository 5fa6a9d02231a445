"""The protections of the outbox; mutation_list.py has the others."""

from tests.faults.mutation import Mutation

CRASHES = "tests/pipeline/test_deliver_crash.py"
UNCERTAIN = "tests/pipeline/test_deliver_uncertain.py"

OUTBOX = (
    Mutation(
        "the phase is committed before the body leaves",
        "worker/pipeline/deliver.py",
        "held = change_held(session, self.delivery, phase=phase)",
        'held = change_held(session, self.delivery, phase="begun")',
        f"{CRASHES}::test_a_sender_killed_after_the_phase_leaves_the_message_uncertain",
    ),
    Mutation(
        "a sender whose lease ran out sends nothing",
        "worker/pipeline/deliver.py",
        "        if not held:\n            raise DeliveryError(",
        "        if held is None:\n            raise DeliveryError(",
        f"{CRASHES}::test_a_sender_whose_lease_ran_out_sends_nothing",
    ),
    Mutation(
        "what was lost after its body began to leave is uncertain",
        "db/deliveries.py",
        '((*lost, Delivery.phase == "data"), {"state": "uncertain", ',
        '((*lost, Delivery.phase == "data"), {"state": "pending", "phase": "", ',
        "tests/db/test_outbox_machine.py",
    ),
    Mutation(
        "what is uncertain goes once more and no more",
        "db/deliveries.py",
        "case((Delivery.resends == 0,",
        "case((Delivery.resends >= 0,",
        f"{UNCERTAIN}::test_by_default_it_goes_once_more_and_then_waits_for_a_person",
    ),
    Mutation(
        "a message that ends its senders is given up",
        "db/deliveries.py",
        "Delivery.crashes >= MOST_CRASHES - 1",
        "Delivery.crashes >= MOST_CRASHES + 99",
        f"{CRASHES}::test_a_message_that_ends_its_senders_is_given_up_and_takes_no_other_with_it",
    ),
)
