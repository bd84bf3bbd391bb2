"""Decide which entry of the old text is which entry of the new."""
