"""Whether, and which, documents a question sets beside each other."""

from __future__ import annotations

import re

from assistant.answers.document_dates import names_response
from assistant.answers.parts_named import parts_named
from assistant.answers.where import Where
from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.question.addressed import is_letter
from assistant.question.facets import Want
from assistant.question.naming import named_documents, named_sections
from assistant.question.wants import TIMESCALES_AS_TOPIC
from corpus.patterns import lazy_regex

_SETS_BESIDE = lazy_regex(
    r"\b(?:(?<!do the )(?<!doing the )(?<!does the )(?<!of the )(?<!be the )(?<!at the )same|differ|differs|agrees?|match(?:es)?|consistent|contradict\w*|as (?:firm|definite|strong|precise|clear)|line up|conflict\w*|compared?|identical)\b",
    re.IGNORECASE,
)

#: Both are to be told of, whether or not they agree.
_TELLS_OF_BOTH = Phrases(
    "(?:in|give me|show me|quote) both|both (?:papers|documents|versions|please)|(?:both|each)(?: \\w+){0,3} (?:say|give|put|use|call|describe|word|date|list|have|ha|mention|tell)s?",
    "side by side|next to|beside|alongside|against|versus|vs?\\.?|compar(?:e|es|ed|ing|ison)|equivalent|counterpart|diff(?:erent)? (?:things|dates|answers)|read the same",
    "(?:who|which)(?: (?:document|paper|one|of them))?s? (?:says?|said)|what does each",
)
#: Two are said to differ, without saying in what.
_CONTRASTS = Phrases(
    "(?:says?|gives?|puts?|has|said|gave) one (?:thing|date|time|version|wording)\\b.{0,40}\\banother",
    "(?:two|both|different) (?:wordings|versions)",
)
#: The documents without their names.
_PAPERS = Phrases(
    "(?:the|both|all|which|other|these|different) (?:of the )?(?:\\w+ )?(?:documents|papers|publications)",
    "(?:each|every) (?:document|paper|publication)|who said which|which of them says",
)
#: Documents are asked for by what they speak of.
_WHICH_SPEAK = Phrases(
    "(?:which|what) (?:of the )?(?:documents?|papers?|publications?)(?: \\w+)? "
    "(?:mention|speak|talk|tell|refer|cover|discuss|bring|name|say|state)(?:s|es)?(?!.*\\b(?:and|or) which\\b)"
)

_A_DATE = lazy_regex(
    r"\b(?:dates?|periods?|months?|years?|deadlines?|timing|timescales?|when|end points?)\b", re.IGNORECASE
)


def two_documents(asked: Asked) -> bool:
    """Whether a question sets two documents beside each other."""
    return len(compared(asked)) > 1 and _sets_beside(asked)


def all_documents(asked: Asked) -> bool:
    """Whether a question sets the documents beside each other without naming them."""
    question = asked.question
    if question.documents or not question.terms:
        return False
    beside = question.has(Want.COMPARE) or _asks_whether_alike(asked)
    return which_speak(asked) or (beside and bool(_PAPERS.search(question.focus)))


def which_speak(asked: Asked) -> bool:
    """ "Which of the documents mention …?"."""
    return bool(_WHICH_SPEAK.search(asked.question.focus))


def _sets_beside(asked: Asked) -> bool:
    return asked.question.has(Want.COMPARE, Want.YES_NO) or _asks_whether_alike(asked)


def asks_of_difference(asked: Asked) -> bool:
    """Whether it is asked if the documents say the same, or which of two things each of them says."""
    text = asked.question.text
    if which_speak(asked):
        return False
    match = _SETS_BESIDE.search(text)
    beside = (
        (match and not match[0].lower().startswith("compare")) or contrasts(asked) or all_documents(asked)
    )
    return bool(beside or re.search(r"\bor\b", text))


def _asks_whether_alike(asked: Asked) -> bool:
    text = asked.question.text
    return bool(_SETS_BESIDE.search(text) or _TELLS_OF_BOTH.search(text)) or contrasts(asked)


def contrasts(asked: Asked) -> bool:
    """Whether two documents are said to differ, without saying in what ("one says one thing and the other another")."""
    return bool(_CONTRASTS.search(asked.question.text))


def compared(asked: Asked) -> tuple[Where, ...]:
    """Places set beside each other; the response where it is named, or meant with the one other that is."""
    question = asked.question
    documents = (
        (
            _named_as_one(asked)
            if _ONE.search(question.focus) or _OTHER_LETTER.search(question.focus)
            else question.documents
        )
        or _named_beside(asked)
        or _called_shortly(asked)
    )
    sections = question.sections or _sections_beside(asked)
    found = [*(Where(section=s) for s in sections), *(Where(document=d) for d in documents)]
    response = asked.corpus.documents[0].id
    named = names_response(question.text)
    if len(found) < 2 and (found or question.paragraphs):
        found += parts_named(asked, by_column=not named)
    meant = named or _SETS_BESIDE.search(question.focus) or contrasts(asked)
    if len(found) == 1 and documents and found[0].document != response and meant:
        found.insert(0, Where(document=response))
    if not found and all_documents(asked):
        return tuple(Where(document=d.id) for d in asked.corpus.documents)
    return tuple(found)


#: "And the NHS one?", "and the one to the NHS": what one stands for is the kind of paper named before.
_ONE = lazy_regex(
    r"\b(?P<papers>letter|notice|briefing|release|paper)\b(?P<between>.*\bthe (?:[\w']+ )?)one\b(?! of\b)",
    re.IGNORECASE,
)


_OTHER_LETTER = Phrases("the other letter")


def _named_as_one(asked: Asked) -> tuple[str, ...]:
    """Every document that a question names, the one called "the … one" after another included."""
    text = _ONE.sub(r"\g<papers>\g<between>\g<papers>", asked.question.focus)
    named = named_documents(text, asked.library)[0]
    letters = tuple(d.id for d in asked.corpus.documents if is_letter(d))
    other = len(letters) == 2 and _OTHER_LETTER.search(text) and not set(letters) <= set(named)
    return (*named, *(i for i in letters if i not in named)) if other else named


def _named_beside(asked: Asked) -> tuple[str, ...]:
    """Documents that a sentence beside the question sets beside each other ("the two don't read the same to me")."""
    text = asked.question.text
    if not (_SETS_BESIDE.search(text) or _TELLS_OF_BOTH.search(text)) or asked.question.sections:
        return ()
    return named_documents(text, asked.library)[0]


def _sections_beside(asked: Asked) -> tuple[str, ...]:
    """Sections that a sentence beside the question names, where it is asked of each."""
    text = asked.question.text
    return named_sections(text, asked.library)[0] if _TELLS_OF_BOTH.search(text) else ()


def _called_shortly(asked: Asked) -> tuple[str, ...]:
    """The documents that a question calls by the kind of paper that each alone is ("the notice and the response")."""
    text = asked.question.focus.lower()
    if not names_response(text):
        return ()
    kinds = {d.id: d.short_title.lower().split()[-1] for d in asked.corpus.documents[1:]}
    alone = {i: kind for i, kind in kinds.items() if list(kinds.values()).count(kind) == 1}
    return tuple(i for i, kind in alone.items() if re.search(rf"\bthe {re.escape(kind)}\b", text))


def names_a_date(asked: Asked) -> bool:
    """Whether a question speaks of a date or of when, the time limits of assessments aside."""
    return bool(_A_DATE.search(TIMESCALES_AS_TOPIC.blanked(asked.question.focus)))
