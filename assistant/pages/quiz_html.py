"""Items of a quiz as HTML: what is asked, how an answer did, and the quotes that prove the key.

Nothing rests on colour: each mark is a sign and a word.
"""

from __future__ import annotations

from assistant.answers.places import PART_NAMES
from assistant.model import Citation
from assistant.pages.addresses import passage_address
from assistant.pages.html import element, page_link, plain, rich
from assistant.pages.quiz_marking import TYPED, Response, mark, typed
from assistant.pages.quiz_taking import Feedback, Taking
from assistant.quiz.formats.sources import place
from assistant.quiz.model import GAP, Item, Kind
from assistant.rendering.lists import letter
from corpus import Corpus

KIND_NAMES = {
    Kind.CHOICE: "Single choice",
    Kind.MULTIPLE_RESPONSE: "Multiple response",
    Kind.TRUE_FALSE: "True or false",
    Kind.MATCHING: "Matching",
    Kind.ORDERING: "Ordering",
    Kind.GAP_FILL: "Gap-fill",
    Kind.SHORT_ANSWER: "Short answer",
}
QUESTION, FEEDBACK, RESULTS = "quiz-question", "quiz-feedback", "quiz-results"
"""Ids of what the page brings into view."""
_MATCHING = "An option may go with more than one, or with none."
_RIGHT, _WRONG, _PASSED = ("right", "✓", "Right"), ("wrong", "✗", "Not right"), ("passed", "–", "Passed")


def question(taking: Taking) -> str:
    """The heading of an item and what is asked."""
    count = len(taking.quiz.items)
    number = element("h2", f"Question {taking.at + 1} of {count}", class_="count")
    return element("div", number + asked(taking.item), id=QUESTION, tabindex="-1", class_="question")


def asked(item: Item) -> str:
    """The stem, and how options may be used where that is not plain."""
    more = element("p", _MATCHING, class_="source") if item.kind is Kind.MATCHING else ""
    return element("p", stem(item), class_="stem") + more


def stem(item: Item) -> str:
    """The stem; a gap is read out as one."""
    gap = element("span", element("span", "gap", class_="visually-hidden"), class_="gap")
    return plain(item.stem).replace(GAP, gap)


def feedback(item: Item, response: Response, corpus: Corpus) -> str:
    """How an answer did, the right answer, and what proves it."""
    head = element("p", verdict(item, response), class_="title")
    return element(
        "div",
        head + answers(item, response) + explanation(item, corpus),
        id=FEEDBACK,
        tabindex="-1",
        class_="feedback",
    )


def verdict(item: Item, response: Response | None) -> str:
    """ "Right", "Not right" or "Passed" as a badge, with what was right of it."""
    if not response:
        return _badge(*_PASSED)
    found = mark(item, response)
    partly = f" {found.parts} of {found.of} as they should be." if found.of > 1 and not found.right else ""
    return _badge(*(_RIGHT if found.right else _WRONG)) + partly


def spoken(item: Item, response: Response) -> str:
    """The same for a screen reader, with the answer."""
    if response and mark(item, response).right:
        return "Right."
    name = "Not right" if response else "Passed"
    return f"{name}. The answer: {'; '.join(solution(item)).rstrip('.')}."


def solution(item: Item) -> tuple[str, ...]:
    """The right answer in words."""
    if item.kind is Kind.MATCHING:
        return tuple(f"{pair.left}: {pair.right}" for pair in item.pairs)
    return item.key if item.kind not in TYPED else item.key[:1]


def answers(item: Item, response: Response | None) -> str:
    """The options, or what was to be typed, with what was answered and what is right."""
    if item.kind is Kind.MATCHING:
        wanted = [(pair.left, pair.right) for pair in item.pairs]
        return _beside(wanted, response, "Statement") + _spare(item)
    if item.kind is Kind.ORDERING:
        return _beside([(str(n), entry) for n, entry in enumerate(item.key, start=1)], response, "Place")
    if item.kind in TYPED:
        return _typed(item, response)
    lines = (_option(item, n, option, response) for n, option in enumerate(item.options, start=1))
    return element("ul", "".join(lines), class_="options")


