"""Which words stand for one another in news English, which oppose, which say little."""

from __future__ import annotations

from explainer.extract.word_set import word_set

# One group a line; a word may stand in several. Verbs and nouns by their dictionary form.
_GROUPS = """
say tell state add note explain declare announce underline stress emphasize emphasise remark comment
say tell write mention point assert voice claim maintain insist argue affirm state
call demand urge ask appeal request plead beg seek
kill slay murder shoot dead die death fatality perish fatal deadly
injure wound hurt injury harm casualty
attack assault strike raid hit target shell bomb blast
explosion blast bomb detonation explode
begin start launch open commence kick
end finish conclude close stop cease halt
buy purchase acquire
reject dismiss refuse turn
collect raise gather
found open start establish launch
save rescue keep preserve
own owner possess ownership
show screen
ask tell instruct order
stay remain
shut close
poor needy
begin open
decide decision choose
lead head front
hit affect
vow promise pledge guarantee
quit leave resign
reach achieve attain
fly travel
get win earn
build make
cry weep tear
happen occur
speak say
tiny small
house accommodate
boss manager head
pupil student schoolchild schoolchildren
money zloty rent cash
conduct carry perform undertake
raise increase lift hike
receive get go
rise increase climb grow jump gain surge up soar growth higher
fall drop decrease decline decrease slip slump down plunge lower reduce cut sink
show reveal indicate demonstrate find suggest
help aid assist support assistance back
win victory triumph beat defeat clinch
arrest detain custody hold capture apprehend
police officer force
car vehicle automobile
house home residence dwelling household
resign resignation quit step
electricity power energy
centimetre centimeter cm
kilometre kilometer km
kilogram kilo kg
shut close
injure hurt unharmed
company firm business corporation group
child kid youngster pupil
leader head chief boss lead
film movie picture
doctor physician medic
nation country state
city town municipality
protest demonstrate rally demonstration march protester demonstrator
fight battle combat clash war
soldier troop force army military serviceman
weapon arm ammunition
build construct erect construction
destroy ruin demolish wreck
damage harm
plan intend aim scheme propose
choose elect select pick vote
name appoint nominate
job work employment post position
worker employee staff labour labor
pay cost price spend
money fund cash funding finance
give provide grant supply offer donate hand
receive get obtain gain
resign quit step leave
leave depart exit withdraw
return come back
arrive reach land come
meet encounter meeting talk
talk negotiate negotiation discuss discussion conversation
agree agreement accord deal pact treaty
refuse reject decline deny
accept approve agree adopt
ban prohibit forbid outlaw
allow permit let enable
law legislation act bill
court tribunal judge
lawyer attorney barrister
prison jail imprison gaol incarcerate
sentence condemn punish
crime offence offense
steal rob theft robbery burglary
fire blaze wildfire burn flame
storm hurricane cyclone typhoon
flood flooding inundate
earthquake quake tremor
road street highway route
ship vessel boat
plane aircraft airplane jet airliner
flight fly
train railway rail
team side squad club
match game fixture
goal score net
player footballer
coach manager trainer
season campaign
big large huge great major massive sizeable
small little tiny minor
important significant key crucial vital essential
difficult hard tough challenging hardest
quick fast rapid swift
new recent latest fresh
old ancient elderly aged
rich wealthy affluent
poor impoverished
famous well-known renowned celebrated known prominent
person people man woman individual resident citizen inhabitant
resident inhabitant local citizen villager
illness disease sickness
vaccine jab shot vaccination inoculation
hospital clinic
patient sufferer
school academy
university college
teacher educator instructor
student pupil undergraduate
scientist researcher academic expert
expert specialist analyst
study research survey report
book novel
author writer novelist
song track
rule govern control govern regime
control command hold seize
seize capture take occupy grab
regain retake recapture recover
surround encircle besiege
border frontier boundary
neighbouring neighboring adjacent nearby next neighbour neighbor
connect link join
form create establish found set
gather assemble meet
near close nearby
include comprise contain
contain hold
carry transport bring
send dispatch deploy
move travel go head
drive ride
try attempt seek effort
manage succeed able
fail unable
need require necessary
want wish desire hope
think believe consider regard view
know aware
see watch view witness
look appear seem
hope expect expectation
fear worry concern afraid worried
promise pledge vow
warn caution alert warning
threaten threat
blame accuse
criticise criticize condemn denounce slam
praise commend hail laud
thank grateful
use utilise utilize employ
make produce manufacture
sell market
open inaugurate
join enter
continue carry remain keep go
stay remain
grow expand growth increase
reduce cut lower decrease
improve better boost enhance
worsen deteriorate worse
approximately about around roughly nearly almost
year annual annually yearly
month monthly
day daily
week weekly
early earlier
government administration cabinet authority
authority official
parliament legislature assembly
president head
minister secretary
election vote poll ballot
voter electorate
extremist militant insurgent terrorist islamist radical fighter
rebel insurgent guerrilla
resist oppose resistance opposition
refuge shelter haven
hide shelter
son child
daughter child
letter message
interview conversation
newspaper daily paper
publish print release
language tongue
mountain mountainous peak
valley gorge
narrow tight
majority most
population people inhabitant
half fifty
double twice
cautious careful wary
silent quiet respond
ready prepared willing
victim dead
survive survivor survival
rescue save
search hunt look
discover find discovery uncover
invent invention
locate situate lie
live reside
bear birth
marry wed husband wife
money dollar
profit earnings income
revenue turnover sales
customer client consumer
shareholder investor
economy economic
environment environmental
climate warming
pollution pollute
animal creature
tree forest
water river
celebrate mark
event ceremony
visit tour trip
visitor tourist
border abut adjoin
pass approve adopt
top summit peak
fund finance pay sponsor subsidise subsidize bankroll
hire employ recruit engage
lose loss
receive accept get
fire dismiss sack layoff
grow cultivate
teach educate instruct
heal recover cure
halve half
triple treble thrice
purchase buy acquisition takeover
merge merger combine unite union
bankrupt insolvent insolvency bankruptcy
debt loan borrow credit
tax levy duty
budget spending expenditure
wage salary pay earnings
strike walkout stoppage
fine penalty penalise penalize
guilty convict conviction
charge indict accuse prosecute
plead say
investigate probe inquiry investigation examine inspect
suspect suspicion alleged
evidence proof
trial hearing case
appeal challenge contest
suit lawsuit sue
inhabit live
evacuate evacuation flee escape
refugee migrant asylum
migrate migration emigrate immigrate
travel journey trip
tourist holidaymaker visitor
passenger traveller traveler
crash collide collision accident smash
hit strike collide
sink capsize founder
drown die
rain rainfall downpour
snow snowfall blizzard
drought dry
heat heatwave hot
cold freeze frost freezing
warn alert
predict forecast project
collapse crumble fall
repair fix restore mend renovate
rebuild reconstruct restore
replace substitute
remove withdraw take
move relocate shift transfer
hand give transfer
share split divide
divide separate
join merge
publish release issue
release free
launch introduce unveil present
unveil present reveal
perform play concert
sing perform
paint draw painting picture
picture photograph photo image
film shoot
show exhibit display exhibition
compete contest race
race run
champion winner title
title trophy cup championship
record best
defeat loss lose
draw tie
qualify advance
fan supporter
crowd audience spectator attendance
watch attend
injury hurt injure
operate run manage
operation surgery
treat treatment cure
drug medicine medication
disease virus infection
infect contract catch
test examine
dose shot
birth born
age old
grow rise
marriage wedding marry
divorce separate
mother parent
father parent
relative family
friend ally
ally partner
enemy rebel
peace ceasefire truce
ceasefire truce armistice
treaty agreement
sanction embargo
invade invasion occupy
occupy seize capture
retreat withdraw withdrawal
bomb shell bombard
missile rocket
gun rifle weapon pistol firearm
gunman shooter attacker
hostage captive
kidnap abduct
escape flee
hide conceal
spy espionage
smuggle traffic
secret confidential
leak disclose
lie mislead
cheat fraud deceive
bribe corruption corrupt
debate discuss
speech address
letter note
mail post
phone telephone mobile
internet online web
computer machine
software programme program
engine motor
fuel petrol gasoline gas diesel
electricity power
plant factory
mine pit colliery
oil petroleum crude
farm agriculture farmer
crop harvest
food meal
eat consume
drink beverage
shop store
market bazaar
trade commerce
export sell
import buy
price cost
cheap inexpensive
expensive costly
free gratis
worth value cost
estimate reckon
count number
quarter fourth
third tertiary
double twofold
maximum most
minimum least
average mean
annual yearly
century hundred
decade ten
start beginning
end finish
final last
initial first
former ex previous
previous earlier prior last
next following
current present
future coming upcoming
long lengthy
short brief
tall high
wide broad
deep profound
heavy weighty
strong powerful
weak feeble
dangerous risky hazardous unsafe
safe secure
happy glad pleased delighted
sad unhappy
angry furious
surprise shock astonish
beautiful lovely
clever smart intelligent
strange odd unusual
normal usual ordinary common
rare uncommon scarce
empty vacant
full complete
whole entire complete total
main chief principal
special particular
right correct
wrong incorrect false
true real genuine
fake false counterfeit
mistake error
problem difficulty issue trouble
solution answer
question query
chance opportunity possibility likelihood probability
risk danger threat
goal aim objective target
result outcome consequence
reason cause
effect impact influence
change alter modify amend
keep retain maintain preserve
protect guard defend safeguard preserve
save conserve
waste squander
prevent stop avert
avoid evade
force compel oblige make
persuade convince
encourage urge
discourage deter
support favour favor endorse
oppose against object
disagree differ
argue dispute quarrel
complain complaint grumble
apologise apologize sorry apology
forgive pardon
punish penalise
reward prize award
honour honor award
award prize medal
celebrate festival
festival fair
holiday vacation
guest visitor
host organise organize
organise organize arrange
arrange plan prepare
prepare train
practise practice train
learn study
read study
write pen author compose
describe portray depict
call name dub describe term
mean signify
explain clarify
understand comprehend grasp
remember recall
forget overlook
notice spot
hear listen
speak talk
shout cry yell
whisper murmur
laugh smile
cry weep
sleep rest
walk stroll march
run sprint
jump leap
climb ascend scale mount climber mountaineer
fall tumble
swim bathe
fly pilot
drive motor
sail cruise
land touch
lift raise
push shove
pull drag
throw hurl toss
catch grab
cut slice
break smash fracture
burn scorch
mix blend
fill load
carry bear
wear dress
clean wash
cook bake
serve work
obey follow
break violate breach
rule regulation
order command instruct
permit licence license
register record enrol
sign ratify
found establish founder
own possess
belong member
lead head run
follow pursue chase
attack raid
bridge crossing
building structure
tower spire
wall barrier
gate door
room chamber
flat apartment
village hamlet
suburb district
region area province
coast shore seaside
sea ocean
island isle
lake lagoon
forest wood woodland
desert wilderness
hill mountain
species kind
bird animal
fish catch
insect bug beetle
plant flower
star sun
planet world
earth globe world
space cosmos
rocket spacecraft
scientist physicist chemist biologist
discover detect
measure gauge
sample specimen
theory hypothesis
method technique
machine device
tool instrument
material substance
metal iron steel
stone rock
gold precious
wood timber
glass pane
paper document
document file record
list register
map chart
card ticket
picture portrait
statue sculpture monument
museum gallery
theatre theater playhouse
church cathedral chapel
mosque shrine
temple shrine
priest cleric clergyman
pope pontiff
king monarch ruler
queen monarch
prince royal
crown throne
educate study education train
inaccessible unreachable
fortress stronghold
emigrant expatriate
compromise agreement
enemy foe adversary opponent
opponent rival
blow strike
poll survey
delay postpone
cancel scrap axe
suspend halt pause
injured wounded hurt
cause trigger prompt lead spark
due because owing result
however but although
while whereas
"""

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
