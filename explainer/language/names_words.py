"""Word tables by which names are told apart, and the word list in explainer/data/words.z."""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from explainer.gazetteer import place_key
from explainer.word_set import word_set

WORDS = Path(__file__).parents[1] / "data" / "words.z"


class WordLists(NamedTuple):
    """First names and surnames as written, common English words in lower case."""

    first: frozenset[str]
    last: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def word_lists() -> WordLists:
    parts = zlib.decompress(WORDS.read_bytes()).decode().split("\n\n")
    first, last, common = (frozenset(part.split("\n")) for part in parts)
    return WordLists(first, last - (ORG_HEADS - SURNAME_HEADS), common)


def is_surname(word: str, surnames: frozenset[str]) -> bool:
    """Whether a word is among the surnames, with its accents or without: "Martínez"."""
    return word in surnames or (not word.isascii() and place_key(word).capitalize() in surnames)


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(",") if phrase.strip())


CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat "
    "Sun January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. "
    "Sept. Oct. Nov. Dec. Christmas Easter Ramadan Eid Passover Hanukkah Diwali Thanksgiving "
    "Halloween Nowruz Spring Summer Autumn Winter"
)

# Never the first word of a name in running text (a name such as "The Hague" is asked for first).
OPENERS = word_set(
    "A An The This That These Those It Its He His Him She Her Hers They Their Theirs Them We Our "
    "Ours Us You Your I My Mine Me In On At By For From With Without Within Into Onto To Of Off "
    "Out Over Under Above Below Between Among Amid During Before After Since Until Till While "
    "When Where Who Whom Whose Which What Why How If Unless Although Though Because As Than Then "
    "Thus So But And Or Nor Yet Not No None Nothing Nobody Only Just Even Also Still Already "
    "Again Once Here There Now Today Yesterday Tomorrow Tonight Later Earlier Soon Meanwhile "
    "However Moreover Furthermore Nevertheless Nonetheless Instead Otherwise Besides Perhaps "
    "Maybe Indeed Despite Regardless According Following Given Including Based Asked Some Any All "
    "Both Each Every Either Neither Many Much Most More Less Few Fewer Several Such Same Other "
    "Others Another One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty "
    "Forty Fifty Hundreds Thousands Millions Dozens First Second Third Last Next Former Formerly "
    "Recent Recently Ultimately Let Yes Well Oh Ah Please Thanks Like Unlike About Around Across "
    "Against Along Beyond Through Throughout Toward Towards Upon Via Per Up Down Is Are Was Were "
    "Be Been Being Has Have Had Do Does Did Can Could Will Would Shall Should May Might Must "
    "Never Always Often Sometimes Usually Nearly Almost Apart Aside Ahead Behind Beside Beneath "
    "Whether Whereas Wherever Whenever Whatever Whoever Anyone Everyone Someone Anything "
    "Everything Something Elsewhere Everywhere Additionally Finally Eventually Overall Together "
    "Rather Quite Very Too Hence Therefore Consequently Speaking Born Located Founded Known "
    "Police Developers Campaigners Insurers Retailers Officials Authorities Critics Experts "
    "Analysts Witnesses Residents Scientists "
    "Researchers People Men Women Children Students New Old Young Big Small Good Bad Great High "
    "Low Long Short Say Says Said See Read Watch Photo Image Source Credit Caption Updated "
    "Published Breaking Exclusive Opinion Analysis Editorial Q"
)
# Openers that do begin names: kept when the run as a whole is a known place or an organisation.
MAY_BEGIN = word_set(
    "New Old Great Big Good High Low Long Young Last First Second Third One Two Three Four Five "
    "Six Seven Eight Nine Ten All People Women Men Children Students Police Mine May Will Well "
    "Over Out Under Up Down Other Former Me Us Scientists Researchers Little Read"
)

