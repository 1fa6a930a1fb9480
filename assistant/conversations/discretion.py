"""What is kept holds no personal data: questions, titles and whatever echoes them are masked before that.

What a conversation has told of people is recognised in its later questions (see ``remembered``). The marks of names are
kept with it, so that a bare first name is known after a restart too; what else is personal is known by its form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.conversations.remembered import Remembered
from assistant.language.clean import QuestionError, clean
from assistant.model import Answer, Explanation
from assistant.notices import Finding, Kind, mask, personal_data, without_markers
from assistant.notices.names import is_public, names
from assistant.rendering.plain import one_line, plain, shortened

#: Characters of what was typed that are looked through; questions end before that.
_READ = 20_000
_SHOWN = 200
_TITLE = 80


class Discretion:
    """Masks what is about to be kept; safe to share by threads."""

    def __init__(self, public_names: frozenset[str]) -> None:
        self._public = public_names
        self._remembered = Remembered(public_names)

    def answer(self, answer: Answer, asked: str, conversation: str) -> Answer:
        """The answer without what the question as typed tells of people.

        Args:
            asked: the question as typed, nothing masked.
            conversation: id of the conversation.
        """
        self._remembered.add(conversation, self._findings(asked))
        question = shortened(self._masked(asked), _SHOWN) if answer.error else answer.question

        def hidden(text: str) -> str:
            return self._remembered.hidden(conversation, text)

        return replace(
            answer,
            question=hidden(self._masked(plain(question))),
            text="\n\n".join(b if b.startswith("> ") else hidden(b) for b in answer.text.split("\n\n")),
            understood=None if answer.understood is None else hidden(self._masked(answer.understood)),
            suggestions=tuple(map(hidden, answer.suggestions)),
            explanation=None if answer.explanation is None else _each(answer.explanation, hidden),
            error=None if answer.error is None else hidden(answer.error),
        )

    def title(self, text: str, conversation: str) -> str:
        """A title in one line, shortened; stricter than elsewhere, as any full private name is masked."""
        line = one_line(self._masked(plain(text)))
        private = [n for n in names(line) if (n.full and n.given) or n.titled]
        people = [n for n in private if not is_public(n.text, self._public)]
        line = mask(line, [Finding(n.start, n.end, Kind.PERSON_NAME, n.text) for n in people])
        return shortened(self._remembered.hidden(conversation, line), _TITLE) or "Untitled"

    def names(self, conversation: str) -> frozenset[str]:
        """Marks of the names that a conversation has told, to be kept with it."""
        return self._remembered.names(conversation)

    def recall(self, conversation: str, names: Iterable[str]) -> None:
        """Know again the names whose marks were kept with a conversation."""
        self._remembered.recall(conversation, names)

    def forget(self, conversations: Iterable[str]) -> None:
        """Drop what is remembered of conversations."""
        self._remembered.forget(conversations)

    def _findings(self, asked: str) -> list[Finding]:
        """In the text as typed and as the assistant reads it."""
        read = asked[:_READ]
        try:
            variants = {read, clean(read)}
        except QuestionError:
            variants = {read}
        return [f for text in sorted(variants) for f in personal_data(text, self._public)]

    def _masked(self, text: str) -> str:
        read = text[:_READ]
        return mask(read, personal_data(read, self._public))


def _each(explanation: Explanation, hidden: Callable[[str], str]) -> Explanation:
    """A model's words, masked as they are in the answer's text."""
    remark = None if explanation.remark is None else hidden(explanation.remark)
    return replace(explanation, sentences=tuple(map(hidden, explanation.sentences)), remark=remark)


def readable(question: str) -> str:
    """A kept question as it may be handed on as an earlier one of its conversation: without the markers."""
    return without_markers(question)
