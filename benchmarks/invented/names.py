"""Words that invented names are made of: surnames and places sound like none that is known, first names are common."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate, product
from random import Random
from typing import Generic, TypeVar

__all__ = [
    "CAUSES",
    "FIRST",
    "PLACES",
    "SHORT",
    "SURNAMES",
    "THINGS",
    "TRADES",
    "WHAT",
    "WHICH",
    "WHOLE",
    "WHOM",
    "WORDS",
    "Favourites",
]

T = TypeVar("T")
_HEADS = """Ald Brack Crind Dorv Elsk Fenth Garr Hesk Ilv Jorv Kest Lusk Marv Nesk Osk Pell Quen Rusk Senth Tarl Ulv
Varn Wesk Yarl Zeld Threk Skell Grind Brusk Plink Stav Drell Klenn Morv Vint
Ambr Bosk Cald Dunv Egg Falv Gosk Helv Irv Jask Krell Lorn Mosk Nerv Orv Prusk Rav Sask Trev Umb Vosk Wend Yeld Zorn
Blask Corv Dask Fosk Glenv Horv Jurn Lask Menv Norv Pask""".split()
_SURNAME_TAILS = "aby ard ell en erby ick ing ish ley man mere ock ow orth sley thorn ton ward well wick".split()
_PLACE_TAILS = "aby bourne by combe dale don fell field ford gate ham holm mouth ness port ridge stead thorpe".split()
SURNAMES = tuple(sorted("".join(parts) for parts in product(_HEADS, ("", "er", "in"), _SURNAME_TAILS)))
PLACES = tuple(sorted(h + t for h, t in product(_HEADS, _PLACE_TAILS)))
FIRST = {  # by gender; the commonest first
    "f": """Anna Mary Helen Rosalind Priya Susan Fatima Catherine Grace Nadia Margaret Elizabeth Ines Joan Amara Bridget
    Clare Deborah Edith Fiona Gwen Harriet Iona Judith Layla Morag Nerys Olwen Petra Ruth Sunita Tamsin Ursula Verity
    Winifred Yasmin Zofia Hazel""".split(),
    "m": """John David William Ian Peter Michael Robert Thomas Imran Daniel Alan Brian Colin Dermot Edmund Fergus Gareth
    Hugh Ivor James Keith Lloyd Martin Neil Omar Paul Quentin Rhys Simon Tariq Umar Vivek Wilfred Yusuf Stephen
    Christopher Nicholas Patrick""".split(),
}
SHORT = {
    "Rosalind": "Ros",
    "Susan": "Sue",
    "Margaret": "Meg",
    "William": "Bill",
    "Michael": "Mick",
    "Robert": "Bob",
    "Thomas": "Tom",
    "Stephen": "Steve",
    "Christopher": "Chris",
    "Nicholas": "Nick",
    "Patrick": "Pat",
}
CAUSES = """Ferries|Rivers|Housing|Libraries|Bus Users|Rural Schools|Prison Reform|Childcare|Hospices|Flood Defence
Fair Pay|Food Poverty|Tenants|Farming|Refugees|Maternity Care|Clean Air|Family Law|Apprenticeships
Road Safety|Carers|Pensions|Debt Advice|Allotments|Cycling|Fishing|Steel|Broadband|Music Education
School Meals|Gambling Harm|Playgrounds|Open Spaces|Stroke Care|Railways|Coastal Erosion|Woodlands|Nursing
Legal Aid|Dentistry""".replace("\n", "|").split("|")
TRADES = """Ferry Workers|Teachers|Bus Drivers|Nurses|Midwives|Firefighters|Farmers|Landlords|Librarians|Dentists
Planners|Prison Officers|Hauliers|Foresters|Publicans|Surveyors|Paramedics|Steelworkers|Postal Workers
Musicians|Head Teachers|Social Workers|Youth Workers|Water Engineers""".replace("\n", "|").split("|")
WORDS = """Lantern Compass Harbour Beacon Anchor Ladder Threshold Kindling Acorn Willow Heron Kingfisher Swallow Otter
Hearth Mosaic Canopy Horizon Pathway Catalyst Groundwork Furrow Loom Forge Kite Keel Plough Curlew Juniper
Lark Magpie Needle Orchard Oyster Pebble Prism Quay Reed Saddle Skylark Thimble Thistle Torch Trellis Violet
Wren""".split()
THINGS = """ferry|library|bus station|hospital|lifeboat station|magistrates’ court|harbour|quarry|night shelter
swimming pool|fire station|maternity ward|market hall|post office|sixth-form college|railway line|bypass
reservoir|wind farm|care home""".replace("\n", "|").split("|")

WHOLE = """building closing cutting delaying extending moving privatising rebuilding renaming reopening replacing
selling sharing shrinking testing widening""".split()
WHICH = """cheaper safer free public private regional second temporary rural local weekly compulsory shared independent
digital evening larger smaller open earlier""".split()
WHAT = """bus pass|breakfast club|flood wall|ferry timetable|nursing course|legal clinic|rent cap|harbour toll
school route|parking charge|recycling round|pension scheme|broadband link|cycle lane|food bank
court house|fishing quota|childcare place|energy tariff|library card|night bus|care package|housing list
river patrol|tree nursery|road toll|music lesson|stroke unit|grain store|jury room""".replace("\n", "|").split("|")
WHOM = """pensioners|young people|small farms|carers|commuters|tenants|new parents|veterans|night workers|islanders
apprentices|disabled passengers|rural families|first-time buyers|market traders""".replace("\n", "|").split("|")


class Favourites(Generic[T]):
    """Things of which few are chosen often and most seldom: the n-th with a weight of 1 / (n + soft)."""

    def __init__(self, things: Sequence[T], soft: float = 8.0) -> None:
        self.things = things
        self._sums = list(accumulate(1 / (rank + soft) for rank in range(1, len(things) + 1)))

    def pick(self, rng: Random) -> T:
        """One of them."""
        return self.things[min(bisect(self._sums, rng.random() * self._sums[-1]), len(self.things) - 1)]

    def several(self, rng: Random, number: int) -> list[T]:
        """So many of them at most, none twice."""
        return list(dict.fromkeys(self.pick(rng) for _ in range(number)))
