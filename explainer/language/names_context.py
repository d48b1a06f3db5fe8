"""What the words around a name say about it: that a person is meant, a place, a team, a group."""

from __future__ import annotations

import re

from explainer.language import names_words as w
from explainer.language.word_tree import trie

_DIRECTION = (
    r"(?: (?:the|central|downtown|nearby|southern|northern|eastern|western|south|north|east|west|"
    r"(?:south|north)-?(?:east|west)(?:ern)?|upstate|rural|war-torn|mainland|neighbou?ring|today's|"
    r"(?:city|town|village|province|district|state|region|port|suburb|island|republic) of|capital|"
    r"occupied|post-war|modern|ancient|present-day|inner|outer|greater|old))*"
)
_IN = re.compile(
    rf"\b(?:in|near|at|from|to|into|towards?|outside|around|across|through|via|throughout|within|"
    rf"inside|reach(?:ed)?|leave|left|leaving|enter(?:ed)?|visit(?:ed|ing|s)?|between|over|of|"
    rf"capital|city|town|village|between \w+ and|invad(?:e|ed|ing)|bomb(?:ed|ing)|captured?|"
    rf"based in|fled|flee|beyond|off|on){_DIRECTION}\s$",
    re.I,
)
_STRICTLY_IN = re.compile(
    rf"(?:\b(?:in|near|outside|around|throughout|inside|into)(?! interview){_DIRECTION}"
    rf"|\b(?:city|town|village|province|district|state|suburb|outskirts|streets|island|port|hamlet|"
    rf"governorate|municipality|commune|settlement|neighbou?rhood|ridge|hill|mountain|valley|bridge|river|beach|"
    rf"fort|crossing|camp|prison|airport)(?: of| at)?(?: the)?)\s$",
    re.I,
)
# "Baltic states", "Kola peninsula": joined to the name where the gazetteer has it so.
WIDER = re.compile(
    r"[ \xa0]((?:states|sea|ocean|peninsula|mountains|islands?|river|desert|valley|strip|gulf|"
    r"canal|basin|delta|plateau|gorge|pass|tunnel))\b"
)
# Behind a name these make it a place, whoever may be called so.
_WORD = r"[A-Z][\w'’-]+"
UNIT = re.compile(
    rf"[ \xa0](?:and[ \xa0]{_WORD}(?:[ \xa0]{_WORD})?[ \xa0])?"
    r"(?:districts?|provinces?|governorates?|subdistricts?|municipalit(?:y|ies)|prefectures?"
    r"|oblasts?)\b"
)
# "Marburg virus", "Lassa fever": a disease, not the place it was found at.
_MANY = re.compile(r"[ \xa0][a-z]+s\b")
_DISEASE = re.compile(
    r"[ \xa0](?:virus|fever|disease|encephalitis|flu|influenza|h(?:a)?emorrhagic|syndrome|variant|"
    r"strain|respiratory|virus's)\b"
)
FEATURE = re.compile(rf"[ \xa0](?:{w.LOWER_FEATURES})\b")
_SPEAKS = rf"[ \xa0](?:has |had |also |then |later |himself |herself )?(?:{w.SAY})\b"
_HUMAN = re.compile(
    rf"{_SPEAKS}|,?[ \xa0](?:{w.HUMAN})\b"
    rf"|,[ \xa0](?:\d{{1,3}}(?=[,.;)] ?)|aged \d|an? (?!.{{0,20}}(?:city|town|village|country))"
    rf"|the (?:son|daughter|wife|husband|widow) of|who\b|whose\b)|[ \xa0]\(\d{{2}}\)"
)
_INTRODUCED = re.compile(
    rf",[ \xa0](?:\d{{1,3}}\b|aged \d|who\b"
    rf"|(?:an?|the|its|their|his|her)(?: \w+)?[ \xa0](?:{w.LOWER_TITLES})\b)"
)
_KIN = re.compile(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|children|twins|baby|toddler|niece|"
    r"nephew|boyfriend|girlfriend|grandson|granddaughter|grandmother|grandfather|stepson|"
    r"stepdaughter|fianc[ée]e?|neighbou?r|friend|classmate|roommate|named|called|nicknamed),?\s$"
)
_TIE = re.compile(
    r"\b(?:his|her|their|my|our|whose) (?:\w+ )?(?:sons?|daughter|wife|husband|brother|sister|"
    r"niece|nephew|boyfriend|girlfriend|grandson|granddaughter|grandmother|grandfather|stepson|mother|"
    r"father|stepdaughter|fianc[ée]e?|neighbou?r|friend|cousin|uncle|aunt|colleague|classmate), $",
    re.I,
)
_SAID_BY = re.compile(rf"[\"”’,][ \xa0](?:{w.SAY})\s$")
_LOWER_TITLE = re.compile(
    rf"\b((?:acting |former |deputy |vice |co-|assistant |chief |senior )?(?:{w.LOWER_TITLES}))\s$",
    re.I,
)
GROUP = re.compile(
    r"['’]s? (?:spokes|leader|fighters|army|forces|government|regime|supreme|militants|rule|men|"
    r"takeover|offensive|advance)"
    r"|[ \xa0](?:militants|fighters|network|militia|gang|clan|cartel|rebels|insurgents|commanders?|"
    r"are|were|have|haven['’]t|aren['’]t|weren['’]t|control|seized?|say|want|seek|plan|"
    r"claim|deny|fight|refuse|continue|hold|attack|insist|themselves)\b"
)
_PLAYS = re.compile(
    r"[ \xa0](?:beat|defeated|thrashed|drew|lost|won|w[io]n|host(?:ed|s)?|face[sd]?|play(?:s|ed)?|"
    r"scored|equali[sz]ed|sign(?:ed|s)|led|take on|took on|travel(?:led)? to|visit(?:ed)?|"
    r"meets?|dominated|trailed|finished|conceded|qualified|are (?:top|bottom|second|third|without)|"
    r"manager|captain|striker|midfielder|defender|forward|winger|goalkeeper|coach|fans?|"
    r"supporters|side|v|vs\.?|\d{1,2}[-–]\d{1,2})\b"
)
_BEATEN = re.compile(
    r"\b(?:beat|beats|beating|defeated|thrashed|against|over|host|hosts?|hosting|at home to|faces?|"
    r"facing|v|vs\.?|joined|draw with|defeat (?:to|by)|defeat at|win over|victory over|lost to|"
    r"joined from|signed from|move to|loan (?:to|from)|meet|play|playing|\d[-–]\d)(?: the)?\s$"
)
_SIDE = re.compile(
    r"[ \xa0](?:(?:had|have|has) (?:led|won|lost|beaten|drawn|scored|gone)|tops? the|topped the|"
    r"moved (?:into|up|to|clear|level|top|within)|climbed|edged|came from behind|went ahead)\b"
    r"|,[ \xa0]who (?:drew|won|lost|beat|are|have|had|play)\b"
)
_AGAINST = re.compile(r"\b(?:clear of|ahead of|behind|level with|drew with|against|beaten by)\s$")
_SPORT = (
    "match, league, goal, goals, striker, midfielder, goalkeeper, coach, season, penalty, "
    "half-time, innings, wicket, wickets, quarterback, touchdown, touchdowns, semifinal, "
    "semifinals, semi-final, semi-finals, playoff, playoffs, tournament, scored, stoppage time, "
    "kick-off, relegation, batsman, batsmen, bowler, derby, fixture, fixtures, squad, trophy, "
    "free kick, free-kick, rebounds, runs, title race, home run, first half, second half, "
    "substitute, headed, League, winger, equaliser, equalizer, hat-trick, clean sheet, NFL, NBA, "
    "NHL, World Cup, Super Bowl, linebacker, touchline, scoring twice, knockout stage, grand slam"
)
_SPORT_WORDS = re.compile(rf"\b({trie(_SPORT.split(', '))})\b")
_MEDIA_WORDS = (
    "newspaper|magazine|daily|weekly|agency|portal|station|channel|broadcaster|website|journal|"
    "tabloid|outlet|band|company|firm|group|party|club|firms|companies|bank|retailer|airline|"
    "giant|maker|giants|startup|start-up|network|newspapers|state-owned|state-run|consultancy|miner|"
    "lender|insurer|brewer|drugmaker|carmaker|chipmaker|automaker|planemaker|nonprofit|charity"
)
_MEDIA = re.compile(rf"\b(?:{_MEDIA_WORDS})[ \xa0][\"“‘«'„]?$")
# "Boko Haram commander", "Houthi rebels": a word of no other meaning before these is a group's.
_MEMBERS = re.compile(
    r"[ \xa0](?:(?:senior|suspected|local|armed|foreign) )?(?:leaders?|(?:sub-?)?commanders?|"
    r"facilitators?|fighters?|militants?|insurgents?|insurgency|networks?|operatives?|cells?|"
    r"gunm[ae]n|rebels?|militia(?:m[ae]n)?|explosives|shadow|safe[ -]?havens?|positions?|"
    r"strongholds?|bomb-?makers?|members?|spokesm[ae]n|regime|government|movement|offensive|attacks?)\b"
)
_COMPANY = re.compile(
    r",[ \xa0](?:based|headquartered)[ \xa0]in\b"
    r"|(?:['’]s?)?[ \xa0](?:shares|stock|chief (?:executive|economist)|CEO|CFO|executives?|"
    r"employees|headquarters|customers|subsidiary|plc|profits?|revenues?|sales|shareholders|"
    r"investors)\b"
)
_OF_COMPANY = re.compile(
    r"\b(?:shares? (?:in|of)|rivals?|subsidiary|stakes? in|takeover of|acquisition of|acquired?|"
    r"mergers? (?:with|of)|owned by|work(?:s|ed|ing)? (?:at|for)|employed by|made by|founded|"
    r"customers of|investors in|supplier to|bid for|buy|bought|sold by|listed|chairman of)\s$"
)
# A trade that is a person's: "the retired miner", "a young brewer".
_TRADE = re.compile(
    r"\b(?:retired|former|young|old|elderly|veteran|local|unemployed|widowed|injured|trapped|"
    r"missing|dead|rescued|year-old|fellow) (?:miner|brewer|maker|lender) $"
)
_TOLD = re.compile(
    r"\b(?:told|reported by|according to|interview (?:with|to)|source:|quoted by)\s[\"“‘«']?$", re.I
)
_PUBLISHED = re.compile(
    r"\b(?:published|appear(?:s|ed)?|paper|study|article|editorial|findings) "
    r"(?:online |today |on \w+ )?in $"
)
THE = re.compile(r"\bthe\s[\"“‘«']?$", re.I)
_WORKS_AT = re.compile(
    r"\b(?:analysts?|economists?|strategists?|partners?|colleagues|executives?|engineers?|"
    r"professors?|researchers?|traders?|brokers?|shares|stake|work(?:s|ed)|job|employees?|"
    r"spokes\w+|bankers?|lawyers?) (?:at|in|of|for|from) $"
)
_OPENING = " \xa0\n\t\"“‘«'„"

