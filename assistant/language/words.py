"""Cutting text into words and stems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.patterns import lazy_regex

_WORD = lazy_regex(r"[a-z0-9]+(?:'[a-z]+)?", re.IGNORECASE)

#: Words that carry no topic.
STOPWORDS = frozenset(
    """a an the this that these those there here it its it's himself herself itself themselves myself yourself ourselves he she his her hers him they their theirs them we us our ours you your
    yours i me my mine i'm i've i'd i'll we're we've we'd you're they're they've who's what's that's there's where's when's
    am is are was were be been being do does did done doing don't doesn't didn't has have had having haven't hasn't hadn't
    can could shall should will would may might must ought cannot can't couldn't won't wouldn't shouldn't isn't aren't wasn't
    weren't needn't mustn't and or but nor so if then than as at by for from in into of off on onto out over to up with within
    without about above across after again against all also any anyone anything anybody around because before below between both down
    during each either else ever every few further how however just less let like many more most much neither no none not
    now only other others own per please quite rather really same several some someone something somebody such though through thus
    too under until upon very via what whatever when whenever where wherever whether which whichever while who whoever whom whose why
    yes yet okay ok hi hello hey thanks thank cheers dear kindly maybe perhaps got get gets getting give gives given giving go goes
    going gone come comes came make makes made making take takes taking took taken put puts know knows knew known tell tells
    told telling say says said saying ask asks asked asking want wants wanted wanting wonder wondering need needs needed
    think thinks thought mean means meant meaning look looks looking find finds found seem seems keep keeps kept
    one ones two lot lots bit thing things stuff way ways kind sort sorts exactly actually basically simply specifically
    remind quick quickly question questions answer answers query info information re regarding concerning according per mentioned
    mention mentions set sets supposed meant going gonna able still already well right back yeah wot whats wheres whens hows
    supposedly apparently possible anyway kindest regards moment sorry could'nt today colleague colleagues
    explain describe clarify confirm check quote show list name state happen happens happened happening
    he'd she'd they'd we'd it'd who'd i'd he'll she'll they'll it'll that'd don doesn didn isn wasn weren won wouldn shouldn couldn haven hasn hadn s t m d ll ve re""".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    text: str
    """Lower case, without a possessive; a small word in capitals ("IT systems") keeps them, and is none."""
    stem: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _stemmer() -> object:
    import Stemmer

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The English Snowball stem of a lower-case word."""
    return _IRREGULAR.get(word) or str(_stemmer().stemWord(word))  # type: ignore[attr-defined]


#: Families that the stemmer leaves apart.
_IRREGULAR = {
    "children": "child", "childrens": "child", "childs": "child", "people": "person", "judgement": "judgment",
    "judgements": "judgment", "safeguarding": "safeguard", "assessor": "assess", "assessment": "assess",
    "assessments": "assess", "inspection": "inspect", "inspections": "inspect", "inspectors": "inspect",
    "inspectorate": "inspect", "inspectorates": "inspect", "reviewer": "review", "reviewers": "review",
    "reviews": "review", "implementation": "implement", "responsibility": "respons", "responsible": "respons",
    "responsibilities": "respons", "amendment": "amend", "amendments": "amend", "methodology": "method",
    "methodologies": "method", "methods": "method", "systems": "system", "universities": "univers",
    "placement": "placement", "advice": "advis", "funding": "fund", "funds": "fund", "funded": "fund",
    "timescales": "timescal", "agencies": "agenc", "agency": "agenc", "employer": "employ", "employers": "employ",
    "capability": "capabl", "capabilities": "capabl", "accreditation": "accredit", "publication": "publish",
    "consultation": "consult", "consultations": "consult", "frontline": "frontline", "evaluation": "evalu",
    "prevention": "prevent", "preventative": "prevent", "preventive": "prevent", "reorganisation": "reorganis",
    "reorganization": "reorganis", "reorganised": "reorganis", "identification": "identifi",
    "effectiveness": "effect", "effective": "effect", "learning": "learn", "learnt": "learn", "learned": "learn",
    "training": "train", "trained": "train", "led": "lead", "leads": "lead", "leaders": "leader", "redesigning": "redesign",
    # Families that it joins though they mean different things.
    "adoption": "adoption", "adoptions": "adoption", "adoptive": "adoption", "adopter": "adoption", "adopters": "adoption",
    "personal": "personal", "personally": "personal", "personality": "personality", "relative": "relative", "relatives": "relative", "officer": "officer", "officers": "officer",
    "author": "author", "authors": "author", "authored": "author",
    "authority": "authorit", "authorities": "authorit",
    "universal": "universal", "universally": "universal", "informal": "informal", "informally": "informal",
    "experiment": "experiment", "experiments": "experiment", "experimental": "experiment",
    "position": "position", "positions": "position", "several": "several",
}  # fmt: skip


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    made = []
    found = [(m[0], m.start(), m.end()) for m in _WORD.finditer(text.replace("’", "'"))]
    for at, (written, start, end) in enumerate(found):
        base = written.lower()
        if base in STOPWORDS and _is_initials(at, found):
            made.append(Word(written, written, start, end))
            continue
        core = base[:-2] if base.endswith("'s") else base
        made.append(Word(core, stem(core), start, end))
    return tuple(made)


def _is_initials(at: int, found: list[tuple[str, int, int]]) -> bool:
    """Whether a word stands in capitals among words that do not."""
    beside = [word for word, _, _ in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])]
    capitals = len(found[at][0]) > 1 and found[at][0].isupper()
    return capitals and not any(word.isupper() and len(word) > 1 for word in beside)


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text, in order."""
    return tuple(w.stem for w in words(text))
