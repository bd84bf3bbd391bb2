"""Gather what was changed into the decisions C1..Cn that a committee votes on."""
