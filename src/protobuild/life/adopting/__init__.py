"""How a text becomes a version that is kept: what it needs, the record of it, and all or nothing on disk."""
