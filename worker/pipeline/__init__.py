"""The order of work. The only room that writes SQL; each step claims, commits, works, completes by token, commits.

    prepare   migrate; feeds, subscriptions and seeds of the data files into rows
    poll      due feeds   -> fetch -> parse -> entries stored as arrived, together with the feed's validators
    ingest    arrived     -> judge -> related to what is known -> joined to a story -> judged
    alert     judged      -> matched with subscriptions -> instant ones into the outbox -> done
    read      wanted      -> robots.txt, page, text -> arrived once more, with the whole text
    digest    due slots   -> what no digest has covered -> one message a recipient into the outbox
    deliver   outbox      -> channel -> sent, tried again later, uncertain or dead
    sweep     whatever a crash left between two of these -> which steps have work
    drain     the steps above in this order until none has work: `poll --once` and the demo
    replay    items of a file through ingest and alert into a scratch database
    evaluate  what the analyst labelled, and the examples beside topics -> judged anew -> right or wrong

Steps never call each other: a task (or drain) calls one, then asks the sweep's question again.
"""
