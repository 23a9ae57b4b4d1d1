"""What surrounds the encoder: quotation marks, windows."""

from __future__ import annotations

import pytest

from graph_builder.extract.tagging.marks import quotations
from graph_builder.extract.tagging.pieces import Pieces, windows


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ("She said: “It’s late.” He left.", ["“It’s late.”"]),
        ('"One," she said, "two."', ['"One,"', '"two."']),
        ("''One,'' she said.", ["''One,''"]),
        ("‘It’s the crews’ money,’ he said.", ["‘It’s the crews’ money,’"]),
        ("'It's the crews' money,' he said.", ["'It's the crews' money,'"]),
        ("The ‘red line’ was crossed and the ‘deal’ was off.", ["‘red line’", "‘deal’"]),
        ("The crews' families don't live in the '90s.", []),
        ("“It goes on in the next paragraph.", ["“It goes on in the next paragraph."]),
        ("“He told us ‘never’ twice,” she said.", ["“He told us ‘never’ twice,”"]),
        ("‘He told us “never” twice,’ she said.", ["‘He told us “never” twice,’"]),
    ],
)
def test_quotation_marks_of_every_house_are_told_from_apostrophes(paragraph: str, quoted: list[str]) -> None:
    assert [q.of(paragraph) for q in quotations(paragraph)] == quoted


def pieces(*lengths: int) -> Pieces:
    numbers = [number for number, length in enumerate(lengths) for _ in range(length)]
    count = len(numbers)
    return Pieces([7] * count, list(range(count)), list(range(1, count + 1)), [0] * count, numbers)


def test_windows_take_every_piece_once() -> None:
    read = pieces(40, 300, 5, 90, 1000, 3)
    taken = [i for window in windows(read) for i in range(window.start, window.end)]
    assert taken == list(range(len(read)))


def test_a_window_is_never_longer_than_the_encoder_reads() -> None:
    assert all(window.end - window.seen <= 254 for window in windows(pieces(40, 300, 5, 90, 1000, 3, 190, 64, 64)))


def test_a_window_sees_the_paragraphs_before_it() -> None:
    second = list(windows(pieces(30, 150, 30, 170)))[1]
    assert second.seen < second.start
