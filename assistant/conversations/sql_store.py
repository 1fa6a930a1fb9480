"""Conversations in a database."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, insert, or_, select, update

from assistant.conversations.archive import FORMAT, UnreadableAnswer, pack, unpack
from assistant.conversations.database import Database
from assistant.conversations.discretion import Discretion
from assistant.conversations.errors import ConversationGone
from assistant.conversations.model import Conversation, Turn
from assistant.conversations.searching import searched, wanted
from assistant.conversations.tables import conversations, names, turns
from assistant.model import Answer


def _now() -> datetime:
    return datetime.now(UTC)


class SqlConversations:
    """A ``ConversationStore`` in a SQL database."""

    def __init__(
        self, database: Database, discretion: Discretion, now: Callable[[], datetime] = _now
    ) -> None:
        self._database, self._discretion, self._now = database, discretion, now

    def add(self, owner: str, conversation: str | None, asked: str, answer: Answer) -> Turn:
        identity = conversation or uuid.uuid4().hex
        if conversation is not None:
            self._recall(identity)
        kept = self._discretion.answer(answer, asked, identity)
        now = self._now()
        with self._database.writing() as connection:
            if conversation is None:
                title = self._discretion.title(kept.question, identity)
                begun = {"id": identity, "owner": _hash(owner), "title": title, "words": searched(title)}
                connection.execute(insert(conversations).values(**begun, begun=now, changed=now))
            else:
                # Holds the row, so that two that write to one conversation take turns.
                found = connection.execute(
                    update(conversations).where(_of(owner, identity)).values(changed=now)
                )
                if not found.rowcount:
                    raise _gone()
            last = select(func.max(turns.c.number)).where(turns.c.conversation == identity)
            number = 1 + (connection.execute(last).scalar() or 0)
            row = {"conversation": identity, "number": number, "asked": now, "question": kept.question}
            words = searched(kept.question, kept.understood or "", kept.text)
            connection.execute(insert(turns).values(**row, words=words, form=FORMAT, answer=pack(kept)))
            self._keep_names(connection, identity)
        self._database.sweep_rest()
        return Turn(identity, number, kept.question, now, kept)

    def conversations(
        self, owner: str, words: str = "", limit: int | None = None
    ) -> tuple[Conversation, ...]:
        query = _listed(conversations.c.owner == _hash(owner))
        for word in wanted(words):
            held = select(turns.c.number).where(
                turns.c.conversation == conversations.c.id, turns.c.words.contains(word, autoescape=True)
            )
            query = query.where(or_(conversations.c.words.contains(word, autoescape=True), held.exists()))
        query = query.order_by(conversations.c.changed.desc(), conversations.c.id).limit(limit)
        with self._database.reading() as connection:
            return tuple(map(_conversation, connection.execute(query)))

    def conversation(self, owner: str, conversation: str) -> Conversation | None:
        with self._database.reading() as connection:
            row = connection.execute(_listed(_of(owner, conversation))).one_or_none()
        return _conversation(row) if row else None

    def turns(self, owner: str, conversation: str) -> tuple[Turn, ...]:
        query = select(turns).join(conversations).where(_of(owner, conversation)).order_by(turns.c.number)
        with self._database.reading() as connection:
            return tuple(map(_turn, connection.execute(query)))

    def rename(self, owner: str, conversation: str, title: str) -> Conversation:
        self._recall(conversation)
        made = self._discretion.title(title, conversation)
        change = update(conversations).where(_of(owner, conversation))
        with self._database.writing() as connection:
            connection.execute(change.values(title=made, words=searched(made)))
            row = connection.execute(_listed(_of(owner, conversation))).one_or_none()
        if row is None:
            raise _gone()
        self._database.sweep()
        return _conversation(row)

    def delete(self, owner: str, conversation: str) -> bool:
        return self._delete(_of(owner, conversation)) > 0

    def delete_all(self, owner: str) -> int:
        return self._delete(conversations.c.owner == _hash(owner))

    def close(self) -> None:
        self._database.close()

    def _recall(self, conversation: str) -> None:
        """Know the names again that a conversation told before a restart, or to another process."""
        with self._database.reading() as connection:
            self._discretion.recall(conversation, _marks(connection, conversation))

    def _keep_names(self, connection: Connection, conversation: str) -> None:
        new = self._discretion.names(conversation).difference(_marks(connection, conversation))
        if new:
            rows = [{"conversation": conversation, "mark": mark} for mark in sorted(new)]
            connection.execute(insert(names), rows)

    def _delete(self, which: ColumnElement[bool]) -> int:
        with self._database.writing() as connection:
            ids = connection.execute(select(conversations.c.id).where(which)).scalars().all()
            connection.execute(delete(conversations).where(which))  # their turns and names go with them
        self._discretion.forget(ids)
        if ids:
            self._database.sweep()
        return len(ids)


def _marks(connection: Connection, conversation: str) -> frozenset[str]:
    query = select(names.c.mark).where(names.c.conversation == conversation)
    return frozenset(connection.execute(query).scalars())


def _hash(owner: str) -> str:
    return hashlib.sha256(owner.encode("utf-8", "surrogatepass")).hexdigest()


def _of(owner: str, conversation: str) -> ColumnElement[bool]:
    return (conversations.c.id == conversation) & (conversations.c.owner == _hash(owner))


def _gone() -> ConversationGone:
    return ConversationGone("This conversation is no longer kept; it may have been deleted. Begin a new one.")


def _listed(which: ColumnElement[bool]) -> Select[Any]:
    count = select(func.count()).where(turns.c.conversation == conversations.c.id).scalar_subquery()
    shown = conversations.c
    return select(shown.id, shown.title, shown.begun, shown.changed, count.label("turns")).where(which)


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(row.id, row.title, row.begun, row.changed, row.turns)


def _turn(row: Row[Any]) -> Turn:
    answer, problem = None, None
    try:
        answer = unpack(row.form, row.answer)
    except UnreadableAnswer as error:
        problem = str(error)
    return Turn(row.conversation, row.number, row.question, row.asked, answer, problem)
