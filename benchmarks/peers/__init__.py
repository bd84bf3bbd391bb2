"""Our redline beside others: the same pairs, the same corpora, the same scores, in one run."""