def listed(item: Item) -> str:
    """The options with their letters."""
    lines = (f"{letter(n)}. {plain(option)}" for n, option in enumerate(item.options, start=1))
    return element("ul", "".join(element("li", line) for line in lines), class_="options")


def _option(item: Item, number: int, option: str, response: Response | None) -> str:
    right, chosen = option in item.key, response is not None and option in response
    notes = []
    if right:
        notes.append(_badge("right", "✓", "Right answer"))
    if chosen:
        notes.append(_badge("right" if right else "wrong", "✓" if right else "✗", "Your answer"))
    words = element("span", f"{letter(number)}. {plain(option)}", class_="words")
    return element("li", " ".join((words, *notes)), class_="key" if right else None)


def _beside(wanted: list[tuple[str, str]], response: Response | None, name: str) -> str:
    """Each premise or place with its right option, and the one that was chosen where it is another."""
    lines = []
    for n, (left, right) in enumerate(wanted):
        given = response[n] if response and n < len(response) else None
        note = ""
        if response:
            note = _badge(*_RIGHT) if given == right else _badge(*_WRONG)
        if given and given != right:
            note += " " + element("span", f"Your answer: {plain(given)}", class_="source")
        shown = (
            f"{plain(left)}. {plain(right)}"
            if name == "Place"
            else f"{plain(left)} – {element('strong', plain(right))}"
        )
        lines.append(element("li", f"{shown} {note}"))
    return element("ul", "".join(lines), class_="options")


def _spare(item: Item) -> str:
    """The options of a matching that go with nothing."""
    used = {pair.right for pair in item.pairs}
    spare = [plain(option) for option in item.options if option not in used]
    return element("p", f"With none: {'; '.join(spare)}", class_="source") if spare else ""


def _typed(item: Item, response: Response | None) -> str:
    first, *others = item.key
    lines = [element("li", f"{_badge('right', '✓', 'Right answer')} {plain(first)}", class_="key")]
    if others:
        lines.append(element("li", f"Also accepted: {'; '.join(map(plain, others))}"))
    if response and typed(response[0]) != typed(first):
        sort = ("right", "✓") if mark(item, response).right else ("wrong", "✗")
        lines.append(element("li", f"{_badge(*sort, 'Your answer')} {plain(response[0])}"))
    return element("ul", "".join(lines), class_="options")


def explanation(item: Item, corpus: Corpus) -> str:
    """The quotes that prove the key, each with a link to its passage."""
    return "".join(_quote(citation, corpus) for citation in item.citations)


def _quote(citation: Citation, corpus: Corpus) -> str:
    whose = f"{citation.speaker} · {place(citation, corpus.document)}"
    label = f"Open it in the guidance: {citation.locator}"
    link = page_link(passage_address(citation.passage), "Open it in the guidance", label)
    return element(
        "div",
        element("blockquote", f"“{rich(citation.quote.strip())}”")
        + element("p", plain(whose), class_="whose")
        + element("p", link),
        class_="quote",
    )


def about(item: Item, corpus: Corpus) -> str:
    """Kind, level, difficulty and place of an item on a line."""
    words = [KIND_NAMES[item.kind], item.level.value.capitalize(), item.difficulty.value.capitalize()]
    if item.recommendation is not None:
        words.append(f"Recommendation {item.recommendation}")
        words.append(PART_NAMES[item.part])
    elif document := corpus.document.get(item.document):
        words.append(document.short_title)
    return element("p", " · ".join(map(plain, words)), class_="source")


def results(taking: Taking, corpus: Corpus) -> str:
    """Every item of a quiz with how it was answered, folded; open where it was missed and not yet explained."""
    unread = taking.feedback is Feedback.AT_THE_END
    lines = []
    for n, (item, response) in enumerate(zip(taking.quiz.items, taking.responses, strict=True), start=1):
        missed = unread and not taking.right[n - 1]
        head = element("summary", f"{verdict(item, response)} {element('span', f'{n}. {stem(item)}')}")
        inside = answers(item, response) + explanation(item, corpus)
        lines.append(element("details", head + inside, class_="result", open="" if missed else None))
    return element("div", "".join(lines), class_="results")


def _badge(sort: str, sign: str, words: str) -> str:
    return element("span", element("span", sign, aria_hidden="true") + f" {words}", class_=f"badge {sort}")
