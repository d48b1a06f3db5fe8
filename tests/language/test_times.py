"""Time expressions: what they are, what they mean, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.language.reading import Sentence
from explainer.language.sentences import split
from explainer.language.times import find_times, same_time, time_value
from explainer.mention import TimeMention
from explainer.source import Block, Source

WEDNESDAY = date(2021, 8, 25)


def read(text: str, published: date | None = WEDNESDAY) -> list[TimeMention]:
    source = Source(text=text, published=published, blocks=())
    return find_times(source, [Sentence(0, len(text), 0)])


def in_a_paragraph(text: str, published: date | None) -> list[str]:
    """Values in a paragraph of several sentences."""
    source = Source(text=text, published=published, blocks=(Block(0, len(text), "paragraph"),))
    return [m.value for m in find_times(source, split(source))]


def values(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(m.text, m.value) for m in read(text, published)]


CALENDAR = [
    ("It ended on 2021-08-19.", [("2021-08-19", "2021-08-19")]),
    ("Signed 25/08/2021 by both.", [("25/08/2021", "2021-08-25")]),
    ("Signed 8/25/21 by both.", [("8/25/21", "2021-08-25")]),
    ("Signed 25.08.2021. by both.", [("25.08.2021", "2021-08-25")]),
    ("It began on Wednesday, August 25, 2021.", [("Wednesday, August 25, 2021", "2021-08-25")]),
    (
        "Wednesday, August 25, 2021 | 23:04 Tweet",
        [("Wednesday, August 25, 2021 | 23:04", "2021-08-25T23:04")],
    ),
    ("since 9/11 they fought", [("9/11", "2001-09-11")]),
    ("music of the '90s", [("the '90s", "199")]),
    ("music of the late 1980s", [("the late 1980s", "198")]),
    ("in the mid-1990s they left", [("the mid-1990s", "199")]),
    ("over 3 1/2 years", [("over 3 1/2 years", "P3Y6M")]),
    ("It opened in mid-2019.", [("mid-2019", "2019")]),
    ("It grew between 1992 and 1996.", [("1992", "1992"), ("1996", "1996")]),
    ("in office 1979-89", [("1979", "1979"), ("89", "1989")]),
    ("the 1914–1918 war", [("1914", "1914"), ("1918", "1918")]),
    ("It ran from June to August.", [("June", "2021-06"), ("August", "2021-08")]),
    ("It closed in fiscal 2020.", [("fiscal 2020", "2020")]),
    ("In the third quarter it lost money.", [("the third quarter", "2021-Q3")]),
    ("In the fourth quarter it lost money.", [("the fourth quarter", "2020-Q4")]),
    ("In the first half of 2020 it lost money.", [("the first half of 2020", "2020-H1")]),
    ("the first nine months of 2002", [("the first nine months of 2002", "P9M")]),
    ("a two-year plan", [("two-year", "P2Y")]),
    ("a three-day-long event", [("three-day-long", "P3D")]),
    ("from $5 million a year earlier", [("a year earlier", "2020")]),
    ("compared with the year-ago quarter", [("year-ago", "2020")]),
    ("He died overnight.", [("overnight", "2021-08-25TNI")]),
    ("He died this morning.", [("this morning", "2021-08-25TMO")]),
    ("He died Wednesday night.", [("Wednesday night", "2021-08-25TNI")]),
    ("They spoke on Monday morning.", [("Monday morning", "2021-08-23TMO")]),
    ("It closed at 5 p.m. EST on Friday.", [("5 p.m. EST on Friday", "2021-08-20T17:00")]),
    ("It will close at 5pm on Friday.", [("5pm on Friday", "2021-08-27T17:00")]),
    ("It begins at noon.", [("noon", "2021-08-25T12:00")]),
    ("It begins at midnight.", [("midnight", "2021-08-25T24:00")]),
    ("It closed at 1400 GMT.", [("1400 GMT", "2021-08-25T14:00")]),
    ("They met on Christmas Day.", [("Christmas Day", "2020-12-25")]),
    ("They will meet at Christmas.", [("Christmas", "2021-12-25")]),
    ("They met on Easter Sunday.", [("Easter Sunday", "2021-04-04")]),
    ("It was Thanksgiving 2019.", [("Thanksgiving 2019", "2019-11-28")]),
    ("in the 19th century", [("the 19th century", "18")]),
    ("in the early 20th century", [("the early 20th century", "19")]),
    ("in the late nineteenth century", [("the late nineteenth century", "18")]),
    ("the 19th and 20th centuries", [("the 19th", "18"), ("20th centuries", "19")]),
    ("at the turn of the century", [("the turn of the century", "20")]),
    ("later the same day", [("later the same day", "2021-08-25")]),
    ("She sings tonight.", [("tonight", "2021-08-25TNI")]),
    ("It rained over the weekend.", [("the weekend", "2021-W33-WE")]),
    ("It will rain at the weekend.", [("the weekend", "2021-W34-WE")]),
    ("It rained last weekend.", [("last weekend", "2021-W33-WE")]),
    ("where last spring they named an alley", [("last spring", "2021-SP")]),
    ("They left last summer.", [("last summer", "2020-SU")]),
    ("They left last week.", [("last week", "2021-W33")]),
    ("They leave early next year.", [("early next year", "2022")]),
    ("They left early last week.", [("early last week", "2021-W33")]),
    ("It is printed daily.", [("daily", "P1D")]),
    ("open Monday mornings", [("Monday mornings", "XXXX-WXX-1TMO")]),
    ("He died in 44 BC.", [("44 BC", "BC0044")]),
    ("It fell in AD 79.", [("AD 79", "0079")]),
    ("a 32-year-old man", [("32-year-old", "P32Y")]),
    ("a man aged 32, said", [("aged 32", "P32Y")]),
    ("a man, 32 years old, said", [("32 years old", "P32Y")]),
    ("it took months", [("months", "PXM")]),
    ("they fought for decades", [("decades", "PXDE")]),
    ("during the past three years", [("the past three years", "P3Y")]),
    ("twenty years ago, they won", [("twenty years ago", "2001")]),
    ("two weeks ago they won", [("two weeks ago", "2021-W32")]),
    ("three days ago they won", [("three days ago", "2021-08-22")]),
    ("two months ago they won", [("two months ago", "2021-06")]),
    ("about three years", [("about three years", "P3Y")]),
    ("more than a decade", [("more than a decade", "P1DE")]),
    ("less than two hours", [("less than two hours", "PT2H")]),
    ("nearly half a century", [("nearly half a century", "P50Y")]),
    ("half an hour later", [("half an hour later", "2021-08-25")]),
    ("It lasted half an hour.", [("half an hour", "PT30M")]),
    ("two and a half years", [("two and a half years", "P2Y6M")]),
    ("an hour and a half", [("an hour and a half", "PT1H30M")]),
    ("a year and a half", [("a year and a half", "P1Y6M")]),
    ("18 months", [("18 months", "P18M")]),
    ("2 years and 3 months", [("2 years and 3 months", "P2Y3M")]),
    ("for a couple of days", [("a couple of days", "P2D")]),
    ("for a few days", [("a few days", "PXD")]),
    ("the last few days", [("the last few days", "PXD")]),
    ("the next 24 hours", [("the next 24 hours", "PT24H")]),
    ("two to three years", [("two to three years", "P3Y")]),
    ("10-15 years", [("10-15 years", "P15Y")]),
    ("a 10- to 15-year term", [("10- to 15-year", "P15Y")]),
    ("every week", [("every week", "P1W")]),
    ("every two years", [("every two years", "P2Y")]),
    ("every other day", [("every other day", "P2D")]),
    ("each Monday", [("each Monday", "XXXX-WXX-1")]),
    ("twice a year", [("twice a year", "P1Y")]),
    ("three times a week", [("three times a week", "P1W")]),
    ("once every four years", [("once every four years", "P4Y")]),
    ("$5 million a year", [("a year", "P1Y")]),
    ("paid annually", [("annually", "P1Y")]),
    ("He now lives there.", [("now", "PRESENT_REF")]),
    ("He recently moved.", [("recently", "PAST_REF")]),
    ("in the past they fought", [("the past", "PAST_REF")]),
    ("in the future they hope", [("the future", "FUTURE_REF")]),
    ("They said on Tuesday.", [("Tuesday", "2021-08-24")]),
    ("The talks will start on Tuesday.", [("Tuesday", "2021-08-31")]),
    ("He said Wednesday.", [("Wednesday", "2021-08-25")]),
    ("They met last Monday.", [("last Monday", "2021-08-23")]),
    ("They meet next Friday.", [("next Friday", "2021-08-27")]),
    ("on the morning of August 5 he left", [("the morning of August 5", "2021-08-05TMO")]),
    ("It opened in March.", [("March", "2021-03")]),
    ("It opened in November.", [("November", "2020-11")]),
    ("It will open in March.", [("March", "2022-03")]),
    ("It was opened last March.", [("last March", "2021-03")]),
    ("by the end of next month", [("the end of next month", "2021-09")]),
    ("by the end of the year", [("the end of the year", "2021")]),
    ("at the beginning of March 2020", [("the beginning of March 2020", "2020-03")]),
    ("in early March", [("early March", "2021-03")]),
    ("earlier this year", [("earlier this year", "2021")]),
    ("later this week", [("later this week", "2021-W34")]),
    ("late last year", [("late last year", "2020")]),
    ("the summer of 1942", [("the summer of 1942", "1942-SU")]),
    ("in summer 2020", [("summer 2020", "2020-SU")]),
    ("the winter of 1941-42", [("the winter of 1941-42", "1941-WI")]),
    ("August last year", [("August last year", "2020-08")]),
    ("March of this year", [("March of this year", "2021-03")]),
    ("25 August 2021", [("25 August 2021", "2021-08-25")]),
    ("25th August", [("25th August", "2021-08-25")]),
    ("the 25th of August", [("the 25th of August", "2021-08-25")]),
    ("August 25th, 2021", [("August 25th, 2021", "2021-08-25")]),
    ("on June 5-7 they met", [("June 5", "2021-06-05"), ("7", "2021-06-07")]),
    ("on 5-7 June 1942 they met", [("5", "1942-06-05"), ("7 June 1942", "1942-06-07")]),
    ("on June 5 and 6.", [("June 5", "2021-06-05"), ("6", "2021-06-06")]),
    (
        "between 9 and 11 a.m. they met",
        [("9", "2021-08-25T09:00"), ("11 a.m.", "2021-08-25T11:00")],
    ),
    ("open 9-11 a.m.", [("9", "2021-08-25T09:00"), ("11 a.m.", "2021-08-25T11:00")]),
    ("at 5:30 p.m.", [("5:30 p.m.", "2021-08-25T17:30")]),
    ("at 5.30pm", [("5.30pm", "2021-08-25T17:30")]),
    ("at five o'clock in the afternoon", [("five o'clock in the afternoon", "2021-08-25T17:00")]),
    ("the day before yesterday", [("the day before yesterday", "2021-08-23")]),
    ("yesterday afternoon", [("yesterday afternoon", "2021-08-24TAF")]),
    ("last night they", [("last night", "2021-08-24TNI")]),
    ("in this decade", [("this decade", "202")]),
    ("this century", [("this century", "20")]),
    ("Q3 2020 results", [("Q3 2020", "2020-Q3")]),
    ("in H1 2021", [("H1 2021", "2021-H1")]),
    ("a year-long siege", [("year-long", "P1Y")]),
    ("a yearlong siege", [("yearlong", "P1Y")]),
    ("a decades-old feud", [("decades-old", "PXDE")]),
    ("the second half of the 1980s", [("the second half of the 1980s", "198")]),
    ("the two-week period", [("two-week", "P2W")]),
    ("the year 2000", [("the year 2000", "2000")]),
    ("the 2019 election", [("2019", "2019")]),
    ("in 2019, prices", [("2019", "2019")]),
    ("around 1980", [("around 1980", "1980")]),
    ("circa 1650", [("circa 1650", "1650")]),
    ("(1756-1791)", [("1756", "1756"), ("1791", "1791")]),
    ("born in 1756", [("1756", "1756")]),
    ("at year-end", [("year-end", "2021")]),
    ("The following year he", [("The following year", "2022")]),
    ("a few minutes ago", [("a few minutes ago", "PAST_REF")]),
    ("in the next few weeks", [("the next few weeks", "PXW")]),
    ("these days", [("these days", "PRESENT_REF")]),
    ("At present it is", [("At present", "PRESENT_REF")]),
    ("two days earlier", [("two days earlier", "2021-08-23")]),
    ("in ten days' time", [("ten days", "P10D")]),
    ("two consecutive quarters", [("two consecutive quarters", "P2Q")]),
    ("in recent years", [("recent years", "PXY")]),
    ("hundreds of years", [("hundreds of years", "PXY")]),
    ("the next morning", [("the next morning", "2021-08-26TMO")]),
    ("Last month's vote", [("Last month", "2021-07")]),
    ("today's vote", [("today", "2021-08-25")]),
    ("weekends", [("weekends", "XXXX-WXX-WE")]),
    ("the 1990s and 2000s", [("the 1990s", "199"), ("2000s", "200")]),
    ("one hundred and fifty years", [("one hundred and fifty years", "P150Y")]),
    ("in the spring", [("the spring", "2021-SP")]),
    ("in April or May", [("April", "2021-04"), ("May", "2021-05")]),
    ("in May 2020", [("May 2020", "2020-05")]),
    ("five-and-a-half years", [("five-and-a-half years", "P5Y6M")]),
    ("3½ years", [("3½ years", "P3Y6M")]),
    ("1.5 hours", [("1.5 hours", "PT1H30M")]),
    ("2.5 million years", [("2.5 million years", "P2500000Y")]),
    ("100,000 years", [("100,000 years", "P100000Y")]),
    ("later that day", [("later that day", "2021-08-25")]),
    ("that same year", [("that same year", "2021")]),
    ("at dawn on Tuesday", [("dawn on Tuesday", "2021-08-24TMO")]),
    ("the early hours of Tuesday", [("the early hours of Tuesday", "2021-08-24TMO")]),
    ("until late Tuesday", [("late Tuesday", "2021-08-24")]),
    ("this past Monday", [("this past Monday", "2021-08-23")]),
    ("a century and a half ago", [("a century and a half ago", "1871")]),
    ("They meet a week from Monday.", [("a week from Monday", "2021-09-06")]),
    ("until Monday week to reply", [("Monday week", "2021-09-06")]),
    ("The week before last they left.", [("The week before last", "2021-W32")]),
    ("the year after next", [("the year after next", "2023")]),
    ("each August", [("each August", "XXXX-08")]),
    ("in the March issue of a paper", [("March", "2021-03")]),
    ("in the three months to May", [("the three months", "P3M"), ("May", "2021-05")]),
    (
        "At 9:30 on the morning of 11 March 2004",
        [("9:30 on the morning of 11 March 2004", "2004-03-11T09:30")],
    ),
    ("The sun sets at 8:41 tonight.", [("8:41 tonight", "2021-08-25T20:41")]),
    ("for a quarter of a century", [("a quarter of a century", "P25Y")]),
    ("three-quarters of an hour", [("three-quarters of an hour", "PT45M")]),
    ("Two Sundays ago they sang.", [("Two Sundays ago", "2021-08-15")]),
    ("He phoned the other day.", [("the other day", "PAST_REF")]),
    ("In the good old days", [("the good old days", "PAST_REF")]),
    ("She reads a novel a week.", [("a week", "P1W")]),
    ("The years 2005 to 2009 were dry.", [("2005", "2005"), ("2009", "2009")]),
    ("every half hour", [("every half hour", "PT30M")]),
    ("at two in the morning", [("two in the morning", "2021-08-25T02:00")]),
    (
        "sacked in 146 BC and rebuilt a century later",
        [("146 BC", "BC0146"), ("a century later", "BC0046")],
    ),
    ("another five months", [("another five months", "P5M")]),
    ("during the current fiscal, it rose", [("the current fiscal", "2021")]),
    ("in the mid-noughties", [("the mid-noughties", "200")]),
    ("fed twice daily", [("twice daily", "P1D")]),
    ("on the last day of 2012", [("the last day of 2012", "2012-12-31")]),
    ("in the last month of 2012", [("the last month of 2012", "2012-12")]),
    ("the second Tuesday of each month", [("the second Tuesday of each month", "P1M")]),
    ("in those days", [("those days", "PAST_REF")]),
    ("by this time next year", [("this time next year", "2022")]),
    ("The summer sale was short.", [("summer", "2021-SU")]),
    ("the Sept. 11 attacks", [("Sept. 11", "2001-09-11")]),
    (
        "From late June until mid-September 1916",
        [("late June", "1916-06"), ("mid-September 1916", "1916-09")],
    ),
    ("in the 1956 and 1967 wars", [("1956", "1956"), ("1967", "1967")]),
    ("in the closing months of 1918", [("1918", "1918")]),
    ("on the night of 4-5 June", [("the night of 4-5 June", "2021-06-04TNI")]),
]
NONE = [
    "the 11th day",
    "the Thirty Years' War and the Seven Years' War",
    "back in the day",
    "some day he may start again",
    "adults aged 18 to 65",
    "As recently as then",
    "Mr. May said it may march.",
    "Theresa May and April Jones",
    "after the fall of Kabul",
    "the second goal",
    "in 2000 cases, at 2000 meters, 1500 men, 2,000",
    "won 3-2 and 21-19, $2000 and 1999 dollars",
    "call 555-0142 or 020 7946 0018",
    "flight 1942 to Rome",
    "The Sun and the Daily Mail said.",
    "scored a century",
    "in his 80s",
    "The minutes of the meeting",
    "a spring in the valley sat dry",
    "at least 100.000 soldiers and 5.000 people",
    "three quarters of voters",
    "a quarter of the voters, half of them",
    "the 34 provinces and the 40th Army",
    "ISO 9001 and Boeing 747",
    "version 2.0.1 and 192.168.1.10",
    "They drove at 60 miles per hour.",
    "for the third day in a row",
    "a long, hot summer",
    "for the time being and at the time",
    "the late afternoon sun",
    "He won 6-4, 7-5 in 1:58 on court 12.",
    "Chapter 11, Article 5, Section 2021",
]
NEWS = [
    ("It will run from Monday through Friday.", ["2021-08-30", "2021-09-03"]),
    ("He has until Friday to appeal.", ["2021-08-27"]),
    ("The hearing is on Friday.", ["2021-08-27"]),
    ("He is to be freed when he is sentenced on Oct. 10.", ["2021-10-10"]),
    ("Housing starts rose in March from February.", ["2021-03", "2021-02"]),
    ("Exports in May were up from April.", ["2021-05", "2021-04"]),
    ("It runs from August 20 to 29.", ["2021-08-20", "2021-08-29"]),
    ("He came in May 1940 and was dead by the autumn.", ["1940-05", "1940-FA"]),
    (
        "It began at 11 p.m. on Tuesday. By 3 a.m. it was over, and at dawn they left.",
        ["2021-08-24T23:00", "2021-08-25T03:00", "2021-08-25TMO"],
    ),
    ("It was put off until Dec. 1.", ["2021-12-01"]),
    ("In the nineties it fell. A study published last May said so.", ["199", "2021-05"]),
    ("It fell 5% in the 12 months to June.", ["P12M", "2021-06"]),
    ("The firm posted a loss in the second quarter of last year.", ["2020-Q2"]),
    ("It was the biggest fall in more than 20 years.", ["P20Y"]),
    ("In recent months it has grown.", ["PXM"]),
    ("It grew over the last decade.", ["P1DE"]),
    ("It happened within hours.", ["PTXH"]),
    ("They work eight hours a day, five days a week.", ["PT8H", "P1D", "P5D", "P1W"]),
    ("He ran 100 metres in 9.58 seconds.", ["PT9.58S"]),
    ("She was sentenced to 10 years in prison.", ["P10Y"]),
    ("The 18-month-old child slept.", ["P18M"]),
    ("The deal expires Dec. 31.", ["2021-12-31"]),
    ("The talks, which began on Aug. 2, will end on Sept. 3.", ["2021-08-02", "2021-09-03"]),
    ("He left in late July.", ["2021-07"]),
    ("It closed the day after.", ["FUTURE_REF"]),
    ("It opens the day after tomorrow.", ["2021-08-27"]),
    ("A week from now it opens.", ["2021-W35"]),
    ("He came on Saturday night and left early Sunday.", ["2021-08-21TNI", "2021-08-22"]),
    ("The Monday meeting was short.", ["2021-08-23"]),
    ("Since 2014, annual sales doubled.", ["2014", "P1Y"]),
    (
        "She studied from 9 a.m. to 5 p.m. every day.",
        ["2021-08-25T09:00", "2021-08-25T17:00", "P1D"],
    ),
    ("It was 10:30 p.m. local time on Tuesday.", ["2021-08-24T22:30"]),
    ("At 11:59 p.m. yesterday it ended.", ["2021-08-24T23:59"]),
    ("The shop opens at 7 in the morning.", ["2021-08-25T07:00"]),
    ("He won gold at the 2016 Games and the 2020 Games.", ["2016", "2020"]),
    ("In 1999, 2000 and 2001 they won.", ["1999", "2000", "2001"]),
    ("The 1980s were hard. The eighties, the '80s and the 80s.", ["198", "198", "198", "198"]),
    ("The two-day meeting ended Tuesday.", ["P2D", "2021-08-24"]),
    ("The budget for 2022-23 rose.", ["2022", "2023"]),
    ("Next Tuesday's vote is key.", ["2021-08-31"]),
    ("He said on Aug. 20 that the following week would be hard.", ["2021-08-20", "2021-W34"]),
    ("Sales rose in the same month last year.", ["2021-08", "2020"]),
    ("In the year to March 2021 they fell.", ["2021", "2021-03"]),
    ("By Friday noon they had left.", ["2021-08-20T12:00"]),
    ("On Friday, August 20, at noon, they met.", ["2021-08-20T12:00"]),
    ("The mayor, who was elected in 2019 for a four-year term, spoke.", ["2019", "P4Y"]),
    ("There were 1,200 people and 2000 were hurt in 2001.", ["2001"]),
    ("Half-year results and first-half profit fell.", ["P6M", "2021-H1"]),
    ("at the end of the week", ["2021-W34"]),
    ("three years' work", ["P3Y"]),
    ("the May Day parade", ["2021-05-01"]),
    ("He may come in May.", ["2022-05"]),
    ("Will Smith said Friday.", ["2021-08-20"]),
    ("New Year's Eve was quiet; on New Year's Day it snowed.", ["2020-12-31", "2021-01-01"]),
    ("the summer months", ["2021-SU"]),
    ("in the middle of the night", ["2021-08-25TNI"]),
    ("the coming weeks will tell", ["PXW"]),
    ("over the coming year", ["2022"]),
    ("in the coming days", ["PXD"]),
    (
        "A few years ago, some weeks later and many months earlier.",
        ["PAST_REF", "FUTURE_REF", "PAST_REF"],
    ),
    ("almost two decades ago", ["2001"]),
    ("some 30 years ago", ["1991"]),
    ("over 200 years old", ["P200Y"]),
    ("the 300-year-old church", ["P300Y"]),
    ("one-day visit; one day he left", ["P1D", "P1D"]),
    ("on weekdays and at weekends", ["XXXX-WXX-WD", "XXXX-WXX-WE"]),
    ("the week of August 16", ["2021-W33"]),
    ("the week beginning 16 August", ["2021-08-16"]),
    ("in the first week of August", ["2021-W31"]),
    ("the last day of July", ["2021-07-31"]),
    ("the month of May 2020", ["2020-05"]),
    ("2021. It was", ["2021"]),
    ("The 2 p.m. train and a 5:15 start.", ["2021-08-25T14:00"]),
    ("at 12:30 GMT (13:30 BST)", ["2021-08-25T12:30", "2021-08-25T13:30"]),
    ("Copyright 2021 The Daily Mail", ["2021"]),
    ("in mid-August and mid-week", ["2021-08", "2021-W34"]),
]
NARRATIVE = [
    (
        "In the winter of 1571 they waited. The campaign of 1572 opened in late spring. At dawn "
        "on the 7th of June it ended. On the night of the 9th all left. Late that night it snowed.",
        ["1571-WI", "1572", "1572-SP", "1572-06-07TMO", "1572-06-09TNI", "1572-06-09TNI"],
    ),
    (
        "On 7 December 1941 it began. The next day war was declared. Two weeks later it "
        "fell. In January 1942 they left. That month it ended.",
        ["1941-12-07", "1941-12-08", "1941-W52", "1942-01", "1942-01"],
    ),
    (
        "On 22 June 1941 it began. By mid-1942 it was over. In the winter of 1942–43 they froze.",
        ["1941-06-22", "1942", "1942-WI"],
    ),
    (
        "On December 7, 1941, at 0755 the planes came. At 0530 hours on 8 December they "
        "left. Three hours later it sank.",
        ["1941-12-07T07:55", "1941-12-08T05:30", "1941-12-08T08:30"],
    ),
    ("Between 22 June and 5 December 1941 they advanced.", ["1941-06-22", "1941-12-05"]),
    (
        "In September and October 1940 it rained. The following night was dry.",
        ["1940-09", "1940-10", "XXXX-XX-XXTNI"],
    ),
    (
        "In 1066 the duke landed. On 14 October he won. He was crowned on Christmas Day. "
        "The following year he returned.",
        ["1066", "1066-10-14", "1066-12-25", "1067"],
    ),
    (
        "He died in 323 BC. In the 4th century BC it fell. In the 3rd millennium BC they came.",
        ["BC0323", "BC03", "BC2"],
    ),
    (
        "From 1939 to 1945 they fought; by the end of the decade it was rebuilt.",
        ["1939", "1945", "194"],
    ),
    (
        "On 6 June 1944 they landed. On the 15th, they advanced. That night it rained. "
        "The previous day had been dry. Late in the afternoon they met.",
        ["1944-06-06", "1944-06-15", "1944-06-15TNI", "1944-06-14", "1944-06-14TAF"],
    ),
    ("On the night of 6/7 June 1944 they jumped.", ["1944-06-06TNI"]),
    (
        "In March 1918 it began. In April it slowed. By November it was over. A year "
        "later peace came.",
        ["1918-03", "1918-04", "1918-11", "1919"],
    ),
    (
        "It was built in 1850. Ten years later it burned. Half a century later it was rebuilt.",
        ["1850", "1860", "1910"],
    ),
    ("At the beginning of 1863 they met; late in 1864 they parted.", ["1863", "1864"]),
    ("On Monday 3 September 1939 at 11:15 a.m. he spoke.", ["1939-09-03T11:15"]),
    ("It lasted for three days and three nights.", ["P3D", "P3D"]),
    (
        "In the 1630s and the early 1640s they came. In the second half of the 17th "
        "century they left.",
        ["163", "164", "16"],
    ),
    (
        "By the spring of 1943 it was over. The following summer they landed.",
        ["1943-SP", "1943-SU"],
    ),
    ("In late December 1944 they came. In early January they left.", ["1944-12", "1945-01"]),
]


@pytest.mark.parametrize(("text", "expected"), CALENDAR, ids=[t for t, _ in CALENDAR])
def test_english_in_the_news(text: str, expected: list[tuple[str, str]]) -> None:
    """Each expression is found at its extent, with the value it has on 25 August 2021."""
    assert values(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    """Names, verbs, counts, scores and numbers of other kinds are no times."""
    assert values(text) == []


@pytest.mark.parametrize(("text", "expected"), NARRATIVE, ids=[t for t, _ in NARRATIVE])
def test_a_narrative_counts_from_its_own_dates(text: str, expected: list[str]) -> None:
    """Without a publication date, relative expressions count from the last date in the text."""
    assert [m.value for m in read(text, None)] == expected


@pytest.mark.parametrize(("text", "expected"), NEWS, ids=[t for t, _ in NEWS])
def test_news_sentences(text: str, expected: list[str]) -> None:
    """Values in order, in sentences published on Wednesday 25 August 2021."""
    assert [m.value for m in read(text)] == expected


def test_an_old_story_published_today_counts_from_its_own_dates() -> None:
    """A text whose years lie far from its publication is a narrative."""
    text = "In 1941 it began. On 10 July 1941 it stopped. In 1942 it went on. In March it ended."
    assert [m.value for m in read(text)] == ["1941", "1941-07-10", "1942", "1942-03"]


def test_news_of_old_things_counts_from_the_day_it_appeared() -> None:
    """However many old years it tells of: its opening says when it happened."""
    text = (
        "The museum reopened on Saturday. It was founded in 1698, burned down in 1741 and again "
        "in 1804, and closed in 1991. It will be free from Tuesday."
    )
    days = [m.value for m in read(text) if "W" in m.value or m.value[:4] == "2021"]
    assert days == ["2021-08-21", "2021-08-31"]


def test_relative_expressions_without_any_date() -> None:
    """With nothing to count from, the value says only past, present or future, or leaves X."""
    text = "Last week he left; next year he returns; on Monday, in March, on May 5, he spoke."
    expected = ["PAST_REF", "FUTURE_REF", "XXXX-WXX-1", "XXXX-03", "XXXX-05-05"]
    assert [m.value for m in read(text, None)] == expected


def test_the_order_of_day_and_month_is_the_documents_own() -> None:
    """One date that can be read only one way settles the others."""
    text = "Signed 25/08/2021, sent 03/04/2021."
    assert [m.value for m in read(text)] == ["2021-08-25", "2021-04-03"]
    text = "Signed 08/25/2021, sent 03/04/2021."
    assert [m.value for m in read(text)] == ["2021-08-25", "2021-03-04"]
    text = "On 3 March and 5 June 2021 they met; sent 03/04/2021."
    assert [m.value for m in read(text)][-1] == "2021-04-03"


@pytest.mark.parametrize(
    ("text", "kind", "modifier"),
    [
        ("in the late 1980s", "date", "END"),
        ("in early March 2020", "date", "START"),
        ("in mid-2019", "date", "MID"),
        ("about three years", "duration", "APPROX"),
        ("more than a decade", "duration", "MORE_THAN"),
        ("at least two weeks", "duration", "EQUAL_OR_MORE"),
        ("by the end of 1942", "date", "END"),
        ("every week", "set", None),
        ("this morning", "time", None),
    ],
)
def test_type_and_modifier(text: str, kind: str, modifier: str | None) -> None:
    """Type and modifier follow TIMEX3."""
    (mention,) = read(text)
    assert (mention.type, mention.modifier) == (kind, modifier)


def test_last_week_says_how_it_was_counted() -> None:
    """A resolved expression gives its days, its precision, and its anchor in plain words."""
    (mention,) = read("Last week they left.")
    assert (mention.begin, mention.end_day) == ("2021-08-16", "2021-08-22")
    assert (mention.precision, mention.anchored) == ("week", True)
    assert mention.rule == (
        "'Last week' counted from the publication date 2021-08-25: 16 to 22 August 2021"
    )


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("in 1942", "1942-01-01", "1942-12-31"),
        ("the 1980s", "1980-01-01", "1989-12-31"),
        ("the 19th century", "1800-01-01", "1899-12-31"),
        ("the summer of 1942", "1942-06-01", "1942-08-31"),
        ("the winter of 1942", "1942-12-01", "1943-02-28"),
        ("the third quarter of 2020", "2020-07-01", "2020-09-30"),
        ("in February 2020", "2020-02-01", "2020-02-29"),
        ("over the weekend", "2021-08-21", "2021-08-22"),
    ],
)
def test_begin_and_end(value: str, first: str, last: str) -> None:
    """`begin` and `end_day` are the first and the last day meant."""
    (mention,) = read(value)
    assert (mention.begin, mention.end_day) == (first, last)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("19 August 2021", "2021-08-19", True),
        ("August 19, 2021", "19/08/2021", True),
        ("On 19 August 2021", "2021-08-20", False),
        ("the 1980s", "198", True),
        ("12 months", "P1Y", True),
        ("two weeks", "14 days", True),
        ("a fortnight", "P2W", True),
        ("August 2021", "2021-08-19", False),
        ("19 August", "2021-08-19", None),
        ("19 August", "2021-08-20", False),
        ("nine operations", "2021-08-20", None),
        ("1942", "1942", True),
    ],
)
def test_same_time(a: str, b: str, same: bool | None) -> None:
    """Two texts or values mean the same time, do not, or cannot be compared."""
    assert same_time(a, b) is same
    assert same_time(b, a) is same


def test_time_value_takes_the_whole_text() -> None:
    """A text that says more than one time is no single value."""
    assert time_value("from June to August 2020") is None
    assert time_value("a long road") is None
    found = time_value("last week", WEDNESDAY)
    assert found is not None
    assert found.value == "2021-W33"


def test_blocks_outside_sentences_are_read_and_furniture_is_not() -> None:
    """Dates in a title or dateline count; those of page furniture do not."""
    text = "Floods of 2013\nIt rained in 2014.\nCopyright 2021"
    blocks = (Block(0, 14, "title"), Block(15, 33, "paragraph"), Block(34, 48, "furniture"))
    source = Source(text=text, blocks=blocks)
    assert [m.value for m in find_times(source, [Sentence(15, 33, 0)])] == ["2013", "2014"]


PIECES = (
    "last next this the a an early late end of of in on at May March April Sunday Mon. 1 2 12 31 "
    "1999 2021 19th 1980s '90s 3:45 p.m. EST noon week weeks year years day century quarter half "
    "first third Q3 every twice ago later - – , ; ~ to and or 25/08/2021 2021-08-25 9999 0000 99 "
    "million hundred Easter Christmas morning spring fall weekend BC AD fiscal 1/2 ½ century's 's "
    "Feb. 30 31/02/2021 2021-13-45 \n \u202e é"
)
PHRASES = st.sampled_from(PIECES.split(" "))


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(PHRASES, max_size=30).map(" ".join)),
    st.sampled_from([None, WEDNESDAY, date(1, 1, 1), date(9999, 12, 31)]),
)
def test_any_text_gives_exact_offsets_without_overlap(text: str, published: date | None) -> None:
    """Never a crash; each mention's text stands at its offsets; none overlaps; twice the same."""
    found = read(text, published)
    last = 0
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        assert mention.value
        last = mention.end
    assert read(text, published) == found


