"""Turn a text into a protocol's files, carrying the ids of an earlier one where they are earned."""
