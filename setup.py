"""Pack the model protocols with the program, from the folders in which they are written."""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

MODELS = {"principal": "protocol", "local": "profiles/local"}
"""By tier: the model's folder, as in `protobuild.life.starting.models`. All else is in pyproject.toml."""
INTO = "protobuild/life/starting/models"


class BuildWithModels(build_py):
    """Build the package with a copy of each model inside; nothing is copied within the project."""

    def run(self) -> None:
        """Build, and add the models."""
        super().run()
        if not self.editable_mode:
            for source, target in self._models():
                self.mkpath(str(Path(target).parent))
                self.copy_file(source, target)

    def get_source_files(self) -> list[str]:
        """Return what the package is made of, which an archive of the sources has to hold."""
        return [*super().get_source_files(), *(source for source, _ in self._models())]

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """Return what is built."""
        return [*super().get_outputs(include_bytecode), *(target for _, target in self._models())]

    def _models(self) -> list[tuple[str, str]]:
        """Return each file of the models, and where it is built."""
        return [
            (path.as_posix(), str(Path(self.build_lib, INTO, tier, path.name)))
            for tier, folder in MODELS.items()
            for path in sorted(Path(folder).glob("*.yaml"))
        ]


setup(cmdclass={"build_py": BuildWithModels})
