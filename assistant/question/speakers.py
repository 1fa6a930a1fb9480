"""Speakers whose words a question asks for."""

from __future__ import annotations

from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.words import STOPWORDS, stems, words
from assistant.library.library import Library
from corpus.patterns import lazy_regex

_SPOKE = Phrases(
    "say|tell|told|write(?! to)|promise|announce|warn|want|think|call|describe|describing|react|feel|add|argue|make of|mean|quoted",
    before=r"\b(?:did|does|do|has|have|is|was|what's|who's)(?: the)? (?P<who>(?:[\w.'-]+ ){1,4}?)",
)


def named_speakers(text: str, library: Library) -> tuple[str, ...]:
    """Speakers whose names stand as the one who said it ("did Loughton tell …"); none for who recommends or answers.

    A post names its holder too ("the interim chair"), but several ("ministers") name nobody.
    """
    match = _SPOKE.search(text)
    if match is None:
        return ()
    several = any(tag in ("NNS", "NNPS") for _, tag in tagged(match["who"])[-1:])
    named = {w.stem for w in words(match["who"]) if w.text not in STOPWORDS}
    default = {d.speaker for d in library.corpus.documents} | {library.corpus.reviewer}
    heard = {s: own for s, own in library.speaker_names.items() if library.reviewer.surname not in own}
    holders = {
        n
        for s, own in heard.items()
        if named and not several and s not in default and named <= set(stems(s))
        for n in own
    }
    return tuple(s for s, own in heard.items() if own & (named | holders))


#: Quoted words, of whatever length before an apostrophe.
_IN_MARKS = lazy_regex(r"[\"“‘]|(?<!\w)'(?=\w)")


def speakers_in(documents: tuple[str, ...], text: str, library: Library) -> tuple[str, ...]:
    """The one who recommends, as the speaker of what some documents quote, where a text asks what that person says there.

    None where it holds words in quotation marks, which may be somebody else's.
    """
    match = _SPOKE.search(text) if documents and library.reviewer.named_in(text) else None
    if match is None or _IN_MARKS.search(text) or not library.reviewer.named_in(match["who"]):
        return ()
    said = {u.passage.speaker for u in library.units if u.passage.document in documents}
    return tuple(s for s in said if library.reviewer.surname in library.speaker_names[s])


#: How somebody took an answer is asked.
_TOOK_IT = Phrases(
    r"(?P<who>(?:[\w.-]+ ){0,2}[\w.-]+)'s? (?:own )?(?:reactions?|repl(?:y|ies)) (?:to|on)",
    r"how (?:did|does|do|has) (?P<whose>(?:[\w.'-]+ ){1,4}?)(?:react(?:ed)?|respond(?:ed)?|repl(?:y|ied)|take(?:n)? it)",
    r"(?:reactions?|repl(?:y|ies)) (?:of|from) (?P<of>(?:[\w.-]+ ?){1,4}) to",
)


def answered_by(text: str, library: Library) -> tuple[str, ...]:
    """The one who recommends, as the speaker of what others quote, where a text asks how that person took the answers:
    what was answered can only tell what came before."""
    match = _TOOK_IT.search(text)
    if match is None or not library.reviewer.named_in(match["who"] or match["whose"] or match["of"]):
        return ()
    return tuple(
        s
        for s, own in library.speaker_names.items()
        if s != library.corpus.reviewer and library.reviewer.surname in own
    )


def spoken_by(text: str) -> tuple[int, int] | None:
    """Where a text names the one whose words it asks for; None where it asks for nobody's."""
    match = _SPOKE.search(text)
    return match and match.span("who")
