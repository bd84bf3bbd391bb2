"""One word for another everywhere it is meant: what would change, what is left alone and why."""
