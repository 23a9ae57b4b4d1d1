# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""The ways in which British texts report what is said, in patterns as in `quoted`; and the cues that either draws from."""

from __future__ import annotations

__all__ = ["CUES", "FIRST_PERSON", "JOINT", "NOBODY", "REPORTED"]

REPORTED = """[S] [Q:{said}] [C:{fact}].
[S] [Q:{said}] [C:that {fact}].
[S] [Q:{said}] [C:{fact}] [C:and that {fact}].
[S] [Q:told {audience}] [C:that {fact}].
[S] [Q:told {audience}] [C:{fact}].
[Q:According to] [S], [C:{fact}].
[C:{Fact}], [Q:according to] [S].
[C:{Fact}], [S] [Q:{said}].
[C:{Fact}], [Q:{said}] [S].
[S] [Q:{warned}] [C:that {fact}].
[S] [Q:has {warned}] [C:that {fact}].
{When}, [S] [Q:{warned}] [C:that {fact}].
[S] [Q:called for] [C:{noun}].
[S] [Q:has called for] [C:{noun}].
[S] [Q:is calling for] [C:{noun}].
[S] [Q:are calling for] [C:{noun}].
[S] [Q:urged] [C:{other} to {deed}].
[S] [Q:has urged] [C:{other} to {deed}].
[S] [Q:called on] [C:{other} to {deed}].
[S] [Q:is calling on] [C:{other} to {deed}].
[S] [Q:asked] [C:{other} to {deed}].
[S] [Q:wants] [C:{other} to {deed}].
[S] [Q:accused] [C:{other} of ignoring {noun}].
[S] [Q:has accused] [C:{other} of “{judgedbare}”].
[S] [Q:{criticised}] [C:{noun}].
[S] [Q:{welcomed}] [C:{noun}].
[S] [Q:also {welcomed}] [C:{noun}].
[S] [Q:{promised}] [C:to {deed}].
[S] [Q:{promised}] [C:to {deed}] [C:and to {deed}].
[S] [Q:refused] [C:to {deed}].
[S] [Q:declined] [C:to {deed}].
[S] [Q:denied] [C:that {fact}].
[S] [Q:demanded] [C:{noun}].
[S] [Q:rejected] [C:{noun}].
[S] [Q:expressed {concern} about] [C:{noun}].
[S] [Q:raised concerns about] [C:{noun}].
[S] [Q:questioned] [C:whether {fact}].
[S] [Q:asked] [C:whether {fact}].
[S] [Q:pressed] {other} [Q:on] [C:{noun}].
[S] [Q:made clear] [C:that {fact}].
[S] [Q:believes] [C:{fact}].
[S] [Q:believes] [C:that {fact}].
[S] [Q:hopes] [C:that {fact}].
[S] [Q:fears] [C:that {fact}].
[S] [Q:ruled out] [C:{noun}].
[S] [Q:backed] [C:{noun}].
[S] [Q:supports] [C:{noun}].
[S] [Q:opposes] [C:{noun}].
[S] [Q:stopped short of backing] [C:{noun}].
[S] [Q:pointed out] [C:that {fact}].
[S] [Q:acknowledged] [C:that {fact}].
[S] [Q:confirmed] [C:that {fact}].
[S] [Q:confirmed {when}] [C:that {fact}].
[S] [Q:announced] [C:that {fact}].
[S] [Q:announced] [C:{noun}].
[S] [Q:recommended] [C:that {fact}].
[S] [Q:recommended] [C:{noun}].
[S] [Q:found] [C:that {fact}].
[S] [Q:concluded] [C:that {fact}].
A report by [S] [Q:found] [C:that {fact}].
Research by [S] [Q:suggests] [C:that {fact}].
A survey carried out by [S] [Q:found] [C:{fact}].
In its evidence, [S] [Q:argued] [C:that {fact}].
In evidence to {other}, [S] [Q:said] [C:that {fact}].
[S] [Q:insisted] [C:{fact}], while [S2] [Q2:{said}] [C2:{fact2}].
[S] [Q:{said}] [C:{fact}], but [S2] [Q2:{warned}] [C2:that {fact2}].
While [S] [Q:{welcomed}] [C:{noun}], [S2] [Q2:{said}] [C2:{fact2}].
[S], {aside}, [Q:{said}] [C:{fact}].
[S] [Q:{said}], {when}, [C:that {fact}].
[S] [Q:has previously {said}] [C:{fact}].
[S] [Q:is understood to believe] [C:that {fact}].
[S] [Q:is expected to say] {when} [C:that {fact}].
[S] [Q:will tell {audience}] {when} [C:that {fact}].
[S] [Q:intends] [C:to {deed}].
[S] [Q:plans] [C:to {deed}].
[S] [Q:thanked] [C:{other} for {noun}].
[S] [Q:praised] [C:{noun}].
[S] [Q:agreed] [C:that {fact}].
[S] [Q:complained] [C:that {fact}].
[S] [Q:did not say] [C:when {fact}].
[S] [Q:would not say] [C:whether {fact}].
[S] [Q:replied] [C:that {fact}].
Asked by [S2] [Q2:whether] [C2:{fact2}], [S] [Q:replied] [C:that {fact}].
[S] [Q:asked] {other} [C:what steps were being taken to {deed}].
[S] [Q:apologised for] [C:{noun}].
[Q:The view of] [S] [Q:is] [C:that {fact}].
The view from [S] [Q:was] [C:that {fact}].
[S] [Q:signalled] [C:that {fact}].
[S] [Q:hinted] [C:that {fact}].
[S] [Q:remains concerned] [C:that {fact}].
[S] [Q:was among those {calling} for] [C:{noun}].
[S] [Q:backed calls for] [C:{noun}].
[S] [Q:repeated {pos} call for] [C:{noun}].
[S] [Q:set out {pos} opposition to] [C:{noun}].
[S] [Q:cast doubt on] [C:{noun}].
[S] [Q:threw {pos} weight behind] [C:{noun}].""".split("\n")

