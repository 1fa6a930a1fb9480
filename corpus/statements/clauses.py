"""The clause of a sentence that a date belongs to.

Rules over surface forms, no parser. They know how policy is written ("X will …", "X to …", "it will be for X
to …", "… will be made", "…, established in October by X") and leave the actor open where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.model import Span
from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor
from corpus.statements.infinitive import named_before_infinitive
from corpus.statements.reduced import after_noun, in_brackets, noun_before, of_event
from corpus.statements.sentence import Clause, Sentence, around, lead, prepare
from corpus.statements.verbs import BLANK, Verb, Voice, auxiliary_at, finite_verb, past_verb_at, verb_at

_OPENER = lazy_regex(
    r"(?P<hard>[;:] | [–-] |\()"
    r"|(?P<relative>\b(?:which|who)\s)"
    r"|(?P<that>(?<!ensure )(?<!ensures )(?<!sure )\bthat\s)"
    r"|(?P<joint>,? (?:and|but|or) (?:then )?(?:that )?)"
    r"|(?P<under>\b(?:so that|in order that|when|where|while|whilst|if|because|although|once|as|why|until"
    r"|whereas)\s)"
    r"|(?P<matrix>\b(?:envisage|anticipate|expect|hope|believe|propose|agree)s?\s)",
    re.IGNORECASE,
)
_PURPOSE = lazy_regex(r"\bwith (?:a|the) (?:view|aim|intention) (?:to|of) ")
_SEES = lazy_regex(rf"[{BLANK}]+ (?=(?P<verb>sees|saw|marks|marked|brings|brought) )")
_SUBJECT_ENDS = lazy_regex(
    r", (?:when|which|who|with|working|together|in|as|including|drawing|through|where)\b"
)
_NO_SUBJECT = lazy_regex(r"(?:whether|how|what|why|to|not|in|on|for|by|from|with)\b", re.IGNORECASE)
_SUBJECT_BEGINS = lazy_regex(
    r"(?:that |the|an?|we|they|it|he|she|I|this|these|those|some|all|many|most|each|every|both|our|their|its"
    r"|there|no)\b"
)
_CLOSED = lazy_regex(r",\s(?=(?:will|shall|should|must|may|can|is|are|was|were|has|have|had)\b)")
_BREAK = lazy_regex(r",|\)")
_HANGING = lazy_regex(rf", [a-z]+(?: out| up)?[\s{BLANK}]*$")


@dataclass(frozen=True, slots=True)
class _Finite:
    """A clause with a verb, in which the date may stand."""

    kind: str
    """What opens it: the name of a group of the opener; "start" for the sentence itself."""
    start: int
    subject: Span
    verb: Verb


def clause_of(words: str, dates: Sequence[Span], date: Span, *, done: bool) -> Clause | None:
    """The clause that a date belongs to; None where it only describes a noun ("Today's response").

    Args:
        words: a sentence or a list item.
        dates: spans of all its dates, in order.
        date: the span in question, one of them.
        done: whether the date had passed, or come, when the sentence was written.
    """
    words, dates, date = around(words, dates, date)
    if _is_attribute(words, date):
        return None
    s = prepare(words, dates, date)
    hanging = in_brackets(s) or after_noun(s, done=done) or of_event(s)
    if hanging:
        return hanging
    found = _in_purpose(s) or _day_that_sees(s) or named_before_infinitive(s, _close(s))
    if found is None:
        finite = _finite(s)
        found = _described(s, finite) if finite else None
    return found or Clause(None, s.cut(lead(s.text, 0), _close(s)), complete=False)


def _is_attribute(words: str, date: Span) -> bool:
    before, wording, after = words[: date.start], words[date.start : date.end], words[date.end :]
    if re.match(r"['’]s\b", after):
        return True
    described = re.search(r"\b(?:the|an?|its|their|our|this) $", before) and re.match(r" [A-Za-z]", after)
    return bool(described) and (wording[0].isdigit() or wording[0].isupper())


def _in_purpose(s: Sentence) -> Clause | None:
    """A second date behind a purpose: "around November 2011 with a view to implementing by Autumn 2012"."""
    earlier = max((d.end for d in s.dates if d.end <= s.date.start), default=0)
    match = _PURPOSE.search(s.text, earlier, s.date.start) if earlier else None
    return Clause(None, s.cut(match.end(), _close(s))) if match else None


def _day_that_sees(s: Sentence) -> Clause | None:
    """ "Today sees the publication of …": the date itself is the subject."""
    match = _SEES.match(s.text, s.date.start)
    if match is None or lead(s.text, 0) < s.date.start:
        return None
    return Clause(None, s.cut(match.end(), _close(s)), present=True)


def _finite(s: Sentence) -> _Finite | None:
    """The innermost clause with a finite verb around the date: openers are tried from the date leftwards."""
    for kind, opener, start in _openers(s):
        at = lead(s.text, start)
        if kind == "relative" or (kind in ("that", "joint") and _verb_follows(s.text, kind, at)):
            found = _without_subject(s, kind, opener, at)
        else:
            found = _with_subject(s, kind, opener, at)
        inner = kind not in ("start", "joint")
        if found and not (inner and _CLOSED.search(s.text, found.verb.start, s.date.start)):
            return found
    return None


def _openers(s: Sentence) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of every opener before the date, the nearest first, then the sentence's start."""
    found = [(str(m.lastgroup), m.start(), m.end()) for m in _OPENER.finditer(s.text, 0, s.date.start)]
    yield from reversed(found)
    yield "start", 0, 0


