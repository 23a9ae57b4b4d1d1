# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""What an organisation is to a writer, and the words that names of organisations are made of."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from training.invent.markup import mark

__all__ = ["CAUSES", "NATIONS", "THINGS", "TRADES", "WORDS", "Body", "acronym", "cited", "initials", "pick"]

CAUSES = """Housing Youth Rivers Dental_Access Bus_Users Rural_Schools Prison_Reform Adult_Literacy Childcare Hospice_Care Mental_Health
Community_Energy Flood_Recovery Fair_Pay Food_Poverty Tenants Farming Veterans Refugee_Support Maternity_Care Clean_Air Disability_Rights
Family_Law Early_Years Libraries Apprenticeships Road_Safety Social_Care Kinship Young_Carers Homelessness Pensions Debt_Advice
Allotments Cycling Fishing Steel Broadband Music_Education School_Meals Drug_Policy Domestic_Abuse Gambling_Harm Ageing Migration
Playgrounds Open_Spaces Planning Public_Health Speech_and_Language Stroke_Care Rail Coastal_Erosion Woodlands Nursing Midwifery""".split()


WORDS = """Lantern Compass Harbour Beacon Anchor Bridge Ladder Threshold Doorstep Kindling Seedling Acorn Oak Willow Rowan Heron Kingfisher
Swallow Robin Otter Hearth Mosaic Tapestry Canopy Horizon Pathway Stepping_Stones Open_Door Next_Step First_Light New_Leaf Common_Ground
Level_Up Standby Shelterbelt Mainspring Catalyst Momentum Pivotal Reclaim Rethink Upstream Furlong Groundwork_North Turnaround Switch
Impact Purpose Together Belong Thrive Flourish Kinder Voice Hear_Us Our_Turn Listen_First Every_Voice Fair_Start Bright_Start
Home_Safe Safe_Harbour Still_Here Not_Forgotten Count_Me_In One_Roof Warm_Rooms Full_Plate Small_Steps Big_Table Second_Chance Hear_Here
Clause_Nine Section_Twelve Tide Spark Pulse Nest Root Branch Bloom Kite Sail Keel Plough Furrow Loom Forge Crown Mill""".split()


NATIONS = [
    "National",
    "British",
    "UK",
    "Royal",
    "English",
    "Scottish",
    "Welsh",
    "Ulster",
    "Northern",
    "Independent",
    "All-Wales",
    "Joint",
]


THINGS = """Apple Arch Arrow Atlas Attic Badger Barn Basket Bell Bench Blanket Boat Bread Brick Broom Bucket Button Cabin Candle
Carpet Castle Cedar Chalk Cherry Chimney Circle Clover Coast Corner Cradle Cup Curlew Daisy Dial Drum Echo Elder Ember Falcon Feather
Fern Field Flag Flint Gable Garden Ginger Glove Grain Hammer Hare Harvest Hawthorn Hedge Hinge Hive Honey Hook Island Jigsaw Juniper
Kettle Key Lamp Larch Lark Leaf Lever Lighthouse Linen Magpie Maple Marble Meadow Mirror Moss Needle Nettle Nutshell Orchard Oyster
Paddle Paper Parcel Pebble Pepper Piano Pillar Pine Plum Pocket Poppy Prism Puddle Quay Quilt Radar Raven Reed Ribbon Ripple Rope
Saddle Salt Scarf Shed Shell Signal Silk Skylark Spade Sparrow Spring Square Stable Station Stitch Straw Table Teapot Thimble Thistle
Thread Ticket Timber Torch Tower Trellis Tulip Tunnel Umbrella Vessel Violet Wagon Wheel Whistle Window Wren Yard Yellow""".split()
TRADES = """Teachers Head_Teachers Bus_Drivers Nurses Midwives Firefighters Farmers Landlords Builders Social_Workers Librarians Dentists
Planners Prison_Officers Probation_Officers Hauliers Water_Engineers Foresters Publicans Childminders Surveyors Solicitors Fishermen
Careers_Advisers Psychologists Paramedics Housing_Officers Steelworkers Postal_Workers Youth_Workers School_Leaders Musicians""".split()


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: its name, its kind, its short form, whether it takes an article, and what one calls it."""

    name: str
    kind: str
    short: str  # acronym or short name; empty where it has none
    the: bool
    noun: str  # "charity", "council"
    cited: str  # how to mention it once with what it is: "the charity X"

    def ref(self) -> str:
        """The full name, marked, with its article."""
        return ("the " if self.the else "") + mark(f"N:ORG/{self.kind}", self.name)

    def bare(self) -> str:
        """The full name without its article, marked."""
        return mark(f"N:ORG/{self.kind}", self.name)

    def defined(self, rng: Random) -> str:
        """The full name with its short form in brackets, where it has one."""
        if not self.short or self.short in self.name or rng.random() < 0.4:
            return self.ref()
        quotes = rng.choice(["({})", "({})", "({})", "(the {})", "(“{}”)"])
        return f"{self.ref()} {quotes.format(mark(f'N:ORG/{self.kind}', self.short))}"

    def later(self, rng: Random) -> str:
        """A later mention: short form, full name, or a common noun without a mark."""
        draw = rng.random()
        if self.short and draw < 0.55:
            return (
                "the "
                if (self.the and not self.short.isupper()) or (self.short.isupper() and rng.random() < 0.4)
                else ""
            ) + mark(f"N:ORG/{self.kind}", self.short)
        return self.ref() if draw < 0.8 else f"the {self.noun}"

    def introduced(self, rng: Random) -> str:
        """The name with what it is, as at first mention."""
        return self.ref() if rng.random() < 0.45 else self.cited


def acronym(name: str) -> str:
    """The capitals of the longer words: National Union of Bus Drivers is NUBD."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())


def initials(rng: Random) -> str:
    """Three to five capitals that stand for nothing the text says."""
    return "".join(rng.choices("ABCDEFGHILMNOPRSTUW", k=rng.choice([3, 3, 4, 4, 5])))


def pick(rng: Random, words: list[str]) -> str:
    """One of the words, with its spaces back."""
    return rng.choice(words).replace("_", " ")


def cited(rng: Random, body: tuple[str, str, str, bool], nouns: list[str]) -> Body:
    """The body with its short form and one of the ways to mention it with what it is."""
    name, kind, short, the = body
    noun = rng.choice(nouns)
    marked = mark(f"N:ORG/{kind}", name)
    article = "the " if the else ""
    forms = [f"the {noun} {marked}", f"{marked}, a {noun}", f"{article}{marked}, the {noun}", f"{article}{marked}"]
    if kind in {"charity", "company", "professional-body", "media"}:
        forms += [
            f"{noun} {marked}",
            f"the {rng.choice(['national', 'small', 'local', 'leading', 'independent'])} {noun} {marked}",
        ]
    else:
        forms += [f"{article}{marked}"] * 4
    return Body(name, kind, short, the, noun, rng.choice(forms))
