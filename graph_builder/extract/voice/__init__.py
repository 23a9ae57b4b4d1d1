"""A language model of the user's choice as one more voice: what it is asked, what it answers, and what of that stands in the document."""
