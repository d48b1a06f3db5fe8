"""Word lists of the checker."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words of a list written as one string."""
    return tuple(text.split())


def _numbered(text: str, first: int = 0, step: int = 1) -> dict[str, float]:
    return {word: float(first + step * i) for i, word in enumerate(listed(text))}


UNITS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
) | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
COUNTERS = {"dozen": 12.0, "twice": 2.0, "once": 1.0, "both": 2.0, "half": 0.5}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30.0, "fortieth": 40.0, "fiftieth": 50.0}
MONTHS = (
    _numbered(
        "january february march april may june july august september october november december", 1
    )
    | _numbered("jan feb mar apr", 1)
    | _numbered("aug sep oct nov dec", 8)
    | {"sept": 9.0}
)
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday", 1)
SEASONS = {"spring": 1.0, "summer": 2.0, "autumn": 3.0, "winter": 4.0}
DECADES = _numbered("twenties thirties forties fifties sixties seventies eighties nineties", 20, 10)
NEGATIONS = frozenset(
    listed(
        "not no never none neither nor cannot without nobody nothing nowhere hardly barely scarcely"
    )
)
STOP = frozenset(
    listed(
        """a an the this that these those and or but if then than so as at by for from in into of
        off on onto out over to up with within between among about around after before during
        until till since while when where which who whom whose what why how whether is are was
        were be been being am do does did done doing have has had having will would shall should
        can could may might must it its he him his she her hers they them their theirs we us our
        you your i me my there here one ones such also only just very more most less least much
        many some any each every other others another own same both all few several s t d ll re
        ve m because due yet already still even however moreover thus too again ago next last per
        anyone anybody someone somebody whoever something anything whatever
        upon against across through under above below near toward towards"""
    )
)
# Words a question or a report adds that claim nothing of the world.
ASKING = frozenset(
    listed(
        """according article report reports reported say says said state states stated tell tells
        told claim claims claimed estimate estimates estimated put puts give gives given name
        names named describe describes described text author writes wrote write mention mentions
        mentioned following true false statement sentence passage answer choose pick select
        complete gap word words number many people person place thing things year date day time
        kind reason reasons explain explains explained argue argues argued believe believes
        believed think thinks thought call calls called take takes took happen happens happened
        come comes came order earliest latest event events speaker speak speaks spoke spoken
        source sources match part role country city town region newspaper outlet publication
        organisation organization quote quoted quotation voice view opinion evidence proves prove
        shows show best exactly approximately roughly correct"""
    )
)
# Nouns that stand for what the text has told: "an attempt of this kind".
SHELLS = frozenset(
    listed(
        """attempt effort step measure move case example result aim goal reason role form event
        development situation change problem difficulty trouble task issue idea concept method
        means approach feature aspect factor detail occasion opportunity possibility condition
        circumstance behaviour action activity process procedure project arrangement version"""
    )
)
SUFFIXES = listed("ations ation ings ing ies ied edly ed ers er es ly s")
LIGHT = frozenset(
    listed(
        """a an the to be been being yet so far have has had do does did will would can could may
        might must shall should is are was were am any ever even only just really still too very
        longer more than already in on of that about for with by at from into"""
    )
)
OPPOSITES = tuple(
    tuple(pair.split("/"))
    for pair in listed(
        """north/south northern/southern east/west eastern/western increase/decrease rise/fall
        rose/fell increased/decreased more/less most/least before/after above/below win/lose
        won/lost gain/lose accept/refuse accept/reject accepted/rejected support/oppose
        supported/opposed join/leave allow/forbid begin/end start/finish largest/smallest
        highest/lowest longest/shortest first/last older/younger inside/outside attack/defend
        succeed/fail succeeded/failed alive/dead found/lost open/closed opened/closed enter/leave
        up/down always/never majority/minority maximum/minimum oldest/youngest strong/weak
        easy/difficult easiest/hardest arrive/depart advance/retreat victory/defeat
        longer/shorter longer/less more/fewer over/under earlier/later higher/lower larger/smaller
        bigger/smaller cheaper/dearer faster/slower inside/outside"""
    )
)
NO_NAME = frozenset(
    listed(
        """the of al de von van mr mrs ms dr general president professor sir lord judge captain
        colonel minister inspector sergeant mayor governor senator chancellor king queen prince
        princess bishop doctor coach referee lieutenant major admiral marshal commander secretary
        ambassador justice chief director lady dame prime"""
    )
)
FILLER = frozenset(
    listed(
        """about around approximately roughly nearly almost some exactly only just people the a an
        in at on of by"""
    )
)
