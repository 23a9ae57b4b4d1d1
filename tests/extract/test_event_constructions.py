"""Constructions in which British news, letters, reports and MPs' pages tell a dated or a named event."""

import pytest

THURSDAY = "2024-05-16"

TOLD = [
    # fronted date
    ("In 2019 the Harbour Trust closed its dockside museum.", "other", "2019", "museum"),
    ("On 3 May, Denholm Council withdrew its plan for the ring road.", "other", "2024-05-03", "ring road"),
    # fronted month
    ("Last month the Dunmouth Allotment Society lost its tenancy.", "other", "2024-04", "tenancy"),
    ("In March, Tarn Valley Housing evicted sixty tenants.", "other", "2024-03", "tenants"),
    # passive no agent
    ("The footbridge at Cawley was demolished in 2021.", "other", "2021", "footbridge"),
    ("Parking charges were introduced in April 2022.", "launch", "2022-04", "Parking charges"),
    # launch of X in month
    (
        "Since the launch of the Rural Bus Fund in March, forty villages have applied.",
        "launch",
        "2024-03",
        "Rural Bus Fund",
    ),
    ("Numbers have doubled since the opening of the Cawley hub in 2022.", "launch", "2022", "Cawley hub"),
    # its June report
    ("Its June 2023 report said that the pipes were beyond repair.", "publication", "2023-06", "report"),
    (
        "In its January report, the Waterways Council said that the canals were silting up.",
        "publication",
        "2024-01",
        "report",
    ),
    # 2022 study by X
    ("A 2022 study by the University of Cawley found that fares had doubled.", "publication", "2022", "study"),
    (
        "According to a 2021 report by the Lantern Trust, one in five carers skips meals.",
        "publication",
        "2021",
        "report",
    ),
    # inquest
    (
        "The inquest into the death of Owen Marl opens on 3 June.",
        "court-case|review|launch|other",
        "2024-06-03",
        "inquest",
    ),
    ("She spoke after the inquest into the death of Owen Marl.", "court-case|review|launch|other", None, "inquest"),
    # ruling in month
    ("The Court of Appeal's ruling in February left the council with no choice.", "court-case", "2024-02", "ruling"),
    ("In April Mr Justice Halloran ruled against the county.", "court-case", "2024-04", "Halloran"),
    # debate date
    ("MPs will hold a debate on bus fares on 7 July.", "debate", "2024-07-07", "bus fares"),
    ("The petition will be debated by MPs on 3 June.", "debate", "2024-06-03", "petition"),
    # in force
    ("The new rules come into force on 1 October.", "legislation", "2024-10-01", "rules"),
    ("The levy takes effect from 6 April 2025.", "legislation", "2025-04-06", "levy"),
    # royal assent
    ("The Renters Bill got royal assent on 2 May.", "legislation", "2024-05-02", "Renters Bill"),
    ("The Clean Rivers Act received royal assent in July 2023.", "legislation", "2023-07", "Clean Rivers Act"),
    # begin/end
    ("The free travel scheme will end in September.", "other", "2024-09", "scheme"),
    ("Work on the bypass began in January.", "launch|other", "2024-01", "bypass"),
    # due/scheduled
    ("A report from the panel is due in November.", "publication", "2024-11", "report"),
    ("A second hearing is scheduled for 9 June.", "meeting|court-case", "2024-06-09", "hearing"),
    # a review by whoever leads it
    ("Mr Calder said that Dame Ros Tarn's review was a waste of money.", "review", None, "Ros Tarn's review"),
    (
        "Professor Ros Tarn has been given six more months to finish her inquiry into bathing.",
        "review",
        None,
        "inquiry",
    ),
    # judicial review
    ("Friends of Cawley Meadow will seek a judicial review this month.", "court-case", "2024-05", "judicial review"),
    ("Friends of Cawley Meadow launched a judicial review in March.", "court-case", "2024-03", "judicial review"),
    # leave to appeal
    ("The tenants were granted leave to appeal on 2 April.", "court-case", "2024-04-02", "appeal"),
    ("In 2023 Harbour Homes was refused permission to appeal.", "court-case", "2023", "appeal"),
    # took to court
    ("The Lantern Trust took the ministry to the High Court in 2022.", "court-case", "2022", "Court"),
    ("In January, residents took Denholm Council to court.", "court-case", "2024-01", "court"),
    # survey
    ("The Lantern Trust surveyed its members in February.", "other", "2024-02", "survey"),
    ("Fieldgate polled 2,031 adults between 3 and 9 May 2024.", "other", "2024-05-03", "poll"),
    # field dates
    ("The survey was carried out between 3 and 9 May 2024.", "other", "2024-05-03", "survey"),
    ("Fieldgate carried out the poll for the Lantern Trust in March.", "other", "2024-03", "poll"),
    # announced object
    ("On Tuesday the transport minister announced a freeze in rail fares.", "announcement", "2024-05-14", "freeze"),
    ("The closures were announced in February.", "announcement", "2024-02", "closures"),
    # announced clause
    ("Denholm Council announced on Monday that it would sell the baths.", "announcement", "2024-05-13", "baths"),
    ("In 2022 the firm announced that its Cawley plant would close.", "announcement", "2022", "plant"),
    # agreed/promised to
    ("The water firms agreed in June 2022 to end the discharges.", "announcement", "2022-06", "discharges"),
    ("In January the minister, Ada Pell, promised to restore the grant.", "announcement", "2024-01", "grant"),
    # death
    ("Owen Marl was knocked down and killed on Quay Street in March.", "incident", "2024-03", "Owen Marl"),
    ("Nia Prosser died in 2021 after waiting nine hours for an ambulance.", "incident", "2021", "Nia Prosser"),
    # incident
    ("A fire tore through the Cawley Mill in August 2022.", "incident", "2022-08", "fire"),
    ("The dam at Tarn Head burst in 2019.", "incident|other", "2019", "dam"),
    # protest
    ("Parents protested outside the town hall on Wednesday.", "protest", "2024-05-15", "town hall"),
    ("Some 300 people marched through Dunmouth on 4 May.", "protest", "2024-05-04", "Dunmouth"),
    # public meeting
    ("I am holding a public meeting in Cawley on Thursday 6 June.", "meeting", "2024-06-06", "public meeting"),
    ("Join us for the public meeting at Cawley Library on 20 June 2024.", "meeting", "2024-06-20", "public meeting"),
    # called meeting
    (
        "The Tenants Federation has called an emergency meeting for 28 May.",
        "meeting",
        "2024-05-28",
        "emergency meeting",
    ),
    ("The working group will meet for the first time on 12 June.", "meeting", "2024-06-12", "working group"),
    # petition
    (
        "A petition by Nia Prosser was handed in to Downing Street on 8 May.",
        "letter|campaign",
        "2024-05-08",
        "petition",
    ),
    ("Nia Prosser started a petition against the closure in January.", "campaign|letter|launch", "2024-01", "petition"),
    # deadline
    ("The deadline for applications is 14 June.", "other", "2024-06-14", "deadline"),
    ("Landlords must register by 30 September 2024.", "other", "2024-09-30", "landlords"),
    # vote tally neighbour
    ("Denholm Council met on 14 May. Councillors voted by 21 to 17 to sell the baths.", "vote", "2024-05-14", "baths"),
    ("The motion was lost by 21 votes to 17 in March.", "vote", "2024-03", "motion"),
    # question time
    (
        "Ada Pell told me at Transport Questions on 2 May that the line would reopen.",
        "parliamentary-question",
        "2024-05-02",
        "Transport Questions",
    ),
    (
        "At Health Questions on 23 April I asked the Health Secretary, Joan Reed, about dentists.",
        "parliamentary-question",
        "2024-04-23",
        "Questions",
    ),
    # succession
    (
        "Joan Reed, who took over from Ada Pell as chair of the Lantern Trust in April, disagreed.",
        "appointment",
        "2024-04",
        "Joan Reed",
    ),
    (
        "Joan Reed succeeded Ada Pell as chief executive of the Lantern Trust in 2022.",
        "appointment",
        "2022",
        "Joan Reed",
    ),
    # letters
    (
        "In a letter to the minister, Joan Reed, the Lantern Trust said that the fund was empty.",
        "letter",
        None,
        "letter",
    ),
    ("Ada Pell has written to the Health Secretary, Joan Reed, about the delays.", "letter", None, "letter"),
    # wrote relative
    (
        "The coroner, Dr Hari Mott, has since written to the transport secretary to warn of more deaths.",
        "letter",
        None,
        "letter",
    ),
    ("The headteacher's letter to parents on 3 May set out the new hours.", "letter", "2024-05-03", "letter"),
    # evidence in PP
    (
        "In evidence to the Health Committee in March, Joan Reed said that waits had doubled.",
        "meeting",
        "2024-03",
        "Joan Reed",
    ),
    (
        "Joan Reed will say more when she gives evidence to the Health Committee on 4 June.",
        "meeting",
        "2024-06-04",
        "Joan Reed",
    ),
    # call off
    ("The Porters Union called off its strike on 3 May.", "protest|other", "2024-05-03", "strike"),
    ("In April the council dropped its plan for a toll.", "other", "2024-04", "toll"),
    # election
    ("Labour won the general election on 4 July 2024.", "election", "2024-07-04", "election"),
    ("Voters go to the polls in Dunmouth on 2 May 2025.", "election", "2025-05-02", "Dunmouth"),
    # strike
    ("Porters will strike on 29 May.", "protest", "2024-05-29", "porters"),
    ("Members of the Porters Union walked out on 7 May.", "protest", "2024-05-07", "Porters Union"),
    # withdraw from
    ("The bus firm pulled out of the Cawley contract in March.", "other", "2024-03", "Cawley"),
    ("Harbour Homes will leave the scheme in August.", "other", "2024-08", "scheme"),
    # fund/open by person
    ("The library that Ada Pell opened in 2018 is to close.", "launch", "2018", "library"),
    ("The Cawley line reopened in May 2022 after forty years.", "launch", "2022-05", "line"),
    # joint statement
    (
        "In a joint statement, the Lantern Trust and the Porters Union said: “Enough is enough.”",
        "announcement|publication|letter",
        None,
        "joint statement",
    ),
    (
        "The Lantern Trust and the Porters Union issued a joint statement on Monday.",
        "announcement|publication",
        "2024-05-13",
        "joint statement",
    ),
    # a judge's finding
    ("In April Mrs Justice Orr found against the county on every point but one.", "court-case", "2024-04", "Orr"),
    # what will be lost
    ("Six depots will lose their funding in September.", "other", "2024-09", "Six depots lose their funding"),
    # a speech that leads to words
    ("In a speech to the Tarn Society in March, Ada Pell said taxes would rise.", "speech", "2024-03", "Tarn Society"),
    # a letter that leads to words
    (
        "In a letter seen by the Gazette, Ada Pell tells the minister, Joan Reed, that it is late.",
        "letter",
        None,
        "Reed",
    ),
    # "it" is the group of the sentence before
    (
        "A group of teachers and unions will advise the minister. It will meet for the first time on 12 June.",
        "meeting",
        "2024-06-12",
        "Group of teachers and unions meets",
    ),
    # a vote whose day stands a paragraph earlier
    (
        "Denholm Council's cabinet met on 14 May.\n\nMembers voted by six to three to sell the baths.",
        "vote",
        "2024-05-14",
        "baths",
    ),
    # a bill's way
    ("The Rivers Bill will be amended when it returns on June 11.", "legislation", "2024-06-11", "Rivers Bill returns"),
    ("The Rivers Bill had its second reading on 2 May.", "debate", "2024-05-02", "Second reading"),
    # what will be, in other words
    ("Six baths are to lose their council funding in September.", "other", "2024-09", "Six baths lose their"),
    (
        "The Chess League has called an emergency meeting of all 72 clubs for Monday.",
        "meeting",
        "2024-05-20",
        "Emergency meeting",
    ),
    # a body that decides, with its tally
    (
        "On 16 April the cabinet of Denholm Council resolved, by six votes to three, to close the baths.",
        "vote",
        "2024-04-16",
        "votes to close the baths",
    ),
    (
        "The council will decide on 12 June whether to sell the baths.",
        "meeting",
        "2024-06-12",
        "whether to sell the baths",
    ),
    ("The Lantern Trust would seek a judicial review, she said.", "court-case", None, "judicial review"),
    ("The sugar tax trial ran from May 2022 to June 2023.", "other|court-case", "2022-05", "sugar tax trial"),
    # a division
    ("The Health Committee divided on paragraph 12.", "vote", None, "Division on paragraph 12"),
]


@pytest.fixture(scope="module")
def told(read):
    """Of each event of a text: kind, start, label."""

    def of(text):
        found = read(text, published=THURSDAY)
        label = {r.id: r for r in found.referents}
        return [(label[e.event].kind, e.start, label[e.event].name) for e in found.events]

    return of


@pytest.mark.parametrize(("text", "kinds", "start", "words"), TOLD)
def test_the_event_is_found_with_its_kind_its_day_and_its_words(told, text, kinds, start, words):
    found = told(text)
    assert any(
        kind in kinds.split("|") and when == start and words.casefold() in label.casefold()
        for kind, when, label in found
    ), found
