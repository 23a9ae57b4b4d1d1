"""Documents of our own with their facts marked in place: the format, its check, and what it is turned into."""
