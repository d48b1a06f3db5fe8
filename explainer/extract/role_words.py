"""Nouns that say what a person is."""

from __future__ import annotations

from explainer.word_set import word_set

KIN = word_set(
    "son daughter father mother brother sister wife husband widow widower uncle aunt nephew "
    "niece cousin grandson granddaughter grandfather grandmother stepson stepdaughter parent "
    "child twin fiance fiancee spouse half-brother half-sister son-in-law daughter-in-law"
)
RANKS = word_set(
    "general colonel major captain lieutenant sergeant admiral marshal brigadier corporal gen "
    "col maj capt lt sgt adm lieutenant-general major-general"
)
OFFICES = word_set(
    "president vice-president minister premier chancellor senator governor mayor king queen "
    "prince princess pope emperor sultan emir sheikh secretary speaker justice ambassador "
    "congressman congresswoman bishop archbishop cardinal"
)
# One at a time: nobody is "a president" of what was just named.
HELD_BY_ONE = word_set(
    "president vice-president minister premier chancellor governor mayor king queen pope emperor "
    "sultan speaker secretary"
)
_OTHER = word_set(
    "chief head leader boss star ace expert scientist analyst economist historian journalist "
    "coach actor actress author poet novelist artist architect lawyer attorney judge doctor "
    "nurse surgeon physician professor lecturer teacher student researcher scholar engineer "
    "pilot astronaut official officer spokesman spokeswoman spokesperson chairman chairwoman "
    "chairperson chair director executive ceo founder co-founder owner manager partner member "
    "fellow activist politician diplomat envoy representative delegate lawmaker legislator "
    "deputy mp commissioner commander commander-in-chief guerrilla warlord rebel fighter "
    "soldier veteran hero champion winner runner-up striker goalkeeper midfielder defender "
    "captain player athlete swimmer sprinter cyclist driver farmer fisherman worker resident "
    "native survivor victim suspect witness neighbour neighbor friend aide adviser advisor "
    "consultant specialist critic commentator columnist reporter correspondent editor "
    "publisher producer musician singer composer conductor pianist guitarist dancer painter "
    "sculptor photographer filmmaker designer chef entrepreneur businessman businesswoman "
    "billionaire banker trader investor broker monk priest imam rabbi nun theologian "
    "biologist chemist physicist geologist astronomer mathematician statistician psychologist "
    "psychiatrist sociologist anthropologist archaeologist ecologist climatologist "
    "epidemiologist virologist linguist philosopher prosecutor detective inspector constable "
    "sheriff guard ranger firefighter paramedic candidate nominee incumbent successor "
    "predecessor heir ruler monarch dictator premier secretary-general treasurer principal "
    "dean rector provost curator librarian archivist inventor pioneer explorer mountaineer "
    "guide widow orphan patient volunteer organiser organizer advocate campaigner envoy "
    "negotiator mediator observer scout vet veterinarian dentist pharmacist therapist midwife "
    "carpenter plumber electrician mechanic baker butcher tailor shopkeeper grandmaster "
    "laureate recipient regulator auditor accountant clerk undersecretary co-author co-chair "
    "ex-president ex-minister man woman politburo"
)
# Endings of agent nouns; the exceptions are things and places.
_ENDINGS = ("ist", "ographer", "ician", "sman", "swoman", "sperson", "keeper", "worker", "maker",
            "writer", "seller", "owner", "smith", "wright")  # fmt: skip
_NOBODY = word_set(
    "consist insist persist assist enlist resist desist subsist exist twist waist heist moist list "
    "checklist playlist shortlist blacklist whitelist waitlist hitlist watchlist mist fist wrist "
    "gist hoist bestseller reseller typewriter coffeemaker"
)


def is_role_noun(word: str) -> bool:
    """Whether a lower-case noun says what a person is."""
    word = word.rstrip(".")
    if word in _OTHER or word in OFFICES or word in RANKS:
        return True
    tail = word.rsplit("-", 1)[-1]
    if word.endswith(_ENDINGS):
        return word not in _NOBODY
    return tail != word and tail in _OTHER | OFFICES
