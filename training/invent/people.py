# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""Invented people with British names of many origins, their titles, letters, posts, seats and parties."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from training.invent.markup import mark

__all__ = ["PARTIES", "Person", "compound", "invent_person", "place"]

_WOMEN = """Abigail Adaeze Agnes Aisha Alison Amara Amelia Aminata Angharad Anita Annabel Anwen Aoife Ayesha Beatrice Bethan Bridget
Bronwen Caitlin Carys Cecily Chiara Chloe Clementine Constance Daphne Deborah Delyth Devi Dorothy Edith Efua Eilidh Eleri Elspeth
Esther Eunice Farah Fatima Ffion Fiona Flora Freya Gaynor Geraldine Ginny Grace Gwen Hafsa Harriet Heledd Hetty Honor Imogen Ines
Iona Isla Ivy Jacinta Jemima Joan Josephine Judith Kirsty Lakshmi Layla Leila Lorna Lowri Lucinda Maeve Mairi Manjit Margery Marguerite
Marian Meera Mei Mina Miriam Morag Muriel Myfanwy Nadia Naomi Nasreen Nerys Nia Nkechi Noreen Olwen Oonagh Padma Pamela Patience Petra
Philippa Poppy Precious Priti Rabia Ravinder Rhiannon Rohini Rosalind Rowena Roxanne Ruksana Sadia Saoirse Seren Shabnam Shanthi
Sheila Simran Sinead Sunita Susannah Tabitha Tamsin Tanisha Tegwen Thandiwe Theodora Tilly Ursula Valerie Verity Winifred Yasmin
Yvonne Zainab Zofia Zora Rose May June April Hope Faith Joy Pearl Dawn Heather Holly Hazel Robin Sandy Frankie Alex Sam Kit Jo
Emma Claire Nicola Tracey Mandy Gemma Stacey Lisa Sharon Julie Karen Helen Ruth Jane Anne-Marie Mary-Lou""".split()
_MEN = """Aaron Abdul Aidan Alasdair Aled Alistair Anand Aneurin Angus Anil Archie Arjun Ashok Barnaby Benedict Bertrand Bilal Brendan
Bryn Callum Cedric Chidi Clement Clive Conor Craig Cuthbert Dafydd Dai Damian Declan Demetrios Dermot Desmond Dewi Dilip Dominic
Dougal Duncan Dylan Eamonn Edmund Ejike Elfed Emeka Emlyn Emrys Ewan Faisal Feargal Fergus Finlay Francis Gareth Gavan Geoffrey Gerald
Gethin Giles Glyn Godfrey Gordon Graeme Gurdeep Guto Gwilym Hamish Hamza Harish Hector Horace Hugh Humphrey Hywel Iain Ibrahim Ieuan
Imran Iqbal Ivor Jacek Jago Jarek Jasper Jeremiah Jethro Jolyon Kamal Keir Kelvin Kenneth Kofi Kwabena Lachlan Leander Leonard Llew
Lloyd Luca Magnus Malachy Malcolm Manish Marcin Maurice Merlin Mohammed Mungo Murdo Mustafa Neville Niall Nigel Oisin Olufemi Omar
Osian Owain Padraig Parminder Percival Piers Piotr Prakash Quentin Raheem Rajesh Ranulph Reuben Rhodri Rhys Roderick Ruaridh Rupert
Samir Satnam Seamus Sefton Selwyn Siddharth Stefan Tarquin Tariq Tavish Terence Thaddeus Tobias Tomasz Torquil Tunde Umar Vikram
Vivek Wilfred Winston Wojciech Yusuf Zachary Zubair Mark Grant Bill Will Jack Frank Rich Drew Guy Miles Chase Dean Earl Duke
John Paul Peter David Simon Andrew Martin Stephen Ian Neil Keith Trevor Barry Colin Derek Jean-Luc Karl-Heinz""".split()
_LAST = """Abara Acheampong Adeyemi Aldous Allardyce Ansah Appleyard Arbuthnot Ashdown-Lee Askew Attah Aylward Babatunde Bainbridge Balogun
Bamforth Banerjee Barraclough Basra Bassett Battersby Beddoes Begum Bellingham Berwick Bettany Bhandari Birtwistle Blackadder
Blenkinsop Bola Bottomley Braithwaite Brandreth Brockbank Brough Bullivant Burnside Byfield Cadwallader Capstick Carnegie Chakraborty
Chalmers Chaudhry Chegwin Choudhury Clutterbuck Cobbold Cockburn Colquhoun Conteh Copplestone Cotterill Cowdrey Crabtree Craddock Crossley
Culpepper Dalrymple Danquah Darlington Das Debono Deighton Denholm Devereux Dhaliwal Dinwiddie Dorrell Drabble Drummond Duckworth
Dunwoody Earnshaw Eastwood Egerton Ekwueme Elphick Entwistle Etchells Fairweather Fanshawe Farquharson Fawcett Featherstone Fenwick
Fernandes Ferreira Finnegan Fothergill Frobisher Gallacher Garside Gaskell Ghosh Gillespie Gledhill Goodbody Gough Greenhalgh Greenhill
Grewal Grimshaw Gunawardena Gupta Haddad Hainsworth Halliwell Hardcastle Hargreaves Hathersage Hebblethwaite Heckmondwike Hewlett
Higginbotham Hinchliffe Hobday Hollingworth Honeysett Horrocks Hoskins Huddleston Hussain Ibekwe Igbokwe Illingworth Ingleby Iyer Jagger
Jankowski Jayasuriya Jellicoe Jephcott Jobson Jolliffe Kaczmarek Kapoor Karim Kaur Kellaway Kenyon Kerslake Khatun Kinnaird Kirkbride
Knatchbull Kowalczyk Kulkarni Kumarasamy Lamptey Lascelles Lazenby Leadbetter Lefroy Leyland Liddiard Lightbody Lindqvist Llewelyn
Lockwood Longstaff Lovelace Lumley Lund Lutterworth Maddox Mainwaring Majumdar Makinde Malhotra Mallinson Manoharan Mbeki-Jones Meadowcroft
Mehmood Menzies Metcalfe Mirza Molyneux Montague Mordue Moriarty Moxon Mukherjee Murgatroyd Musgrave Mwangi Nakamura Nandra
Narayan Nethersole Ng Nicolaou Nkrumah Noakes Northcote Nowak Nuttall Oakeshott Obi Odell Ogden Ogunleye Okafor Oldroyd Onyango
Ormerod Osei Otieno Owusu Oyelaran Padgett Pangbourne Papadakis Parfitt Passmore Pattinson Peacock Pemburton Penhaligon Pettigrew
Philpott Pickersgill Pillai Pinnock Plumptre Polkinghorne Postlethwaite Prendergast Prosser Pryce Purkiss Quartey Quigley Quiller
Rahman Ramsbottom Ransome Rathbone Redfern Renshaw Ridgeway Rigby Rosewarne Rothwell Rowntree Ruddock Rushworth Sackey Saddler
Sagoo Satterthwaite Scargill Scattergood Sengupta Shackleton Sharrock Shenton Shufflebottom Sidebotham Silverwood Sivakumar Skelton
Slingsby Snelgrove Sokolov Southgate Spofforth Stainthorpe Stanway Staveley Strachan Subramanian Sugden Sutcliffe Swithenbank
Tagoe Tankard Tattersall Tembo Tennant Thackray Thistlethwaite Threlfall Thwaites Tolpuddle Tomlinson Toseland Treadgold Tregear
Trelawney Trevelyan Tunnicliffe Twining Tyldesley Udoh Uddin Umunna-Price Upadhyay Urquhart Ustinov Vaizey Varley Venkatesan Verma
Vickerstaff Wadsworth Wakeham Walmsley Wanjiru Warburton Waterhouse Weatherill Wedderburn Whinfrey Whitworth Wigglesworth
Winstanley Wisniewski Wolstenholme Woodhead Wrigglesworth Wycliffe Xiang Yarrow Yeboah Yelland Youngblood Zaman Zielinski
Banks Bell Bishop Black Bond Brook Brown Cook Cross Day Dean Dale Field Fish Ford Fox French Frost Gray Green Grant Hall Hill
Holland House Hunt Ireland Knight Lake Lane Law Little Long Lord March Marsh Mason May Moon Moor North Page Park Parliament Pope
Pound Power Price Prior Rice Rivers Rose Sharp Short Silver Small Snow Speaker Stone Street Summer Swift Temple Towers Trust Wall
Ward Waters Wells West White Winter Wise Wood Young Church England Scott Wales London York Lincoln Bath Chester Derby Durham
Kent Essex Norfolk Preston Stafford Sutton Warwick Wells Washington""".split()
_PREFIXED = [
    *"""McAllister McBride McCandlish McCrory McDaid McElroy McFadyen McGlashan McIlvaney McKechnie McLafferty McNeilly McPhail
McQuarrie McTaggart MacAskill MacCormick MacDiarmid MacEachern MacGillivray MacKinnon MacLachlan MacPherson MacQueen O'Driscoll
O'Flaherty O'Gorman O'Hanlon O'Keeffe O'Loughlin O'Malley O'Rourke O'Shaughnessy O'Toole FitzGerald FitzHerbert D'Arcy D'Souza
O’Dowd O’Halloran O’Mahony""".split(),
    *"""de Silva|da Costa|van der Berg|van Rijn|von Trautmann|de la Haye|del Rosario|bin Rashid|bin Yusof|al-Masri|Al Hashimi
ap Gwilym|ab Owen|ferch Ifan|le Roux|du Plessis|Di Matteo|La Rue|St Clair|Mac Giolla|Ó Briain|Ní Dhomhnaill|de Freitas|dos Santos
ten Cate|el-Sayed|ul-Haq|ur Rehman|St. John""".replace("\n", "|").split("|"),
]
_PLACES = """Accrington Aldershot Alnwick Amberleigh Arbroath Ashbourne Aylesham Banbury Barrow Basingstoke Berwick Bexhill Bideford Blyth Bodmin
Bolsover Boston Bracknell Brecon Bridgend Brigg Bromsgrove Broxtowe Burnley Bury Buxton Caerphilly Calder Cannock Carlisle Chard
Chelmsford Chesham Clacton Colne Congleton Corby Crawley Cromer Cwmbran Darwen Dartford Dewsbury Didcot Diss Dorking Dover Dudley
Easington Eastbourne Ellesmere Evesham Exmouth Falkirk Fareham Frome Fylde Gainsborough Gedling Gorton Goole Grimsby Halifax Harlow
Hartlepool Havant Hexham Hitchin Huntingdon Ilkeston Inverclyde Kettering Kidderminster Kilmarnock Lanark Leigh Lewes Llanelli Ludlow
Luton Macclesfield Maldon Malton Margate Melton Merthyr Montrose Morecambe Morley Nantwich Neath Nuneaton Oldham Ormskirk Oswestry
Paisley Pendle Penrith Peterhead Poole Pontypridd Pudsey Rayleigh Redcar Redditch Rochdale Rossendale Rugby Runcorn Ryde Selby
Sherwood Shipley Skegness Spalding Stroud Sleaford Stafford Stockton Stroud Tamworth Taunton Telford Thanet Thirsk Tiverton Totnes
Truro Uckfield Wakefield Walsall Wantage Warrington Welwyn Whitby Wigan Winsford Wisbech Workington Worksop Wrexham Yeovil
Manchester Leeds Bristol Cardiff Glasgow Belfast Liverpool Newcastle Sheffield Nottingham Birmingham Edinburgh Norwich Plymouth
Cornwall Devon Cumbria Northumberland Lincolnshire Suffolk Kent Essex Dorset Somerset Gwynedd Powys Fife Tayside""".split()
_HEADS = """Ash Bar Birch Black Bram Brack Broad Burn Cald Carl Clay Cold Cran Crow Dal Dun East Elm Fal Farn Gar Glen Grim Had Hal Hart
Haw Hazel Hed Hol Hors Ing Kel Kirk Lan Lang Lin Lock Lud Mal Mar Mel Mid Mor Nether New Nor Oak Old Pen Pol Pen Rad Raven Red Ros
Rush Sal Sand Scar Sel Shel Sil Skel South Stan Staple Stock Strat Swin Tar Thorn Tre Tun Up Wal Wen West Whit Win Wood Wool Yar""".split()
_TAILS = """beck berry bourne bridge brook bury by combe cott croft dale den don fell field ford gate grave ham hampton holm hope hurst
ington lake land leigh ley low man mere minster more mouth ness over port ridge royd sall sett shaw side stead stoke stone stow
thorpe thwaite ton tree wall water way well wick wold wood worth worthy""".split()
_SUFFIXES = """North South East West Central and_the_Vale Valley and_Upper_Dale North_and_Leyburn Bridge and_Sowerby Heath and_Wick-on-Sea
Park Green and_Haltwhistle and_The_Fens""".split()
PARTIES = {
    "Conservative": ("Conservative", "Con", "Conservative Party", "Conservatives", "Tory", "Tories"),
    "Labour": ("Labour", "Lab", "Labour Party", "Labour", "Labour", "Labour"),
    "Liberal Democrat": ("Liberal Democrat", "LD", "Liberal Democrats", "Lib Dems", "Lib Dem", "Lib Dems"),
    "SNP": ("SNP", "SNP", "Scottish National Party", "SNP", "SNP", "SNP"),
    "Plaid Cymru": ("Plaid Cymru", "PC", "Plaid Cymru", "Plaid Cymru", "Plaid", "Plaid"),
    "Green": ("Green", "Green", "Green Party", "Greens", "Green", "Greens"),
    "DUP": ("DUP", "DUP", "Democratic Unionist Party", "DUP", "DUP", "DUP"),
    "Reform UK": ("Reform UK", "Reform", "Reform UK", "Reform UK", "Reform", "Reform"),
    "Fairness": ("Fairness", "FP", "Fairness Party", "Fairness Party", "Fairness", "Fairness Party"),
    "Commonweal": ("Commonweal", "Cwl", "Commonweal Alliance", "Commonweal", "Commonweal", "Commonweal"),
}
_LETTERS = "MP MP MP MBE OBE CBE KC QC FRS MSP MS MLA DL JP FRCN PhD FBA DBE KBE".split()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who does not exist, and how a paper would write of them."""

    first: str
    last: str
    woman: bool
    title: str  # Mr, Dr, Dame …; Baroness and Lord for peers
    of: str  # a peer's territory, or nothing
    letters: str
    post: str
    seat: str
    party: str

    @property
    def peer(self) -> bool:
        """Whether the title is part of the name."""
        return self.title in {"Baroness", "Lord", "Lady", "Viscount", "Earl"}

    def full(self, rng: Random) -> str:
        """The name at first mention, marked; titles of courtesy stand outside the mark, a peer's inside."""
        if self.peer:
            of = f" of {self.of}" if self.of and rng.random() < 0.7 else ""
            return mark("N:PER", f"{self.title} {self.last}{of}") + (f" {self.letters}" if rng.random() < 0.1 else "")
        title = f"{self.title} " if self.title not in {"Mr", "Ms", "Mrs", "Miss"} or rng.random() < 0.08 else ""
        letters = (", " if rng.random() < 0.15 else " ") + self.letters if self.letters and rng.random() < 0.5 else ""
        return title + mark("N:PER", f"{self.first} {self.last}") + letters

    def bare(self) -> str:
        """First name and surname, or the peer's whole title."""
        if self.peer:
            return mark("N:PER", f"{self.title} {self.last}" + (f" of {self.of}" if self.of else ""))
        return mark("N:PER", f"{self.first} {self.last}")

    def short(self, rng: Random) -> str:
        """The name at a later mention."""
        if self.peer:
            return mark("N:PER", f"{self.title} {self.last}")
        draw = rng.random()
        if self.title in {"Sir", "Dame"} and draw < 0.8:
            return f"{self.title} " + mark("N:PER", self.first)
        if draw < 0.5:
            return f"{self.title} " + mark("N:PER", self.last)
        return mark("N:PER", self.last if draw < 0.85 else f"{self.first} {self.last}")

    @property
    def pronoun(self) -> str:
        """She or he."""
        return "she" if self.woman else "he"


