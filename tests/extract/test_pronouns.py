"""Whom "he" and "she" mean in a speech tag: the subject goes on, who is quoted does not, nobody is guessed at."""


def speakers(read, text):
    found = read(text)
    names = {r.id: r.name for r in found.referents}
    return [names.get(s.speaker) for s in found.statements]


def test_a_subject_goes_on_as_the_subject(read):
    text = (
        "Dame Nadia Orme was sorry. She has asked the minister, Ms Rita Moss, to wait. "
        "In her letter she tells the minister that the pier is safe."
    )
    assert speakers(read, text) == ["Nadia Orme"]


def test_somebody_who_is_only_named_in_a_quotation_does_not_say_it(read):
    text = "For Ms Nadia Orme the news was late. “Kit Hallam would have been thirty,” she said."
    assert speakers(read, text) == ["Nadia Orme"]


def test_who_is_quoted_in_anothers_words_does_not_take_the_floor(read):
    text = (
        "Ms Nadia Orme said the minister, Kit Hallam, had told her that he was ready to wait. "
        "“I have been here for years,” she said."
    )
    assert speakers(read, text)[-1] == "Nadia Orme"


def test_a_new_subject_takes_over(read):
    text = "Mr Tom Vale said that he was not opposed. Mr Kit Hallam, of the trust, was. He said that piers cost money."
    assert speakers(read, text)[-1] == "Kit Hallam"


def test_a_former_minister_is_not_the_minister(read):
    text = (
        "Mr Tom Vale, who was rivers minister from 2015 to 2019, is writing a book. "
        "The rivers minister said that no pier would close."
    )
    assert speakers(read, text) == [None]
