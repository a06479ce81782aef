"""Building whole folders: what is stale, who makes it, what was made, and how it is told."""
