"""Keep a council's member-officer protocol as typed YAML, and make its pages and redlines from it."""

__version__ = "0.1.0"
