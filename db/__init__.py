"""The truth: tables, sessions, and one file of queries per thing. Queries take a Session first and never commit."""
