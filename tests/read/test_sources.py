"""Every file under the paths is listed once, under a name that no other has."""

from pathlib import Path

import pytest

from graph_builder.errors import ReadError
from graph_builder.read import files


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def names(*paths: Path | str) -> list[str]:
    return [name for _, name in files(paths)]


def test_a_folder_is_read_recursively_and_in_order(tmp_path):
    make(tmp_path, "b.txt", "a/z.html", "a/b/c.md")
    assert names(tmp_path) == ["a/b/c.md", "a/z.html", "b.txt"]


def test_hidden_files_and_folders_are_left_out_unless_named(tmp_path):
    make(tmp_path, ".hidden.txt", ".git/a.txt", "a.txt")
    assert names(tmp_path) == ["a.txt"]
    assert names(tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_links_that_lead_back_do_not_go_round_for_ever(tmp_path):
    make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a/b.txt"]


def test_a_file_given_twice_is_listed_once(tmp_path):
    make(tmp_path, "a/b.txt")
    assert names(tmp_path, tmp_path / "a", tmp_path / "a" / "b.txt") == ["b.txt"]


def test_files_of_one_name_are_told_apart_whatever_their_order(tmp_path):
    make(tmp_path, "one/a.txt", "two/a.txt", "two/b.txt")
    there = {path.parent.name: name for path, name in files([tmp_path / "one", tmp_path / "two"])}
    back = {path.parent.name: name for path, name in files([tmp_path / "two", tmp_path / "one"])}
    assert there == back
    assert sorted(names(tmp_path / "one", tmp_path / "two")) == ["b.txt", "one/a.txt", "two/a.txt"]


def test_standard_input_is_a_source_like_another(tmp_path):
    make(tmp_path, "a.txt")
    assert names("-", tmp_path) == ["-", "a.txt"]


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ReadError, match="nowhere"):
        list(files([tmp_path / "nowhere"]))
