"""Bytes in, clean documents out: text, HTML, JSON Lines, folders and standard input become `Document`s.

`read(source)` yields `Document | Issue`: what was met and not understood comes just before the document it belongs
to. `count(source)` tells how many to expect. `document(text)` makes one from a string. `Repeats` knows exact repeats.
`ISSUES` explains the issue codes of this room.
"""

from onrecord.intake.documents import document
from onrecord.intake.issues import ISSUES
from onrecord.intake.repeats import Repeats
from onrecord.intake.sources import count, read

__all__ = ["ISSUES", "Repeats", "count", "document", "read"]