def compound(rng: Random) -> str:
    """A word that sounds like an English place or surname, and perhaps is none: Ravenholm."""
    return rng.choice(_HEADS) + rng.choice(_TAILS)


def place(rng: Random) -> str:
    """The plain name of a town, county or seat."""
    if rng.random() < 0.35:
        saint = rng.choice(["", "", "", "", "St ", "Little ", "Great ", "Upper ", "Port "])
        water = rng.choice(["", "", "", "", "", "-on-Sea", "-under-Edge", " Regis", " Bay"])
        return f"{saint}{compound(rng)}{water}"
    return rng.choice(_PLACES)


def _last_name(rng: Random) -> str:
    draw = rng.random()
    if draw < 0.1:
        return rng.choice(_PREFIXED)
    if draw < 0.2:
        return f"{rng.choice(_LAST)}-{rng.choice(_LAST)}"
    if draw < 0.23:
        return f"{rng.choice(_LAST)} {rng.choice(_LAST)}"
    if draw < 0.45:
        return compound(rng)
    return rng.choice(_LAST)


def _first_name(rng: Random, woman: bool) -> str:
    first = rng.choice(_WOMEN if woman else _MEN)
    draw = rng.random()
    if draw < 0.03:
        return f"{first[0]}. {rng.choice('ABCDEFGHJKLMNPRSTW')}."
    if draw < 0.06:
        return f"{first} {rng.choice('ABCDEFGHJKLMNPRSTW')}"
    if draw < 0.09:
        return f"{first} {rng.choice(_WOMEN if woman else _MEN)}"
    return first


