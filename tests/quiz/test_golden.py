"""The quiz of the seed article, as last read by a person. ACCEPT=1 pytest tests/quiz/test_golden.py
takes the present one as good."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from explainer.extract.extract import extract
from explainer.quiz.compose import compose
from explainer.reading.text import read_bytes

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/quiz_seed.json"


def scrubbed():
    """Items without ids and offsets, which change with every fact found."""
    source = next((ROOT / "seeds").glob("*.txt"))
    quiz = compose(extract(read_bytes(source.read_bytes())))
    items = [
        {
            "kind": i.kind,
            "stem": i.stem,
            "options": [("* " if o.id in i.key else "") + o.text for o in i.options],
            "key": list(i.key) if i.kind in ("order", "match", "number_entry") else None,
            "evidence": [re.sub(r"\s+", " ", q.quote) for q in i.evidence],
        }
        for i in quiz.items
    ]
    return [{k: v for k, v in item.items() if v is not None} for item in items]


def test_the_quiz_of_the_seed_is_as_it_was_read():
    """Any change in the items of the seed article is seen, and accepted by a person."""
    found = scrubbed()
    if os.environ.get("ACCEPT"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))
