"""Which words stand for one another in news English, which oppose, which say little."""

from __future__ import annotations

from importlib.resources import files

from explainer.extract.word_set import word_set

# One group a line, verbs and nouns by their dictionary form; a word may stand in several.
_GROUPS = files("explainer").joinpath("data", "alike.txt").read_text(encoding="utf-8")

_OPPOSITES = """
rise/fall increase/decrease increase/fall rise/drop grow/shrink gain/lose up/down climb/fall
climb/drop
grow/fall grow/decline increase/decline increase/drop rise/decline higher/lower high/low
rise/decrease
win/lose victory/defeat success/failure succeed/fail pass/fail beat/lose
begin/end start/end open/close start/finish begin/finish start/stop begin/stop launch/end
open/shut
accept/reject accept/refuse approve/reject agree/refuse agree/disagree allow/ban allow/forbid
permit/ban allow/prevent approve/oppose
support/oppose back/oppose praise/criticise praise/criticize praise/condemn welcome/condemn
support/reject
arrive/leave enter/leave arrive/depart come/go return/leave join/leave
buy/sell give/take give/receive lend/borrow send/receive
north/south east/west northern/southern eastern/western left/right
large/small big/small major/minor long/short old/young old/new early/late first/last fast/slow
rich/poor strong/weak hot/cold warm/cold good/bad better/worse best/worst easy/difficult
safe/dangerous
more/less most/least more/fewer many/few majority/minority above/below over/under before/after
male/female man/woman boy/girl husband/wife father/mother son/daughter brother/sister king/queen
war/peace friend/enemy ally/enemy public/private legal/illegal guilty/innocent
admit/deny confirm/deny build/destroy create/destroy arrest/release imprison/release
capture/release
remember/forget love/hate live/die survive/die alive/dead kill/save attack/defend
strengthen/weaken improve/worsen expand/shrink raise/lower raise/cut increase/reduce increase/cut
widen/narrow
include/exclude inside/outside internal/external domestic/foreign
possible/impossible likely/unlikely able/unable happy/unhappy ready/unready
accessible/inaccessible
optimistic/pessimistic positive/negative hopeful/hopeless popular/unpopular
advance/retreat seize/lose regain/lose attract/repel encourage/discourage
resist/surrender surround/free conquer/lose form/disband cautious/reckless silent/vocal
inaccessible/open slim/high excellent/poor serious/slight complete/partial completely/partly
urban/rural civilian/military modern/ancient temporary/permanent minimum/maximum cheap/expensive
profit/loss surplus/deficit supply/demand import/export hire/fire employ/dismiss
hero/villain winner/loser teacher/student employer/employee buyer/seller
remain/leave stay/leave keep/abandon continue/stop delay/hasten
full/empty clean/dirty wet/dry deep/shallow wide/narrow heavy/light dark/bright
healthy/sick healthy/ill true/false right/wrong correct/incorrect
morning/evening day/night summer/winter support/against back/against favour/against for/against
sign/veto approve/veto pass/reject pass/block adopt/reject hire/dismiss employ/fire order/cancel
believe/doubt receive/lose open/closed succeed/collapse afraid/fearless appoint/dismiss elect/oust
fall/raise rise/lower
highest/lowest largest/smallest biggest/smallest longest/shortest best/worst oldest/youngest
easiest/hardest fill/empty fill/drain add/drop continue/drop continue/end continue/halt
create/cut shed/create hire/shed ignore/accept ignore/heed mock/praise blame/praise blame/thank
regret/celebrate calm/panic gather/scatter unite/divide merge/split connect/cut link/sever
lock/unlock load/unload wake/sleep freeze/thaw freeze/melt melt/solidify flood/dry
succeed/precede borrow/repay insult/praise defend/accuse convict/acquit convict/clear
condemn/defend charge/clear sentence/acquit upgrade/downgrade inflate/deflate boom/slump
soar/plunge surge/plunge jump/slump gain/drop gain/fall climb/slip rally/slump rise/slip
raise/slash boost/cut boost/hurt expand/contract lengthen/shorten tighten/loosen tighten/ease
ease/worsen enable/prevent help/hinder recruit/dismiss nominate/withdraw qualify/miss
reveal/hide disclose/conceal publish/withhold deploy/withdraw send/recall occupy/liberate
evacuate/return welcome/reject embrace/shun respect/violate obey/break obey/defy comply/defy
host/visit uphold/overturn reverse/uphold restore/abolish introduce/abolish found/dissolve
build/dismantle insert/remove attach/detach inherit/bequeath spend/save waste/save
senior/junior upper/lower front/rear top/bottom daily/weekly weekly/monthly monthly/yearly
vertical/horizontal rural/metropolitan local/national national/international
voluntary/compulsory optional/mandatory formal/informal official/unofficial
known/unknown expected/unexpected usual/unusual necessary/unnecessary fair/unfair
friendly/hostile calm/stormy calm/tense peaceful/violent generous/mean brave/cowardly
lucky/unlucky stable/unstable certain/uncertain clear/unclear visible/invisible
build/demolish marry/divorce promise/refuse follow/lead win/concede cheer/boo lend/repay
"""

