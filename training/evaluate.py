"""Measure the exported encoder.

    python -m training.evaluate FOLDER [--polnear DIR] [--crossner FILE] [--invented 200]

FOLDER holds `encoder.onnx` and `tokenizer.json`. Attributed speech: a guess is right where its content and the
annotator's share enough words (an F1 of at least one half) and, for `full`, one word of the source is shared too. Names
are right where span and label are the same. The invented articles are ones that no training saw.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_builder.extract.encoder import Encoder
from graph_builder.extract.tagging.marks import quotations
from graph_builder.model import Span
from training.corpora import crossner, polnear
from training.examples import paragraphs
from training.invent.forms import invent_article
from training.invent.markup import Annotated

__all__ = ["attributed", "named"]

UNSEEN = 900_000_000  # the first number of the articles to measure with
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class _Said:
    content: frozenset[int]
    source: frozenset[int]
    form: str


def _words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(m.start() for s in spans for m in _WORD.finditer(text, s.start, s.end))


def _form(words: frozenset[int], quoted: Sequence[Span]) -> str:
    """Direct where nine words in ten stand in quotation marks, reported where none does, else mixed."""
    inside = sum(any(q.start <= w < q.end for q in quoted) for w in words)
    return "direct" if inside >= 0.9 * len(words) else "mixed" if inside else "reported"


def _said(text: str, quoted: Sequence[Span], items: Iterable[tuple[Sequence[Span], Sequence[Span]]]) -> list[_Said]:
    found = ((_words(text, content), _words(text, source)) for source, content in items)
    return [_Said(content, source, _form(content, quoted)) for content, source in found if content]


def _matches(gold: Sequence[_Said], guessed: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Pairs, each used once, the best overlap first."""
    pairs = []
    for i, g in enumerate(gold):
        for j, p in enumerate(guessed):
            overlap = 2 * len(g.content & p.content) / (len(g.content) + len(p.content))
            if overlap >= 0.5:
                pairs.append((overlap + 0.01 * bool(g.source & p.source), i, j))
    used: set[tuple[str, int]] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if ("g", i) not in used and ("p", j) not in used:
            used |= {("g", i), ("p", j)}
            yield gold[i], guessed[j]


def attributed(encoder: Encoder, texts: Iterable[Annotated]) -> Counter[tuple[str, str]]:
    """Counts by form and by what: gold, guessed, and right on either side for content alone and with its source."""
    count: Counter[tuple[str, str]] = Counter()
    for one in texts:
        lines = paragraphs(one.text)
        quoted = [Span(p.start + q.start, p.start + q.end) for p in lines for q in quotations(p.of(one.text))]
        gold = _said(one.text, quoted, ((a.source, a.content) for a in one.attributions or ()))
        guessed = _said(one.text, quoted, ((a.source, a.content) for a in encoder.read(one.text, lines).attributions))
        for side, items in (("gold", gold), ("guessed", guessed)):
            count.update((form, side) for said in items for form in ("all", said.form))
        for g, p in _matches(gold, guessed):
            right = bool(g.source & p.source) or not (g.source or p.source)
            for side, form in (("gold", g.form), ("guessed", p.form)):
                count.update((f, f"content {side}") for f in ("all", form))
                count.update((f, f"full {side}") for f in ("all", form) if right)
    return count


def named(encoder: Encoder, texts: Iterable[Annotated]) -> Counter[tuple[str, str]]:
    """Counts by label of names in gold, guessed, right; `kind` counts the organisations found whose kind is known."""
    count: Counter[tuple[str, str]] = Counter()
    for one in texts:
        gold = {(n.span, n.label): n.kind for n in one.names or ()}
        guessed = {(n.span, n.label): n.kind for n in encoder.read(one.text, paragraphs(one.text)).names}
        for side, items in (("gold", gold), ("guessed", guessed), ("right", gold.keys() & guessed.keys())):
            count.update((label, side) for _, label in items)
        kinds = [(gold[key], guessed[key]) for key in gold.keys() & guessed.keys() if gold[key]]
        count.update(
            {
                ("kind", "gold"): len(kinds),
                ("kind", "guessed"): len(kinds),
                ("kind", "right"): sum(a == b for a, b in kinds),
            }
        )
    return count


def f1(right_guessed: int, guessed: int, right_gold: int, gold: int) -> str:
    """Precision, recall and their mean, to be read by a person."""
    precision, recall = right_guessed / max(guessed, 1), right_gold / max(gold, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"


def show_attributed(title: str, count: Counter[tuple[str, str]]) -> None:
    """One line a form of speech."""
    print(title)
    for form in ("all", "direct", "mixed", "reported"):
        gold, guessed = count[form, "gold"], count[form, "guessed"]
        content, full = (
            f1(count[form, f"{what} guessed"], guessed, count[form, f"{what} gold"], gold)
            for what in ("content", "full")
        )
        print(f"  {form:9}{gold:6}  content {content}   full {full}")


def show_named(title: str, count: Counter[tuple[str, str]]) -> None:
    """One line a label."""
    print(title)
    for label in sorted({label for label, _ in count}):
        right = count[label, "right"]
        print(f"  {label:9}{count[label, 'gold']:6}  {f1(right, count[label, 'guessed'], right, count[label, 'gold'])}")


def main() -> None:
    """Measure on whatever is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--crossner", type=Path)
    parser.add_argument("--invented", type=int, default=200)
    args = parser.parse_args()
    encoder = Encoder(args.folder)
    if args.polnear:
        texts = [text for _, text in polnear(args.polnear)]
        began = time.process_time()
        show_attributed(f"attributed speech, {args.polnear}", attributed(encoder, texts))
        words = sum(len(t.text.split()) for t in texts)
        print(f"  {words / (time.process_time() - began):.0f} words a CPU second, scoring included")
    if args.crossner:
        show_named(f"names, {args.crossner}", named(encoder, crossner(args.crossner)))
    articles = [invent_article(UNSEEN + n) for n in range(args.invented)]
    show_attributed("attributed speech, invented articles", attributed(encoder, articles))
    show_named("names, invented articles", named(encoder, articles))


if __name__ == "__main__":
    main()
