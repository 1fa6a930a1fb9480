"""Themes as people speak of them ("the closing group", "the section on …", "her early help strand"), put as "theme 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.numbers import ORDINALS, SEVERAL, value
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tags
from assistant.library.library import Library
from assistant.question.theme_titles import Titled, said_before, said_onward
from corpus.patterns import lazy_regex

#: What can only be a theme, where a document sorts its recommendations.
SURELY = "themes?|headings?|headers?|strands?|pillars?|clusters?|groupings?|categor(?:y|ies)|chapters?"
#: What may be, where recommendations are spoken of.
PERHAPS = "sections?|groups?|parts?|blocks?|sets?|bundles?|batch(?:es)?|bits?|divisions?|buckets?|tranches?|chunks?|segments?|baskets?"
_NOUN = lazy_regex(rf"(?<![\w'’-])(?:(?P<surely>{SURELY})|(?P<perhaps>{PERHAPS}))(?![\w-])", re.IGNORECASE)
_RECOMMENDATIONS = Phrases("recommendations?|recs?|fifteen|15|accept\\w*|in[ -]principle|themes?|table")
#: A part of something that is no list of recommendations ("the second part of the year").
_OF_ELSE = lazy_regex(
    r" of (?!(?:(?:the|her|his|its|those|these|all|munro's|professor|government's|government) )*"
    r"(?:recommendations|recs|fifteen|15|four|table|response|responses|themes)\b)",
    re.IGNORECASE,
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\d(?:st|nd|rd|th)|last|final|closing|concluding"
    r"|opening|penultimate)"
)
_ARTICLE = r"(?:\b(?:the|its|her|their|that|this|munro's|government's) )?(?:very )?"
_ADJECTIVES = r"(?:(?:main|big|broad|overall|whole|major|numbered|thematic|recommendation) )?"
#: Which of them, before the noun ("fourth and final", "last of the four").
_WHICH = lazy_regex(
    rf"{_ARTICLE}\b(?P<which>{_ORDINAL}(?:(?:,| and| or| nor| &)(?: the)? {_ORDINAL})*)(?: \((?:and )?(?:last|final)\))?"
    rf" {_ADJECTIVES}(?:of (?:the |its |her |their |those |these )?(?:{SEVERAL} )?{_ADJECTIVES})?$",
    re.IGNORECASE,
)
#: How many from either end ("the first two themes").
_FEW = lazy_regex(
    rf"{_ARTICLE}\b(?P<end>first|opening|last|final|closing|latter|middle) (?P<count>{SEVERAL})"
    rf"(?: of the)?(?: {SEVERAL})? {_ADJECTIVES}$",
    re.IGNORECASE,
)
#: The number behind the noun ("heading no. 3", "groups two and four").
_NUMBERED = lazy_regex(
    rf",? (?:(?:number|no\.?|#) ?)?(?P<which>(?:one|{SEVERAL})(?:(?:,| and| or| &|, and) (?:one|{SEVERAL}))*)(?![\w-]|\.\d)",
    re.IGNORECASE,
)
#: What leads from the noun to the words of the title.
_LEADS = lazy_regex(
    r"(?: of (?:recommendations|recs|proposals)\b)?(?:[,:]? (?:that|which|is|was|are|all|mainly|we call|they call|has|having))*"
    r" (?:about|on|of|around|covering|concern\w*(?: with)?|called|named|titled|headed|entitled|label+ed|marked|for|over"
    r"|deal\w* with|to do with|relat\w+ to|look\w* at|covers|focus\w* on|where it says|reading)\b ?[\"'“‘]?"
    r"|(?: of (?:recommendations|recs))?[,:]? ?[\"'“‘(]",
    re.IGNORECASE,
)
#: What opens words that only say again which theme is meant.
_GLOSS = lazy_regex(
    r"(?: of (?:the )?(?:recommendations|recs|proposals|fifteen)\b)?(?P<opens>\s*(?:[,:(–—]|\s-)\s*)"
    r"(?:(?:the |that )?(?:one|group|bit|part|strand|heading|section|theme)(?:(?: that| which)? (?:is|was|deals with|says))? ?|i\.?e\.? |that is,? |namely )?"
    r"(?:about |on |called |titled |headed |named |covering |for |around |to do with )?[\"'“‘]?",
    re.IGNORECASE,
)
_CLOSES = lazy_regex(
    rf"[\"'”’]?(?: (?:one|{SURELY}|{PERHAPS}))?\s*(?P<mark>[,)?.!:;–—]|\s-|$)", re.IGNORECASE
)
#: Words that put recommendations under a title.
_FILED = Phrases(
    r"(?:group|fil|list|plac|put|sit|stand|fall|go|com|bundl|cluster|gather)(?:e|s|es|ed|d|ing|ting|led|red)?"
    r"(?: (?:together|all|up))*(?: (?:as|under|within|beneath|into|in))(?: the)?",
)
_FIRST_SECTIONS = lazy_regex(r"\b(?:first|opening) (?:section|part|bit|chapter)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """Themes that a stretch of text means."""

    themes: tuple[int, ...]
    start: int
    end: int

    def put(self) -> str:
        """The themes by number."""
        if len(self.themes) == 1:
            return f"theme {self.themes[0]}"
        return f"themes {', '.join(map(str, self.themes[:-1]))} and {self.themes[-1]}"


def with_numbers(text: str, library: Library) -> str:
    """A question with every theme that it tells by place or by title put as its number; itself where it tells none."""
    if not library.corpus.themes:
        return text
    for meant in reversed(tuple(meant_themes(text, library))):
        text = f"{text[: meant.start]}{meant.put()}{text[meant.end :]}"
    if _ANY_OF_THEM.search(text) and _NUMBERED_RECS.search(text):
        text = _ANY_OF_THEM.pattern.sub(lambda m: "themes" if m[0].endswith("s") else "theme", text)
    return text


#: Another noun for a theme of which no name is told.
_ANY_OF_THEM = Phrases(
    "headings?|headers?|strands?|pillars?|clusters?|groupings?|categor(?:y|ies)",
    before=r"(?:(?<=\bsame )|(?<=\bwhich )|(?<=\bwhat )|(?<=\bdifferent )|(?<=\bone )|(?<=\bthat ))",
)
_NUMBERED_RECS = Phrases(r"(?:recommendations?|recs?|numbers?) \d|\d+(?:,| and| &) \d+")


def meant_themes(text: str, library: Library) -> Iterator[Meant]:
    """The themes that a text tells by a noun for them, or files recommendations under, in order of mention."""
    at, spoken = 0, False
    for noun in _NOUN.finditer(text):
        spoken = True
        if noun.start() >= at and (meant := _at(text, noun, library)):
            meant = _with_gloss(text, meant, library)
            at = meant.end
            yield meant
    if not spoken and (filed := _FILED.search(text)):
        titled = said_onward(text, filed.end(), library)
        if titled and titled.hits > _LITTLE:
            yield Meant((titled.theme,), filed.end() + 1, titled.end)


#: Words of a title that an ordinary topic may share with it.
_LITTLE = 2


def _at(text: str, noun: re.Match[str], library: Library) -> Meant | None:
    """What a noun for a theme means with the words around it."""
    sure = noun["surely"] is not None
    of_else = not sure and _OF_ELSE.match(text, noun.end())
    placed = None if of_else else _placed(text, noun, library)
    if placed and (sure or _RECOMMENDATIONS.search(text) or _with_gloss(text, placed, library) != placed):
        return placed
    if noun[0][:1].isupper() and text[: noun.start()].rstrip()[-1:].isalpha():
        return None  # "the Working Group"
    before = said_before(text, noun.start(), library)
    if before and _enough(before, sure or _RECS_FOLLOW.match(text, noun.end()) is not None):
        return Meant((before.theme,), _from_article(text, before.start), noun.end())
    leads = _LEADS.match(text, noun.end())
    onward = said_onward(text, leads.end(), library) if leads else None
    single = onward and _SINGLE.match(text, onward.end)
    if (
        onward
        and not single
        and not _goes_on(text, onward.end)
        and _enough(onward, sure)
        and _OF_ONE.search(text[: noun.start()])
    ):
        end = onward.end + len((_QUOTE_ENDS.match(text, onward.end) or [""])[0])
        return Meant((onward.theme,), _from_article(text, noun.start()), end)
    return None


def _goes_on(text: str, at: int) -> bool:
    """Whether a noun goes on with the words before a place ("early inspection")."""
    after = _NEXT_WORD.match(text, at)
    return after is not None and is_noun(tags(text).get(after["word"].lower(), ""))


_NEXT_WORD = lazy_regex(r" (?P<word>[A-Za-z'’-]+)")
#: What the title's words tell of is one recommendation ("the bit on the early help duty").
_SINGLE = lazy_regex(r" (?:recommendation|rec|one|duty)\b", re.IGNORECASE)
_QUOTE_ENDS = lazy_regex(r"[\"'”’)]+")
#: One of them is spoken of, not any.
_OF_ONE = lazy_regex(
    r"(?:^|\b(?:the|its|her|his|their|that|this|[\w]+['’]s)(?: \w+)?\s|[,:;.?!–—-]\s*)\Z", re.IGNORECASE
)


def _enough(titled: Titled, sure: bool) -> bool:
    return (titled.hits > 1 or titled.telling) if sure else (titled.hits > 1 and titled.telling)


def _from_article(text: str, at: int) -> int:
    article = re.search(r"\b(?:the|its|that|this|their)\s+[\"'“‘]?\Z", text[:at], re.IGNORECASE)
    return article.start() if article else at


def _placed(text: str, noun: re.Match[str], library: Library) -> Meant | None:
    """The themes that a noun tells by their place among all, or by number."""
    themes = sorted(library.corpus.themes)
    before = text[: noun.start()]
    if few := _FEW.search(before):
        some = _from_end(themes, few["end"].lower(), value(few["count"]) or 0)
        return Meant(some, few.start(), noun.end()) if some else None
    if which := _WHICH.search(before):
        if _FIRST_SECTIONS.search(text, which.start("which"), noun.end()) and not _RECS_FOLLOW.match(
            text, noun.end()
        ):
            return None
        some = tuple(n for word in re.findall(_ORDINAL, which["which"].lower()) for n in _place(word, themes))
        return Meant(tuple(sorted(set(some))), which.start(), noun.end()) if some else None
    numbered = _NUMBERED.match(text, noun.end())
    if numbered and (numbered["which"].isdigit() or noun[0][-1:] == "s" or "," not in numbered[0][:1]):
        some = tuple(value(w) or (1 if w.lower() == "one" else 0) for w in _COUNTS.findall(numbered["which"]))
        if some and set(some) <= set(themes):
            return Meant(some, noun.start(), numbered.end())
    return None


_COUNTS = lazy_regex(rf"\b(?:one|{SEVERAL}|1)\b", re.IGNORECASE)
_RECS_FOLLOW = lazy_regex(r" of (?:the )?(?:recommendations|recs|table|four|fifteen)\b", re.IGNORECASE)


def _place(word: str, themes: list[int]) -> tuple[int, ...]:
    """The theme at a place among all; none where there are not as many."""
    if word in ("last", "final", "closing", "concluding"):
        return (themes[-1],)
    if word == "penultimate":
        return tuple(themes[-2:-1])
    at = 1 if word == "opening" else ORDINALS.get(word) or int(word[0])
    return (themes[at - 1],) if at <= len(themes) else ()


def _from_end(themes: list[int], end: str, count: int) -> tuple[int, ...]:
    """As many themes as are counted from an end, or from the middle."""
    if count >= len(themes):
        return ()
    if end in ("first", "opening"):
        return tuple(themes[:count])
    if end == "middle":
        around = (len(themes) - count) // 2
        return tuple(themes[around : around + count])
    return tuple(themes[-count:])


def _with_gloss(text: str, meant: Meant, library: Library) -> Meant:
    """With the words behind it that say its title again ("…, the one about …,")."""
    gloss = _GLOSS.match(text, meant.end)
    if gloss is None or len(meant.themes) > 1:
        return meant
    titled = said_onward(text, gloss.end(), library)
    closes = _CLOSES.match(text, titled.end) if titled and titled.theme in meant.themes else None
    if titled is None or closes is None:
        return meant
    inside = closes["mark"] == ")" and "(" in gloss["opens"]
    comma = closes["mark"] == "," and "," in gloss["opens"]
    return Meant(meant.themes, meant.start, closes.end() if inside or comma else closes.start("mark"))
