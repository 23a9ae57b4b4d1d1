# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""What invented debates are about, and the clauses that people say of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from training.invent.markup import mark
from training.invent.people import place

__all__ = ["Matter", "invent_matter"]

# thing at stake | what goes wrong | whom it touches | what is asked for | field
_MATTERS = """the bus franchising plan|cancelled services|passengers|a cap on single fares|local transport
the dental contract|rotting teeth|patients|a new contract for high-street dentists|dentistry
the flood defence programme|repeated flooding|homeowners|a ring-fenced maintenance budget|flood defence
the library closures|locked doors|readers|a statutory minimum opening week|libraries
the apprenticeship levy|falling starts|school leavers|a more flexible levy|skills
the rent reform bill|no-fault evictions|tenants|an end to no-fault evictions|housing
the hospital rebuild|leaking roofs|patients|a fixed date for the new hospital|the health service
the free school meals pilot|children going hungry|pupils|meals for every primary pupil|school food
the prison expansion programme|overcrowded cells|prisoners|shorter remand times|prisons
the water price review|sewage discharges|bill payers|a ban on bonuses for polluters|water
the farm payments scheme|collapsing incomes|hill farmers|an uplift for upland farms|farming
the maternity review|unsafe staffing|mothers|one midwife for every woman in labour|maternity care
the tram extension|years of delay|commuters|a decision before the summer recess|light rail
the careers strategy|patchy advice|young people|a guaranteed interview with an adviser|careers advice
the gambling levy|spiralling debts|families|a statutory levy on operators|gambling
the special needs green paper|long waits for support|parents|a legal right to an early assessment|special needs
the coastal erosion fund|homes lost to the sea|villagers|compensation for lost homes|the coast
the pension age rise|broken promises|women born in the 1950s|fair transitional payments|pensions
the football regulator|reckless owners|supporters|a veto for fans|football
the fishing deal|empty quays|skippers|a fair share of the quota|fishing
the steel rescue package|the threat of closure|steelworkers|a guarantee of jobs|steel
the ambulance targets|hours in a queue outside hospital|patients|a national recovery plan|ambulances
the youth service cuts|empty youth clubs|teenagers|a duty to provide youth work|youth work
the planning overhaul|speculative development|residents|a brownfield-first rule|planning
the respite care scheme|exhausted families|unpaid carers|a right to a weekly break|carers
the broadband rollout|dropped calls|rural firms|a universal service of 30 megabits|broadband
the asylum hotels contract|people left in limbo|refugees|a six-week limit on decisions|asylum
the probation reforms|missed appointments|victims|smaller caseloads|probation
the battery storage scheme|blackouts|households|local ownership of the grid|energy
the heat pump grant|soaring bills|pensioners|a warm homes guarantee|home heating
the music hubs merger|silent classrooms|pupils|an instrument for every child|music education
the domestic abuse strategy|courts that look away|survivors|long-term funding for refuges|domestic abuse
the allotments sale|lost green space|gardeners|a moratorium on sales|open spaces
the dementia plan|late diagnosis|carers|a named nurse for every patient|dementia
the rural post office review|shuttered branches|customers|a guaranteed counter in every market town|post offices
the speed limit order|needless deaths|cyclists|average speed cameras|road safety
the student visa rules|cancelled courses|universities|a three-year pause|higher education
the vaping bill|addicted teenagers|schools|plain packaging|public health
the legal aid review|advice deserts|low-paid workers|an immediate rise in fees|legal aid
the ferry replacement|stranded islanders|islanders|two new ships|ferries""".split("\n")

