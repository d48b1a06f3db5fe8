"""Words of speech: which verbs and nouns report, what they take, and how the narrator takes it."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.facts import Stance
from explainer.word_set import word_set


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb.

    `takes` holds letters: q a quotation, t "that …", z a clause without "that", o an addressee
    ("told Reuters"), i "to …", n a noun phrase that is what is said ("denied the charge"),
    f "for help", g "of strikes", x "the rate to fall", b "it to be", w "whether …", v the verb
    may stand before its speaker (", said Smith"), k "the deal a disaster", d "the deal as dead",
    y a clause without "that" that begins with a pronoun ("added he would"), p "the cost at $9",
    a "him of lying".
    `form`: base, s, past, ing, noun.
    """

    lemma: str
    stance: Stance
    takes: str
    form: str


# lemma:takes, irregular pasts after a slash.
_TABLE: dict[Stance, str] = {
    "statement": """
        say:qtzwv/said tell:qtzow/told state:qtzv add:qtzv note:qtzv announce:qtynv
        write:qtyv/wrote/written report:qtzv explain:qtywv reply:qtzv answer:qtyv respond:qtyv
        comment:qtyv remark:qtyv observe:qtyv mention:qty declare:qtzv continue:qv conclude:qtzv
        recall:qtywv confirm:qtnzwv reveal:qtywv disclose:qtyw clarify:qtw specify:qtw inform:qto
        notify:to tweet:qtyv retweet:q post:qty repeat:qtv reiterate:qtyv emphasise:qtywv
        emphasize:qtywv stress:qtywv underline:qtwv underscore:qtw highlight:tw recount:qtwv
        testify:qtyv e-mail:qtyov email:qtyov text:qtyov blog:qtv proclaim:qtyv affirm:qtzv
        reaffirm:qty attest:qty volunteer:qtv relate:qtv relay:qt remember:tyw
        rejoin:qv interrupt:qv concur:qtv confide:qtyv determine:tzw deduce:t infer:t prove:t
        stipulate:t prophesy:qtv verify:tw apologise:qvf apologize:qvf
        appeal:f defend:qd understand:t/understood plead:qtviof
        chant:qv recite:q snap:qv scoff:qtv grumble:qtvg groan:qv moan:qv murmur:qtv mumble:qtv
        bark:qv bellow:qv boom:qv blurt:q gasp:qv growl:qv hiss:qv howl:qv holler:qv roar:qv
        snarl:qv sob:qv sniff:qv snort:qv stammer:qv thunder:qv wail:qv weep:qv/wept whine:qtv
        deadpan:qv wisecrack:qv crack:qv crow:qtv drawl:qv chuckle:qv grin:qv smile:qv shrug:qv
        quip:qtv joke:qtyv hear:t/heard ask:qtowv inquire:qwv wonder:qwv question:qw agree:qti
        acknowledge:qtznv admit:qtznv concede:qtznv confess:qtzv promise:qtziovn pledge:qtivn
        vow:qtziv swear:qtzi/swore/sworn assure:qtzo remind:qto reassure:qtzo urge:qtiovn
        order:ioq instruct:io request:tzio demand:qtzinv propose:qtzinv recommend:qtznv offer:q
        threaten:ti point:qtv show:tzw find:tz/found indicate:tzw demonstrate:tw shout:qtv cry:qv
        exclaim:qv whisper:qv mutter:qv sigh:qv laugh:qv yell:qv scream:qv interject:qv tease:qv
        chime:q begin:q/began go:q/went read:q/read sing:q/sang quote:q cite:q describe:qdn
        detail:w outline:w rule:qtz elaborate:qv reflect:qv summarise:qv summarize:qv put:qp/put
        term:qk label:qk brand:qk sum:q portray:d characterise:d characterize:d depict:d dub:k
        intone:qv plead:qtv explode:q respond:qtv signal:ty
        advise:qtiov voice:q address:q accept:t encourage:io implore:qio beg:qiov
        recollect:qtv venture:qtv divulge:tw hold:t/held exhort:io counsel:qtiov assess:t
        allow:t intimate:t shoot:qtv/shot fire:qv hit:qv/hit corroborate:t demur:qv/demurred
        parry:qv taunt:qv know:t/knew/known learn:t/learned/learnt
        notice:t realise:t realize:t discover:t
    """,
    "claim": """
        claim:qtziv allege:qtzv insist:qtzv assert:qtzv maintain:qtzv boast:qtyvg accuse:naq
        deny:qtnyv argue:qtzv contend:qtzv charge:qt protest:qtyv complain:qtyvg counter:qtyv
        rubbish:n aver:qtv/averred retort:qtv blame:nq liken:n imply:tz insinuate:t purport:i
        profess:ti
        reject:nq dismiss:nq refute:n rebut:n dispute:nt suggest:qtzv hint:qty rage:qv fume:qv
        rant:qv brag:qtyvg
        postulate:t posit:t theorise:t theorize:t hypothesise:t hypothesize:t object:qtv
    """,
    "estimate": """
        estimate:qtzxvn expect:tzixn predict:qtzwxvn project:tinv forecast:qtzn/forecast/forecasted
        calculate:tz reckon:qtzv anticipate:tn assume:tz guess:tz/guessed
        foresee:tn/foresaw/foreseen surmise:qt envision:n envisage:n
    """,
    "opinion": """
        believe:qtzv think:qtzv/thought consider:tbk feel:tz/felt criticise:nq criticize:nq
        praise:nq hail:nq condemn:nq denounce:nq slam:nq warn:qtzowvgi fear:qtznv hope:qtziv
        worry:qtzv doubt:tzw suspect:tz regret:qtn lament:qtnv opine:qtv caution:qtyovg
        speculate:qtv judge:t wish:tz bemoan:n deplore:n ridicule:nq chide:nq chastise:nq
        rebuke:nq reason:qtv imagine:tz/imagined ponder:qw marvel:qtv grouse:qtv gripe:qtv
        fret:qtyv/fretted tout:n fault:n presume:tz bash:n decry:nq deride:nq mock:nq
        blast:nq lambast:nq lambaste:nq laud:nq call:qfk welcome:q applaud:q muse:qv gush:qv
        enthuse:qv
    """,
}
# Of things that speak only with "that": events suggest that; but a study suggests a cure may help.
TOLD_BY = word_set(
    "study studies research report reports survey surveys poll polls analysis analyses review "
    "data "
    "figures findings results documents records investigation inquiry audit paper researchers "
    "scientists experts investigators court judge jury panel commission"
)
PAPERS = TOLD_BY - word_set(
    "researchers scientists experts investigators court judge jury panel commission"
)
THINGS_THAT_SHOW = frozenset({"show", "find", "indicate", "demonstrate", "suggest"})
# These are nouns as often as verbs; in their base form they need more to be taken for a verb.
ALSO_NOUNS = word_set(
    "report claim charge project state order demand post question call hope fear offer rule "
    "answer "
    "protest estimate forecast blame doubt promise vow pledge request comment remark note mention "
    "cry shout whisper laugh sigh quote detail outline wish regret guess counter reply judge "
    "tease "
    "boast dispute appeal address stress point put find show worry feel joke tweet praise voice "
    "term label rule begin go "
    "brand sum signal plead slam blast read caution detail reflect hint text email e-mail blog "
    "chant bark crack grin smile shrug snap roar sob howl growl groan moan murmur sniff object "
    "rubbish fault counsel venture taunt bash tout intimate parry "
    "reason relay rebuke brag notice ridicule marvel gripe boom thunder whine crow interrupt"
)
_DOUBLING = word_set(
    "quip aver fret demur admit slam swag plan regret blog concur infer snap sob grin shrug sum "
    "dub beg "
    "rebut brag deadpan"
)