@pytest.mark.parametrize(
    "piece",
    ["1 ", "the last ", "1999-", "twenty-", "9", "a.m.", "May ", "1/", "in the early ", "two and ",
     "x", "the end of ", "'90s ", "3:45", "Monday, "],
)  # fmt: skip
@pytest.mark.timeout(60)
def test_long_lines_do_not_hang(piece: str) -> None:
    """One line of repeated pieces is read to its end; a quadratic scan would hang."""
    text = piece * (200_000 // len(piece))
    found = read(text)
    assert all(text[m.start : m.end] == m.text for m in found[:100])


GOLD = Path(__file__).parent / "times_gold"
MARK = re.compile(r"\[\[([^|\]]*)\|([dtus?])\|([^\]]*)\]\]")
Mark = tuple[int, int, str, str]


def unmarked(body: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and each mark: start, end, words, value ("" if left open)."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(body):
        text += body[last : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[1], match[3]))
        text, last = text + match[1], match.end()
    return (text + body[last:]).rstrip(), marks


def parts(folder: str) -> Iterator[tuple[str, date | None, str]]:
    """Name, publication date and body of each article, or of each line where lines stand alone."""
    for path in sorted((GOLD / folder).glob("*.txt")):
        day, _, body = path.read_text(encoding="utf-8").partition("\n")
        day, _, alone = day.partition(" ")
        published = None if day == "-" else date.fromisoformat(day)
        for part in body.splitlines() if alone else [body]:
            yield path.name, published, part


def score(folder: str) -> tuple[float, float, list[str]]:
    """Value precision and recall over the marked articles of a folder, and what went wrong."""
    right = found = gold = 0
    wrong = []
    for name, published, body in parts(folder):
        text, marks = unmarked(body)
        blocks = tuple(Block(*m.span(), "paragraph") for m in re.finditer(r"[^\n]+", text))
        source = Source(text=text, published=published, blocks=blocks)
        mentions = find_times(source, split(source))
        left_open = [(start, end) for start, end, _, value in marks if not value]
        found += sum(not any(m.start < e and s < m.end for s, e in left_open) for m in mentions)
        for start, end, words, value in marks:
            if not value:
                continue
            gold += 1
            hit = next((m for m in mentions if m.start < end and start < m.end), None)
            fits = hit is not None and hit.value in value.split("/")
            right += fits
            if not fits:
                wrong.append(f"{name}: {words} {value} read as {hit and hit.value}")
    return right / found, right / gold, wrong


@pytest.mark.parametrize(
    ("folder", "bar"),
    [("seen", 0.95), ("held", 0.88), ("second_seen", 0.95), ("second_held", 0.86),
     ("third_seen", 0.9), ("fourth_seen", 0.9), ("fourth_held", 0.9),
     ("fifth_seen", 0.97), ("sixth_seen", 0.97),
     ("seventh_seen", 0.96), ("eighth_seen", 0.97),
     ("ninth_seen", 0.97), ("tenth_seen", 0.97), ("eleventh_seen", 0.97), ("twelfth_seen", 0.97),
     ("thirteenth_seen", 0.97), ("fourteenth_seen", 0.97),
     ("fifteenth_seen", 0.97)],
)  # fmt: skip
def test_marked_articles(folder: str, bar: float) -> None:
    """Values in articles marked by hand are right as often as when last measured."""
    precision, recall, wrong = score(folder)
    assert min(precision, recall) >= bar, (precision, recall, wrong)


def test_five_megabytes_on_one_line() -> None:
    """A huge line is read, with exact offsets to its end."""
    text = (
        "The council met on 19 August 2021 and argued about roads and schools at length. " * 65_000
    )
    found = read(text)
    assert len(found) == 65_000
    assert found[-1].text == "19 August 2021"
    assert text[found[-1].start : found[-1].end] == found[-1].text


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "It was fought on 21 June 217 BC; in the spring of 204 BC they sailed.",
            None,
            ["BC0217-06-21", "BC0204-SP"],
        ),
        (
            "In 1914, on the morning of 28 June, a bomb was thrown. He spoke on Friday.",
            date(1998, 3, 5),
            ["1914", "1914-06-28TMO", "1998-02-27"],
        ),
        (
            "The fire broke out on Saturday. Crews arrived at 3 a.m. and left at noon.",
            WEDNESDAY,
            ["2021-08-21", "2021-08-21T03:00", "2021-08-21T12:00"],
        ),
        ("He was bailed until September 12.", WEDNESDAY, ["2021-09-12"]),
        (
            "Shares have risen since Jan. 1 and since December.",
            WEDNESDAY,
            ["2021-01-01", "2020-12"],
        ),
        ("Profit for the quarter ended June 30 rose.", WEDNESDAY, ["2021-Q2", "2021-06-30"]),
        ("That September they won; he said that September was wet.", None, ["XXXX-09", "XXXX-09"]),
        ("The Sunday Times and 60 Minutes said so in FY21.", WEDNESDAY, ["2021"]),
        (
            "It holds to this day; the first decade of the 20th century.",
            None,
            ["PRESENT_REF", "190"],
        ),
    ],
)
def test_what_the_text_around_tells(text: str, published: date | None, expected: list[str]) -> None:
    """Scenes, verbs and neighbouring dates decide what an expression counts from."""
    source = Source(text=text, published=published, blocks=(Block(0, len(text), "paragraph"),))
    assert [m.value for m in find_times(source, split(source))] == expected


