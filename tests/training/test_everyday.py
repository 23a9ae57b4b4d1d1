"""The words of every debate that resolution leaves out are those that the project's own documents have."""

from pathlib import Path

from training.everyday import CORPUS, everyday

SHIPPED = Path(__file__).parents[2] / "graph_builder" / "resolve" / "everyday.txt"


def test_the_words_of_every_debate_are_as_they_were_counted():
    assert SHIPPED.read_text(encoding="utf-8").split() == everyday(CORPUS)
