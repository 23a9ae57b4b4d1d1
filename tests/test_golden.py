"""The example documents give the tables in golden/; `python tests/test_golden.py` writes them anew, to be compared.

Every question of the catalogue has one, asked without parameters.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from graph_builder.graph.catalogue import questions

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
COMMAND = Path(sys.executable).with_name("onrecord")
TABLES = tuple(questions())
INHERENTLY_EMPTY = {"corrections"}  # nobody has decided anything about the example


@pytest.mark.parametrize("table", TABLES)
def test_the_example_gives_the_golden_table(onrecord, example, table):
    found = onrecord("query", table, "--graph", example, "--format", "csv").stdout.splitlines()
    wanted = (GOLDEN / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    assert sorted(found) == sorted(wanted)


def test_no_question_is_always_answered_with_nothing():
    empty = {name for name in TABLES if len((GOLDEN / f"{name}.csv").read_text(encoding="utf-8").splitlines()) < 2}
    assert empty == INHERENTLY_EMPTY


def test_no_golden_table_is_left_of_a_question_that_is_gone():
    assert {file.stem for file in GOLDEN.glob("*.csv")} == set(TABLES)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        graph = ["--graph", folder]
        subprocess.run([COMMAND, "build", HERE / "documents", *graph], check=True)
        for name in TABLES:
            target = GOLDEN / f"{name}.csv"
            subprocess.run([COMMAND, "query", name, *graph, "--format", "csv", "--output", target], check=True)