# They say so little that a claim may use them freely.
GENERIC = word_set(
    "be have do make take get go come put use become give let keep happen occur begin "
    "continue include involve seem appear mean need want try set see find call say tell "
    "thing way kind sort type case fact matter part number amount lot time year day people "
    "person man woman group area place side point level order term one other another same "
    "such new many several various certain different also still already just only even very "
    "well now then there here however therefore while because although though more most "
    "much so too about around someone something member situation issue event report accord "
    "according total able due currently recently previously reportedly located article "
    "author text source news story full whole main further additional move result effect "
    "work"
)
STRONG = {
    "all": 3, "every": 3, "each": 3, "everyone": 3, "everybody": 3, "entire": 3, "whole": 3,
    "always": 3, "none": 3, "only": 3, "solely": 3, "exclusively": 3, "never": 3, "completely": 3,
    "most": 2, "majority": 2, "mostly": 2, "usually": 2, "mainly": 2,
    "many": 1, "often": 1, "several": 1, "some": 0, "few": 0, "sometimes": 0,
}  # fmt: skip
NEGATORS = word_set(
    "not no never none nobody nothing neither nor without hardly scarcely barely n't cannot"
)
REFUSERS = word_set("fail refuse deny reject decline lack avoid stop prevent cease unable")
POSSIBLE = word_set("may might could can possibly perhaps maybe potentially likely probably seem")
FUTURE = word_set(
    "promise pledge vow agree threaten offer urge ask order call will would shall going "
    "plan intend expect hope want aim try attempt seek"
)
CUES = word_set(
    "say tell state add note explain declare announce underline stress emphasize emphasise "
    "remark comment write report claim believe think consider argue insist allege accord "
    "estimate ask appeal beg plead request describe warn deny admit confirm reveal suggest "
    "predict expect according maintain call urge demand assert point mention allegedly "
    "reportedly letter interview quote"
)
_SYNONYMS: dict[str, set[int]] = {}
for _number, _line in enumerate(_GROUPS.strip().splitlines()):
    for _word in _line.split():
        _SYNONYMS.setdefault(_word, set()).add(_number)
_AGAINST: dict[str, set[str]] = {}
for _pair in _OPPOSITES.split():
    _one, _two = _pair.split("/")
    _AGAINST.setdefault(_one, set()).add(_two)
    _AGAINST.setdefault(_two, set()).add(_one)


def synonyms(one: str, two: str) -> bool:
    """Whether one dictionary form may stand for the other in a faithful retelling."""
    return not _SYNONYMS.get(one, set()).isdisjoint(_SYNONYMS.get(two, ()))


def groups_of(word: str) -> set[int]:
    return _SYNONYMS.get(word, set())


def opposites(word: str) -> set[str]:
    return _AGAINST.get(word, set())
