"""A question in plain English is one of the catalogue, or it is said that it is not."""

import pytest

from graph_builder.graph.asked import understood
from graph_builder.graph.catalogue import questions
from graph_builder.graph.folder import GraphFolder
from graph_builder.graph.periods import period_in
from graph_builder.graph.phrasings import readings, words_of
from graph_builder.graph.store import open_store

CATALOGUE = questions()
UNDERSTOOD = {
    "Who opposes the legal right to pay in cash?": "positions about=legal right to pay in cash taking=opposes",
    "Who supports hubs?": "positions about=hubs taking=supports",
    "who called for a veto": "positions about=veto taking=calls-for",
    "Who has called for a legal right to pay in cash?": "positions about=legal right to pay in cash taking=calls-for",
    "who is worried about hubs?": "positions about=hubs taking=warns-of",
    "What did Toby Allardyce say?": "statements who=Toby Allardyce",
    "What has Imogen Charlton-Rae said about cash?": "statements about=cash who=Imogen Charlton-Rae",
    "what did Toby Allardyce say in 2023": "statements who=Toby Allardyce since=2023 until=2023",
    "Where does the Tiller Trust stand on the veto?": "positions about=veto who=Tiller Trust",
    "What does Owen Tranter-Pugh oppose?": "positions taking=opposes who=Owen Tranter-Pugh",
    "Does Toby Allardyce support the levy?": "positions about=levy taking=supports who=Toby Allardyce",
    "Who speaks for the Tiller Trust?": "speaks-for organisation=Tiller Trust",
    "Who signed the open letter?": "who-signed about=open letter",
    "Who attended the meeting?": "participants about=meeting",
    "Who is in the Treasury Committee?": "members-of organisation=Treasury Committee",
    "Who are the members of the Labour Party?": "members-of organisation=Labour Party",
    "Who was the chief executive of the Tiller Trust?": "holders organisation=Tiller Trust post=chief executive",
    "Who chairs the Treasury Committee?": "holders organisation=Treasury Committee post=chair",
    "Who runs the Tiller Trust?": "roles at=Tiller Trust standing=current",
    "Who is the chair of the Treasury Committee?": "holders organisation=Treasury Committee post=chair",
    "Who succeeded whom?": "successions",
    "What did Zara Penhale-Iqbal do before?": "moved who=Zara Penhale-Iqbal",
    "Who was appointed in 2024?": "comings-and-goings since=2024 until=2024",
    "When did Marguerite Fenwick-Osei leave?": "comings-and-goings who=Marguerite Fenwick-Osei",
    "What happened in 2023?": "timeline since=2023 until=2023",
    "What happened between January 2024 and June 2024?": "timeline since=2024-01 until=2024-06",
    "What is planned?": "planned",
    "who agrees with Toby Allardyce": "agree who=Toby Allardyce",
    "Who disagrees with Saskia Thorne-Adeyinka?": "disagree who=Saskia Thorne-Adeyinka",
    "who contradicts whom?": "disagree",
    "What is Toby Allardyce's job?": "roles who=Toby Allardyce",
    "what were Cash Still Counts’ views": "positions who=Cash Still Counts",
    "What's Toby Allardyce's view on cash?": "positions about=cash who=Toby Allardyce",
    "Who met Imogen Charlton-Rae?": "who-met-whom who=Imogen Charlton-Rae",
    "who answers whom?": "exchanges",
    "Who changed their mind?": "changed-positions",
    "Has Toby Allardyce changed his mind?": "changed-positions who=Toby Allardyce",
    "What are people arguing about?": "topics",
    "What is most contested?": "contested",
    "Which charities are mentioned?": "organisations of=charity",
    "which political parties are named?": "organisations of=political-party",
    "How do the parties line up on the legal right to pay in cash?": "party-tally about=legal right to pay in cash",
    "Who is quoted most?": "speakers",
    "who is never quoted?": "not-heard",
    "Which quotes have no speaker?": "unattributed",
    "Which events have no date?": "undated",
    "which facts are least sure?": "least-sure",
    "which facts have a confidence below 0.5?": "least-sure below=0.5",
    "Which names are unsure?": "who-is-who that=unsure",
    "Which documents mention the levy?": "documents-about about=levy",
    "What became of the Financial Conduct Authority?": "family-of organisation=Financial Conduct Authority",
    "What is the House of Commons part of?": "family-of organisation=House of Commons",
    "Who told the Tiller Trust what?": "said-to to=Tiller Trust",
    "What was Toby Allardyce told?": "said-to to=Toby Allardyce",
    "who spoke first about hubs?": "first-said about=hubs",
    "what is thought of the Tiller Trust?": "views-of on=Tiller Trust",
    "what is Baroness Ketteringham called?": "called named=Baroness Ketteringham of Wooler",
    "tell me who opposes the decision please": "positions about=decision taking=opposes",
    "Who promised to act within a year?": "positions about=acting within a year taking=commits-to",
    "Everything about Wilf Ditchburn": "record-of who=Wilf Ditchburn",
    "Who is Wilf Ditchburn?": "record-of who=Wilf Ditchburn",
    "What has been promised?": "positions taking=commits-to",
    "Who is for and against the legal right to pay in cash?": "for-and-against about=legal right to pay in cash",
    "What do the parties say about the legal right to pay in cash?": "parties-on about=legal right to pay in cash",
    "Who was in favour of the proposed hubs": "positions about=proposed hubs taking=supports",
    "Which facts rest on one source?": "single-source",
    "What was Zara Penhale-Iqbal before?": "moved who=Zara Penhale-Iqbal",
    "Who used to be in the Bank of England?": "members-of organisation=Bank of England standing=former",
    "Who came from the Department for Work and Pensions?": "moved from=Department for Work and Pensions",
    "Who is known to a register?": "known-to-registers",
    "Where do documents disagree?": "told-differently",
    "Which letters are mentioned most?": "most-told of=letter",
    "How many meetings did Imogen Charlton-Rae attend?": "attendance of=meeting who=Imogen Charlton-Rae",
    "Who were the signatories of the open letter?": "participants about=open letter as=signatory",
    "Who chaired the oral questions?": "participants about=oral questions as=chair",
    "Which events are told differently?": "told-differently",
    "what is the evidence on hubs": "evidence about=hubs",
    "who hedges?": "guarded",
    "Who said what about hubs since 2025?": "who-said-what-about about=hubs since=2025",
    "what did Toby Allardyce say before 2024": "statements who=Toby Allardyce until=2023",
    "What did Toby Allardyce say on 14 May 2024?": "statements who=Toby Allardyce since=2024-05-14 until=2024-05-14",
    "who is against Treasury": "positions about=Treasury taking=opposes",
    "Who speaks for the Treasury?": "speaks-for organisation=HM Treasury",
}
REFUSED = (
    "Who doesn't support the levy?",
    "Who never opposed the levy?",
    "Who opposes the levy but supports hubs?",
    "who supports or opposes hubs",
    "why does Toby Allardyce oppose the levy?",
    "How many people oppose the levy?",
    "who opposes the means test?",
    "who opposes unicorns",
    "Who opposes it?",
    "who opposed the decision last year",
    "Who signed the open letter in 2024?",
    "what did Zorblax say",
    "what did the Zorblax Trust say about hubs",
    "who will win the election?",
    "What should be done?",
    "What is the capital of France?",
    "what did Toby Allardyce say on 31 February 2024?",
    "Ketteringham?",
    "who",
    "",
    "DROP ALL",
    '"} ; { #',
)


