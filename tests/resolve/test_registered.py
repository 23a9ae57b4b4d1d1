"""Whom a register knows is who a document means, where the names agree and nothing at its date speaks against it."""

import pytest

from graph_builder.model import Verdict
from graph_builder.vocabulary.people import Membership

MP = "Member of Parliament"
EAST, TARN = "https://register.example/east", "https://register.example/tarn"


def seat(area, start=None, end=None):
    return Membership(None, None, area, start, end)


@pytest.fixture
def namesakes(debate):
    """A register with two of one name, who sat for different places at one time."""
    debate.knows(EAST, "Ian Corder", seat("Harrowgate East", "2029-05"))
    debate.knows(TARN, "Ian Corder", seat("Tarn Valley", "2029-05", "2033-05"))
    return debate


def dated(debate, date="2031-03-04"):
    page = debate.page()
    page.published = date
    return page


def judged(debate, iri, someone):
    side = someone.page.source, someone.id
    return next((j for j in debate.identities().judgements if j.left == ("", iri) and j.right == side), None)


def test_the_same_full_name_is_the_registers_entry(debate):
    debate.knows(EAST, "Ian Corder")
    ian = debate.page().person("Ian Corder")
    assert debate.entity(ian).known == EAST
    assert judged(debate, EAST, ian).reason == "the register's entry of the same full name"


def test_who_is_mentioned_nowhere_is_no_entity(debate):
    debate.knows(EAST, "Ian Corder")
    debate.page().person("Ines Calder")
    assert [entity.name for entity in debate.identities().entities] == ["Ines Calder"]


def test_the_label_and_the_other_names_are_the_documents_own(debate):
    debate.knows(EAST, "Ian Corder", aliases=("Iain Alexander Corder",))
    ian = debate.page().person("Iain Alexander Corder")
    assert debate.entity(ian).known == EAST
    assert (debate.entity(ian).name, debate.entity(ian).aliases) == ("Iain Alexander Corder", ())


def test_a_plain_name_that_fits_two_entries_is_unsure(namesakes):
    ian = dated(namesakes).person("Ian Corder")
    assert namesakes.entity(ian).known is None
    assert {judged(namesakes, iri, ian).verdict for iri in (EAST, TARN)} == {Verdict.UNSURE}


def test_a_seat_at_the_date_of_the_document_decides(namesakes):
    page, other = dated(namesakes), dated(namesakes)
    tarn = page.role(page.person("Ian Corder"), MP, area="Tarn Valley")
    east = other.role(other.person("Ian Corder"), MP, area="Harrowgate East")
    assert (namesakes.entity(tarn).known, namesakes.entity(east).known) == (TARN, EAST)
    assert namesakes.apart(tarn, east)
    reason = "the register's entry of the same full name, who sat for the same place"
    assert judged(namesakes, TARN, tarn).reason == reason


def test_a_seat_at_another_time_ties_nobody_and_speaks_against_nobody(namesakes):
    page = dated(namesakes, "2028-01-01")
    early = page.role(page.person("Ian Corder"), MP, area="Tarn Valley")
    assert namesakes.entity(early).known is None
    assert judged(namesakes, TARN, early).verdict is Verdict.UNSURE


def test_who_sat_elsewhere_then_is_not_meant(debate):
    debate.knows(EAST, "Ian Corder", seat("Harrowgate East", "2029-05"))
    page = dated(debate)
    ian = page.role(page.person("Ian Corder"), MP, area="Tarn Valley")
    assert debate.entity(ian).known is None
    found = judged(debate, EAST, ian)
    assert found.verdict is Verdict.DIFFERENT
    assert found.reason.endswith("the register has them sit for another place then")


def test_who_sat_elsewhere_at_another_time_may_be_meant(debate):
    debate.knows(EAST, "Ian Corder", seat("Harrowgate East", "2019-05", "2023-05"))
    page = dated(debate)
    assert debate.entity(page.role(page.person("Ian Corder"), MP, area="Tarn Valley")).known == EAST


def test_a_surname_with_a_post_held_then_is_the_one_who_held_it(debate):
    debate.knows(EAST, "Ian Corder", Membership(None, "Secretary of State for Lanterns", None, "2030", "2032"))
    then, later = dated(debate), dated(debate, "2034-01-01")
    corder = then.role(then.person("Corder"), "Secretary of State for Lanterns")
    other = later.role(later.person("Corder"), "Secretary of State for Lanterns")
    assert debate.entity(corder).known == EAST
    assert debate.entity(other).known is None
    assert judged(debate, EAST, corder).reason == "the register's entry of the same surname, who held the same post"


def test_what_somebody_is_called_a_former_holder_of_need_only_have_begun_before(debate):
    debate.knows(EAST, "Ian Corder", Membership(None, "Secretary of State for Lanterns", None, "2030", "2032"))
    page = dated(debate, "2034-01-01")
    corder = page.role(page.person("Corder"), "Secretary of State for Lanterns", status="former")
    assert debate.entity(corder).known == EAST


def test_a_surname_alone_is_nobody_of_the_register(debate):
    debate.knows(EAST, "Ian Corder", seat("Harrowgate East"))
    corder = debate.page().person("Corder")
    assert debate.entity(corder).known is None


def test_a_title_of_the_other_gender_speaks_against_an_entry(debate):
    debate.knows(EAST, "Robin Corder", gender="m")
    assert debate.entity(debate.page().person("Robin Corder", "Dame Robin Corder")).known is None


def test_a_party_tells_two_entries_apart(debate):
    board = "https://w3id.org/onrecord/uk#labour-party"
    debate.knows(EAST, "Ian Corder", Membership(board, None, None, "2020"))
    debate.knows(TARN, "Ian Corder")
    page = dated(debate)
    party = page.body("Labour Party", kind="political-party", known=board)
    assert debate.entity(page.role(page.person("Ian Corder"), "member", party)).known == EAST


def test_the_order_of_documents_and_entries_makes_no_difference(namesakes):
    page, other = dated(namesakes), dated(namesakes)
    page.role(page.person("Ian Corder"), MP, area="Tarn Valley")
    other.person("Ian Corder")
    found = namesakes.identities()
    namesakes.known.reverse()
    assert namesakes.identities(backwards=True) == found
