"""The tables of reading: which articles' pages are wanted, and how each host is asked for them."""

from datetime import datetime

from sqlalchemy import Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, Leased
from db.models import ON_DELETE, Article


class Host(Base):
    """Politeness across workers: when a host may be asked for a page again, and what its robots.txt says."""

    __tablename__ = "hosts"

    name: Mapped[str] = mapped_column(primary_key=True)
    next_slot_at: Mapped[datetime | None]  # a Retry-After moves it too
    delay_seconds: Mapped[float] = mapped_column(Float, default=0.0)  # what robots.txt asks for between two pages
    robots: Mapped[str | None]  # empty: there is none, all is allowed
    robots_until: Mapped[datetime | None]  # how long it may be believed


class PageAddress(Base):
    """An address that was found to lead to a page with another address of its own; both in canonical form."""

    __tablename__ = "addresses"

    url: Mapped[str] = mapped_column(primary_key=True)
    page_url: Mapped[str]
    found_at: Mapped[datetime]


class ArticlePage(Base, Leased):
    """The page of an article whose feed has only an abstract: wanted, read, or not to be had."""

    __tablename__ = "pages"
    __table_args__ = (Index("ix_pages_work", "state", "next_attempt_at"), Index("ix_pages_host", "host", "lease_until"))

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), unique=True)
    url: Mapped[str]
    host: Mapped[str]
    state: Mapped[str] = mapped_column(String(8), default="wanted")  # wanted | read | unfit | refused | failed
    why: Mapped[str]  # why it is wanted, a sentence
    note: Mapped[str | None]  # what came of it, a sentence
    words: Mapped[int | None]
    next_attempt_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]

    article: Mapped[Article] = relationship()
