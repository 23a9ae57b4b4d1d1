"""Plain text is kept as it is, and its paragraphs are found however they are set."""

import codecs

import pytest

from graph_builder.errors import ReadError

SAID = "The county council said on Monday that the pool at Marlbury would stay open until the end of the summer."


def words(document):
    return [span.of(document.text) for span in document.body]


def test_text_is_kept_exactly_with_its_own_line_ends(read):
    content = f"A headline of four words\r\n\r\n{SAID}\r\n{SAID}\r\n"
    document = read("a.txt", content)
    assert document.text == content
    assert words(document) == [SAID, SAID]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_byte_order_mark_is_no_part_of_the_text(read, encoding):
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    mark = marks.get(encoding, codecs.BOM_UTF32_LE)
    assert read("a.txt", mark + SAID.encode(encoding)).text == SAID


def test_an_old_encoding_of_windows_is_recognised(read):
    content = "“It’s open,” said Mr O’Dell of the café. “Everybody who wants to swim in it can come and swim.”"
    assert read("a.txt", content.encode("cp1252")).text == content


def test_offsets_count_code_points_outside_the_basic_plane(read):
    document = read("a.txt", f"😀 A headline of four words\n\n{SAID}")
    assert words(document) == [SAID]


def test_lines_broken_by_hand_are_one_paragraph(read):
    document = read(
        "a.txt",
        "The county council said on Monday that the pool at Marlbury would\n"
        "stay open until the end of the summer, when the boiler is due to be\n"
        "inspected by an engineer whom nobody has yet been able to find, the\n"
        "leader of the council said.\n\n"
        "1. The boiler was put in when the pool was opened, and it was not a\n"
        "   new one even then.\n"
        "2. The engineer is on holiday.\n",
    )
    assert [paragraph.split()[0] for paragraph in words(document)] == ["The", "1.", "2."]


def test_a_list_of_signatories_is_body_line_by_line(read):
    document = read(
        "a.txt",
        f"Dear Minister,\n\n{SAID}\n\nYours sincerely,\n\nAnn Bell, Chair, Marlbury Swimmers\n"
        "Cy Dale MBE, Director, Pools for People\n\nAdd your name\nFirst name    Last name    [Sign]\n",
    )
    assert words(document)[-2:] == ["Ann Bell, Chair, Marlbury Swimmers", "Cy Dale MBE, Director, Pools for People"]


def test_a_site_owners_blurb_above_the_comments_is_not_body(read):
    blurb = "Married to the wonderful Jo. Passionate about lanes, lidos & lycra."
    document = read(
        "a.txt", f"{SAID}\n\n{SAID}\n\n{blurb}\n\nLeave a Reply\n\nYour email address will not be published."
    )
    assert words(document) == [SAID, SAID]


def test_what_stands_above_read_full_story_belongs_to_other_stories(read):
    other = "I recently swam in a lake in Finland, and I should like to tell the readers of this site all about it."
    teaser = f"A lake in Finland\n\n{other}\n\nRead Full Story\n\n"
    document = read(
        "a.txt", f"Pool to stay open\n\n{SAID}\n\n{SAID}\n\nKeep abreast of the latest pool news.\n\n{teaser * 2}"
    )
    assert words(document) == [SAID, SAID]


def test_an_article_goes_on_below_a_box_of_other_stories(read):
    document = read(
        "a.txt",
        f"{SAID}\n\nRelated articles\n\nOtter found in sauna\n\n{SAID}\n\n{SAID}\n\nComments\n\n{SAID}\n\n{SAID}",
    )
    assert words(document) == [SAID, SAID, SAID]


def test_a_day_above_the_menu_is_not_the_day_of_publication(read):
    document = read(
        "a.txt", f"Thu, 4 July 2024\n\nNewsletter sign-up\n\nSubscribe now\n\nPool to stay open all summer\n\n{SAID}"
    )
    assert document.title == "Pool to stay open all summer"
    assert document.published is None


def test_a_charity_among_notes_to_editors_is_no_imprint(read):
    note = "1. Marlbury Swimmers is a registered charity, which was founded by Canon Hale in 1961."
    imprint = "Marlbury Swimmers is a registered charity. Website by Wet Ink."
    document = read("a.txt", f"Pool to stay open\n\n{SAID}\n\nNotes to editors\n\n{note}\n\n{imprint}")
    assert words(document)[-1] == note


def test_a_note_without_a_paragraph_is_still_read(read):
    assert words(read("a.txt", "Pool shut.\nAll of it.\n")) == ["All of it."]


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_an_empty_file_is_said_to_be_empty(read, content):
    with pytest.raises(ReadError, match=r"^a\.txt: it is empty$"):
        read("a.txt", content)


def test_a_page_of_menus_only_has_no_article(read):
    with pytest.raises(ReadError, match="no article"):
        read("a.txt", "Home\nNews\nSport\nContact us\n© 2024\n")


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\nxx", b"ab\x00cd", b"%PDF-1.4", b"\xff\xfea"])
def test_a_binary_file_renamed_to_txt_is_refused_in_one_line(read, content):
    with pytest.raises(ReadError) as refused:
        read("a.txt", content)
    assert "\n" not in str(refused.value)


def test_a_day_above_the_label_of_a_record_is_the_day_of_publication(read):
    document = read(
        "a.txt",
        "House of Lords\n\nWednesday 2 July 2025\n\nOral Questions\n\nPiers: Repair\n\n"
        "Asked by Lord Orme of Kell\n\nTo ask His Majesty’s Government what plans they have for the piers.",
    )
    assert (document.title, document.published) == ("Piers: Repair", "2025-07-02")


def test_what_stands_alone_below_the_greeting_is_a_letters_subject(read):
    document = read(
        "a.txt",
        "Dame Ida Kettle MP\nChair, Rivers Committee\n\n21 July 2025\n\nDear Dame Ida,\n\n"
        f"River fees: payments to Tarnside Water\n\n{SAID}",
    )
    assert document.title == "River fees: payments to Tarnside Water"


def test_a_day_that_a_byline_calls_first_published_is_the_day_of_publication(read):
    document = read(
        "a.md",
        f"# The pool\n\n*By Ida Kettle. First published 4 March 2025. Last updated 2 May 2025.*\n\n{SAID}",
    )
    assert document.published == "2025-03-04"
