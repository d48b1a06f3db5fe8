"""The bearer of a name whom newspapers mean when they name no country with it.

Population does not tell it: Valencia in Venezuela has more people than the one in Spain.
"""

from __future__ import annotations

from explainer.gazetteer import place_key

# Under each country, or country and first-level region, the towns that stand alone.
_ALONE = {
    "GB": (
        "Aberdeen, Bangor, Bath, Belfast, Birmingham, Blackburn, Bolton, Bradford, "
        "Brighton, Bristol, Bury, Cambridge, Canterbury, Cardiff, Carlisle, Chelsea, Cheltenham, "
        "Chester, Coventry, Derby, Derry, Doncaster, Dover, Dundee, Durham, Ealing, Edinburgh, "
        "Exeter, Gloucester, Greenwich, Guildford, Hastings, Hereford, Hull, Ipswich, Lancaster, "
        "Leeds, Leicester, Liverpool, London, Luton, Manchester, Margate, Newcastle, Newport, "
        "Northampton, Norwich, Nottingham, Oxford, Peterborough, Plymouth, Portsmouth, Preston, "
        "Reading, Rochdale, Salford, Salisbury, Scarborough, Sheffield, Shrewsbury, Southampton, "
        "St Albans, Stirling, Stratford-upon-Avon, Sunderland, Surrey, Swansea, Swindon, Taunton, "
        "Torquay, Truro, Warwick, Wembley, Winchester, Windsor, Wolverhampton, York"
    ),
    "IE": "Cork, Dublin, Dundalk, Galway, Kilkenny, Limerick, Tralee, Waterford, Wexford",
    "ES": (
        "Barcelona, Cadiz, Cordoba, Granada, Madrid, Malaga, Pamplona, Pontevedra, Salamanca, "
        "Santander, Toledo, Valencia, Vitoria, Zamora, Guernica, Alicante, Murcia"
    ),
    "FR": "Bayonne, Brest, Calais, Lyon, Marseille, Nice, Orleans, Paris, Tours, Verdun",
    "DE": "Berlin, Heidelberg, Hamburg, Hanover, Frankfurt, Munich, Münster, Cologne, Dresden",
    "IT": "Bari, Florence, Lodi, Milan, Naples, Parma, Pisa, Rome, Siena, Venice, Verona, Genoa",
    "GR": "Athens, Corinth, Delphi, Marathon, Olympia, Sparta",
    "PT": "Lisbon, Porto, Evora, Coimbra", "PL": "Warsaw, Krakow", "AT": "Vienna, Linz",
    "RU": "Moscow, Saint Petersburg", "UA": "Odessa, Kharkiv", "CH": "Geneva, Lausanne",
    "EG": "Alexandria, Cairo", "LY": "Tripoli", "LB": "Sidon, Tyre", "PS": "Bethlehem, Hebron",
    "IL": "Nazareth, Acre", "SA": "Medina, Mecca", "CD": "Beni", "IN": "Hyderabad, Kochi, Salem",
    "CN": "Canton, Fuzhou", "JM": "Kingston", "PR": "San Juan", "CL": "Santiago, Valparaiso",
    "BO": "La Paz", "MX": "Guadalajara, Merida, Leon, Monterrey", "CO": "Cartagena",
    "PE": "Lima", "VE": "Caracas, Maracaibo", "AR": "Rosario, Mendoza", "CU": "Havana",
    "CA": "Halifax, Hamilton, Montreal, Ottawa, Toronto, Vancouver, Winnipeg, Calgary",
    "AU": "Perth, Melbourne, Sydney, Brisbane, Adelaide, Darwin, Ballarat, Geelong",
    "NZ": "Auckland, Christchurch, Dunedin, Wellington, Nelson, Rotorua",
    "US:Alabama": "Montgomery", "US:Arkansas": "Little Rock",
    "US:California": "Hollywood, Oakland, Pasadena, San Jose, Santa Barbara, Berkeley",
    "US:Connecticut": "Hartford, New Haven", "US:Florida": "Gainesville, Orlando, Miami",
    "US:Georgia": "Atlanta, Savannah", "US:Illinois": "Chicago, Peoria",
    "US:Louisiana": "New Orleans", "US:Massachusetts": "Boston", 
    "US:Minnesota": "Duluth, Minneapolis, St. Paul", "US:Mississippi": "Jackson",
    "US:Missouri": "Kansas City, St. Louis", "US:Nevada": "Las Vegas",
    "US:New Jersey": "Newark, Princeton", "US:New York": "Brooklyn, Buffalo, Rochester, Syracuse",
    "US:North Carolina": "Charlotte, Raleigh", "US:Ohio": "Cincinnati, Cleveland",
    "US:Oregon": "Portland", "US:Pennsylvania": "Philadelphia, Pittsburgh, Scranton",
    "US:South Carolina": "Charleston, Columbia", "US:Tennessee": "Memphis, Nashville",
    "US:Texas": "Austin, Dallas, El Paso, Houston, San Antonio", "US:Virginia": "Richmond, Norfolk",
    "US:Washington": "Seattle, Spokane", "US:Wisconsin": "Milwaukee", "US:Utah": "Salt Lake City",
}  # fmt: skip
USUAL = {
    place_key(name): (home.partition(":")[0], home.partition(":")[2] or None)
    for home, names in _ALONE.items()
    for name in names.split(", ")
}


def is_usual(key: str, country: str | None, region: str | None) -> bool:
    """Whether the town of this key in this country and region is the one meant without either."""
    home = USUAL.get(key)
    return home is not None and home[0] == country and home[1] in (None, region)
