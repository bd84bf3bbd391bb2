"""Run protobuild as `python -m protobuild`."""

from protobuild.cli import main

if __name__ == "__main__":
    main()
