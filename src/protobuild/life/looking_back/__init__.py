"""Look back over the adopted versions: which text stood on a day, what changed it, and who decided."""
