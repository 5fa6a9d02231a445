"""What Galata knows about news. Everything here is pure: facts and `now` come in, decisions with their evidence go out.

No clock, socket, file, database or environment is touched in this room, so that every decision can be replayed,
explained and tested from its inputs alone. The values that pass between rooms are in `types`.
"""
