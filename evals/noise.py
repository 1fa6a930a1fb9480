"""Recommendations that look like those of the guidance and are of other reviews: noise to be told apart.

The reviews are invented. Each answers fifteen recommendations about another public service in the same form:
recommendation, argument, response with a status, timescale with a date.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from corpus import Corpus, load
from corpus.copies import put_document
from corpus.model import Document
from evals.changes import Change
from evals.items import Item

SEED = 1989
#: Shares of the passages that are noise.
LEVELS = (0.0, 0.2, 0.4, 0.6, 0.8)
#: Passages that one invented recommendation makes.
_EACH = 5

_SECTORS = (
    ("Ashdown", "prison education", "prison governors", "prisoners"),
    ("Bellamy", "bus services", "bus operators", "passengers"),
    ("Carrow", "school meals", "catering managers", "pupils"),
    ("Denholm", "flood defence", "drainage boards", "householders"),
    ("Elswick", "public libraries", "head librarians", "readers"),
    ("Farley", "ambulance dispatch", "ambulance trusts", "callers"),
    ("Gilmour", "fire safety", "fire authorities", "tenants"),
    ("Hartwell", "care of older people", "care home managers", "residents"),
    ("Ilford", "apprenticeships", "training providers", "apprentices"),
    ("Jesmond", "dental services", "dental practices", "patients"),
    ("Kelso", "road maintenance", "highway engineers", "road users"),
    ("Lindley", "court interpreting", "court managers", "witnesses"),
    ("Marlow", "museums", "museum directors", "visitors"),
    ("Naseby", "food hygiene", "food inspectors", "customers"),
    ("Otley", "housing benefit", "benefit offices", "claimants"),
    ("Penrith", "rural broadband", "network operators", "subscribers"),
    ("Quorn", "animal welfare", "veterinary inspectors", "keepers"),
    ("Rothbury", "probation hostels", "hostel wardens", "offenders"),
    ("Selby", "careers advice", "careers advisers", "school leavers"),
    ("Thirsk", "waste collection", "waste contractors", "households"),
    ("Ulverston", "coastal rescue", "coastguard stations", "mariners"),
    ("Verwood", "hearing aids", "audiology clinics", "users"),
    ("Wetherby", "pharmacies", "community pharmacists", "customers"),
    ("Yarm", "allotments", "parish councils", "plot holders"),
)
_ACTIONS = (
    "publish an annual report on {sector} and send it to the Minister",
    "appoint a lead officer for {sector} in each region",
    "revise the code of practice on {sector}",
    "remove national targets for {sector}",
    "inspect {sector} without notice",
    "agree a joint programme of work on {sector}",
    "collect and publish information about the quality of {sector}",
    "review the training of {body}",
    "redesign {sector} around the needs of {people}",
    "set up a register of those who work in {sector}",
    "place a duty on {body} to consult {people}",
    "use independent reviewers when {sector} goes wrong",
    "make the head of {sector} accountable to the council's chief executive",
    "build partnerships between {body} and universities",
    "research what recent changes mean for {people}",
)
_STATUSES = ("Accept", "Accept", "Accept", "Accept in principle", "Consider further")
_WHENS = (
    "by {month} {year}", "in {season} {year}", "by the end of {year}", "from {month} {year}",
    "by {season} {year}", "during the first half of {year}", "as soon as resources allow", "by late {year}",
)  # fmt: skip
_MONTHS = "January February March April June July September October November".split()


@dataclass(frozen=True, slots=True)
class Review:
    """An invented review: its document and its edition."""

    document: Document
    edition: str


def reviews(passages: int, seed: int = SEED) -> Iterator[Review]:
    """Invented reviews that together make up some number of passages; the first are always the same."""
    for n, sector in enumerate(_SECTORS * (1 + passages // (15 * _EACH * len(_SECTORS)))):
        if passages <= 0:
            return
        count = min(15, -(-passages // _EACH))
        yield _review(n, sector, count, random.Random(f"{seed}:{n}"))
        passages -= count * _EACH


def noise_at(level: float, corpus: Corpus) -> Change:
    """A change that makes a share of the passages noise."""
    passages = round(len(corpus.passages) * level / (1 - level))
    return Change(f"noise-{level:.0%}".rstrip("%"), partial(_add, passages=passages))


def noise_items(items: Sequence[Item], level: float) -> tuple[Item, ...]:
    """The questions about timescales, to be asked among noise; their gold is what it was."""
    share = f"{level:.0%}"
    return tuple(
        replace(i, id=f"{i.id}~noise-{share[:-1]}", set="noise", twin=None, base=i.id, variant=share)
        for i in items
        if i.set == "timescales"
    )


def _add(folder: Path, passages: int) -> None:
    licence = load(folder).documents[0].licence
    for review in reviews(passages):
        put_document(folder, replace(review.document, licence=licence), review.edition)


def _review(n: int, sector: tuple[str, str, str, str], count: int, choices: random.Random) -> Review:
    name, service, body, people = sector
    day = date(choices.randrange(2008, 2014), choices.randrange(1, 13), choices.randrange(1, 28))
    title = f"The Government's response to the {name} review of {service}"
    document = Document(
        id=f"review-{n + 1}",
        title=title,
        publisher="A ministry",
        date=day,
        date_text=f"{day.day} {day:%B %Y}",
        audience=body,
        speaker="The Government",
        licence="",
        sha256="0" * 64,
        short_title=f"{name} review response",
        numbered_paragraphs=False,
    )
    order = choices.sample(_ACTIONS, len(_ACTIONS))
    words = {"sector": service, "body": body, "people": people}
    entries = (_entry(i + 1, name, order[i].format(**words), words, day.year, choices) for i in range(count))
    return Review(document, "\n\n".join([f"# {title}", *entries]) + "\n")


def _entry(
    number: int, name: str, action: str, words: dict[str, str], year: int, choices: random.Random
) -> str:
    when = choices.choice(_WHENS).format(
        month=choices.choice(_MONTHS),
        season=choices.choice(("spring", "summer", "autumn")),
        year=year + choices.randrange(1, 4),
    )
    status = choices.choice(_STATUSES)
    return "\n\n".join(
        [
            f"## Recommendation {number} of the {name} review",
            f"The {name} review recommends that the Government and {words['body']} {action}.",
            f"The {name} review argues that {words['people']} are let down where nobody is asked to {action}, and that "
            f"{words['body']} spend too long on procedures.",
            f"Response of the Government to the {name} review, recommendation {number}: {status}.",
            f"The Government agrees with the {name} review that {words['sector']} must improve and will work with "
            f"{words['body']} and {words['people']}.",
            f"Timescale: the Government expects {words['body']} to {action} {when}.",
        ]
    )
