"""The site: planned from the adoption records, made in memory, compared with the last one, written whole."""
