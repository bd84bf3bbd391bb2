"""Compare words: what was struck and what was written, in changes a person would have made."""