def test_other_languages_and_shared_words() -> None:
    """Words that English months and weekdays share with names and other languages are no times."""
    text = "Sept personnes sont ici. Sat there, Jan said. Sun Yat-sen, Mar Thoma, Dec Donnelly."
    assert values(text) == []
    assert values("The Wed 3 Nov game, Aug 2020, Oct 15th 2019.") == [
        ("Wed 3 Nov", "2021-11-03"),
        ("Aug 2020", "2020-08"),
        ("Oct 15th 2019", "2019-10-15"),
    ]


def test_decades_in_words_and_centuries_in_pairs() -> None:
    """Decades in words are of the last century; 'late 19th and early 20th centuries' are two."""
    assert values("the Roaring Twenties and '80s music") == [("Twenties", "192"), ("'80s", "198")]
    assert [v for _, v in values("the late 19th and early 20th centuries")] == ["18", "19"]
    assert values("a 30-second clip") == [("30-second", "PT30S")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port promised a meeting on 20 March.", ["2024-03-20"]),
        ("Officials said the promised meeting with fishermen on 20 March would go on.",
         ["2024-03-20"]),
        ("A man was shot on 20 March.", ["2023-03-20"]),
        ("Ministers raced to find the money before a deadline on Friday.", ["2024-03-15"]),
        ("Shares fell ahead of Thursday's vote.", ["2024-03-14"]),
        ("Snow fell overnight Monday.", ["2024-03-11TNI"]),
        ("Two years later the firm was sold.", ["FUTURE_REF"]),
        ("In 2019 the harbour was closed. At that time they waited.", ["2019", "2019"]),
        ("He served two four-year terms.", ["P4Y"]),
        ("The siege began in April 1861. In July the first battle was fought.",
         ["1861-04", "1861-07"]),
        ("On 7 December 1941 planes struck. On December 8 war was declared. Three days later "
         "Germany joined.", ["1941-12-07", "1941-12-08", "1941-12-11"]),
        ("She was born on 4 March 1961. She was convicted in October.", ["1961-03-04", "2023-10"]),
        ("In the winter of 1941-42 the city starved. That spring the ice broke.",
         ["1941-WI", "1942-SP"]),
        ("The campaign of 1812 ended that December.", ["1812", "1812-12"]),
        ("Between 1914 and 1918 sixteen million died.", ["1914", "1918"]),
        ("He was born c. 1480.", ["1480"]),
    ],
)  # fmt: skip
def test_which_year_or_day_is_meant(text: str, expected: list[str]) -> None:
    """The tense, the nearest day and the story so far tell; published Tuesday 12 March 2024."""
    assert [m.value for m in read(text, date(2024, 3, 12))] == expected


