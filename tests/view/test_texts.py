from graph_builder.model import Document, Span
from graph_builder.view.model import Evidence, Source
from graph_builder.view.texts import CUT, Texts


def document(*paragraphs, source="a.txt", before=""):
    text, body = before, []
    for paragraph in paragraphs:
        body.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return Document(source, "", text, tuple(body))


def place(texts, quote):
    found = texts.found(Evidence("a.txt", quote))
    return texts.of(Source("a.txt", "A")).text[max(found.start, 0) : max(found.end, 0)]


def test_evidence_is_found_where_it_stands_whatever_its_line_breaks():
    texts = Texts([document("One said\nthis. Two did not.")], {"a.txt": {"One said this."}})
    assert place(texts, "One said this.") == "One said this."


def test_a_sentence_over_two_paragraphs_is_found():
    texts = Texts([document("He asked", "whether it was so.")], {"a.txt": {"He asked whether it was so."}})
    assert place(texts, "He asked whether it was so.") == "He asked\nwhether it was so."


def test_of_two_places_the_heading_is_taken():
    texts = Texts([document("Readers Together met Readers.", "Readers")], {})
    assert texts.found(Evidence("a.txt", "Readers")).start == 30


def test_what_is_not_the_article_is_left_out_unless_it_is_evidence():
    read = document("The article.", before="Sign in\n\nBy Ann Otter\n\n")
    texts = Texts([read], {"a.txt": {"By Ann Otter"}})
    assert texts.of(Source("a.txt", "A")).text == "By Ann Otter\nThe article."


def test_paragraphs_without_evidence_give_way_in_a_large_set_and_leave_a_mark():
    read = document(*("Filler of many words. " * 900, "She agreed.", "More filler. " * 900, "And more. " * 900))
    texts = Texts([read], {"a.txt": {"She agreed."}})
    assert texts.of(Source("a.txt", "A")).text == f"{CUT}\nShe agreed.\n{CUT}"
    assert place(texts, "She agreed.") == "She agreed."


def test_without_its_document_evidence_keeps_its_words_and_has_no_place():
    found = Texts([], {}).found(Evidence("b.txt", "She agreed."))
    assert (found.quote, found.start) == ("She agreed.", -1)
