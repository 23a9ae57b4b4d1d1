"""What the house costs, and how well it tells people apart at the size of an archive."""