def test_about_an_hour() -> None:
    """'about 3:15 a.m.' is approximate, and its words begin with 'about'."""
    [found] = read("Police came at about 3:15 a.m. Saturday.")
    assert (found.text, found.modifier) == ("about 3:15 a.m. Saturday", "APPROX")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first week of June was wet.", ["2024-W23"]),
        ("They meet in the second week of next month.", ["2024-W28"]),
        ("The first day of the month was dry.", ["2024-06-01"]),
        ("It rose for a third straight week.", ["P3W"]),
        ("It was the third strike in as many days.", []),
        ("Open from 9 a.m. to 5 p.m. on Monday.", ["2024-06-10T09:00", "2024-06-10T17:00"]),
        ("Between 8 and 9 p.m. on Monday it fell.", ["2024-06-10T20:00", "2024-06-10T21:00"]),
        ("At half past nine on Monday, at quarter to six.",
         ["2024-06-10T09:30", "2024-06-10T05:45"]),
        ("The 2012/13 season was long.", ["2012", "2013"]),
        ("It closes at the year's end.", ["2024"]),
        ("On the 20th and 21st March they met.", ["2024-03-20", "2024-03-21"]),
        ("In the April-June quarter GDP grew.", ["2024-Q2"]),
        ("It was the hottest May on record.", ["2024-05"]),
        ("They fought on for two more years.", ["P2Y"]),
        ("After a siege of 53 days on Tuesday, 29 May 1453, it fell.", ["P53D", "1453-05-29"]),
        ("In 490 BC they landed. Ten years later they came back. The following year they left.",
         ["BC0490", "BC0480", "BC0479"]),
        ("Fires burned in the night of 23 to 24 August 1942.", ["1942-08-23TNI"]),
        ("The ship was to dock at 6 a.m. on Friday.", ["2024-06-14T06:00"]),
        ("The trial was put off to July 6.", ["2024-07-06"]),
        ("Most were allowed to go home on Sunday.", ["2024-06-09"]),
        ("They will be allowed to go home on Sunday.", ["2024-06-16"]),
        ("She was told to report on Friday.", ["2024-06-14"]),
        ("Gunmen struck in the early morning hours of Saturday.", ["2024-06-08TMO"]),
    ],
)  # fmt: skip
def test_more_of_english(text: str, expected: list[str]) -> None:
    """Spans, ordinals and rows of time; published Tuesday 11 June 2024."""
    assert [m.value for m in read(text, date(2024, 6, 11))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She woke at ten to four in the morning.", ["2024-06-11T03:50"]),
        ("They met at twenty-five past six last night.", ["2024-06-10T18:25"]),
        ("The gate shuts at nine.", ["2024-06-11T09:00"]),
        ("The bus left at 9.15 on Monday.", ["2024-06-10T09:15"]),
        ("The count stood at nine, and they aimed at two, then at three men.", []),
        ("The rate was at six. It lost by ten to four.", []),
        ("Five to six people came from a quarter to half a mile away.", []),
        ("Rent is paid on the 4th of next month.", ["2024-07-04"]),
        ("It was shot just before dawn the following morning.", ["2024-06-12TMO"]),
        ("If no deal is reached by Sunday they will strike.", ["2024-06-16"]),
        ("He agreed in March to open the books.", ["2024-03"]),
        ("Trade will grow over the next decade.", ["P1DE"]),
        ("It was sold in the first decade of this century.", ["200"]),
        ("In the latest quarter it lost money.", ["2024-Q1"]),
    ],
)  # fmt: skip
def test_hours_and_days_said_in_words(text: str, expected: list[str]) -> None:
    """An hour needs no o'clock; a score, an aim or a range is none; published 11 June 2024."""
    assert [m.value for m in read(text, date(2024, 6, 11))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A year ago today the dam burst; two weeks ago Friday it leaked.",
         ["2023-06-11", "2024-05-31"]),
        ("In May British troops left; in June Carter's song was sung.", ["2024-05"]),
        ("They landed on 3 May 1931. It was worst between the 5th and the 7th.",
         ["1931-05-03", "1931-05-05", "1931-05-07"]),
        ("At dawn Sunday planes struck.", ["2024-06-09TMO"]),
        ("In the first six months of last year it lost money.", ["P6M"]),
        ("Two hour-long talks failed.", ["PT1H"]),
        ("Black Monday shook it, and the Friday Mosque was shut.", []),
    ],
)  # fmt: skip
def test_days_told_by_their_neighbours(text: str, expected: list[str]) -> None:
    """A month before a name, ordinals in pairs, a day so long ago; published 11 June 2024."""
    assert in_a_paragraph(text, date(2024, 6, 11)) == expected


