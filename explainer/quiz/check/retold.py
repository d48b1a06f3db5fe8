"""Words that stand for one another when a text is retold, a line each: forms of one root that do
not begin alike ("choose", "choice"), adjectives and adverbs, verbs with their particle.

What `verify` holds for alike is in its own tables; a claim is held to more than a question is.
"""

from __future__ import annotations

from collections import defaultdict

_ALIKE = """
contain content contents
choose choice
prove proof
rare rarity
see sight
know knowledge
live life
high height
strong strength
free freedom
angry anger angrily
true truth
warm warmth
vary variety
advise advice
safe safety safely
full fill
solve solution
able ability
absent absence
present presence
young youth
proud pride
marry marriage wedding
tell inform notify
nowadays today currently now
vacant unfilled empty unoccupied
waste rubbish trash garbage litter
speed rate pace
gift present donation
wrong mistaken incorrect
pause interrupt suspend halt stop
resume restart take_up
intact undamaged unbroken unharmed unhurt
deliberate deliberately intentional intentionally purposely
continue go_on carry_on
dismiss lay_off
return give_back come_back go_back bring_back
escape get_away flee
decrease go_down
wait hold_on
surrender give_in
hire take_on
postpone put_off
abandon give_up
afraid scared fear frightened
worried anxious worry
annoyed angry furious anger
pleased glad happy
surprised amazed astonished
often frequently
quickly fast rapidly
expensive costly dear
bankrupt insolvent bankruptcy insolvency
suggestion plan proposal
sceptical doubt doubtful
agree consent
quarrel row argument dispute argue
search look_for seek
cooperate together jointly
punish penalty fine
formerly former earlier previously previous
unfinished incomplete
donate donation donor give
rail track
fee charge
discount reduction
sow plant
breed raise
overland land
chair lead
chairman lead
"""
_BY_WORD: dict[str, set[int]] = defaultdict(set)
for _number, _line in enumerate(_ALIKE.split("\n")):
    for _word in _line.split():
        _BY_WORD[_word].add(_number)


def lines_of(word: str) -> frozenset[int]:
    """Numbers of the lines a dictionary form, or a verb with its particle, stands in."""
    return frozenset(_BY_WORD.get(word, ()))