def _verb_follows(text: str, kind: str, at: int) -> bool:
    return auxiliary_at(text, at) or (
        kind == "joint" and (past_verb_at(text, at) or text.startswith("be ", at))
    )


def _with_subject(s: Sentence, kind: str, opener: int, at: int) -> _Finite | None:
    verb = finite_verb(s.text, at, len(s.text))
    if verb is None or not (at >= s.date.end or verb.start < s.date.start or _beside(s, verb.start)):
        return None
    subject = s.text[at : verb.start]
    listed = kind != "hard" and ", " in subject.strip(" ,")
    if kind != "start" and (listed or _NO_SUBJECT.match(subject)):
        return None
    if kind == "joint" and not _begins_clause(s.text, opener, at, verb):
        return None
    return _Finite(kind, at, Span(at, verb.start), verb)


def _beside(s: Sentence, verb: int) -> bool:
    """Whether nothing stands between the date and a verb behind it: "The Government today published"."""
    return not s.text[s.date.end : verb].strip(f" ,{BLANK}")


def _without_subject(s: Sentence, kind: str, opener: int, at: int) -> _Finite | None:
    """ "… which will be published", "… and will undertake": the subject stands further left."""
    verb = verb_at(s.text, at, len(s.text))
    if kind in ("relative", "that"):
        noun = noun_before(s.text, opener)
        return None if noun is None else _Finite(kind, noun, Span(noun, opener), verb)
    start = lead(s.text, 0)
    outer = finite_verb(s.text, start, opener)
    if outer is None:
        return None
    if not auxiliary_at(s.text, at):
        verb = replace(outer, start=at)
    return _Finite(kind, at, Span(start, outer.start), verb)


def _described(s: Sentence, found: _Finite) -> Clause:
    end = _close(s, found)
    subject = s.cut(found.subject.start, found.subject.end)
    ends = _SUBJECT_ENDS.search(subject)
    subject = subject[: ends.start()] if ends else subject
    if found.kind == "under" and subject.lower() in ("she", "he", "they", "it"):
        subject = _antecedent(s, found) or subject
    verb = found.verb
    if verb.voice is Voice.ACTIVE and is_actor(subject):
        return Clause(subject, s.cut(verb.start, end), verb.past, verb.present)
    return Clause(s.agent(verb.start, end), s.cut(found.start, end), verb.past, verb.present)


def _antecedent(s: Sentence, found: _Finite) -> str | None:
    """The main subject that a pronoun of an inserted clause stands for: "The new DCS, when she …"."""
    match = re.fullmatch(r"(?P<who>[^,]+), \w+ ", s.text[: found.start])
    return s.words[: match.end("who")] if match and is_actor(match["who"]) else None


def _close(s: Sentence, found: _Finite | None = None) -> int:
    """Where the clause of the date ends: at the next one, or at a later date with a noun of its own."""
    dashed = s.words[s.date.end : s.date.end + 2] in (" –", " -")
    ends = [s.date.end if dashed else len(s.text)]
    start = max(s.date.end, found.verb.start + 1) if found else s.date.end
    ends += [m.start() for m in _OPENER.finditer(s.text, start) if _closes(s.text, m)]
    if found and found.kind in ("under", "hard", "relative"):
        ends += [m.start() for m in _BREAK.finditer(s.text, s.date.end)][:1]
    for later in (d for d in s.dates if d.start > s.date.start):
        hanging = _HANGING.search(s.text[: later.start], s.date.end)
        purpose = _PURPOSE.search(s.text, s.date.end, later.start)
        ends += [m.start() for m in (hanging, purpose) if m]
    return min(ends)


def _closes(text: str, opener: re.Match[str]) -> bool:
    if not opener["joint"]:
        return opener[0].startswith(";")
    at = opener.end()
    return _verb_follows(text, "joint", at) or _begins_clause(
        text, opener.start(), at, finite_verb(text, at, len(text))
    )


def _begins_clause(text: str, opener: int, start: int, verb: Verb | None) -> bool:
    """Whether "and" joins a clause, with a subject of its own, to one that has its verb already."""
    if verb is None or not auxiliary_at(text, verb.start) or _NO_SUBJECT.match(text, start):
        return False
    announced = text[opener] == "," or _SUBJECT_BEGINS.match(text, start) is not None
    short = len(text[start : verb.start].split()) <= 8
    return announced and short and finite_verb(text, lead(text, 0), opener) is not None
