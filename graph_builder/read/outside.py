"""Which lines of a page lie outside its article, told from what stands around them: our own reading of pages.

It serves plain text, which has no markup, and checks pages that have. Nothing is deleted: a line is only said to be
outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph_builder.read.furniture import furniture
from graph_builder.read.judge import Line, Sort

__all__ = ["rule_out"]

_BETWEEN = 3  # lines of buttons or names that may stand between an article's sentences
_NUMBERED = re.compile(r"\s*(?:\d+[.)]|[-*•])\s")


def rule_out(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it lies outside the article, told from what stands around it."""
    lines = _with_closing(lines)
    out = [line.junk for line in lines]
    _rule_out_teasers(lines, out)
    index = 0
    while index < len(lines):
        if lines[index].sort in {Sort.COMMENTS, Sort.SECTION} and _begun(lines, out, index):
            back = len(lines) if lines[index].sort is Sort.COMMENTS else _resumes(lines, out, index + 1)
            out[index:back] = [True] * (back - index)
            index = back
        else:
            index += 1
    _rule_out_foot(lines, out)
    return out


def _with_closing(lines: Sequence[Line]) -> list[Line]:
    """The lines with headings like "Jobs" or "Get involved" below the last paragraph taken for a page's own."""
    last = max((index for index, line in enumerate(lines) if line.solid), default=len(lines))
    closing = furniture().is_closing
    return [
        replace(line, sort=Sort.SECTION) if index > last and not line.junk and closing(line.text) else line
        for index, line in enumerate(lines)
    ]


def _begun(lines: Sequence[Line], out: Sequence[bool], index: int) -> bool:
    """Whether an article has begun above: a word of menus there is not yet the end of anything."""
    return any(line.sort is Sort.PROSE and not gone for line, gone in zip(lines[:index], out[:index], strict=True))


def _rule_out_teasers(lines: Sequence[Line], out: list[bool]) -> None:
    """What stands between furniture and "Read full story" is the beginning of another story.

    One such line alone may be the page's own button: only a list of stories repeats it.
    """
    if sum(1 for line in lines if line.sort is Sort.TEASER) < 2:
        return
    for index, line in enumerate(lines):
        if line.sort is not Sort.TEASER:
            continue
        above = index - 1
        while above >= 0 and not lines[above].junk and index - above <= 8:
            above -= 1
        if above >= 0 and lines[above].junk:
            out[above:index] = [True] * (index - above)


def _resumes(lines: Sequence[Line], out: Sequence[bool], start: int) -> int:
    """Where the article goes on below a heading of other stories: at two paragraphs of an article in a row."""
    run: list[int] = []
    for index in range(start, len(lines)):
        if lines[index].sort in {Sort.COMMENTS, Sort.SECTION}:
            return index
        if out[index] or lines[index].sort is not Sort.PROSE:
            run = []
        elif lines[index].solid:
            run.append(index)
            if len(run) == 2:
                return run[0]
    return len(lines)


def _rule_out_foot(lines: Sequence[Line], out: list[bool]) -> None:
    """From the first furniture below the last paragraph on, and the imprint above that, nothing is the article."""
    end = _above_imprint(lines, out)
    out[end:] = [True] * (len(lines) - end)
    last = _last_sentence(lines, out, end)
    first_junk = next((i for i in range(last + 1, end) if lines[i].junk and lines[i].sort is not Sort.SCRAP), None)
    if last >= 0 and first_junk is not None:
        for index in range(first_junk, len(lines)):
            # a list of names below an advert is still the article, if the second reader of the page says so too
            out[index] = out[index] or not lines[index].block.piece.chosen
        end = _above_imprint(lines, out)
        out[end:] = [True] * (len(lines) - end)


def _last_sentence(lines: Sequence[Line], out: Sequence[bool], end: int) -> int:
    """The last line of the article's prose, or -1: the last paragraph, and short ones a button or two below it."""
    last = max((i for i in range(end) if lines[i].solid and not out[i]), default=-1)
    between = 0
    for index in range(last + 1, end if last >= 0 else 0):
        if lines[index].sort in {Sort.SECTION, Sort.COMMENTS} or between > _BETWEEN:
            break
        between += 1
        if lines[index].sort is Sort.PROSE and not out[index]:
            last, between = index, 0
    return last


def _above_imprint(lines: Sequence[Line], out: Sequence[bool]) -> int:
    """Where the page's foot begins: what is ruled out, imprints, and headings like "Resources" with nothing below."""
    words = furniture()
    end = len(lines)
    while end:
        text = lines[end - 1].text
        # "1. Marlbury Aid is a registered charity …" among notes to editors is the article's own
        imprint = end > 1 and words.is_imprint(text) and not _NUMBERED.match(text)
        if not (out[end - 1] or imprint or words.is_closing(text)):
            break
        end -= 1
    return end