TITLES = word_set(
    "Advocate Canon Curate Vicar Barrister Magistrate Nawab Maharaja Det Det. Insp. Sec. Amb. "
    "Justices Pres. Ald. Sheikha Begum Mufti Taoiseach Viceroy Regent Crown Infanta Chieftain Rear "
    "Air Wing Squadron-Leader Petty Warrant Staff Solicitor Solicitor-General Attorney-General "
    "Secretary-General Governor-General Co-Chair Co-Founder Founder Editor Correspondent "
    "Economist Analyst Striker Midfielder Defender Goalkeeper Actor Actress Singer Author "
    "Astronaut Undersecretary Commissioner Envoy Delegate Principal Headteacher Dean Provost "
    "Cllr Cllr. Councilman Councilwoman Councilmember Assemblyman Assemblywoman Tánaiste Pfc Pfc. "
    "Spc Spc. Adviser Advisor Counsel Director-General 1st 2nd Class Rt Whip "
    "Rector Nurse Lance Ch Insp DCI Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Dr Dr. Sir Dame Lord Lady "
    "Madam Mme "
    "Monsieur Madame Herr Frau Prof Prof. Professor Rev Rev. Reverend Fr Fr. Father Sister "
    "Brother Pastor Bishop Archbishop Cardinal Pope Patriarch Rabbi Imam Mullah Maulana Ayatollah "
    "Sheikh Sheik Swami King Queen Prince Princess Duke Duchess Earl Count Countess Baron "
    "Baroness Emperor Empress Sultan Emir Shah Tsar Czar Kaiser President Premier Chancellor "
    "Minister Secretary Senator Sen Sen. Representative Rep Rep. Congressman Congresswoman "
    "Governor Gov Gov. Mayor Ambassador Judge Justice Attorney General Gen Gen. Lieutenant Lt Lt. "
    "Colonel Col Col. Major Maj Maj. Captain Capt Capt. Sergeant Sgt Sgt. Corporal Cpl Cpl. "
    "Private Pvt Pvt. Admiral Adm Adm. Commander Cmdr Cmdr. Commodore Marshal Brigadier Brig "
    "Brig. Officer Detective Inspector Constable Sheriff Superintendent Supt Supt. Chief Director "
    "Chairman Chairwoman Chairperson Chair CEO CFO Coach Manager Spokesman Spokeswoman "
    "Spokesperson Vice Deputy Acting Prime Foreign Defence Defense Interior Finance Home Health "
    "Education Environment Speaker Leader Comrade Saint Hon Hon. Councillor Alderman MP MEP MSP "
    "MLA Shri Smt Smt. Dato Tun Haji Hajji Ustad Engineer Field First Lieutenant-General "
    "Major-General Vice-President Ex-President Biologist Physicist Historian Researcher Scientist "
    "Chemist Geologist Astronomer Ecologist Psychologist Sociologist Anthropologist Archaeologist "
    "Climatologist Epidemiologist Virologist Seismologist Meteorologist Neuroscientist "
    "Mathematician Journalist Reporter Lawyer Novelist Poet Composer Conductor Sculptor "
    "Choreographer Playwright Filmmaker Paramedic Firefighter Fisherman Pensioner Campaigner "
    "Activist Businessman Businesswoman Entrepreneur Winger Cyclist Swimmer Sprinter "
    "Neighbour Neighbor Eyewitness Villager Shopkeeper Onlooker Bystander Schoolteacher Homeowner "
    "Retiree Grandmother Grandfather Housewife Motorist Passenger Treasurer Comptroller Controller "
    "Auditor Coroner Trooper Ombudsman Councilor Assemblymember Supervisor Administrator Pollster "
    "Strategist Postmaster Clerk Pitcher Quarterback Shortstop Linebacker Executive "
    "Collector Tehsildar Sarpanch Pradhan SP DCP ACP DSP ASP SSP DIG DGP IGP SDM MLC Constable"
)
TITLES |= {"Secretary of State", "Secretary of Defense", "Secretary of Defence"}
TITLES |= {"Chief of Staff"}
TITLES |= {f"Chief {x}" for x in ("Executive", "Operating", "Financial", "Medical")}
TITLES |= {f"{x} Officer" for x in TITLES if x.startswith("Chief ")}
# Only in company of another title: "Prime Minister", "Foreign Secretary", "Attorney General".
HALF_TITLES = word_set(
    "Vice Deputy Acting Prime Foreign Defence Defense Interior Finance Home Health Education "
    "Environment Field First Justice Attorney Private Major Count Assistant Associate Crown Rear "
    "Air Wing Petty Warrant Staff Solicitor Lance Editor Founder Economist Analyst Striker Author "
    "Principal Dean Nurse Singer Chair Manager Coach Executive Adviser Advisor Counsel 1st 2nd "
    "Class Rt Whip Controller Clerk Supervisor Administrator Pitcher Quarterback Shortstop"
)
# Of these the ones that make a title before a given name: "County Attorney Ann Lee".
ROLES = word_set(
    "Attorney Editor Founder Economist Analyst Striker Author Principal Dean Nurse Singer Chair "
    "Manager Coach Executive Adviser Advisor Counsel Whip Count Justice Controller Clerk "
    "Supervisor Administrator Pitcher Quarterback Shortstop"
)
# What a minister is of.
PORTFOLIOS = word_set(
    "State Health Defence Defense Finance Education Justice Culture Tourism Energy Transport "
    "Agriculture Interior Labour Labor Trade Industry Sport Science Environment Economy Opposition "
    "Police Prisons Works"
)
# Written after a person's name and no part of it.
AFTER_NAMES = word_set("MP MPs MEP MSP MLA QC KC OBE CBE MBE FRS")
SUFFIXES = word_set("Jr Jr. Sr Sr. II III IV PhD MD")
PARTICLES = word_set(
    "de del della der den di da do dos das du la le van von zu zur ter ten bin bint ibn ben abu "
    "al el ul ud y e af av"
)
LOWER_TITLES = (
    r"president|vice[- ]president|prime minister|premier|chancellor|minister|secretary|governor|"
    r"mayor|ambassador|judge|justice|general|colonel|captain|commander|sergeant|lieutenant|major|"
    r"admiral|chief|director|chairman|chairwoman|chair|coach|manager|spokesman|spokeswoman|"
    r"spokesperson|leader|senator|congressman|congresswoman|professor|doctor|pastor|bishop|rabbi|"
    r"imam|king|queen|prince|princess|actor|actress|singer|author|writer|poet|novelist|director|"
    r"journalist|reporter|correspondent|editor|analyst|economist|scientist|political scientist|"
    r"historian|physicist|biologist|researcher|lawyer|attorney|prosecutor|detective|inspector|"
    r"officer|striker|midfielder|defender|goalkeeper|forward|winger|captain|pitcher|quarterback|"
    r"activist|philosopher|artist|painter|composer|architect|engineer|businessman|businesswoman|"
    r"entrepreneur|billionaire|founder|co-founder|owner|teammate|colleague|wife|husband|son|"
    r"daughter|father|mother|brother|sister|uncle|aunt|cousin|partner|warlord|dictator|teacher|"
    r"farmer|candidate|councillor|commissioner|envoy|official|expert|strategist|adviser|advisor"
)

