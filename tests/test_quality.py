"""What is read is read well enough: the floors in floors.toml, wherever what scores the facts is at hand."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from training.marked.__main__ import export

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
EVALUATE = SHARED / "evaluation" / "evaluate.py"
SETS = {  # the marked facts of each set, and the documents that they are of
    "seeds": (SHARED / "evaluation" / "seeds", SHARED / "documents"),
    "dev": (SHARED / "evaluation" / "dev",) * 2,
    "examples": (HERE / "gold", HERE / "documents"),
    "tuned": (HERE / "marked" / "tuned",) * 2,
    "held-out": (HERE / "marked" / "held-out",) * 2,
}
CORPUS = HERE.parent / "training" / "corpus"
MARKED = {"corpus": CORPUS, "apart": CORPUS / "apart"}  # marked in place, scored as exported
ONRECORD = Path(sys.executable).with_name("onrecord")
LONG, LARGE = pytest.mark.long, ("corpus", "tuned")


@pytest.mark.skipif(not EVALUATE.is_file(), reason="what scores the facts is not beside this checkout")
@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=LONG) if n in ("corpus", "tuned") else n for n in sorted(FLOORS)]
)
def test_no_kind_of_fact_is_read_worse_than_its_floor(name, tmp_path):
    if name in MARKED:
        export(MARKED[name], tmp_path / name)
    gold, documents = SETS.get(name, (tmp_path / name,) * 2)
    scores = tmp_path / "scores.json"
    command = [sys.executable, EVALUATE, gold, "--command", str(ONRECORD), "--documents", documents, "--json", scores]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(scores.read_text(encoding="utf-8"))
    below = {kind: (found[kind]["f1"], floor) for kind, floor in FLOORS[name].items() if found[kind]["f1"] < floor}
    assert not below, done.stdout
