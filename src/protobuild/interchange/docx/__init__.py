"""Microsoft Word files, read and written: the one room that knows what is inside them."""