JOINT = """[S] [Q:have called for] [C:{noun}].
[S] [Q:both {said}] [C:{fact}].
[S] [Q:have written to {other} calling for] [C:{noun}].
In a joint statement, [S] [Q:said]: [C:“{q1.} {q2.}”]
In an open letter, [S] [Q:{warned}] [C:that {fact}].
[S] [Q:said in a joint statement]: [C:“{q1.}”]
[S] [Q:{welcomed}] [C:{noun}].
[S] [Q:are urging] [C:{other} to {deed}].
[S] [Q:have signed a letter demanding] [C:{noun}].
[S] [Q:agreed] [C:that {fact}].
[S] [Q:{criticised}] [C:{noun}].
[C:{Fact}], [Q:according to] [S].
The letter from [S] [Q:says]: [C:“{q1.}”]
Backed by {other}, [S] [Q:want] [C:{noun}].""".split("\n")

NOBODY = """[Q:It is understood] [C:that {fact}].
There are [Q:fears] [C:that {fact}].
[S:Critics] [Q:say] [C:{fact}].
[S:Campaigners] [Q:have {warned}] [C:that {fact}].
[S:Ministers] [Q:are considering] [C:{noun}].
[S:Opponents] [Q:called] [C:it “{judgedbare}”].
[S:Union leaders] [Q:{criticised}] [C:{noun}].
[S:Local residents] [Q:fear] [C:{fact}].
[S:The report] [Q:{said}] [C:{fact}].
[S:The report] [Q:recommends] [C:{noun}].
[S:The letter] [Q:says]: [C:“{q1.} {q2.}”]
[S:The letter] [Q:urges] [C:{other} to {deed}].
[S:The petition], which has {number} signatures, [Q:calls for] [C:{noun}].
[S:The committee] [Q:concluded] [C:that {fact}].
[S:MPs] [Q:heard] [C:that {fact}].
[S:The motion] [Q:{said}] [C:that this House “{deed}”].
[S:The Government] [Q:has said] [C:it will {deed}].
[S:A source] [Q:told {outlet}] [C:that {fact}].
[S:A source close to {other}] [Q:said]: [C:“{q1.}”]
[S:A Downing Street spokesman] [Q:said]: [C:“{q1.}”]
[S:One parent] [Q:said]: [C:“{q1.}”]
[S:Another], who asked not to be named, [Q:said]: [C:“{q1.}”]
[Q:Reports] [C:that {fact}] are wide of the mark.
[Q:Calls] for [C:{noun}] have grown.""".split("\n")

FIRST_PERSON = """[S:We] [Q:call on] [C:{other} to {deed}].
[S:I] [Q:urge] [C:{other} to {deed}].
[S:I] [Q:believe] [C:that {fact}].
[S:We] [Q:believe] [C:{fact}].
[S:We] [Q:are deeply concerned] [C:that {fact}].
[S:We] [Q:welcome] [C:{noun}].
[S:I] [Q:am writing to ask] [C:you to {deed}].
[S:We] [Q:are asking for] [C:{noun}].
[S:I] [Q:do not accept] [C:that {fact}].
[S:My] [Q:view is] [C:that {fact}].
[S:We] [Q:recommend] [C:that {fact}].
[S:I] [Q:asked] {other} [C:whether {fact}].
{other.} [Q:tell] me [C:that {fact}].""".split("\n")
FIRST_PERSON = [line for line in FIRST_PERSON if "[S" in line]

CUES = {
    "said": "said said said said said says says explained commented argued noted claimed remarked observed insisted stated".split(),
    "wrote": "wrote said writes".split(),
    "warned": "warned warned cautioned argued claimed stressed insisted maintained suggested explained declared".split(),
    "criticised": "criticised|condemned|attacked|slammed|denounced|opposed|hit out at|spoke out against|took issue with|voted against".split(
        "|"
    ),
    "welcomed": "welcomed|welcomed|praised|applauded|endorsed|supported|gave a cautious welcome to|paid tribute to|backed|broadly welcomed".split(
        "|"
    ),
    "promised": "promised|pledged|vowed|agreed|undertook|committed|offered|threatened".split("|"),
    "concern": "concern|alarm|dismay|disappointment|doubts|frustration|regret".split("|"),
    "calling": "calling|pushing|pressing".split("|"),
    "hurt": "let down|abandoned|failed|left behind|forgotten|taken for granted".split("|"),
    "feeling": "disappointed|appalled|delighted|encouraged|dismayed|saddened|heartened|baffled|deeply concerned|shocked".split(
        "|"
    ),
}
