"""The child process that opens one untrusted file: `python -m explainer.reading.child KIND …`.

Reads the file from standard input and prints `{"text", "left_out", "known"}`, or `{"problem"}`.
Its memory and time are bounded by the system where the system can (not on Windows, where the
parent's clock alone bounds it).
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, field

from explainer.findings import InputProblem
from explainer.reading.refuse import LONGEST


@dataclass(frozen=True, slots=True)
class Taken:
    """Text of a file: paragraphs set apart by blank lines; what was left out; what the file
    says of title, author, publisher and publication date (ISO)."""

    text: str
    left_out: list[str] = field(default_factory=list)
    known: dict[str, str | None] = field(default_factory=dict)


def main(argv: list[str]) -> None:
    kind, seconds, memory, pages, unpacked = argv
    _bound(float(seconds), int(memory))
    data = sys.stdin.buffer.read()
    try:
        taken = _read(kind, data, int(pages), int(unpacked))
        answer = asdict(Taken(taken.text[:LONGEST], taken.left_out, taken.known))
    except InputProblem as problem:
        answer = {"problem": str(problem)}
    except (MemoryError, RecursionError):
        answer = {"problem": f"This .{kind} file is too large inside; paste the text instead."}
    except Exception:
        answer = {"problem": f"This .{kind} file is damaged; save it again or paste the text."}
    sys.stdout.write(json.dumps(answer))


def _bound(seconds: float, memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    whole = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(kind: str, data: bytes, pages: int, unpacked: int) -> Taken:
    if kind == "html":
        from explainer.reading import html

        return html.read(data)
    if kind == "docx":
        from explainer.reading import docx

        return docx.read(data, unpacked)
    from explainer.reading import pdf

    return pdf.read(data, pages)


if __name__ == "__main__":
    main(sys.argv[1:])
