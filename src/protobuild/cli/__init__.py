"""The verbs a monitoring officer types."""

from protobuild.cli.program import main

__all__ = ["main"]
