"""Galata, a news watch for Türkiye and Italy: the program. Its rooms are drawn in docs/architecture.md."""
