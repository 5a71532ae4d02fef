"""Documents in, parsed sentences out: the only room that knows spaCy.

`load()` gives a `Parser`; its `sentences` parses documents in batches and hands back plain columns (`records.Parse`).
"""

import os

# Read once, when numpy is first imported: a process uses one thread, several processes work side by side.
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

from onrecord.parse.model import ModelError  # noqa: E402
from onrecord.parse.parser import Parser, load  # noqa: E402

__all__ = ["ModelError", "Parser", "load"]