@pytest.fixture(scope="module")
def store(example):
    """The example's store."""
    return open_store(GraphFolder(example))


@pytest.mark.parametrize(("asked", "wanted"), UNDERSTOOD.items(), ids=UNDERSTOOD)
def test_a_plain_question_is_understood(store, asked, wanted):
    found = [
        " ".join((m.question.name, *(f"{k}={v}" for k, v in m.values)))
        for m in understood(store, CATALOGUE, asked).meanings
    ]
    assert found == [wanted]


def test_an_owner_within_a_name_stays_there():
    asked = words_of("What did the Bramlow Women's Institute say?")
    assert [said.values for said in readings(CATALOGUE["statements"], asked)] == [
        (("who", "the Bramlow Women's Institute"),)
    ]


@pytest.mark.parametrize("asked", REFUSED)
def test_what_is_not_understood_is_never_guessed(store, asked):
    assert understood(store, CATALOGUE, asked).meanings == ()


def test_a_name_of_nobody_is_told_and_who_is_called_alike(store):
    complaints = understood(store, CATALOGUE, "what did Tobi Alardyce say").complaints
    assert complaints == ("no person or body of the graph goes by 'Tobi Alardyce'; there is Toby Allardyce",)


def test_of_two_questions_that_fit_equally_well_both_are_told(store):
    found = understood(store, CATALOGUE, "where is Toby Allardyce mentioned").meanings
    assert {m.question.name for m in found} == {"people", "documents-about"}


def test_of_several_that_go_by_a_name_all_are_told(store):
    found = understood(store, CATALOGUE, "what did the Bank say").meanings
    assert {m.values for m in found} >= {(("who", "Bank of England"),), (("who", "Northern & Borders Bank"),)}


def test_the_command_shows_the_question_that_it_chose_and_answers_it(onrecord, example):
    said = onrecord("ask", "who opposes the legal right to pay in cash?", "--graph", example, "--format", "csv")
    assert said.returncode == 0
    assert said.stderr == "onrecord query positions --param about='legal right to pay in cash' --param taking=opposes\n"
    asked = ("--param", "about=legal right to pay in cash", "--param", "taking=opposes", "--format", "csv")
    assert said.stdout == onrecord("query", "positions", *asked, "--graph", example).stdout
    assert "Treasury Committee" in said.stdout


def test_the_command_says_when_it_cannot_and_what_is_near(onrecord, example):
    said = onrecord("ask", "who supports the library levy?", "--graph", example)
    assert (said.returncode, said.stdout) == (1, "")
    assert "no topic of the graph goes by 'the library levy'" in said.stderr
    assert "onrecord query positions" in said.stderr


def test_the_command_answers_nothing_where_it_may_mean_several(onrecord, example):
    said = onrecord("ask", "where", "is", "Toby Allardyce", "mentioned?", "--graph", example)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.count("  onrecord query ") == 2


@pytest.mark.parametrize(
    ("asked", "left", "period"),
    [
        ("who spoke since March 2024", "who spoke", ("2024-03", "")),
        ("who spoke after 2022", "who spoke", ("2023", "")),
        ("who spoke after 31 December 2022 about pay", "who spoke about pay", ("2023-01-01", "")),
        ("who spoke before January 2022", "who spoke", ("", "2021-12")),
        ("who spoke in 2023-05", "who spoke", ("2023-05", "2023-05")),
        ("who spoke from 1st May 2023 to 2 June 2023", "who spoke", ("2023-05-01", "2023-06-02")),
        ("who spoke on May 4, 2031", "who spoke", ("2031-05-04", "2031-05-04")),
        ("who spoke by 2031", "who spoke", ("", "2031")),
        ("who may speak", "who may speak", None),
        ("who spoke on 31 February 2024", "who spoke on 31 February 2024", None),
        ("who spoke of 1984 books", "who spoke of 1984 books", None),
    ],
)
def test_dates_are_periods(asked, left, period):
    assert period_in(asked) == (left, period)