_JUDGED = """a disgrace|a step in the right direction|long overdue|a once-in-a-generation opportunity|a missed opportunity|not good enough
simply not working|good news for {whom}|a sticking plaster|a lifeline for {whom}|the wrong priority|a betrayal of {whom}|too little, too late
at breaking point|a false economy|an insult to {whom}|nothing more than a gimmick|a postcode lottery|in everyone’s interests|a test of our values
on the brink|fit for purpose|beyond repair|a national scandal|unworkable|a matter of basic fairness|the only show in town|anything but fair""".split(
    "\n"
)
_JUDGED = [j for line in _JUDGED for j in line.split("|")]
_FACTS = """{thing} would cost {money} a year|{whom} had been let down for {years} years|{problem} had doubled since {year}|{thing} was {judged}
one in {small} of {whom} had no access to {field}|ministers had ignored the evidence on {problem}|there was no money for {thing}
{thing} would go ahead as planned|{thing} had been delayed until {year}|more than {number} jobs were at risk|no decision had been taken
{whom} in {place} were paying the price for {problem}|spending on {field} had fallen by {percent}|the figures did not add up
{thing} could put {whom} at risk|talks about {thing} had broken down|it would publish its response by {month}|it had no plans to change {thing}
nearly {number} of {whom} were waiting for help|{problem} remained a serious concern|the pilot in {place} had been a success
the rules would be reviewed in {month}|lessons would be learned|{thing} was under constant review|the law was clear
every council would receive at least {money}|{field} faced a “perfect storm”|{whom} deserved better than {problem}
without {ask} there would be no recovery|{ask} was the only way forward|the budget for {field} was under pressure
{thing} was making a difference|it was time for {ask}|{whom} felt forgotten|the new duty would apply from {month} {year}""".split(
    "\n"
)
_FACTS = [f for line in _FACTS for f in line.split("|")]
_SAID = """We have been waiting {years} years for {ask}.|This is {judged}.|{Thing} is {judged}.|I am proud of what {whom} in {place} have done.
It’s time for {ask}.|We can’t go on like this.|{Problem} should shame every one of us.|I don’t accept that {whom} must put up with {problem}.
Nobody voted for {problem}.|What we need now is {ask}.|This isn’t about politics, it’s about {whom}.|We’ll keep going until we get {ask}.
Our members tell us that {thing} is {judged}.|The evidence could not be clearer.|If ministers are serious about {field}, they will listen.
Every day, {whom} come to us because of {problem}.|I was shocked when I saw the figures.|{money} sounds like a lot, but it won’t touch the sides.
We welcome {thing}, but it does not go far enough.|That is why we are calling for {ask}.|I have met {whom} who have lost everything.
There is no quick fix.|People are tired of warm words.|{Thing} could be {judged}, if it is properly funded.|We were promised {ask} in {year}.
You cannot solve {problem} on the cheap.|The system is broken, and everyone knows it.|It’s a lot of hot air.|Enough is enough.
Mark my words: {thing} will be {judged}.|I’m not persuaded.|Let’s be honest about {problem}.|Why should {whom} wait any longer?
My own mother waited {years} months.|Who is going to pay for this?|We’re delighted, and frankly relieved.|The door is always open.
No stone will be left unturned.|We take these findings extremely seriously.|We are investing {money} in {field}.|Since {year} we have delivered {ask}.
The Government’s own figures show that {number} of {whom} are affected.|That cannot be right in {year}.|Thank you to everyone who took part.
It would be wrong to comment on individual cases.|Children’s futures are at stake.|I look forward to working with colleagues across the House.
We’ll study the report carefully before we respond.|This report is a wake-up call.|Today is a good day for {place}.|Without {ask}, {problem} will get worse.
{Whom} have had enough of {problem} and want {ask} instead.|I’ve never seen anything like it in {years} years in this job.""".split(
    "\n"
)
_SAID = [s for line in _SAID for s in line.split("|")]
_DONE = """introduce {ask}|publish {thing} in full|scrap {thing}|end {problem}|meet {whom} from {place}|think again about {thing}|put {whom} first
spend {money} on {field}|look again at {field}|bring forward {ask}|hold a public inquiry|review {thing} within {small} months|give {whom} a voice
tackle {problem}|delay {thing}|set out a timetable for {ask}|back {ask}|rule out further cuts to {field}|protect {whom}|reverse the cuts
vote against {thing}|work with {whom}|recruit {number} more staff|freeze bills|rewrite the guidance|appoint a commissioner for {field}""".split(
    "\n"
)
_DONE = [d for line in _DONE for d in line.split("|")]
_NOUNS = """{thing}|{ask}|an end to {problem}|the proposals|the decision|the report’s findings|the cuts|the plan|the delay|the extra {money}
“a culture of denial” over {problem}|the lack of progress on {field}|urgent action on {problem}|a full public inquiry|more money for {field}
a national strategy for {field}|the impact of {thing} on {whom}|an independent review of {field}|{thing} and {ask}|cross-party talks on {field}""".split(
    "\n"
)
_NOUNS = [n for line in _NOUNS for n in line.split("|")]
_MONTHS = "January February March April May June July September October November December spring autumn".split()