# The last words these patterns can end in: asked for first, since most words are none of them.
_OUTLET_ENDS = (*_MEDIA_WORDS.split("|"), "told", "by", "to", "with", "source:")
_EMPLOYER_ENDS = (
    *_MEDIA_WORDS.split("|"),
    *("in", "of", "at", "for", "from", "with", "by", "to", "rival", "rivals", "subsidiary"),
    *("acquire", "acquired", "founded", "buy", "bought", "listed"),
)
_BEFORE_PLACES = frozenset(
    re.findall(r"[a-z]+(?:-[a-z]+)?", _IN.pattern + _STRICTLY_IN.pattern)
) | {"neighboring", "neighbouring", "neighborhood", "neighbourhood", "today's"} | {
    a + b + c for a in ("north", "south") for b in ("east", "west", "-east", "-west")
    for c in ("", "ern")
} | {stem + end for stem in ("reach", "enter", "visit", "invad", "bomb", "captur")
     for end in ("ed", "ing", "e", "s")}  # fmt: skip
# Straight before a name these alone say it, without a look at the words before them.
_STRICT = frozenset({"in", "near", "outside", "around", "throughout", "inside", "into"})
# What is said by these alone, where no word that may come before places comes before them.
_TAILS = {"the": "", "of": "loosely", "at": "loosely", "to": "loosely", "from": "loosely"}
_ENDS = tuple(_BEFORE_PLACES)
_TITLE_ENDS = frozenset(title.split(" ")[-1] for title in w.LOWER_TITLES.split("|"))


