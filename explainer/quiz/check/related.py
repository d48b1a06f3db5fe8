"""Words of one field, a line each: a question may ask about "costs" where the source has "dear"."""

from __future__ import annotations

from collections import defaultdict

_FIELDS = """
expensive cost price dear cheap pay money afford spend charge bill fee worth value sum
price inflation dear cost
own belong owner property possess have
explode explosion blow blast burst
pupil student class school child children teacher lesson learn education
doctor medical hospital nurse health clinic medicine patient treat treatment
floor upstairs downstairs storey stair ground
land arrive fly flight plane airport pilot aircraft airline
cross crossing ferry sail boat ship trip journey voyage travel passenger
destroy tear wreck ruin damage break demolish burn gnaw bite chew eat rot rust scratch crack crush
 spoil leak smash
sun sunset sunrise sunny sunshine evening dusk dawn daylight light
weak tired exhausted fatigue
team club side squad
player striker goalkeeper midfielder defender forward captain athlete
coach trainer manager
win beat defeat lose victory champion trophy cup title final
score goal point
match game final
vote election elect ballot poll referendum win
party politician parliament politics government minister
law legal court judge lawyer trial rule ruling verdict sentence decision
prison jail arrest police custody detain sentence
steal theft thief robber robbery burglar rob
kill dead die death victim murder fatal casualty
injure hurt wound victim casualty
marry wife husband wedding couple
father mother parent son daughter child family grandson granddaughter grandfather grandmother niece
 nephew uncle aunt relate relation relative brother sister sibling
birth born age old young
work job employ employer employee worker staff wage labour
strike walkout protest demonstrate demonstration march
fire burn blaze flame smoke
flood water river rain storm wet
warm hot heat temperature cold cool climate
snow ice winter freeze frozen cold
build builder construct construction erect architect
repair restore renovate mend fix
grow growth increase rise up more larger bigger swell
shrink fall decrease drop down less fewer smaller decline reduce cut
begin start open launch first found founder
end stop close finish shut last cease
fear afraid worry danger threat risk warn concern
safe safety protect protection secure security guard
sure certain believe doubt trust
think believe view opinion consider regard judge
ask demand call request want urge appeal
refuse reject decline turn deny oppose against
agree accept approve support back favour for
ban forbid prohibit illegal allow permit
money fund finance budget bank loan debt
sell buy trade market shop customer sale
company firm business corporation enterprise
people population inhabitant resident live citizen
town city village place
country nation state
animal bird fish species creature wildlife
farm farmer field crop harvest agriculture
sea ocean coast island beach harbour port
forest tree wood
mountain hill valley peak
car vehicle van truck driver drive road traffic
train rail railway station
book write author novel writer publish
film cinema movie actor director screen
music song concert band singer musician
paint painter picture artist art museum gallery
study research researcher scientist science survey investigate examine
discover find discovery detect
cause reason because due result lead why
speak say tell talk claim statement announce
know knowledge learn understand aware
help aid assist support rescue save
leave depart go exit quit move away abroad
come arrive return back
give donate hand grant present award prize
teach teacher train trainer pupil instruct
house home building flat apartment
room hall chamber
food eat meal hungry hunger feed
drink water wine beer
army soldier troop military force war battle fight
lead leader head chief director president chair chairman boss
follow succeed successor replace take
before predecessor former previous earlier
dozen twelve
half fifty
double twice
electric electricity power energy
light bright dark lamp
measure size long length wide width high height tall deep depth span big large
weigh weight heavy light
fast quick slow speed
rare few seldom unusual
common many often usual frequent
foreign abroad international overseas
quake earthquake tremor
disease illness sick virus infection ill epidemic
shopkeeper shop store
eye eyesight sight vision see blind
ear hear hearing deaf listen
heat fire warm
silent quiet silence sound noise ring loud
empty full
sleep nap rest bed tired wake
share part portion
small little tiny short
large big great huge
promise pledge vow assure guarantee
friend ally partner enemy rival opponent
religion church mosque temple priest pray
name call title
colour paint red blue green white black
clothes shirt dress wear
"""
_BY_WORD: dict[str, set[int]] = defaultdict(set)
for _number, _line in enumerate(_FIELDS.replace("\n ", " ").strip().splitlines()):
    for _word in _line.split():
        _BY_WORD[_word].add(_number)


def fields_of(word: str) -> frozenset[int]:
    """Numbers of the fields a dictionary form belongs to."""
    return frozenset(_BY_WORD.get(word, ()))
