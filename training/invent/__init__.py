"""Invented British political writing that carries its own annotation: names, kinds of bodies, and who says what."""
