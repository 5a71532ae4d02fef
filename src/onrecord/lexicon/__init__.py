"""The lexicon: fast look-ups over compiled knowledge, which say what matched and where the knowledge stands.

`load()` opens it; `fold` gives the length-preserving form that keys have. Knowledge is compiled by
`python -m onrecord.lexicon.compile` (`make knowledge`).
"""

from .fold import fold
from .index import KnowledgeError
from .lexicon import Lexicon, load
from .names import NameEntry, NameHit
from .places import PlaceHit
from .schema_actors import ActorEntry, CountryEntry, Identity, PlaceEntry, Rival

__all__ = [
    "ActorEntry", "CountryEntry", "Identity", "KnowledgeError", "Lexicon", "NameEntry", "NameHit", "PlaceEntry", "PlaceHit",
    "Rival", "fold", "load",
]  # fmt: skip