def located(before: str) -> str:
    """ "strictly" after "in", "near", "the town of"; "loosely" after "to", "at", "of"; else ""."""
    words = before.rsplit(None, 2)
    last = words[-1].lower() if words and before[-1:].isspace() else ""
    if last not in _BEFORE_PLACES:
        return ""
    one_space = not before[-2].isspace()
    if one_space and last in _STRICT:
        return "strictly"
    if one_space and last in _TAILS and not words[-2 % len(words)].lower().endswith(_ENDS):
        return _TAILS[last]
    if _STRICTLY_IN.search(before):
        return "strictly"
    return "loosely" if _IN.search(before) else ""


def lower_title(before: str) -> str | None:
    """A title in small letters that ends here ("acting president")."""
    if _last_word(before) not in _TITLE_ENDS:
        return None
    match = _LOWER_TITLE.search(before)
    return match[1] if match else None


def _last_word(before: str) -> str:
    words = before.rsplit(None, 1)
    return words[-1].lower() if words else ""


def is_sport(text: str) -> bool:
    """Whether the text reports on sport, where teams bear the names of towns."""
    found = set()
    for match in _SPORT_WORDS.finditer(text):
        found.add(match[1].lower())
        if len(found) >= 3:
            return True
    return False


def human(before: str, after: str) -> bool:
    """Whether what is named speaks, is born, has an age, is a "spokesman" or "author"."""
    if _HUMAN.match(after) or lower_title(before):
        return True
    return bool(_SAID_BY.search(before[-16:]))


