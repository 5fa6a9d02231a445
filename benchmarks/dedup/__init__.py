"""Duplicates and stories, measured: quality beside peers, a stream, cost as the corpus grows. `make bench-dedup`."""
