"""Records as the web shows them, and interviews: whose words stand below a name, after a sign, under a question."""


def words(found, text):
    names = {r.id: r.name for r in found.referents}
    return [(names[s.speaker], " … ".join(part.of(text) for part in s.parts)) for s in found.statements]


LORDS = """Asked by Lord Pelling of Marsh

To ask His Majesty's Government what plans they have for the piers of the north.

The Minister of State for Rivers (Baroness Orme) (Con)

My Lords, I thank the noble Lord. We shall mend four of them this year.

3.15 pm

The other nine must wait, I fear.

Lord Pelling of Marsh (CB)

My Lords, I am grateful, but nine is a large number. Will she think again?

Baroness Orme

My Lords, I will.

The Lord Bishop of Wendle

My Lords, my own cathedral stands on a pier. Will the Minister visit us?"""


def test_in_a_record_that_sets_names_alone_the_words_below_are_the_speakers(read):
    found = words(read(LORDS), LORDS)
    assert [who for who, _ in found] == [
        "Lord Pelling of Marsh",
        "Baroness Orme",
        "Lord Pelling of Marsh",
        "Baroness Orme",
        "Lord Bishop of Wendle",
    ]
    assert found[1][1].endswith("this year. … The other nine must wait, I fear.")


def test_each_answers_whoever_spoke_before(read):
    statements = read(LORDS).statements
    assert statements[1].addressee == statements[0].speaker
    assert statements[3].addressee == statements[2].speaker


PEOPLE = """Our speakers

Ms Nadia Orme

Joined the trust in 2011 and runs its boats.

Mr Tom Vale

Grew up in Wendle and chairs the anglers.

Ms Rita Moss

Writes about rivers for the county paper."""


def test_a_list_of_people_with_what_is_told_of_each_is_no_record(read):
    assert read(PEOPLE).statements == ()


SIGNS = """We put five questions to Ms Nadia Orme, who has run the Wendle Ferry since 2011.

Q: Why did you close the pier?

A: We had no choice. The wood was rotten.

Q: Will it open again?

A: By spring, I hope."""


def test_the_answers_of_an_interview_are_those_of_whoever_was_asked(read):
    assert words(read(SIGNS), SIGNS) == [
        ("Nadia Orme", "We had no choice. The wood was rotten."),
        ("Nadia Orme", "By spring, I hope."),
    ]


def test_where_two_people_are_introduced_nobody_says_who_answers(read):
    text = SIGNS.replace("We put five questions to Ms Nadia Orme", "Ms Nadia Orme and Mr Tom Vale met us. Ms Orme")
    assert read(text).statements == ()


QUESTIONS = """Last week we spoke to Ms Nadia Orme, who has run the Wendle Ferry since 2011.

Why did you close the pier?

We had no choice. The wood was rotten, and I was afraid for the children.

Who will pay for a new one?

Not my members, I hope.

And when will it open?

By spring, if we are lucky with the weather."""


def test_questions_in_paragraphs_of_their_own_are_answered_by_whoever_was_spoken_to(read):
    found = words(read(QUESTIONS), QUESTIONS)
    assert [who for who, _ in found] == ["Nadia Orme"] * 3


def test_an_authors_own_questions_are_no_interview(read):
    text = QUESTIONS.replace("Last week we spoke to Ms Nadia Orme, who has", "I often met Ms Nadia Orme, who has")
    assert read(text, genre="personal-page", authors=("Rita Moss",)).statements == ()


NAMES = """MS NADIA ORME: The pier has served us for a century.

MR TOM VALE: Then why close it?

MS ORME: Because it is falling into the sea.

MR VALE: Slowly."""


def test_a_surname_in_capitals_is_whoever_had_the_full_name_before(read):
    statements = read(NAMES).statements
    assert [s.speaker for s in statements[:2]] == [s.speaker for s in statements[2:]]


def test_in_a_record_he_is_never_the_one_who_is_speaking(read):
    text = LORDS.replace("I am grateful, but", "I met Mr Tom Vale. He told me that piers are cheap to mend.")
    found = words(read(text), text)
    assert ("Tom Vale", "piers are cheap to mend") in found