ORG_HEADS = word_set(
    "Survey AB Oy NV SpA ASA SE Pty Pte Syndicate House Brothers Brotherhood Cross Archives "
    "Embassy Consulate Bundesliga Ministries Command Militias Caucus Senators Faction Lobby "
    "Charities Academy Administration Agency Airlines Airways Alliance Army Assembly Association "
    "Associates Authority Ballet Bank Bar Battalion Board Brewery Brigade Brigades Bureau "
    "Bundestag Cabinet Center Centre Chamber Charity Choir Church Clinic Club Coalition "
    "Collective College Commission Committee Commonwealth Companies Company Confederation "
    "Congress Consortium Constabulary Convention Co-operative Cooperative Corporation Corps "
    "Council Court Department Directorate Division Electric Electronics Energy Enterprises "
    "Entertainment Exchange Executive Express Faculty Federation Fleet Force Forces Forum "
    "Foundation Front Fund Gallery Gazette Government Group Guard Guardian Guards Headquarters "
    "Herald High-School Holdings Hospital Hotel Industries Initiative Inquirer Insider "
    "Inspectorate Institute Institution Institutes Insurance International Investments Jihad "
    "Journal Junta Labs Laboratories Laboratory League Legion Library Limited Magazine Mail "
    "Marines Media Militia Ministry Mission Monitor Mosque Motors Movement Museum Nations Navy "
    "Network Networks News Newspaper Observer Office Opera Orchestra Organisation Organization "
    "Parliament Partners Partnership Party Patrol Pharmaceuticals Pictures Police Politburo Post "
    "Press Productions Programme Publishers Radio Records Regiment Registry Resistance Review "
    "School Schools Senate Service Services Society Solutions Squad Squadron Staff Starbucks "
    "Store Stores Studio Studios Systems Taskforce Technologies Technology Telegraph Television "
    "Theatre Theater Times Tribunal Tribune Trust Union United University Vanguard Veterans Watch "
    "Weekly Wanderers Rovers Athletic Albion Hotspur Rangers Legislature Treasury Chronicle "
    "Dispatch Sentinel Examiner Globe Independent Economist Inc Inc. Ltd Ltd. Llc LLC PLC plc "
    "Corp Corp. Co Co. GmbH AG SA FC F.C. AFC BBC Mutual Metall Bancorp Bancshares Capital "
    "Financial Securities Equity Ventures Healthcare Therapeutics Biosciences Biotech Aerospace "
    "Semiconductor Semiconductors Software Petroleum Railways Airport-Authority Telecom "
    "Communications Broadcasting Publishing Logistics Foods Beverages Breweries Distillers "
    "Automotive Steelworks Shipyards Builders Retail Outfitters Underwriters Railway Railroad "
    "Lithium Mining Minerals Resources Metals Steel Cement Chemicals Textiles Aviation Airline "
    "Secretariat Ombudsman Analytics Ratings Consulting Advisory Economics Intelligence Dynamics "
    "Robotics Rail Construction Contractors Engineering Realty Pharma Biotechnology Genetics "
    "Genomics Wireless Supermarkets Brewing Hotels Resorts Cruises Shipping Freight Trucking "
    "Haulage Couriers Assurance Advisors Advisers Tech Instruments Devices Materials Plastics "
    "Lumber Tyres Tires Apparel Footwear Jewellers Jewelers Cosmetics Toys Machinery Equipment "
    "Dairies Dairy Tobacco Drilling Renewables Utilities Philharmonic Quartet Polytechnic Cartel "
    "Oyj Properties Homes Oil"
)
# Articles that begin the names of towns: "Le Touquet".
ARTICLES = word_set("Le La Les El Los Las")
# Heads that need a word before them, since alone they are common nouns or surnames.
COMMON_HEADS = ORG_HEADS - word_set(
    "Congress Parliament Senate Bundestag Politburo Treasury Starbucks BBC Interpol Legislature "
    "Army Navy"
)
# Head words that stand first: "Ministry of Defence", "University of Oxford".
OF_HEADS = word_set(
    "Journal Annals Bulletin Proceedings "
    "Trust Archives Consulate Registry Register Fund Confederation Alliance Initiative Campaign "
    "Conference Partnership Service Federation Team Assembly Court Hospital Band Kingdom-Hall "
    "Academy Army Association Bank Board Bureau Chamber Church College Commission Committee "
    "Congress Council Department Directorate Faculty Foundation Front Government House Institute "
    "League Library Ministry Museum Office Order Organisation Organization Parliament Party "
    "School Society Union University Agency Brotherhood Centre Center Authority Friends Doctors "
    "Reporters Movement Embassy Times Centers Centres"
)
ORGANISATIONS = word_set(
    "Legislature Army Navy Congress Parliament Senate Bundestag Bundesrat Politburo Treasury "
    "Interpol Europol NATO Nato Harvard Yale Stanford MIT Caltech UCLA Rutgers Tulane "
    "Pentagon Kremlin Knesset Duma Eurostat Eurojust Reuters Bloomberg Interfax TASS Tass Tanjug "
    "Xinhua Sputnik Google Microsoft Amazon Apple Facebook Meta Twitter Netflix Intel Samsung "
    "Sony Toyota Honda Nissan Hyundai Volkswagen BMW Mercedes Renault Peugeot Fiat Ferrari Boeing "
    "Airbus Lockheed Raytheon Siemens Bosch Nokia Ericsson Huawei Alibaba Tencent TikTok YouTube "
    "Instagram WhatsApp Uber Airbnb Tesla SpaceX OpenAI Nvidia IBM Oracle Adobe Cisco Dell Pfizer "
    "Moderna AstraZeneca Novartis Roche Bayer Merck GlaxoSmithKline Unilever Nestle Nestlé Danone "
    "Coca-Cola PepsiCo Starbucks McDonald's Walmart Tesco Sainsbury's Asda Aldi Lidl Ikea IKEA "
    "Carrefour Gazprom Rosneft Lukoil ExxonMobil Chevron Shell Petrobras Aramco Glencore "
    "ArcelorMittal Barclays HSBC Santander Citigroup JPMorgan Unicef UNICEF Unesco UNESCO Oxfam "
    "Greenpeace Amnesty Hezbollah Hamas Fatah Isis ISIS al-Qaida al-Qaeda Al-Qaeda Juventus "
    "Barcelona-FC Ajax Benfica Hansard Whitehall Ofcom Ofsted Ofgem Fifa FIFA Uefa UEFA Nasa NASA "
    "Opec OPEC Asean ASEAN Fed Brexit-Party Bundesbank Bundeswehr Wehrmacht Luftwaffe Gestapo "
    "Stasi Mossad Euronews Politico BuzzFeed Wikipedia WikiLeaks Wikileaks Spotify PayPal eBay "
    "Petronas Equinor Vattenfall Maersk BHP Pemex Ecopetrol Sinopec PetroChina Foxconn TSMC Xiaomi "
    "Lenovo Huawei Hitachi Toshiba Panasonic Mitsubishi Mazda Subaru SoftBank Nintendo Iberdrola "
    "Repsol Inditex BBVA CaixaBank Enel Stellantis UniCredit TotalEnergies LVMH Sanofi Allianz "
    "Ørsted Mercedes-Benz Qantas Telstra Safaricom Eskom Embraer Codelco PDVSA "
    "Thyssenkrupp BASF Nasdaq "
    "Fidesz Likud Syriza Podemos Kuomintang Eurogroup Frontex Mercosur Caricom CARICOM Ecowas "
    "ECOWAS "
    "LinkedIn Reddit Telegram Wagner Infosys Wipro Tata Reliance Flipkart Paytm Ryanair EasyJet "
    "easyJet Lufthansa Eurostar"
)
# Capitalised abbreviations that name no organisation.
NO_ORGANISATION = word_set(
    "AC AD AIDS AI AM ATM BC BCE CD CE CEO CFO CO2 COO COVID COVID-19 Covid Covid-19 CV CT DIY "
    "DNA DVD ET EST EDT PST PDT GMT BST CET UTC EU-wide FAQ FM GB GDP GNP GPS HIV HD HR ID IED II "
    "III IQ IT IV IVF IX KM LED LGBT LGBTQ LNG LP MA MBA MD MEP MP MPs MEPs MSP MSPs MLA MLAs "
    "MRI MSc NB NCO OK PC "
    "PhD PIN PM PR PS PTSD Q&A QR RNA SARS SAT SMS SOS SUV SUVs TB TNT TV UFO UFOs URL USB VAT VI "
    "VII VIII VIP VP WiFi X XI XII XL XX YTD A B C D E F G H I J K L M N O P Q R S T U V W Y Z "
    "RIP IPO ETF CPI RPG AK-47 NGO NGOs POW POWs GP GPs PPE PCR CCTV SIM KO MVP ERA RBI BA LLB QC "
    "KC OBE MBE CBE BN"
)
EVENT_HEADS = word_set(
    "War Wars Cup Games Olympics Championship Championships Festival Award Awards Prize Day Act "
    "Law Treaty Agreement Accord Accords Constitution Crisis Revolution Open Tour Summit Prix "
    "Series Bowl Bill Amendment Declaration Convention Protocol Pact Plan Deal Directive Code "
    "Charter Medal Trophy Marathon Derby Stakes Oscars Emmys Grammys Week Year Era Age Uprising "
    "Rebellion Massacre Holocaust Offensive Report Index Theory Disease Syndrome Virus Resolution "
    "Spring Intifada Rights Eve Hour Question Road-Map Medicine Physics Chemistry Literature "
    "English Finals Final Playoffs Masters Program Project Operation Hurricane Storm Typhoon"
)
# Peoples, faiths and movements that a capital does not make into organisations or places.
NO_NAMES = word_set(
    "Islam Islamic Islamist Islamists Muslim Muslims Christian Christians Christianity Jewish Jew "
    "Jews Judaism Hindu Hindus Hinduism Buddhist Buddhists Buddhism Sikh Sikhs Catholic Catholics "
    "Catholicism Protestant Protestants Orthodox Anglican Lutheran Methodist Sunni Sunnis Shia "
    "Shiite Shiites Shi'ite Shi'a God Allah Bible Koran Quran Qur'an Torah Nazi Nazis Nazism "
    "Communist Communists Communism Marxist Marxism Socialist Socialists Republican Republicans "
    "Democrat Democrats Democratic Conservative Conservatives Liberal Liberals Labour Tory Tories "
    "Westerner Western Westerners Eastern Northern Southern Central North South East West Arab "
    "Arabs Arabic Tajik Tajiks Pashtun Pashtuns Hazara Hazaras Uzbek Uzbeks Turkmen Kurd Kurds "
    "Kurdish Roma Uyghur Uyghurs Uighur Uighurs Rohingya Hispanic Latino Latinos Slav Slavs "
    "Slavic Viking Vikings Roman Romans Norman Normans Saxon Saxons Tamil Tamils Sinhalese "
    "Punjabi Bengali Hindi Urdu Latin Mandarin Cantonese Farsi Dari Pashto Hebrew Yiddish Swahili "
    "Internet Web Earth Moon Mars Venus Jupiter Saturn Mercury Sun Brexit Black Blacks White "
    "Whites Native Indigenous Aboriginal African-American Covid Ebola Zika Euro Pound Dollar "
    "Android Windows Victorian Edwardian Elizabethan Renaissance Enlightenment Reformation Bronze "
    "Ice Middle Ages Advertisement Related Share Tweet Comments Subscribe Copyright Chapter "
    "Section Figure Table Part Volume Page Vol Vol. No No. Nos. Fig. Article Reuters/ Mom Dad Mum "
    "Mummy Daddy Grandma Grandpa Nobel Oscar Grammy Emmy Olympic Olympics Paralympic Paralympics "
    "Wi-Fi Bitcoin Viagra Kalashnikov Molotov Parkinson's Alzheimer's Type Phase Stage Group "
    "Level Game Round"
)

