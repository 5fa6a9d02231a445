"""What is seen over HTTP: health and metrics now, pages later.

    listen    the socket, bound before anything else happens, and the server's thread
    gate      who may come in: a token, or this machine alone
    site      the routes, and the desk that asks SQL and broker in threads and never waits long
    health    /live and /ready
    metrics   /metrics

Reads through db's queries in short sessions; what changes something goes through the pipeline. No task queue here: what
the broker holds is told by a function that is handed in.
"""
