"""Looking back: what the text said on a day, how a provision came to its words, and who decided it."""
