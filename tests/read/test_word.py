"""A Word document is read in the order of its paragraphs and tables."""

import io
import zipfile

import docx
import pytest

from graph_builder.errors import ReadError

ASKED = "We write on behalf of twelve charities to ask you to give the fund for village pools a second year."


def letter(author: str = "python-docx") -> bytes:
    document = docx.Document()
    document.core_properties.author = author
    document.add_heading("Joint letter on village pools", 0)
    document.add_paragraph("14 June 2024")
    document.add_paragraph("Dear Secretary of State,")
    document.add_paragraph(ASKED)
    document.add_paragraph("publish a map of pools", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate([("Ann Bell", "Chair, Marlbury Swimmers"), ("Cy Dale", "Director, Pools for People")]):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    document.add_paragraph("Yours sincerely,")
    return saved(document)


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def words(document):
    return [span.of(document.text) for span in document.body]


def test_paragraphs_lists_and_tables_come_in_their_order(read):
    document = read("a.docx", letter())
    assert (document.title, document.published, document.genre) == (
        "Joint letter on village pools",
        "2024-06-14",
        "open-letter",
    )
    assert words(document) == [
        "Dear Secretary of State,",
        ASKED,
        "publish a map of pools",
        "Ann Bell | Chair, Marlbury Swimmers",
        "Cy Dale | Director, Pools for People",
        "Yours sincerely,",
    ]


def test_an_author_of_the_files_properties_counts_if_the_text_names_them(read):
    assert read("a.docx", letter("Ann Bell")).authors == ("Ann Bell",)
    assert read("a.docx", letter("Some Typist")).authors == ()


def test_a_merged_cell_is_said_once(read):
    document = docx.Document()
    document.add_paragraph(ASKED)
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "All pools of the county"
    assert words(read("a.docx", saved(document))) == [ASKED, "All pools of the county"]


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new, 1) if name == part else content)
    return out.getvalue()


def test_entities_are_never_expanded(read):
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document'
    with pytest.raises(ReadError, match="entities"):
        read("a.docx", changed(letter(), "word/document.xml", b"<w:document", bomb))


def test_a_file_that_unpacks_into_too_much_is_not_opened(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 120_000_000)
    with pytest.raises(ReadError, match="unpacks"):
        read("a.docx", out.getvalue())


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04nonsense", b"nonsense", b"\xd0\xcf\x11\xe0" + bytes(600), letter()[:3000]]
)
def test_a_broken_or_locked_document_is_refused_in_one_line(read, content):
    with pytest.raises(ReadError) as refused:
        read("a.docx", content)
    assert "\n" not in str(refused.value)