# Bodies whose name may end in a town: "Imperial College London".
SEATS = word_set("University College Institute School Hospital")
# With "U.S." or "U.N." before it a name is no initial's.
NO_INITIALS = word_set("U.S. U.N. U.K. E.U. U.A.E. D.C.")
PLACE_HEADS = word_set(
    "Valley River Lake Street Avenue Road Lane Square Boulevard Highway Motorway Airport Bridge "
    "Tunnel Gorge Pass Canyon Province District County Region State Territory Prefecture "
    "Governorate Oblast Island Islands Isle Isles Archipelago Peninsula Bay Gulf Sea Ocean Strait "
    "Straits Channel Canal Coast Beach Cape Mountain Mountains Mount Mt. Peak Hill Hills Range "
    "Ridge Plateau Plain Plains Desert Forest Woods Park Gardens Garden Falls Waterfall Glacier "
    "Creek Brook Delta Basin Reef Dam Reservoir Harbour Harbor Port Station Stadium Arena Palace "
    "Castle Cathedral Abbey Tower Monument Memorial Cemetery Prison Plaza Quarter Village Town "
    "City Township Heights Junction Terminal Base Airfield Observatory Alley Crescent Drive "
    "Court-Road Loch Firth Fjord Steppe Corridor Highlands Lowlands Riviera Springs Rapids "
    "Volcano Crater Cave Caves Temple Shrine Zoo Wharf Quay Pier Marina Borough Ward Estate "
    "Interchange Crossing Checkpoint Camp Wetlands Marsh Moor Dales Downs Fen Fens Cove Point "
    "Basilica Chapel Minster Cosmodrome Airbase Racecourse Speedway Barracks Lagoon Inlet "
    "Grove Terrace Circus Parkway Turnpike Nagar Vihar Chowk Marg Colony Enclave Bazaar Expressway"
)
# Feature words that stand first.
PLACE_FIRST = word_set(
    "County Mount Mt Mt. Lake Cape Fort Port Camp Isle River Gulf Bay Strait Loch Rio Ras Jebel "
    "Jabal Wadi Tel Beit Bab San Santa São Saint St St. Ste. Sainte Puerto Villa Ciudad Los Las "
    "Lago Monte Champs Rue Avenue Via Place Plaza Puente Piazza Tor Kiryat Ramat Kfar Kafr Deir "
    "Umm Barangay Kampung Jalan Calle Avenida Cerro Salar Cordillera Nevado Islas Bahía Playa Río "
    "Laguna Lac Île Koh Pulau Kuala"
)
# One-word titles of newspapers and magazines, with "the" before them.
NEWSPAPERS = word_set(
    "Guardian Times Economist Independent Telegraph Mirror Observer Herald Post Sun Globe Tribune "
    "Spectator Atlantic Lancet Scotsman Intercept Standard Sentinel Inquirer Enquirer Chronicle "
    "Gazette Examiner Argus Advertiser Courier Star Mail"
)
# After the name of a town they make it a newspaper: "the Baltimore Sun", "the Fresno Bee".
TOWN_PAPERS = NEWSPAPERS | word_set(
    "Dispatch Ledger Bee Journal Bulletin Register Reporter Banner Citizen Leader Constitution "
    "Intelligencer Record Monitor Reformer Dealer"
)
# "MV Rotterdam" is nobody.
SHIPS = word_set("MV MS SS RMS HMS USS HMAS HMCS")
COMPASS = word_set("North South East West Northern Southern Eastern Western Central Upper Lower")
# "Gulf of Mexico", "Republic of Ireland".
PLACE_OF = word_set(
    "Gulf Bay Sea Strait Straits Isle Isles Sound Bight Falls Archipelago Cape Republic Kingdom "
    "State States Province Horn Palace "
    "City Islands Valley Port Mount Rock Commonwealth Democratic Islamic People's County Duchy "
    "Emirate Peninsula District Region Tower Lake Hill Temple Church-Street Canton Firth Vale "
    "Mouth Head Coast"
)
SAINTS = word_set("St St. Saint Ste Ste.")
# Surnames too: with a first name before them they make a person.
SURNAME_HEADS = word_set(
    "Brothers Cross Bishop Singh Price Force Press Fleet Books Hill Hills Bridge Brook Park Lane "
    "Woods Field Garden Castle Tower Forest Falls Banks Rivers Lake Street Mount Beach Temple "
    "Ward Cave Abbey Marsh Moor Grove Ford House Bush Church Post Court Star Mail Bank Bar "
    "Chamber Company Guard Palace Road Drive Pier Point Peak West Berry Stone Power Camp Base "
    "Range Ridge Plain Dale Downs Cove Estate State Bay"
)
LOWER_FEATURES = (
    r"province|district|county|region|governorate|oblast|prefecture|village|town|city|township|"
    r"suburb|neighbou?rhood|peninsula|islands?|archipelago|river|valley|gorge|mountains?|desert|"
    r"coast|airport|area|metropolitan area|borough|municipality|canton|territory|state|port|"
    r"harbou?r|resort|refugee camp|border|crossing|highway|canal|bay|delta|basin|plateau|hills|"
    r"council|police"
)
SAY = (
    r"said|says|say|told|added|explained|explains|stated|argued|argues|warned|claimed|claims|noted|"
    r"insisted|announced|replied|admitted|denied|confirmed|recalled|wrote|writes|tweeted|asked|"
    r"thinks|believes|believed|joked|testified|acknowledged|commented|suggested|remarked|declared"
)
HUMAN = (
    r"was born|was married|died|has died|passed away|was arrested|was appointed|was elected|"
    r"resigned|himself|herself|who|whose|whom|smiled|laughed|nodded|graduated|married|retired|"
    r"scored|won|lost|joined|played|wants|wanted|understands|knows|knew|felt|loves|hopes|hoped|"
    r"thought|grew up|studied|worked|lives|lived|spent|began|sat|stood|shrugged|sighed|wept"
)

