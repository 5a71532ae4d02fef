"""The merge: the same thing told twice. Everything here is derived from the record and can always be redone."""

from onrecord.merge.stories import Story, Telling, stories

__all__ = ["Story", "Telling", "stories"]