def test_a_story_begins_where_its_first_sentence_does() -> None:
    """After a first sentence from beginning to end, months belong to the beginning."""
    text = (
        "The war began on 14 August 1931 and ended in November 1933. Tension had been growing "
        "since the previous winter. On 3 May a trawler was sunk."
    )
    assert in_a_paragraph(text, None) == ["1931-08-14", "1933-11", "1930-WI", "1931-05-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The revolt began in June 1797. The governor, who had ruled since the previous autumn, "
         "asked for help. Troops came on 8 July.", ["1797-06", "1796-FA", "1797-07-08"]),
        ("The war began in June 1797. A year earlier he had been a clerk. In July he led an army.",
         ["1797-06", "1796", "1797-07"]),
        ("It was begun in 1797 and rebuilt in 1850, in 1871 and in 1902. A museum opened there "
         "last October, and a shop two weeks ago.",
         ["1797", "1850", "1871", "1902", "2023-10", "2024-W22"]),
        ("A ferry left at 9.40 p.m. on 2 October 2005. It sank in an hour. Help came at 1.15 a.m.",
         ["2005-10-02T21:40", "PT1H", "2005-10-03T01:15"]),
        ("The search began on 2 October 2005 and went on until dusk the next day.",
         ["2005-10-02", "2005-10-03TEV"]),
    ],
)  # fmt: skip
def test_what_a_story_counts_from(text: str, expected: list[str]) -> None:
    """Looking back does not move a story; "last" and "ago" are said by the day it appeared."""
    assert in_a_paragraph(text, date(2024, 6, 11)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The siege began in November 1877. In his memoirs, published in 1891, he blamed Oss. The "
         "fort fell in December.", ["1877-11", "1891", "1877-12"]),
        ("Many had bought land after 1947. The court ruled on December 20 that they go.",
         ["1947", "XXXX-12-20"]),
        ("The war was short. It lasted from November 1877 until the armistice of 2 March 1878. "
         "The capital fell on 9 November.", ["1877-11", "1878-03-02", "1877-11-09"]),
        ("The fort fell in January 1878. Under the treaty, signed that June, it was pulled down.",
         ["1878-01", "1878-06"]),
    ],
)  # fmt: skip
def test_a_story_does_not_go_on_from_what_is_told_in_passing(
    text: str, expected: list[str]
) -> None:
    """Neither from the year a book was printed in nor from one that something is after."""
    assert in_a_paragraph(text, None) == expected