def introduced(after: str) -> bool:
    """Whether an age or an office follows, as only after a person."""
    return bool(_INTRODUCED.match(after))


def kin(before: str) -> bool:
    """Whether a bare first name is likely: "her sons, Thomas"."""
    return bool(_KIN.search(before[-16:]))


def team(before: str, after: str) -> bool:
    return bool(_PLAYS.match(after) or _BEATEN.search(before[-24:]))


def side(before: str, after: str) -> bool:
    """As above, of what is a town's name: words that a person's name may have beside it too."""
    return bool(_SIDE.match(after) or _AGAINST.search(before[-20:]))


def relative(before: str, after: str) -> bool:
    """Whether a name is set beside a person told by a tie: "His neighbour, Amina, saw it"."""
    return after[:1] in (",", ".", ";", "'", "’") and bool(_TIE.search(before[-32:]))


def members(after: str) -> bool:
    """Whether what follows has a group for its owner: fighters, a network, a regime."""
    return bool(_MEMBERS.match(after))


def counted(after: str) -> bool:
    """Whether a noun of many follows: "Two Haqqani Network facilitators"."""
    return bool(_MANY.match(after))


def disease(after: str) -> bool:
    return bool(_DISEASE.match(after))


def article(before: str) -> bool:
    return bool(THE.search(before[-6:]))


def employer(before: str, after: str) -> bool:
    """Whether a company is meant ("an analyst at …", "the carmaker …", "… shares")."""
    if _COMPANY.match(after):
        return True
    if not before.rstrip(_OPENING).endswith(_EMPLOYER_ENDS):
        return False
    near = before[-24:]
    if _TRADE.search(near):
        return False
    return bool(_OF_COMPANY.search(near) or _WORKS_AT.search(before) or _MEDIA.search(near))


def published(before: str) -> bool:
    """Whether a journal is named: "published in", "a study in the journal"."""
    return before.endswith("in ") and bool(_PUBLISHED.search(before[-40:]))


def outlet(before: str) -> bool:
    """Whether words before say that an outlet or a firm is named: "told", "the newspaper"."""
    if not before.rstrip(_OPENING).lower().endswith(_OUTLET_ENDS):
        return False
    near = before[-24:]
    return bool(_TOLD.search(near) or _MEDIA.search(near))
