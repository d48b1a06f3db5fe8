"""What clubs and teams are called."""

from __future__ import annotations

from explainer.word_set import word_set

# What teams call themselves; after the name of a town they make it one.
MASCOTS = word_set(
    "49ers 76ers Angels Astros Athletics Avalanche Bears Bengals Bills Blackhawks Blazers Braves "
    "Brewers Broncos Browns Bruins Buccaneers Bucks Bulls Canadiens Canucks Capitals Cardinals "
    "Cavaliers Celtics Chargers Chiefs Clippers Colts Cowboys Coyotes Cubs Diamondbacks Dodgers "
    "Dolphins Ducks Eagles Falcons Flames Flyers Giants Grizzlies Hawks Hornets Hurricanes "
    "Islanders Jaguars Jazz Jets Kings Knicks Lakers Lightning Lions Magic Mariners Marlins "
    "Mavericks Mets Nationals Nets Nuggets Oilers Orioles Pacers Packers Padres Panthers Patriots "
    "Pelicans Penguins Phillies Pirates Pistons Predators Raiders Rams Raptors Ravens Rays Reds "
    "Rhinos Rockets Rockies Royals Sabres Saints Sharks Spurs Stars Steelers Suns Texans Thunder "
    "Tigers Timberwolves Titans Twins Vikings Warriors Wildcats Wizards Yankees Bulldogs "
    "Redskins Senators Sounders Galaxy Dynamo Wolves Harlequins Saracens Wasps"
)
# Clubs called by one word, towns among them: in a report on sport the club is meant.
CLUBS = word_set(
    "Arsenal Everton Chelsea Liverpool Fulham Brighton Bournemouth Southampton Burnley Watford "
    "Brentford Tottenham Spurs Newcastle Middlesbrough Sunderland Leicester Norwich Wolves Celtic "
    "Rangers Hearts Hibernian Hibs Motherwell Kilmarnock Milan Inter Juventus Napoli Roma Lazio "
    "Atalanta Fiorentina Sampdoria Udinese Torino Bologna Parma Lecce Empoli Cagliari Bayern "
    "Schalke Leverkusen Wolfsburg Hoffenheim Barcelona Barça Valencia Sevilla Villarreal Getafe "
    "Atlético Osasuna Lyon Marseille Monaco Lille Rennes Ajax Feyenoord PSV Anderlecht Benfica "
    "Sporting Porto Braga Boavista Galatasaray Fenerbahce Fenerbahçe Besiktas Beşiktaş "
    "Trabzonspor Olympiacos Olympiakos Panathinaikos Flamengo Palmeiras Corinthians Fluminense "
    "Botafogo Santos Independiente Al-Nassr Al-Hilal Al-Ittihad Al-Ahly Zamalek Saracens "
    "Leinster Munster"
)
# First words of clubs, before the name of a town: "Dinamo Zagreb".
CLUB_FIRST = word_set(
    "Dinamo Dynamo Sporting Atletico Atlético Athletic Real Inter Lokomotiv Spartak Zenit "
    "Partizan Sparta Slavia Borussia Bayer Bayern Olympique Maccabi Hapoel CSKA AC AS FC SC SV "
    "VfB VfL RB FK NK HNK Deportivo Racing Fortuna Eintracht Werder Red-Star Hellas Steaua"
)
# Last words of clubs, after the name of a town.
CLUB_LAST = word_set("City Town County Orient Argyle Alexandra Wednesday Stanley Villa Forest")
