"""Whom words mean that are no names."""


def speakers(read, text: str, **known) -> list[str | None]:
    found = read(text, **known)
    names = {r.id: r.name for r in found.referents}
    return [names.get(s.speaker) for s in found.statements]


def test_she_is_the_woman_who_was_the_subject(read):
    text = 'Mrs Ada Pell met Mr Ivo Wren in Leek. "It went well," she said.'
    assert speakers(read, text) == ["Ada Pell"]


def test_the_minister_is_whoever_is_said_to_be_the_minister(read):
    text = 'The fisheries minister, Ivo Wren, met Ada Pell. "We must wait," the minister said.'
    assert speakers(read, text) == ["Ivo Wren"]


def test_its_chief_executive_is_the_one_of_the_body_named(read):
    text = 'The Harbour Trust welcomed it. Its chief executive, Ada Pell, said: "We are glad."'
    assert speakers(read, text) == ["Ada Pell"]


def test_the_charity_is_the_charity_named_before(read):
    text = 'Open Locks, a charity, has doubts. "We need to see the details," the charity said.'
    assert speakers(read, text) == ["Open Locks"]


def test_a_spokesperson_speaks_for_the_body(read):
    text = 'A spokesperson for Wrexley County Council said: "The work will begin in May."'
    assert speakers(read, text) == ["Wrexley County Council"]


def test_a_minister_whom_nobody_names_is_nobody(read):
    text = 'The fisheries minister has doubts. "We must wait," the minister said.'
    assert speakers(read, text) == [None]


def test_who_was_named_since_the_last_words_is_she(read):
    text = (
        'Mrs Ada Pell spoke first. "It is late," she said.\n\n'
        'Ms Uma Reeve of the Harbour Trust disagreed. "It is early," she said.'
    )
    assert speakers(read, text) == ["Ada Pell", "Uma Reeve"]
