"""The pages of a site: the text in force, every version, what changed and when, as pure functions."""
