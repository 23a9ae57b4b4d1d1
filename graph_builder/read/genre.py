"""What sort of document it is, from its metadata and its own words.

Cue words are those of the scheme of genres. A cue counts in the lines that give a page its shape (labels, headings,
salutations, the headline), not inside a paragraph: an article about an open letter is no open letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from graph_builder.read.furniture import plain
from graph_builder.read.head import Head
from graph_builder.read.judge import Line, Sort
from graph_builder.read.layout import Reading
from graph_builder.vocabulary import Cue, concepts, cues

__all__ = ["genre_of"]

# What schema.org, Open Graph and the writers of front matter call them.
_DECLARED = {
    word: code
    for code, words in {
        "news": "newsarticle|reportagenewsarticle|analysisnewsarticle|news|news_story|world_news_story",
        "op-ed": "opinionnewsarticle|opinion|comment|op-ed",
        "blog": "blogposting|blog|post",
        "press-release": "press_release|press release|press-release|press releases",
        "explainer": "backgroundnewsarticle|explainer|factcheck",
        "open-letter": "open letter|open-letter|letter",
        "personal-page": "profilepage",
        "other": "speech",
        "committee-report": "report",
    }.items()
    for word in words.split("|")
}
_SPEAKER = re.compile(r"^(?:\d+\.\s*)?[A-Z][^:.!?“\"]{3,90}:\s+\S")
_FIRST_PERSON = re.compile(r"\b(?:I|I’m|I've|I’ve|my|we|our)\b", re.IGNORECASE)
_SINGULAR = re.compile(r"\b(?:I|me|my)\b")
_CONSTITUENT = re.compile(
    r"\b(?:for (?:contacting|writing to) me|my constituen|in this constituency|my office\b|your MP\b|written to me)"
)
_OF_THE_HOUSE = re.compile(
    r"\b(?:right )?hon\. (?:Friend|Member|Lady|Gentleman|Members)\b|\bnoble (?:Lord|Baroness|Friend)\b"
)
_BLOG_HOSTS = re.compile(r"\b(?:substack|wordpress|blogger|blogspot|jekyll|ghost\.org|medium\.com)\b", re.IGNORECASE)
_REPORTER = re.compile(r"\b(?:reporter|correspondent|newsroom)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_SHORT = 14  # words; a longer line is a paragraph


def genre_of(
    reading: Reading, lines: Sequence[Line], out: Sequence[bool], head: Head, authors: tuple[str, ...]
) -> str | None:
    """A code of the scheme of genres, or None where nothing tells."""
    declared = (_DECLARED.get(plain(word)) for word in reading.metadata.genre_words)
    votes: Counter[str] = Counter({code: 3 for code in declared if code})
    for line in _shaping(lines, out, head):
        votes.update(_heard(line))
    body = [line for index, line in enumerate(lines) if index >= head.start and not out[index]]
    votes.update(_by_site(lines, out))
    votes["news"] += bool(_REPORTER.search(head.byline.words))
    votes.update(_by_voice(body, authors, blog=votes["blog"] > 0))
    precedence = {each.code: each.precedence for each in concepts("genre")}
    return min(+votes, key=lambda code: (-votes[code], precedence[code]), default=None)


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    """The cue words of genres and their codes, the longest first: "open letter" is heard before "letter"."""
    words = {_flat(cue): code for cue, code in cues("genre", Cue.WORD).items()}
    return tuple(sorted(words.items(), key=lambda pair: (-len(pair[0]), pair)))


def _flat(text: str) -> str:
    return " ".join(re.sub(r"[^\w&#'-]+", " ", plain(text)).split())


def _shaping(lines: Sequence[Line], out: Sequence[bool], head: Head) -> Iterator[str]:
    """The lines that give the page its shape: around the headline, and short ones in the article."""
    first = max(0, head.title_at - 4) if head.title_at is not None else head.start
    for index, line in enumerate(lines):
        near = first <= index < head.start or index == head.title_at or index in head.skip
        inside = index >= head.start and not out[index]
        shaped = line.sort not in {Sort.MENU, Sort.MARKED, Sort.SECTION, Sort.COMMENTS} and line.words <= _SHORT
        if (shaped and (near or inside)) or (inside and line.text.startswith("To ask ")):
            yield line.text


def _heard(text: str) -> Counter[str]:
    """What the cues in one line speak for: a whole line more than its beginning, that more than its middle."""
    line = f" {_flat(text)} "
    for cue, code in _cues():
        if f" {cue} " not in line:
            continue
        if line.strip() == cue:
            return Counter({code: 3})
        count = len(cue.split())
        if line.startswith(f" {cue} "):
            return Counter({code: 2 if count > 1 or cue == "dear" else 1})
        if count > 1 or "-" in cue or line.endswith(f" {cue} "):
            return Counter({code: 2 if count > 2 else 1})
    return Counter()


def _by_site(lines: Sequence[Line], out: Sequence[bool]) -> Counter[str]:
    """What the furniture says of the site: services that host blogs name themselves there."""
    hosted = any(gone and _BLOG_HOSTS.search(line.text) for line, gone in zip(lines, out, strict=True))
    return Counter({"blog": 1}) if hosted else Counter()


def _by_voice(body: Sequence[Line], authors: tuple[str, ...], *, blog: bool) -> Counter[str]:
    """What the way of speaking says: turns of speech, a person's own voice, other people's words."""
    votes: Counter[str] = Counter()
    prose = [line.text for line in body if line.sort is Sort.PROSE]
    if not prose:
        return votes
    turns = sum(1 for text in prose if _SPEAKER.match(text))
    if turns >= 4 and turns > len(prose) / 2:
        votes["parliamentary-questions"] += 3
    own = [_QUOTED.sub(" ", text) for text in prose]
    speaking = sum(1 for text in own if _FIRST_PERSON.search(text)) / len(own)
    personal = sum(1 for text in own if _SINGULAR.search(text)) / len(own)
    if sum(len(_OF_THE_HOUSE.findall(text)) for text in prose) >= 2:
        votes["parliamentary-questions"] += 5
    if any(_CONSTITUENT.search(text) for text in own) and personal >= 0.3:
        votes["personal-page"] += 4
    elif speaking >= 0.4 and authors and not blog:
        votes["op-ed"] += 2
    elif personal >= 0.3 or (blog and speaking >= 0.4):
        votes["blog"] += 2
    elif sum(len(_QUOTED.findall(text)) for text in prose) >= 2:
        votes["news"] += 1
    return votes
