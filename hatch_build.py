"""Build hook: compiles the look-ups of the lexicon into the package before a wheel or an editable install is made.

The tables (data/*.jsonl) are part of the source; the indexes and the gazetteer are built from them and from GeoNames.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Hook(BuildHookInterface[Any]):
    """Builds what is missing or out of date; the source distribution needs none of it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files are gathered."""
        if self.target_name == "sdist":
            return
        source = Path(self.root, "src")
        sys.path.insert(0, str(source))
        try:
            from onrecord.lexicon.build import build_binaries

            build_binaries(source / "onrecord" / "lexicon" / "data")
        finally:
            sys.path.remove(str(source))
