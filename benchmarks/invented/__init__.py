"""An invented country whose people, bodies and events are known, and the papers that write of them.

names   words that names are made of, none of them a real person's
world   who and what there is, and what they do over the years
paper   one document: its text, what a perfect reader takes from it, and who is meant in it
people  how papers name people
deeds   how papers tell of bodies, events and stances
papers  as many documents as are wanted
"""
