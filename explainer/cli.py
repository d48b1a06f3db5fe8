"""The command line: the second client of the engine."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import NoReturn

from explainer import __version__, commands
from explainer.commands import OK
from explainer.findings import InputProblem

BAD_INPUT = 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"explainer: {message}. See '{self.prog} --help'.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0; 1 when a check rejects; 2 on bad use or unreadable input."""
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args))
    except InputProblem as problem:
        print(f"explainer: {problem}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left; there is no one to tell
        return OK
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="explainer", description="From one article to a lesson you can trust.")
    parser.add_argument("--version", action="version", version=__version__)
    every = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], says: str) -> _Parser:
        sub: _Parser = every.add_parser(name, help=says, description=says)
        sub.set_defaults(run=run)
        sub.add_argument("--json", action="store_true", help="print JSON")
        return sub

    def with_source(sub: _Parser, name: str = "source") -> None:
        sub.add_argument(name, metavar="SOURCE", help="a text file, or - for standard input")
        _dated(sub)

    with_source(command("facts", commands.run_facts, "Facts of a text, each with its words."))
    with_source(command("timeline", commands.run_timeline, "Events of a text, in order."))
    with_source(
        command("places", commands.run_places, "Places of a text, with coordinates where sure.")
    )
    quiz = command("quiz", commands.run_quiz, "A checked quiz on a text.")
    with_source(quiz)
    quiz.add_argument("--items", type=_count, metavar="N", help="how many items at most")
    quiz.add_argument("--kinds", metavar="A,B", default="", help="only these kinds of item")
    quiz.add_argument(
        "--levels", metavar="A,B", default="",
        help="only these of recall, connect, infer; recall=2,infer=1 gives them shares",
    )  # fmt: skip
    quiz.add_argument("--content", metavar="FOLDER", help="a folder of curated content")
    quiz.add_argument(
        "--source-only", action="store_true", help="nothing that rests on the curated content"
    )
    quiz.add_argument("--seed", type=int, default=0, metavar="S", help="same seed, same quiz")
    check = command(
        "check", commands.run_check, "Check quiz items, whoever wrote them, against their source."
    )
    check.add_argument("quiz", metavar="QUIZ", help="a quiz as JSON, or -")
    check.add_argument("--source", required=True, metavar="SOURCE")
    _dated(check)
    verify = command("verify", commands.run_verify, "Say which claims a text supports.")
    verify.add_argument("claims", nargs="?", default="-", help="a file of claims, one a line, or -")
    verify.add_argument("--source", required=True, metavar="SOURCE")
    _dated(verify)
    lesson = command("lesson", commands.run_lesson, "Build the whole lesson pack of a text.")
    with_source(lesson)
    lesson.add_argument("-o", "--output", required=True, metavar="PACK", help="where to write it")
    lesson.add_argument("--content", metavar="FOLDER", help="a folder of curated content")
    lesson.add_argument("--seed", type=int, default=0, metavar="S")
    paper = command(
        "handout", commands.run_handout, "A handout to print, from a text or a lesson pack."
    )
    paper.add_argument("source", metavar="PACK_OR_SOURCE", help="a pack, a text file, or -")
    _dated(paper)
    paper.add_argument("-o", "--output", required=True, metavar="FILE", help="the HTML to write")
    paper.add_argument("--teacher", action="store_true", help="with key, evidence and notes")
    paper.add_argument("--content", metavar="DIR", help="a folder of curated content")
    batch = command(
        "batch", commands.run_batch, "One JSON document a line in, one result a line out."
    )
    batch.add_argument("lines", nargs="?", default="-", help="a file of JSON lines, or -")
    batch.add_argument("--task", choices=("facts", "verify", "check", "quiz"), default="facts")
    return parser


def _dated(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--published", type=_day, metavar="YYYY-MM-DD", help="publication date, if you know better"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date like 2021-08-25") from None


def _count(text: str) -> int:
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not a whole number above 0")