def _forms(lemma: str, pasts: list[str]) -> dict[str, str]:
    if lemma.endswith("e"):
        past, ing = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    elif lemma in _DOUBLING:
        past, ing = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        past, ing = lemma + "ed", lemma + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if lemma == "foresee":
        ing = "foreseeing"
    forms = {lemma: "base", third: "s", ing: "ing"}
    forms.update(dict.fromkeys(pasts or [past], "past"))
    return forms


def _cues() -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for stance, table in _TABLE.items():
        for entry in table.split():
            lemma, _, rest = entry.partition(":")
            takes, *pasts = rest.split("/")
            for form, kind in _forms(lemma, pasts).items():
                cues.setdefault(form, Cue(lemma, stance, takes, kind))
    return cues


CUES = _cues()
_NOUNS: dict[Stance, str] = {
    "claim": "claim claims allegation allegations accusation accusations assertion assertions "
    "idea ideas contention theory notion denial criticism suggestion suggestions charge charges "
    "rumour rumours rumor rumors complaint complaints insistence argument",
    "opinion": "fear fears hope hopes belief view opinion concern concerns warning warnings worry "
    "worries doubts suspicion suspicions speculation conviction impression",
    "estimate": "prediction predictions forecast forecasts expectation expectations estimate",
    "statement": "statement announcement admission conclusion confirmation promise promises "
    "pledge "
    "assurance assurances reports news remark remarks finding findings testimony vow reminder "
    "revelation acknowledgment acknowledgement comment comments assessment declaration "
    "recommendation recommendations proposal demand demands ruling threat threats guarantee "
    "guarantees hint hints word",
}
NOUN_CUES = {
    noun: Cue(noun, stance, "t", "noun")
    for stance, nouns in _NOUNS.items()
    for noun in nouns.split()
}


