"""What is read is read well enough: the floors in floors.toml, wherever the gold facts are at hand."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
DOCUMENTS = {"seeds": SHARED / "documents"}
ONRECORD = Path(sys.executable).with_name("onrecord")


@pytest.mark.skipif(not (SHARED / "evaluation").is_dir(), reason="the gold facts are not beside this checkout")
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_kind_of_fact_is_read_worse_than_its_floor(name, tmp_path):
    gold, scores = SHARED / "evaluation" / name, tmp_path / "scores.json"
    command = [sys.executable, SHARED / "evaluation" / "evaluate.py", gold, "--command", str(ONRECORD)]
    command += ["--documents", DOCUMENTS.get(name, gold), "--json", scores]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(scores.read_text(encoding="utf-8"))
    below = {kind: (found[kind]["f1"], floor) for kind, floor in FLOORS[name].items() if found[kind]["f1"] < floor}
    assert not below, done.stdout
