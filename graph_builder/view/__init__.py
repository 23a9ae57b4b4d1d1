"""The graph, for eyes: the page, the drawing programs' formats, and tables for the terminal."""
