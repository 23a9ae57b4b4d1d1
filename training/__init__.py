"""How the encoder is made: the text it learns from, its training, its export and its measurement."""
