"""Compare two or more texts and say what was done to them, so that a committee can decide."""
