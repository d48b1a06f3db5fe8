"""What became of an article on the way to its lesson, to read and to keep."""

from __future__ import annotations

from explainer.draft import Draft
from explainer.second_look import findings_of_look


def report(draft: Draft) -> str:
    """What was found, proven, refused, made and rejected, with reasons: Markdown to keep."""
    pack = draft.pack
    proven = [fact for fact in pack.facts if fact.origin == "source"]
    approved, made = len(draft.approved), len(pack.items) + len(pack.rejected)
    lines = [
        f"# {pack.title}",
        "",
        f"- {draft.sentences} sentences read",
        f"- {len(proven) + len(draft.refused)} statements found: {len(proven)} proven by their "
        f"words, {len(draft.refused)} left out because they are not",
        f"- {made} question{'s' * (made != 1)} made: {len(pack.items)} in the "
        f"lesson, {len(pack.rejected)} rejected by the checks",
        f"- {approved} question{'s' * (approved != 1)} approved for students",
    ]
    carried = len(pack.items) if draft.carried is None else draft.carried
    if draft.wanted and carried < draft.wanted:
        lines.append(f"- {draft.wanted} questions were asked for; the article carries {carried}")
    if (told := draft.suggested) is not None:
        lines.append(f"- {told.model} proposed {told.proposed}, {told.kept} of it kept")
        lines += [f"  - {t.what}: {t.kept} of {t.proposed}" for t in told.tallies if t.proposed]
        lines += [f"- {told.note}"] if told.note else []
        lines += _wordings(draft)
        lines += ["", "## The model's proposals that were refused", ""]
        lines += [f"- {f.code}: {f.message}" for f in told.refused]
    lines += ["", "## Statements left out, not proven by the article's words", ""]
    lines += [f"- {f.code}: {f.message}" for f in draft.refused] or ["None."]
    lines += ["", "## Questions rejected", ""]
    for rejected in pack.rejected:
        lines.append(f"- {rejected.item.stem}")
        lines += [f"  - {f.code}: {f.message}" for f in rejected.findings]
    lines += [] if pack.rejected else ["None."]
    lines += _second_looks(draft)
    own = [i.stem for i in pack.items if i.origin == "teacher"]
    own += [f.statement for f in pack.facts if f.origin == "teacher"]
    lines += ["", "## Kept as the teacher's own", "", *([f"- {each}" for each in own] or ["None."])]
    return "\n".join(lines) + "\n"


def _wordings(draft: Draft) -> list[str]:
    """What the model worded beside the lesson, and whether students see it."""
    names = {"plain": "plainly", "term": "word to know", "prompt": "to discuss"}
    return [
        f"- {names[each.kind]} ({'approved' if each.approved else 'not approved'}): {each.text}"
        for each in draft.wordings
    ]


def _second_looks(draft: Draft) -> list[str]:
    """What a model that answered the questions found, where they still read as they did."""
    items = {item.id: item for item in draft.pack.items}
    lines = []
    for look in draft.looks:
        item = items.get(look.item_id)
        for finding in findings_of_look(look, item) if item else ():
            lines.append(f"- {item.stem if item else look.item_id}: {finding.message}")
    told = lines or ["Nothing to tell."]
    return ["", "## Second looks by a model", "", *told] if draft.looks else []
