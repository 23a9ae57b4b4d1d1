"""Marked documents checked, or written as texts beside their facts.

python -m training.marked check FOLDER          say what is wrong in any file; exit 1 if anything is
python -m training.marked export FOLDER TARGET  each as STEM.txt, .md or .html with STEM.gold.json, and CROSS.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from training.marked.check import troubles
from training.marked.facts import facts, same_across
from training.marked.format import read_marked


def export(folder: Path, target: Path) -> int:
    """Write every document of the folder as text and facts; returns how many."""
    documents = [read_marked(p) for p in sorted(folder.glob("*.marked"))]
    target.mkdir(parents=True, exist_ok=True)
    for document in documents:
        (target / f"{document.stem}.{document.head['layout']}").write_text(document.text, encoding="utf-8")
        _write(target / f"{document.stem}.gold.json", facts(document))
    _write(target / "CROSS.json", same_across(documents))
    return len(documents)


def _write(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def check(folder: Path) -> int:
    """Print what is wrong; returns how many lines that took."""
    files = sorted(folder.glob("*.marked"))
    found = [f"{p.name}: {t}" for p in files for t in troubles(read_marked(p))]
    print("\n".join(found) or f"{len(files)} documents, nothing wrong")
    return len(found)


if __name__ == "__main__":
    if sys.argv[1:2] == ["check"] and len(sys.argv) == 3:
        sys.exit(bool(check(Path(sys.argv[2]))))
    if sys.argv[1:2] != ["export"] or len(sys.argv) != 4:
        sys.exit(__doc__)
    print(export(Path(sys.argv[2]), Path(sys.argv[3])), "documents")