# Words that newspapers use for whom they have just named, so as not to name him again.
VARIED = word_set(
    "striker midfielder defender goalkeeper winger forward batsman bowler quarterback pitcher "
    "sprinter swimmer cyclist boxer golfer skier champion captain rookie veteran actor actress "
    "singer rapper musician guitarist composer novelist poet author writer director filmmaker "
    "comedian painter sculptor artist designer chef model star democrat republican conservative "
    "liberal socialist senator congressman congresswoman lawmaker billionaire entrepreneur tycoon "
    "frenchman briton american german italian spaniard scot irishman welshman australian canadian "
    "brazilian argentine kenyan ethiopian russian ukrainian swede dane norwegian dutchman belgian "
    "pole czech serb croat turk"
)
VARIED_OF_A_TEAM = word_set("coach manager boss skipper player native graduate father mother")


OBJECTS = word_set("him her them us me it you")
SUBJECT_PRONOUNS = word_set("he she they it we i you")
DETERMINERS = word_set(
    "the a an this these those his her its their our my your some many several most few both all "
    "one two three four five six seven eight nine ten no any another each every other such "
    "dozens hundreds thousands more"
)
PREPOSITIONS = word_set(
    "of in on at from for by with to about against among under over after before during since "
    "until near inside outside across around between through behind within without despite amid "
    "following via including like into onto upon toward towards throughout beyond beside "
    "besides along above below than according"
)
SUBORDINATORS = word_set(
    "when while as although though because if unless once whereas where whether that which who "
    "whom whose what why how even since after before until"
)
QUESTIONS = word_set("whether if how why what who where when")
AUXILIARIES = word_set(
    "is are was were be been being has have had do does did will would can could may might must "
    "shall should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't "
    "wouldn't can't cannot couldn't mightn't mustn't shouldn't"
)
ADVERBS = word_set(
    "also then later earlier now still again already meanwhile however therefore once often never "
    "always yesterday today tonight tomorrow too even just only not soon further furthermore "
    "moreover nevertheless nonetheless instead thus hence so perhaps yet far out ago back rather "
    "ever else first finally aloud"
)
CONJUNCTIONS = word_set("and or but nor yet so")
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december yesterday today tomorrow"
)
# Common verbs that a subject may carry besides speaking, irregular and so without "-ed".
FINITE = word_set(
    "went came got took made gave saw knew became began left kept held brought stood led ran met "
    "won lost fell rose grew sent built spent cut hit set put let sat paid sold bought spoke drew "
    "drove broke chose ate flew forgot froze hid rode shook shot slept spread stole struck swam "
    "threw woke wore goes comes takes makes gives sees becomes begins leaves keeps holds brings "
    "stands leads runs meets wins loses falls rises grows needs wants seems remains appears lies "
    "fought caught taught sought laid hurt quit"
)
PLURAL_SPEAKERS = word_set(
    "police officials authorities residents witnesses sources experts analysts scientists "
    "researchers critics supporters activists rebels militants lawyers prosecutors doctors "
    "observers reporters journalists media politicians lawmakers ministers diplomats "
    "investigators "
    "firefighters organisers organizers locals people relatives friends neighbours neighbors "
    "economists historians fans players opponents protesters campaigners soldiers troops leaders "
    "members parents teachers students workers unions farmers villagers medics paramedics "
    "detectives officers aides insiders executives bosses investors traders forecasters "
    "meteorologists astronomers engineers democrats republicans conservatives others some many "
    "both all most few reports polls studies documents figures data prosecutors companies"
)
# Words in -ly that are no adverbs.
NOT_ADVERBS = word_set(
    "family italy july ally rally supply reply assembly monopoly anomaly bully daily weekly "
    "monthly elderly friendly butterfly belly jelly apply rely comply imply multiply fly early "
    "likely only"
)
MEN = word_set(
    "mr sir lord king prince duke father brother son husband spokesman chairman businessman "
    "man boy gunman congressman policeman uncle grandfather pope"
)
WOMEN = word_set(
    "mrs ms miss lady queen princess duchess dame mother sister daughter wife spokeswoman "
    "chairwoman businesswoman congresswoman policewoman aunt grandmother actress"
)