def test_results_reported_are_of_a_quarter_that_is_over() -> None:
    """What a firm will report is past, what it expects may be to come."""
    day = date(1998, 3, 2)
    assert in_a_paragraph("It will report fourth-quarter results soon.", day)[0] == "1997-Q4"
    assert in_a_paragraph("It expects fourth-quarter profit to rise.", day)[0] == "1998-Q4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 3 May. Twenty days after that they signed.", ["2012-05-03", "2012-05-23"]),
        ("Two days after that battle he fled.", ["P2D"]),
        ("This winter has been mild. This winter will be mild.", ["2012-WI", "2013-WI"]),
        ("They struck in the wee hours of Saturday morning.", ["2013-03-09TMO"]),
        ("She had seen him the night before.", ["2013-03-13TNI"]),
        ("She had seen him the night before the battle.", []),
        ("The rest of the year was quiet.", ["2013"]),
        ("The rest of his life was sad. Epidemics last.", []),
        ("England play Wales on Saturday. The meet on Friday was good.",
         ["2013-03-16", "2013-03-08"]),
        ("They will discuss Monday's attack. They will discuss Monday's vote.",
         ["2013-03-11", "2013-03-18"]),
        ("Claims fell in the latest week.", ["2013-W10"]),
        ("Police came minutes after the call.", ["PTXM"]),
        ("It grew in the January-March period.", ["2013-Q1"]),
        ("A boy aged seven died on Michaelmas Day.", ["P7Y", "2012-09-29"]),
        ("Crude for July delivery rose.", ["2013-07"]),
        ("A strike starting Monday is likely.", ["2013-03-18"]),
        ("Shortly after eight, the doors opened.", ["2013-03-14T08:00"]),
        ("He will retire in 2030. Ten years earlier, in 2003, he came. A year earlier he wed.",
         ["2030", "2003", "2003", "2002"]),
        ("It was found in January 2011. He was held six weeks later.", ["2011-01", "2011-02"]),
    ],
)  # fmt: skip
def test_what_words_beside_a_day_tell(text: str, expected: list[str]) -> None:
    """Verbs of plans, what is missing behind 'before', the month a week lies in; Thursday."""
    assert in_a_paragraph(text, date(2013, 3, 14)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1942 two divisions landed. In 1943 20,000 men came. By 1916 12 ships were lost.",
         ["1942", "1943", "1916"]),
        ("1770 brought war. 1848 was hot. Throughout 1773 it rained.", ["1770", "1848", "1773"]),
        ("It ends no later than 1943.", ["1943"]),
        ("The July Monarchy fell; the October Revolution won. 1917 of them died, and a screen of "
         "1920 by 1080 dots.", []),
        ("1770 died. He paid 1770 four times. Room 1770 two floors up.", []),
        ("Between the late 16th and the early 20th century they fought.", ["15", "19"]),
        ("It lasted from July 1863 until 1869. In August it rained. It held until 1871. That July "
         "he died.", ["1863-07", "1869", "1863-08", "1871", "1871-07"]),
        ("In June 1812 they met. A ship sunk a year before was raised.", ["1812-06", "1811"]),
        ("On 16 June 1948, at 8:30 in the morning, it began; half an hour later it was over.",
         ["1948-06-16T08:30", "1948-06-16T09:00"]),
        ("In May 1950 a man who had retired to his farm that April, was called. It was of little "
         "use, said those who hope that August will be dry.", ["1950-05", "1950-04"]),
        ("A truce of September 1955 was broken on 8 February.", ["1955-09", "1956-02-08"]),
        ("In 147 BC he came. The next spring he broke in.", ["BC0147", "BC0146-SP"]),
        ("It opened on 1 October 1916 and closed on 11 November. On the 21st a trench was taken.",
         ["1916-10-01", "1916-11-11", "1916-10-21"]),
        ("They came on July 2, 1460. On the 29th Oss burned. On the 29th Division fell a shell.",
         ["1460-07-02", "1460-07-29"]),
        ("It began on 3 May 1942 and they left on the night of 10/11 June. Three days afterwards "
         "it fell.", ["1942-05-03", "1942-06-10TNI", "1942-06-13"]),
        ("They came on July 2, 1460 and on the 10th captured the king.",
         ["1460-07-02", "1460-07-10"]),
    ],
)  # fmt: skip
def test_years_and_days_of_histories(text: str, expected: list[str]) -> None:
    """A year before a count, at the head of a sentence, and one that something lasted until."""
    assert in_a_paragraph(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hit before 5 a.m. Friday.", ["2013-11-08T05:00"]),
        ("They must leave before Friday.", ["2013-11-15"]),
        ("He was shot at 2 a.m. early Sunday.", ["2013-11-10T02:00"]),
        ("A bomb went off at 8:50 p.m. (1550 GMT); ten minutes later police came.",
         ["2013-11-12T20:50", "2013-11-12T15:50", "2013-11-12T21:00"]),
        ("In September 2011 they took a bus; a week later they struck again.",
         ["2011-09", "2011-09"]),
        ("The bank set aside millions in the quarter.", ["2013-Q3"]),
        ("It expects a loss this month and profit in the first half. They will score on Sunday "
         "in the first half.", ["2013-11", "2014-H1", "2013-11-17"]),
        ("Talks broke down and resume Monday. The start Monday was bad.",
         ["2013-11-18", "2013-11-11"]),
        ("It left at 11 p.m. on Friday. Two hours later, at 1:05 a.m., it stopped.",
         ["2013-11-08T23:00", "2013-11-09T01:00", "2013-11-09T01:05"]),
        ("He was caught one second after it rang. They talk of a vote before the summer.",
         ["PT1S", "2014-SU"]),
        ("The bank, which reports Friday, has read the police reports Friday brought.",
         ["2013-11-15", "2013-11-08"]),
    ],
)  # fmt: skip
def test_hours_in_brackets_and_quarters_gone(text: str, expected: list[str]) -> None:
    """The same hour by another clock moves no story; published Tuesday 12 November 2013."""
    assert in_a_paragraph(text, date(2013, 11, 12)) == expected


