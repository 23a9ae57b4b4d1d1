"""The example documents give the tables in golden/; `python tests/test_golden.py` writes them anew, to be compared."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
COMMAND = Path(sys.executable).with_name("onrecord")
TABLES = ("documents", "people", "organisations", "roles", "events", "participants", "statements", "positions")


@pytest.mark.parametrize("table", TABLES)
def test_the_example_gives_the_golden_table(onrecord, example, table):
    found = onrecord("query", table, "--graph", example, "--format", "csv").stdout.splitlines()
    wanted = (GOLDEN / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    assert sorted(found) == sorted(wanted)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        graph = ["--graph", folder]
        subprocess.run([COMMAND, "build", HERE / "documents", *graph], check=True)
        for name in TABLES:
            target = GOLDEN / f"{name}.csv"
            subprocess.run([COMMAND, "query", name, *graph, "--format", "csv", "--output", target], check=True)
