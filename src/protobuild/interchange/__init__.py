"""Bring real text in: a council's own document becomes typed clauses, losing and inventing nothing."""
