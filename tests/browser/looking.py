"""What is looked for on a page: axe's serious findings, and whatever is wider than the window."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT

NOT_OURS = {"region", "landmark-one-main"}
# The folded menu is Streamlit's own, which we cannot mend from here.
ALL_BUT_THE_MENU = {"exclude": [["[data-testid=stSidebar]"]]}
RUN = """async context => {
  const { violations } = await axe.run(context, { resultTypes: ['violations'] });
  return violations.map(({ id, impact, nodes }) =>
    ({ id, impact, html: nodes.slice(0, 3).map(node => node.html.slice(0, 160)) }));
}"""
WIDER = "document.querySelector('[data-testid=stMain]').scrollWidth - window.innerWidth"


def serious(page, where, context=ALL_BUT_THE_MENU):
    """Serious and critical findings as (where, rule, nodes); without `context` of all the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        (where, wrong["id"], wrong["html"])
        for wrong in page.evaluate(RUN, context or {"include": [["html"]]})
        if wrong["impact"] in ("serious", "critical") and wrong["id"] not in NOT_OURS
    ]


def too_wide(page):
    """By how many pixels the page is wider than its window; at most 0 where it fits."""
    return page.evaluate(WIDER)