def invent_person(rng: Random, post: str = "", politician: bool = False) -> Person:
    """Someone new; a politician has a seat, a party and perhaps a peerage."""
    woman = rng.random() < 0.5
    draw = rng.random()
    plain = rng.choice(["Ms", "Mrs", "Miss"]) if woman else "Mr"
    title = plain
    if politician and draw < 0.22:
        title = (
            rng.choice(["Baroness", "Baroness", "Lady"])
            if woman
            else rng.choice(["Lord", "Lord", "Lord", "Viscount", "Earl"])
        )
    elif draw > 0.9:
        title = "Dame" if woman else "Sir"
    elif draw > 0.76 and not politician:
        title = rng.choice(
            ["Dr", "Dr", "Prof", "Professor", "Revd", "The Revd", "Rev", "Rabbi", "Imam", "Cllr", "Canon", "Bishop"]
        )
    elif draw > 0.82:
        title = rng.choice(["Cllr", "Councillor", "The Rt Hon", "Rt Hon", "Dr"])
    seat = rng.choice(_PLACES) + (" " + rng.choice(_SUFFIXES).replace("_", " ") if rng.random() < 0.45 else "")
    letters = "MP" if politician and rng.random() < 0.8 else rng.choice(_LETTERS[3:]) if rng.random() < 0.25 else ""
    if letters and rng.random() < 0.12:
        letters += " " + rng.choice(_LETTERS[3:])
    of = (seat if rng.random() < 0.5 else rng.choice(_PLACES)) if rng.random() < 0.6 else ""
    return Person(
        _first_name(rng, woman), _last_name(rng), woman, title, of, letters, post, seat, rng.choice(list(PARTIES))
    )