KNOWN_ORGANISATIONS = _phrases(
    "Goldman Sachs, Morgan Stanley, Lehman Brothers, Merrill Lynch, Marks & Spencer, "
    "Rolls-Royce, "
    "Red Cross, Red Crescent, White House, Downing Street, Wall Street Journal, Al Jazeera, "
    "Le Monde, Le Figaro, El Pais, El País, Der Spiegel, Die Zeit, La Repubblica, Real Madrid, "
    "Bayern Munich, Borussia Dortmund, Inter Milan, AC Milan, Paris Saint-Germain, Red Army, "
    "Aston Villa, Crystal Palace, Nottingham Forest, Tottenham Hotspur, Manchester City, "
    "Scotland Yard, Buckingham Palace, Supreme Court, High Court, Serie A, La Liga, Ligue 1, "
    "Press Trust of India, Credit Suisse, Wells Fargo, Deutsche Telekom, "
    "Johnson & Johnson, Procter & Gamble, "
    "General Motors, General Electric, Air France, Islamic State, Boko Haram, Al Shabaab, Hamas, "
    "Human Rights Watch, Doctors Without Borders, Amnesty International, Save the Children, "
    "Hewlett-Packard, Burger King, Virgin Atlantic, British Airways, Bharatiya Janata Party, "
    "Sinn Fein, Sinn Féin, Fianna Fáil, Fine Gael, Plaid Cymru, Green Party, "
    "Silicon Valley Bank, Associated Press, Agence France-Presse, Press Association, Sky News, "
    "New York Times, Financial Times, Lok Sabha, Rajya Sabha, Air India, Dow Jones, "
    "Black Sabbath, Guardia Civil, Novo Nordisk, Home Depot, Johns Hopkins, United Auto Workers, "
    "Reporters Without Borders, Committee to Protect Journalists, Warner Bros, Best Buy, "
    "Standard Chartered, Standard & Poor's, Ernst & Young, Bain Capital, Berkshire Hathaway, "
    "Deutsche Bahn, Deutsche Bank, Deutsche Post, "
    "Eli Lilly, Rio Tinto, Anglo American, Ben & Jerry's, Dunkin' Donuts"
)
# Single words that are capitalised but never names we report.
NOTHING = NO_NAMES | NO_ORGANISATION | OPENERS | TITLES | CALENDAR | COMMON_HEADS
STATE_ABBREVIATIONS = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California",
    "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida",
    "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky",
    "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "N.H": "New Hampshire", "N.J": "New Jersey",
    "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina", "N.D": "North Dakota",
    "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "R.I": "Rhode Island",
    "S.C": "South Carolina", "S.D": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas",
    "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "W.Va": "West Virginia",
    "Wis": "Wisconsin", "Wyo": "Wyoming", "Ont": "Ontario", "Que": "Quebec", "B.C":
    "British Columbia", "D.C": "District of Columbia", "AL": "Alabama", "AZ": "Arizona",
    "CA": "California", "CO": "Colorado", "CT": "Connecticut", "FL": "Florida", "GA": "Georgia",
    "IL": "Illinois", "KY": "Kentucky", "MA": "Massachusetts", "MD": "Maryland",
    "MI": "Michigan", "MN": "Minnesota", "MO": "Missouri", "NC": "North Carolina",
    "NJ": "New Jersey", "NV": "Nevada", "NY": "New York", "OH": "Ohio", "OR": "Oregon",
    "PA": "Pennsylvania", "SC": "South Carolina", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VA": "Virginia", "WA": "Washington", "WI": "Wisconsin",
}  # fmt: skip
