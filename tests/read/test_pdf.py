"""A PDF's lines become paragraphs, and what its pages repeat is left out."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from graph_builder.errors import ReadError


def pdf(*pages: list[str], properties: str = "", trailer: str = "") -> bytes:
    """The bytes of a PDF with these lines on its pages."""

    def words(line: str) -> str:
        return "".join(f"\\{c}" if c in "\\()" else c for c in line)

    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {properties} >>",
    ]
    for index, lines in enumerate(pages):
        shown = " ".join(f"({words(line)}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET" if lines else ""
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * index} 0 R {resources} >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    root = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF"
    return out + (end + root).encode("latin-1")


COVER = [
    "House of Commons",
    "Leisure Committee",
    "Deep water: the future of public pools",
    "Third Report of Session 2023-24",
    "HC 412",
    "Published on 11 July 2024",
]
FIRST = [
    "Deep water: the future of public pools   3",
    "Summary",
    "One in four public swimming pools has closed since 2010, and the Govern-",
    "ment does not know how many will be left in ten years. We heard from",
    "twenty witnesses, among them Pat Ollerton, who chairs the Friends of",
    "Marlbury Pool.",
    "1. The Government should publish a map of public pools by March 2025, and",
    "should keep it up to date.",
    "2. We recommend that every child learn to swim before the age of eleven.",
    "The Department should pay for",
    "4 HC 412",
]
SECOND = [
    "Deep water: the future of public pools   5",
    "the lessons of those whose parents cannot.",
    "Members",
    "Gwilym Tasker (Labour; Marlbury) (Chair)",
    "Dame Honor Blakelock (Conservative; East Wold)",
    "6 HC 412",
]
REPORT = pdf(COVER, FIRST, SECOND)


def words(document):
    return [span.of(document.text) for span in document.body]


def test_a_report_says_what_it_is(read):
    document = read("a.pdf", REPORT)
    assert document.title == "Deep water: the future of public pools"
    assert document.published == "2024-07-11"
    assert document.publisher == "House of Commons"
    assert document.authors == ("Leisure Committee",)
    assert document.genre == "committee-report"
    assert document.media_type == "application/pdf"


def test_lines_are_joined_over_line_and_page_ends(read):
    body = words(read("a.pdf", REPORT))
    assert body[2].startswith("One in four public swimming pools has closed since 2010, and the Government does not")
    assert "The Department should pay for the lessons of those whose parents cannot." in body[4]


def test_a_list_of_members_is_body_line_by_line(read):
    assert words(read("a.pdf", REPORT))[-2:] == SECOND[3:5]


def test_running_lines_and_page_numbers_are_left_out(read):
    text = read("a.pdf", REPORT).text
    assert text.count("Deep water") == 1
    assert "4 HC 412" not in text


def test_a_scanned_pdf_is_said_to_need_text_recognition(read):
    with pytest.raises(ReadError, match="scanned"):
        read("a.pdf", pdf([], []))


def test_a_pdf_with_a_password_is_said_to_be_encrypted(read):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(REPORT)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ReadError, match="encrypted"):
        read("a.pdf", out.getvalue())


@pytest.mark.parametrize("content", [b"%PDF-1.4 nonsense", b"not at all", REPORT[: len(REPORT) // 3]])
def test_a_broken_pdf_is_refused_in_one_line(read, content):
    with pytest.raises(ReadError) as refused:
        read("a.pdf", content)
    assert "\n" not in str(refused.value)


def test_a_title_that_a_program_wrote_is_not_taken(read):
    document = read("a.pdf", pdf(COVER, FIRST, properties="/Title (Microsoft Word - draft7.docx) /Author (jsmith2)"))
    assert document.title == "Deep water: the future of public pools"
