"""A language model of the user's choice as one more voice: asked, held to the document, joined with the rules."""
