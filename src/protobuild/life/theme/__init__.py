"""A council's own look, read from the folder theme/ and proved harmless before any page wears it."""
