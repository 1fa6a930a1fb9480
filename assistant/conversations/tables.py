"""The tables of kept conversations."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator

#: Number of this layout.
SCHEMA = 1


class UtcTime(TypeDecorator[datetime]):
    """A moment: kept as UTC without its zone, which not every database can keep, and given back with it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData()

schema = Table("assistant_schema", metadata, Column("version", Integer, nullable=False))

conversations = Table(
    "assistant_conversations",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("owner", String(64), nullable=False),  # SHA-256 of the owner's id
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),  # the title as it is searched
    Column("begun", UtcTime, nullable=False),
    Column("changed", UtcTime, nullable=False),
    Index("assistant_conversations_of_owner", "owner", "changed"),
)

turns = Table(
    "assistant_turns",
    metadata,
    Column("conversation", ForeignKey(conversations.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("asked", UtcTime, nullable=False),
    Column("question", Text, nullable=False),
    Column("words", Text, nullable=False),  # question and answer as they are searched
    Column("form", Integer, nullable=False),  # how the answer is packed
    Column("answer", Text, nullable=False),
)

names = Table(
    "assistant_names",
    metadata,
    Column("conversation", ForeignKey(conversations.c.id, ondelete="CASCADE"), primary_key=True),
    Column("mark", String(32), primary_key=True),  # keyed hash of a name that the conversation has told
)
