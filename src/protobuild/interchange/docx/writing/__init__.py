"""Write Word files: a clean text, or a redline as real tracked changes, from the one sequence of entries."""