@dataclass(frozen=True, slots=True)
class Matter:
    """One debate: what it is about, and its words."""

    thing: str
    problem: str
    whom: str
    ask: str
    field: str
    act: str  # a marked bill, report or strategy
    home: str

    def _fill(self, rng: Random, template: str) -> str:
        judged = rng.choice(_JUDGED).format(whom=self.whom)
        words = {
            "thing": self.thing,
            "Thing": self.thing[0].upper() + self.thing[1:],
            "problem": self.problem,
            "Problem": self.problem[0].upper() + self.problem[1:],
            "whom": self.whom,
            "Whom": self.whom[0].upper() + self.whom[1:],
            "ask": self.ask,
            "field": self.field,
            "judged": judged,
            "money": rng.choice(["£{}m", "£{} million", "£{}bn", "£{},000"]).format(rng.randint(2, 900)),
            "years": str(rng.choice(["two", "three", "five", "seven", "ten", "twelve", "20"])),
            "year": str(rng.randint(2009, 2029)),
            "small": str(rng.choice(["three", "four", "five", "six", "10", "12"])),
            "number": f"{rng.randint(2, 95)},{rng.choice(['000', '500', '200'])}",
            "percent": rng.choice(["{}%", "{} per cent", "{}pc"]).format(rng.randint(3, 70)),
            "place": mark("N:LOC", self.home if rng.random() < 0.6 else place(rng)),
            "month": rng.choice(_MONTHS),
        }
        return template.format(**words)

    def fact(self, rng: Random) -> str:
        """A clause in reported speech: what was said to be so."""
        return self._fill(rng, rng.choice(_FACTS))

    def words(self, rng: Random, sentences: int = 1) -> list[str]:
        """Sentences as they were spoken, each with its full stop."""
        return [self._fill(rng, t) for t in rng.sample(_SAID, sentences)]

    def deed(self, rng: Random) -> str:
        """What somebody is to do, as an infinitive without `to`."""
        return self._fill(rng, rng.choice(_DONE))

    def noun(self, rng: Random) -> str:
        """What somebody is for or against, as a noun phrase."""
        return self._fill(rng, rng.choice([*_NOUNS, self.act, self.act, self.act]))

    def judged(self, rng: Random) -> str:
        """A predicate worth quoting in part: a missed opportunity."""
        return rng.choice(_JUDGED).format(whom=self.whom)


def invent_matter(rng: Random) -> Matter:
    """One of the debates, with its own bill or report and its own town."""
    thing, problem, whom, ask, field = rng.choice(_MATTERS).split("|")
    core = field.removeprefix("the ").title()
    title = rng.choice(
        [
            f"{core} Bill",
            f"{core} ({rng.choice(['Reform', 'Protection', 'Amendment', 'Scotland', 'Wales'])}) Bill",
            f"{core} Act {rng.randint(1974, 2024)}",
            f"{core} and {rng.choice(['Safety', 'Communities', 'Growth', 'Fairness'])} Act",
            f"{core} Strategy",
            f"{core} White Paper",
            f"{core} Charter",
            f"{core} Review",
        ]
    )
    report = rng.choice(
        [
            "Out of Time",
            "Counting the Cost",
            "A Place to Stand",
            "Broken Promises",
            "The Long Wait",
            "Left Behind",
            "No Room to Grow",
            "Fair Shares",
            "Mind the Gap",
            "Nowhere to Turn",
            f"The State of {core}",
            f"Rethinking {core}",
        ]
    )
    act = (
        "the " + mark("N:WORK", title)
        if rng.random() < 0.7
        else rng.choice(["the report ", "its report, ", "the study "]) + mark("N:WORK", report)
    )
    return Matter(thing, problem, whom, ask, field, act, place(rng))
