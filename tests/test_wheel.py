"""The wheel holds the whole package, with the ontology and the questions inside it, and works where nothing else is."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAPPED = {"ontology": "graph_builder/ontology", "queries": "graph_builder/queries", "graph_builder": "graph_builder"}


def expected() -> set[str]:
    """Where the wheel should hold each file of the three folders that git knows, or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *MAPPED]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    parts = (line.split("/", 1) for line in listed if (ROOT / line).exists())
    return {f"{MAPPED[top]}/{rest}" for top, rest in parts}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (found,) = out.glob("*.whl")
    return found


def test_the_wheel_holds_every_file_that_git_knows_and_no_other(wheel):
    with zipfile.ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if ".dist-info/" not in name}
    assert held == expected()


def test_the_wheel_carries_its_licences(wheel):
    with zipfile.ZipFile(wheel) as packed:
        names = {name.rsplit("/", 1)[-1] for name in packed.namelist() if "/licenses/" in name}
    assert {"LICENSE", "NOTICE"} <= names


def test_the_command_works_from_the_wheel_alone(wheel, tmp_path):
    place = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)

    def run(code: str) -> str:
        # the wheel goes before the checkout, whose libraries it shares
        environment = {**os.environ, "PYTHONPATH": str(place)}
        command = [sys.executable, "-c", code, "queries"]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    where = run("from graph_builder import resources; print(resources.folder('queries'))")
    assert where == str(place / "graph_builder" / "queries")
    assert "for-and-against" in run("import sys; from graph_builder.cli import main; sys.exit(main())")
