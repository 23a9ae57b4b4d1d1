import subprocess
import sys

from graph_builder.view.table import render_table

COLUMNS = ["holder", "stance", "topic", "evidence", "source"]
ROWS = [
    [
        "Maud Ellery",
        "supports",
        "the Public Libraries Bill",
        "Ms Ellery said the bill would put a library within reach of every town.",
        "bill.html",
    ],
    ["Séverine Duval", "opposes", "a levy", "Ms Duval said no.", "levy-row.eml"],
]


def test_a_table_without_a_width_is_aligned_and_not_wrapped():
    lines = render_table(["who", "what"], [["Ada", "said it"], ["Bartholomew", "did not"]], None).splitlines()
    assert lines == ["who          what", "───────────  ───────", "Ada          said it", "Bartholomew  did not"]


def test_evidence_wraps_and_names_stay_whole_at_eighty_columns():
    text = render_table(COLUMNS, ROWS, 80)
    assert max(map(len, text.splitlines())) <= 80
    assert "Maud Ellery     supports" in text
    assert "every town." in text


def test_more_columns_than_the_width_holds_become_blocks():
    text = render_table([f"column {i}" for i in range(11)], [["a word"] * 11, ["another", *[""] * 10]], 80)
    assert text.splitlines()[:2] == ["column 0   a word", "column 1   a word"]
    assert text.splitlines()[-1] == "column 0   another"


def test_a_document_cannot_speak_to_the_terminal():
    text = render_table(["said"], [["\x1b[31mred\x07 \u202eback\nnext"]], 80)
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert "back next" in text


def test_wide_letters_are_counted_as_wide():
    first, _, *rows = render_table(["a", "b"], [["縦書き", "x"], ["e\u0301", "y"]], 80).splitlines()
    assert first == "a       b"
    assert rows == ["縦書き  x", "e\u0301       y"]


def test_colour_only_makes_the_heading_bold():
    plain, coloured = (render_table(COLUMNS, ROWS, 100, colour=colour) for colour in (False, True))
    assert coloured.replace("\x1b[1m", "").replace("\x1b[0m", "") == plain
    assert coloured.startswith("\x1b[1mholder")


def test_no_rows_still_show_what_was_asked_for():
    assert render_table(["who"], [], 80) == "who\n───\n"


def test_a_table_needs_nothing_but_python():
    code = "import sys, graph_builder.view.table; sys.exit(any(m in sys.modules for m in ('rich', 'jinja2', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
