"""Compare our redline with others: `python -m benchmarks.peers`."""

from benchmarks.peers.run import main

raise SystemExit(main())