def test_days_of_a_month_in_words() -> None:
    """In a history 'the fourteenth' is a day, and a winter there had been is over."""
    text = "The siege began in June 1812. They had spent the winter in Oss. On the fourteenth "
    text += "the wall fell. On the third he tried again. On the fifth floor he sat."
    assert in_a_paragraph(text, None) == ["1812-06", "1811-WI", "1812-06-14"]


def test_a_history_that_comes_down_to_its_own_day() -> None:
    """From there on months are counted from the day of publication."""
    text = "The war began in 1971. It spread in 1973, and in 1986 a truce was signed. It broke in "
    text += "2008. Its leader, seized in December last year, is in jail. Talks resumed in May."
    found = in_a_paragraph(text, date(2011, 10, 3))
    assert found[-2:] == ["2010-12", "2011-05"]


def test_a_history_of_a_war_just_over() -> None:
    """Years enough, none told from today: months are of the year the story is in."""
    text = "The war of August 2008 had begun in 1991. A truce of June 24, 1992 held until 2003. "
    text += "In April 2008 a plane was shot down. In July villages burned. On August 7 tanks came."
    found = in_a_paragraph(text, date(2009, 12, 19))
    assert found[-3:] == ["2008-04", "2008-07", "2008-08-07"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the first three days of July 1863 many fell. On the 4th he withdrew.",
         ["P3D", "1863-07-04"]),
        ("The operation began on 12 May 1968. Overnight they slipped away; it ended 19 days later.",
         ["1968-05-12", "1968-05-12TNI", "1968-05-31"]),
        ("The war broke out in August 1864. In early September the king fled. Later in the month "
         "he was caught.", ["1864-08", "1864-09", "1864-09"]),
        ("The law was passed in 1994. The council meets in May.", ["1994", "2010-05"]),
    ],
)  # fmt: skip
def test_short_histories(text: str, expected: list[str]) -> None:
    """One year and one date that hangs on another are enough, if nothing is said of today."""
    assert in_a_paragraph(text, date(2009, 12, 19)) == expected


def test_a_history_of_few_years_counts_from_its_own_dates() -> None:
    """Dates that hang on one another make a story, if nothing is said of today."""
    text = (
        "The siege began on 3 April 1809. The next day the bridge was blown up. Two weeks later a "
        "relief force arrived, and on the 29th the town was free. On 2 May the king came."
    )
    story = ["1809-04-03", "1809-04-04", "1809-W16", "1809-04-29", "1809-05-02"]
    assert in_a_paragraph(text, date(2019, 6, 1)) == story
    told_today = text + " Last week a museum of the siege was opened."
    assert in_a_paragraph(told_today, date(2019, 6, 1))[-1] == "2019-W21"
