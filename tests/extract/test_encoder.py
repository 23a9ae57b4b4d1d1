"""The encoder reads names and who says what, always the same way, and says where in code points."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.errors import LanguageModelError
from graph_builder.extract.encoder import Encoder, Reading
from graph_builder.model import Span

NEWS = (
    "“Every week another bus is taken off us,” said Morwenna Tregonning, chief executive of the Seabright Trust. "
    "“Nobody asked the people who ride them.”\n"
    "The transport secretary, Gilbert Oyelowo-Marsh, told the BBC that the timetable would be reviewed in March.\n"
    "According to Penmarsh Borough Council, the subsidy had fallen by a third."
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def read(encoder: Encoder, text: str) -> Reading:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Span(at, at + len(line)))
        at += len(line) + 1
    return encoder.read(text, paragraphs)


def names(encoder: Encoder, text: str) -> list[tuple[str, str]]:
    return [(name.span.of(text), name.label) for name in read(encoder, text).names]


def sayings(encoder: Encoder, text: str) -> list[tuple[str, str]]:
    return [
        (" … ".join(s.of(text) for s in a.source), " … ".join(s.of(text) for s in a.content))
        for a in read(encoder, text).attributions
    ]


def test_people_and_bodies_are_named(encoder: Encoder) -> None:
    found = names(encoder, NEWS)
    assert ("Morwenna Tregonning", "PER") in found
    assert ("Gilbert Oyelowo-Marsh", "PER") in found
    assert ("Seabright Trust", "ORG") in found
    assert ("Penmarsh Borough Council", "ORG") in found


def test_a_body_has_the_kind_that_its_name_tells(encoder: Encoder) -> None:
    kinds = {name.span.of(NEWS): name.kind for name in read(encoder, NEWS).names if name.label == "ORG"}
    assert kinds["Penmarsh Borough Council"] == "local-authority"
    assert kinds["BBC"] == "media"


def test_both_halves_of_a_quotation_belong_to_the_speaker_between(encoder: Encoder) -> None:
    source, content = sayings(encoder, NEWS)[0]
    assert "Morwenna Tregonning" in source
    assert "Every week another bus" in content
    assert "Nobody asked" in content


def test_reported_speech_has_its_speaker_before_or_after(encoder: Encoder) -> None:
    by_speaker = dict(sayings(encoder, NEWS))
    assert any("Oyelowo-Marsh" in s and "reviewed in March" in c for s, c in by_speaker.items())
    assert any("Penmarsh" in s and "fallen by a third" in c for s, c in by_speaker.items())


def test_single_marks_quote_as_double_ones_do(encoder: Encoder) -> None:
    text = "'It's a fair deal for the crews' families,' said Councillor Ifan Probert."
    assert any("Ifan Probert" in source and "fair deal" in content for source, content in sayings(encoder, text))


def test_a_name_before_a_colon_speaks_what_follows(encoder: Encoder) -> None:
    text = "Nesta Hallworth (Tarn Valley) (Lab): I am grateful to the Minister. Will he now publish the map?"
    source, content = sayings(encoder, text)[0]
    assert "Nesta Hallworth" in source
    assert "publish the map" in content


def test_a_peer_keeps_title_and_territory(encoder: Encoder) -> None:
    text = "Baroness Quillfeather of Stoke Aldery asked what steps were being taken to mend the sea wall."
    assert ("Baroness Quillfeather of Stoke Aldery", "PER") in names(encoder, text)


def test_a_list_of_bodies_is_as_many_names(encoder: Encoder) -> None:
    text = "Signed: the Tidewater Foundation, Brightlow, the National Union of Ferry Crews and the Marine Alliance."
    assert len([n for n in names(encoder, text) if n[1] == "ORG"]) == 4


def test_the_same_text_reads_the_same_twice(encoder: Encoder) -> None:
    assert read(encoder, NEWS) == read(encoder, NEWS)
    assert Encoder().read(NEWS, [Span(0, len(NEWS))]) == encoder.read(NEWS, [Span(0, len(NEWS))])


def test_offsets_count_code_points(encoder: Encoder) -> None:
    text = "🚌🚌 Café news\n" + NEWS
    spans = [n.span for n in read(encoder, text).names if n.span.of(text) == "Morwenna Tregonning"]
    assert spans == [Span(text.index("Morwenna"), text.index("Morwenna") + len("Morwenna Tregonning"))]


def test_only_the_given_paragraphs_are_read(encoder: Encoder) -> None:
    last = NEWS.rindex("\n") + 1
    reading = encoder.read(NEWS, [Span(last, len(NEWS))])
    assert all(name.span.start >= last for name in reading.names)
    assert reading.names


def test_a_long_document_is_read_to_its_end(encoder: Encoder) -> None:
    text = "\n".join(
        [*("The rain went on over the harbour and nothing was decided that day." for _ in range(120)), NEWS]
    )
    assert ("Penmarsh Borough Council", "ORG") in names(encoder, text)


def test_a_paragraph_longer_than_a_window_is_read_to_its_end(encoder: Encoder) -> None:
    text = " ".join([*("The rain went on over the harbour." for _ in range(120)), NEWS.split("\n", maxsplit=1)[0]])
    assert ("Morwenna Tregonning", "PER") in names(encoder, text)


def test_a_document_without_text_has_nothing_in_it(encoder: Encoder) -> None:
    assert encoder.read("", []) == Reading()
    assert encoder.read("  \n ", [Span(0, 4)]) == Reading()


def test_chances_are_between_nothing_and_one(encoder: Encoder) -> None:
    reading = read(encoder, NEWS)
    assert all(0 < name.probability <= 1 for name in reading.names)
    assert all(0 < a.probability <= 1 for a in reading.attributions)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageModelError, match=r"encoder\.onnx"):
        Encoder(tmp_path)
