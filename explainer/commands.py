"""What each command does: it prints, and returns the exit code.

Each loads only what it needs, since a command line is started often.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.findings import InputProblem
from explainer.terminal import extraction_of, items_in, pack_in, read_input, show, source_of

if TYPE_CHECKING:
    from explainer.quiz.compose import Quiz

OK, REJECTED = 0, 1


def run_facts(args: argparse.Namespace) -> int:
    from explainer.export import contract

    found = extraction_of(args.source, args.published)
    if args.json:
        show(contract.facts(found.reading, found.facts))
    else:
        lines = [f"{len(found.facts)} facts; {len(found.refused)} proposals refused"]
        for fact in found.facts:
            who = fact.attribution
            said = f" [{who.stance}: {who.speaker}]" if who.speaker else f" [{who.stance}]"
            lines.append(f"{fact.id} {fact.kind}: {fact.statement}{said}")
            lines += [f"    {quote.start}-{quote.end} “{quote.quote}”" for quote in fact.quotes]
        show(lines)
    return OK


def run_timeline(args: argparse.Namespace) -> int:
    from explainer.export import contract
    from explainer.timeline_make import timeline

    found = timeline(extraction_of(args.source, args.published))
    if args.json:
        show(contract.timeline(found))
    else:
        lines = []
        for event in found.events:
            sure = "" if event.certainty == "reported" else f" ({event.certainty})"
            lines += [f"{event.when}: {event.title}{sure}", f"    {event.how_resolved}"]
        show([*lines, *(f"undated: {event.title}" for event in found.undated)])
    return OK


def run_places(args: argparse.Namespace) -> int:
    from explainer.export import contract
    from explainer.geography import places

    found = places(extraction_of(args.source, args.published))
    if args.json:
        show(contract.places(found))
    else:
        show(
            [f"{p.name}: {p.lat:.4f}, {p.lon:.4f} ({p.kind})" for p in found.placed]
            + [f"{p.name}: not placed. {p.why}" for p in found.unplaced]
        )
    return OK


def run_quiz(args: argparse.Namespace) -> int:
    from explainer.export import contract
    from explainer.quiz.item import answer_in_words

    quiz = _quiz_to_plan(args)
    if args.json:
        show(contract.quiz(quiz))
    else:
        lines = []
        for number, item in enumerate(quiz.items, 1):
            lines.append(f"{number}. {item.stem}")
            one_by_one = item.kind not in ("order", "match")
            for option in item.options:
                lines.append(
                    f"   {'*' if one_by_one and option.id in item.key else ' '} {option.text}"
                )
            if not one_by_one:
                lines.append(f"   * {answer_in_words(item, item.key)}")
            lines += [f"     {quote.quote}" for quote in item.evidence]
        show([*lines, quiz.note or ""])
    return OK


def _quiz_to_plan(args: argparse.Namespace) -> Quiz:
    from explainer.quiz.compose import compose
    from explainer.quiz.item import TEXT_KINDS
    from explainer.quiz.plan import Plan, read_kinds, read_levels

    plan = Plan(
        items=args.items,
        kinds=read_kinds(args.kinds, TEXT_KINDS) or TEXT_KINDS,  # no coordinates to read
        levels=read_levels(args.levels),
        background=bool(args.content) and not args.source_only,
    )
    if not args.content:
        return compose(extraction_of(args.source, args.published), plan, args.seed)
    from explainer.pack import build_from, load_content
    from explainer.pack_plan import quiz_to_plan

    content = load_content(Path(args.content))
    found = extraction_of(args.source, args.published)
    return quiz_to_plan(build_from(found, content), found, plan, args.seed)


def run_check(args: argparse.Namespace) -> int:
    from explainer.export import contract
    from explainer.quiz.check import check_quiz

    if args.quiz == args.source == "-":
        raise InputProblem("Only one of QUIZ and SOURCE can be standard input.")
    items = items_in(read_input(args.quiz), args.quiz)
    found = extraction_of(args.source, args.published)
    good = [item for item in items if not isinstance(item, dict)]
    checked = iter(check_quiz(good, found.reading.source, found))
    results = [
        item if isinstance(item, dict) else contract.checked(item, next(checked)) for item in items
    ]
    if args.json:
        show({"items": results})
    else:
        stems = {item.id: item.stem for item in good}
        lines = []
        for result in results:
            lines.append(
                f"{result['id']}: {result['verdict']}  {stems.get(result['id'], '')}".rstrip()
            )
            lines += [f"    {f['severity']}: {f['message']} ({f['code']})"
                      for f in result["findings"]]  # fmt: skip
        rejected = sum(r["verdict"] == "reject" for r in results)
        show([*lines, f"{len(results) - rejected} accepted, {rejected} rejected."])
    return REJECTED if any(r["verdict"] == "reject" for r in results) else OK


def run_verify(args: argparse.Namespace) -> int:
    from explainer.export import contract
    from explainer.verify import verify

    if args.claims == args.source == "-":
        raise InputProblem("Only one of the claims and SOURCE can be standard input.")
    found = extraction_of(args.source, args.published)
    try:
        claims = read_input(args.claims).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise InputProblem(f"{args.claims} is not UTF-8 text: save it as UTF-8.") from None
    results = [contract.verdict(verify(c.strip(), found)) for c in claims if c.strip()]
    if args.json:
        show({"claims": results})
    else:
        lines = []
        for result in results:
            lines.append(f"{result['verdict']}: {result['claim']}")
            for found_of_it in result["findings"]:
                mark = "warning: " if found_of_it["severity"] == "warning" else ""
                lines.append(f"    {mark}{found_of_it['message']}")
        show(lines)
    return REJECTED if any(r["verdict"] == "unsupported" for r in results) else OK


def run_lesson(args: argparse.Namespace) -> int:
    from explainer.pack import build, load_content, write

    source = source_of(args.source, read_input(args.source), args.published)
    content = load_content(Path(args.content)) if args.content else None
    pack = build(source, content, seed=args.seed)
    try:
        write(pack, Path(args.output))
    except OSError as error:
        raise InputProblem(f"Cannot write {args.output}: {error.strerror or error}.") from None
    counts = {
        "pack": args.output,
        "facts": len(pack.facts),
        "steps": len(pack.lesson.steps),
        "items": len(pack.items),
        "rejected": len(pack.rejected),
    }
    show(counts if args.json else [f"{name}: {value}" for name, value in counts.items()])
    return OK


def run_handout(args: argparse.Namespace) -> int:
    from explainer.export.handout import handout

    html = handout(pack_in(args), teacher=args.teacher)
    try:
        Path(args.output).write_text(html, "utf-8")
    except (OSError, UnicodeEncodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "the text is not whole"
        raise InputProblem(f"Cannot write {args.output}: {said}.") from None
    told = {"handout": args.output, "for": "teacher" if args.teacher else "student"}
    show(told if args.json else [f"{name}: {value}" for name, value in told.items()])
    return OK


def run_batch(args: argparse.Namespace) -> int:
    from explainer.batch import run

    if args.lines == "-":
        run(sys.stdin.buffer, sys.stdout.buffer, args.task)
        return OK
    try:
        with Path(args.lines).open("rb") as lines:
            run(lines, sys.stdout.buffer, args.task)
    except OSError as error:
        raise InputProblem(f"Cannot read {args.lines}: {error.strerror or error}.") from None
    return OK
