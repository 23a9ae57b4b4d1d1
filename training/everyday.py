"""The words of every debate: `python -m training.everyday > graph_builder/resolve/everyday.txt`.

A word that the documents of several debates of `training/corpus` have says nothing of what a document is about. What
is left of a document without them is its subject.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from graph_builder.resolve.wording import content

CORPUS = Path(__file__).with_name("corpus")
DEBATES = 3  # that have a word in which nothing of a debate is heard


def everyday(folder: Path) -> list[str]:
    """The folded words, in their singular, that stand in several debates of a folder's documents."""
    said: dict[str, set[str]] = {}
    for file in sorted(folder.glob("*.marked")):
        text = re.sub(r"<[^>]+>", "", file.read_text(encoding="utf-8").partition("\n---\n")[2])
        said.setdefault(file.stem.partition("-")[0], set()).update(content(text))
    counts = Counter(word for words in said.values() for word in words)
    return sorted(w for w, debates in counts.items() if debates >= DEBATES and len(w) > 2 and w.isalpha())


if __name__ == "__main__":
    sys.stdout.write("\n".join(everyday(CORPUS)) + "\n")
