"""Say where a change of words changes what is demanded, forbidden, allowed, counted or pointed to."""
