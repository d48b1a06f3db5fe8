"""Which words stand for one another in news English, which oppose, which say little."""

from __future__ import annotations

import zlib
from importlib.resources import files

from explainer.word_set import word_set

# One group a line, verbs and nouns by their dictionary form; a word may stand in several.
_DATA = files("explainer").joinpath("data")
_GROUPS = _DATA.joinpath("alike.txt").read_text(encoding="utf-8").strip()
# Made from WordNet by tools/make_thesaurus.py: groups, opposites, nouns and wider ones.
_FURTHER, _APART, _ABOVE = (
    zlib.decompress(_DATA.joinpath("thesaurus.z").read_bytes()).decode().split("\n\n")
)

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

clear/convict clear/condemn clear/jail acquit/jail acquit/imprison overturn/uphold quash/uphold
defeat/pass approve/defeat adopt/defeat adopt/block pass/veto pass/scrap pass/vote_down
approve/turn_down accept/turn_down accept/throw_out agree/reject agree/oppose agree/resist
promote/relegate promote/demote promote/dismiss win/draw earn/lose make/lose profit/lose
continue/call_off continue/scrap continue/suspend continue/abandon continue/break_down hold/cancel
hold/postpone hold/call_off open/close_down keep/scrap keep/close start/finish start/abandon
extend/shorten extend/cancel renew/cancel renew/end prolong/end
accelerate/slow speed_up/slow_down go_up/go_down rise/go_down increase/go_down fall/go_up
step_up/scale_back boost/reduce boost/weaken climb/plunge climb/tumble rise/tumble rise/dip
gain/slip gain/tumble soar/fall soar/drop soar/slump jump/fall jump/drop surge/fall surge/drop
recover/worsen recover/fall recover/die rebound/fall improve/fall improve/decline
hire/lay_off recruit/lay_off create/axe create/lose create/eliminate add/cut add/lose
impose/lift impose/ease impose/remove impose/scrap introduce/lift introduce/scrap introduce/end
lift/tighten ban/permit ban/legalise ban/legalize legalise/outlaw outlaw/permit prohibit/allow
forbid/permit block/allow block/approve bar/admit bar/allow license/ban
join/quit join/exit stay/quit stay/resign stay/depart remain/quit remain/resign remain/depart
appoint/sack appoint/fire appoint/oust hire/sack reinstate/dismiss reinstate/sack
praise/attack praise/slam praise/blame praise/denounce welcome/denounce welcome/oppose hail/slam
back/reject back/slam support/criticise support/criticize support/attack support/resist
endorse/oppose endorse/reject favour/oppose favor/oppose
admit/dispute confirm/dispute confirm/contradict confirm/refute prove/disprove verify/refute
respect/break respect/breach obey/violate honour/break keep/break comply/violate
arrest/free detain/release detain/free jail/free jail/release imprison/free hold/release
capture/free capture/lose recapture/lose retake/lose win/forfeit seize/return seize/abandon
advance/withdraw attack/retreat attack/protect invade/withdraw occupy/leave occupy/withdraw
rescue/kill rescue/abandon survive/kill survive/perish survive/drown live/perish save/destroy
find/lose find/miss discover/lose recover/lose appear/disappear appear/vanish
reveal/conceal publish/hide publish/suppress release/withhold announce/conceal
demand/offer request/refuse offer/refuse offer/withdraw promise/deny grant/refuse grant/deny
grant/revoke award/revoke issue/revoke issue/withdraw sign/reject ratify/reject
unite/split merge/separate settle/dispute agree/argue reconcile/separate
succeed/flop thrive/struggle prosper/fail flourish/fade
strengthen/undermine stabilise/destabilise stabilize/destabilize secure/endanger protect/endanger
safe/unsafe safe/risky calm/violent mild/severe minor/serious minor/severe slight/severe
wider/narrower longer/shorter older/younger bigger/smaller larger/smaller stronger/weaker
faster/slower richer/poorer earlier/later cheaper/dearer hotter/colder warmer/colder cooler/warmer
heavier/lighter taller/shorter nearer/farther greater/lesser
oldest/newest tallest/shortest strongest/weakest fastest/slowest richest/poorest
northeast/southwest northwest/southeast upstream/downstream uphill/downhill
first/second first/third second/third former/current former/future previous/next
gold/silver silver/bronze gold/bronze
former/serving former/sitting retired/serving
uphold/reject uphold/dismiss allow/dismiss grant/dismiss grant/reject
many/little often/rarely often/seldom always/never sometimes/never frequently/rarely usually/rarely
everybody/nobody everyone/nobody all/none both/neither
evacuate/stay flee/stay flee/return arrive/flee import/export lend/pay
donor/recipient attacker/victim plaintiff/defendant prosecutor/defendant landlord/tenant
optimism/pessimism confidence/doubt hope/fear
drought/flood heatwave/cold rain/drought famine/plenty
allied/enemy domestic/imported secular/religious urban/remote
demolish/restore demolish/preserve demolish/build wreck/repair damage/repair break/repair
pollute/clean contaminate/clean plant/fell plant/uproot grow/wither
fasten/loosen block/clear close/reopen shut/reopen blocked/clear
toughen/ease toughen/relax simplify/complicate
vaccinate/infect infect/cure injure/heal wound/heal poison/cure
overestimate/underestimate exceed/miss meet/miss reach/miss
voluntary/forced free/captive free/costly paid/unpaid
armed/unarmed guilty/cleared convicted/acquitted
fall/higher rise/lower increase/lower decrease/higher vote/abstain
rise/lose climb/lose vacant/occupied vacant/fill empty/occupied
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
    "both": 2, "unanimous": 3, "unanimously": 3,
    "most": 2, "majority": 2, "mostly": 2, "usually": 2, "mainly": 2, "chiefly": 2, "primarily": 2,
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
    "reportedly letter interview quote acknowledge concede complain reply respond contend caution "
    "testify"
)
_SYNONYMS: dict[str, set[int]] = {}
for _number, _line in enumerate([*_GROUPS.splitlines(), *_FURTHER.splitlines()]):
    for _word in _line.split():
        _SYNONYMS.setdefault(_word, set()).add(_number)
_AGAINST: dict[str, set[str]] = {}
for _pair in [*_OPPOSITES.split(), *_APART.split()]:
    _one, _two = _pair.split("/")
    _AGAINST.setdefault(_one, set()).add(_two)
    _AGAINST.setdefault(_two, set()).add(_one)
# "car": {"vehicle"}: what a retelling may call it. "vehicle: car lorry" and "car vehicle" say so.
_WIDER: dict[str, set[str]] = {}
for _line in _ABOVE.splitlines():
    _below, *_uppers = _line.split()
    _WIDER.setdefault(_below, set()).update(_uppers)
for _line in _DATA.joinpath("wider.txt").read_text(encoding="utf-8").splitlines():
    _upper, _, _members = _line.partition(":")
    for _below in _members.split():
        _WIDER.setdefault(_below, set()).add(_upper)


def synonyms(one: str, two: str) -> bool:
    """Whether one dictionary form may stand for the other in a faithful retelling."""
    return not _SYNONYMS.get(one, set()).isdisjoint(_SYNONYMS.get(two, ()))


def groups_of(word: str) -> set[int]:
    return _SYNONYMS.get(word, set())


def wider_of(word: str) -> set[str]:
    """Nouns that hold what `word` names, among other things."""
    return _WIDER.get(word, set())


def opposites(word: str) -> set[str]:
    return _AGAINST.get(word, set())
