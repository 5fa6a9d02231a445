"""What happens in the news, in three languages: a small lexicon of our own, so that strike, sciopero and grev agree.

A row is `id: English; Turkish; Italian`, each a list of folded prefixes (`=` before a term: the whole word; a space:
words in a row). `~` before an id marks what is said of nearly every story about two states: it counts for little.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from worker.news.text import words

_ROWS = """
~meet: meet, =met, talks; gorus, bulus, bir araya; incontr, colloqui
~visit: visit, trip, arriv, hosted, welcom; ziyaret, agirla, geldi, karsila; visit, missione, accolt, arriva
~cooperate: cooperat, partnership, ties, relations; isbirlig, is birlig, iliskil, ortaklik; cooperaz, collaboraz
~say: statement, said, told, stressed, announc; acikla, dedi, ifade, vurgula, duyur; dichiar, detto, sottoline, annunci
~minister: minister; bakan; ministr
~president: president; cumhurbaskan, baskan; president
~bilateral: bilateral, two countries; ikili, iki ulke; bilateral, due paesi
~agree: agreement, =agree, =agreed, accord, =deal, =deals; anlasma, mutabakat, uzlas; accord, intes
sign: sign, =ink, =inked; imza; firm, sottoscri
memorandum: memorandum, =mou; mutabakat zapti, mutabakat muhtirasi; memorandum
protocol: protocol; protokol; protocollo
jointventure: joint venture, joint company; ortak girisim, ortak sirket; joint venture, societa mista, societa congiunta
summit: summit; zirve; vertice, summit
phonecall: phone, telephon, spoke by; telefon; telefon
letter: letter; mektup; lettera
conference: conference, forum; konferans, forum; conferenza, forum
businessforum: business forum, business council; is forumu, is konseyi; business forum, forum imprendit, forum economic
ambassador: ambassador, envoy; buyukelci; ambasciat
consulate: consul; konsolos; consol
visa: visa, visas; vize; =visto, =visti
exercise: exercise, drill, manoeuv, maneuv; tatbikat; esercitazion, addestrament
drone: drone, =uav, =ucav, unmanned; =iha, =siha, ihalar, sihalar, insansiz; dron, senza pilota
fighterjet: fighter, warplane; savas ucag, avci ucak; caccia
trainerjet: trainer jet, jet trainer; egitim ucag; addestrator
helicopter: helicopter; helikopter; elicotter
missile: missile; fuze; missil
airdefence: air defence, air defense; hava savunma; difesa aerea, contraerea
warship: frigate, warship, corvette; firkateyn, korvet, savas gemi; fregat, corvett, nave da guerra
submarine: submarine; denizalti; sommergibil, sottomarin
shipyard: shipyard, shipbuil; tersane; cantier naval, cantieri naval
navy: navy, naval; donanma, deniz kuvvet; marina militare, =naval, =navale
troops: troops, soldiers; =asker, askerler, asker gonder; soldat, truppe
weapons: weapon, =arms; silah; =armi, armament
ammunition: ammunition, munition; muhimmat, mermi; munizion
satellite: satellite; uydu; satellit
space: space; uzay; spazial, spazio
radar: radar; radar; radar
engine: =engine, =engines; motor; motore, motori
airplane: aircraft, airplane, plane; ucak, ucag; aereo, aerei, velivol
airport: airport; havaliman, havaalan; aeroport
flight: flight; ucus, =sefer, seferler; =volo, =voli
airline: airline, carrier; havayol, hava yol; compagnia aerea, linee aeree
rail: railway, railroad, =rail, =train, =trains; demiryol, tren, rayli; ferrovi, treno, treni
metro: metro, subway; metro; metropolitan
bridge: bridge; kopru; ponte, ponti
road: motorway, highway; otoyol, karayol; autostrad
port: =port, =ports, harbour, harbor; liman; =porto, =porti, portual
container: container; konteyner; container
ferry: ferry, ferries; feribot; traghett
cruise: cruise; kruvaziyer; crocier
ship: ship, vessel, tanker, freighter; gemi, tanker; nave, navi, petrolier, mercantil
boat: boat, dinghy; tekne, =bot, =botu, =botlar; barca, barche, barcon, gommon, imbarcaz, velier
wreck: shipwreck, capsiz, sank, sinking; batti, batma, alabora; naufrag, affond
crew: crew, sailor; murettebat, denizci; equipaggio, marinai
collision: collid, collision, crash; carpis; collision, scontr
migrant: migrant, migration, asylum; gocmen, =goc, =gocu, =gocun, iltica; migra, richiedenti asilo
refugee: refugee; multeci, siginmac; rifugiat, profug
landing: landing, landed, =ashore, disembark; karaya cik, kiyiya; sbarc
rescue: rescu; kurtar; soccor, salvat, tratti in salvo
smuggle: smuggl, trafficker; kacakci, insan ticaret; scafist, traffic di esseri, trafficant, contrabband
coastguard: coast guard, coastguard; sahil guvenlik; guardia costiera
border: border, frontier; sinir; confin, frontier
readmission: readmission, return agreement, deport, repatriat; geri kabul, sinir disi; rimpatri, espuls, riammission
training: training; egitim; formazion
police: police; polis, emniyet; polizi, carabinier
arrest: arrest, detain, custody; gozalt, tutuk, yakala; arrest, ferma, in manette
extradite: extradit; iade edil, suclu iade; estrad
court: court, trial, judge, prosecutor; mahkeme, dava, savci, yargi; tribunale, process, giudic, procur
sentence: sentenc, convict, jail; ceza, mahkum, hapis; condann, carcere
mafia: mafia, mob, clan; mafya, cete; mafi, clan, cosca, ndrangheta
drugs: drug, cocaine, heroin, narcotic; uyusturucu, kokain, eroin; droga, cocain, eroin, stupefacent
seize: seiz, confiscat; ele gecir, el kon; sequestr
terror: terror; teror; terror
attack: attack, bombing, shooting; saldir, bombal; attacc, attentat
explosion: explosion, blast; patlama; esplosion
murder: murder, killing; cinayet, oldurul; omicid, uccis
dead: =dead, death, killed, =died; =olu, =olum, oluler, hayatini kaybet, can kayb; mort, decedut, vittim
injured: injur, wounded; yaral; ferit
missing: missing; kayip, kaybol; dispers
earthquake: earthquake, quake; deprem, sarsinti; terremot, sisma, scossa
flood: flood; =sel, =seli, =selde, =sele, taskin, su bask; alluvion, inondazion
fire: wildfire, blaze, =fire, =fires; yangin; incendi, =rogo
firefighting: firefight, water bomber; itfaiye, yangin sondurme; antincendio, vigili del fuoco, canadair
storm: storm; firtina; tempest, maltempo
aid: =aid, relief; insani yardim, =yardim, =yardimi, =yardimlar; =aiuti, soccorsi umanitari
hospital: hospital; hastane; ospedal
health: health, disease, virus; saglik, hastalik, salgin; sanit, salute, malatti
ceasefire: ceasefire, cease fire, truce; ateskes; cessate il fuoco, tregua
peace: peace; baris; pace
war: =war, invasion; savas, isgal; guerra, invasion
mediation: mediat; arabulucu; mediazion
sanction: sanction; yaptirim; sanzion
election: election, =vote, =votes; secim, oylama; elezion, =voto, urne
parliament: parliament, lawmaker; meclis, milletvekil, parlamento; parlament, camera dei deputati
ratify: ratif, approv; onayla; ratific, approv
law: =law, =laws, =bill, =bills, decree; yasa, kanun, kararname; =legge, =leggi, decreto
resign: resign, step down; istifa; dimission, dimett
appoint: appoint; atand, atama; nomin, designat
euaccession: accession, membership, candidate country; uyelik, katilim surec; adesione, ingresso nell
customsunion: customs union; gumruk birlig; unione doganale
tariff: tariff, duties; gumruk vergi, tarife; dazi, dazio
trade: trade, commerc; ticaret; commerc, interscambio, scambi
export: export; ihracat, ihrac; esportaz, export
import: =import, =imports, importer; ithal; importazion, =import
invest: invest; yatirim; invest
acquire: acquir, acquisition, takeover, =buys, =bought; satin al, devral; acquis, rilev, =compra, comprat
merger: merger; birlesme; fusion
stake: stake, shares; hisse; azionist, =azioni, partecipazion
contract: contract, tender; sozlesme, ihale; contratt, appalt, =gara
order: =order, =orders, =ordered; siparis; =ordine, =ordini, commess
factory: factory, plant; fabrika, tesis; fabbric, stabiliment, impianto
production: produc, output; uretim; produzion
bankruptcy: bankrupt, insolven, administration; iflas, konkordato; fallit, falliment, amministrazione straord
layoff: layoff, laid off, job cuts, redundan; isten cikar; licenzi, esuber
jobs: jobs, employ; istihdam, is imkan; occupazion, posti di lavoro
bank: bank; banka; banc
loan: loan, credit, financ; kredi, finansman; prestit, credit, finanziament
inflation: inflation; enflasyon; inflazion
interestrate: interest rate, rate cut, rate hike; faiz; tassi, tasso
growth: growth, gdp; buyume; crescita, pil
profit: profit, earnings, revenue; =kar, net kar, ciro; =utile, =utili, ricav, fatturat
price: price; fiyat; prezz
target: target, goal; hedef; obiettivo, traguardo
record: record; rekor; record
quarter: quarter; ceyrek; trimestr
gas: =gas, lng, natural gas; dogalgaz, dogal gaz; =gas, gnl, metano
oil: =oil, crude, petroleum; petrol; petrol, greggio
pipeline: pipeline; boru hatti; gasdott, oleodott, condott
drilling: drilling; sondaj; trivell, perforaz
electricity: electricit, power grid, interconnect; elektrik; elettric
renewable: renewable, solar, wind; yenilenebilir, gunes, ruzgar; rinnovabil, solare, eolic
hydrogen: hydrogen; hidrojen; idrogeno
nuclear: nuclear; nukleer; nuclear
mine: mine, mining; maden; minier, minerar
steel: steel; celik; acciai
car: =car, =cars, automotive, vehicle; otomobil, otomotiv, =arac, araclar; =auto, automobil, automotive
tyre: tyre, tire; lastik; pneumatic
tractor: tractor; traktor; trattor
textile: textile, fashion; tekstil, moda; tessil, moda
food: food; gida; aliment
hazelnut: hazelnut; findik; nocciol
oliveoil: olive; zeytin; oliv
wheat: wheat, grain, pasta; bugday, tahil, makarna; grano, cereal, pasta
fish: fishing, fisher, trawler; balikci, balik; pesc
tourism: tourism, tourist, holidaymaker; turizm, turist; turis
hotel: hotel; otel; alberg, hotel
museum: museum; muze; muse
exhibition: exhibition; sergi; mostra
artefact: artefact, artifact, antiquit, looted; eser, tarihi eser, kacirilan; repert, opere, antichita, trafugat
excavation: excavat, archaeolog, archeolog; =kazi, kazilar, kazisi, arkeoloj; scavi, scavo, archeolog
film: film, cinema; film, sinema; film, cinema
opera: opera, concert; opera, konser; opera lirica, concert
book: book, novel; kitap, roman; libro, romanzo
student: student, universit; ogrenci, universite; student, universit
school: school; okul, lise; scuola, liceo, scuol
language: language; dil kurs, dil egitim; lingua
church: church, cathedral; kilise, katedral; chiesa, cattedral, basilica
pope: =pope, pontiff, vatican; =papa, vatikan; =papa, pontefice, vatican
mosque: mosque; =cami, =camii, camiler; moschea
football: football, soccer; futbol; calcio
stadium: stadium; stadyum, =stat; stadio
match: =match, qualifier, friendly; =mac, =maci, =macta, karsilas; partita, gara amichevole
coach: coach; teknik direktor, antrenor; allenator, commissario tecnico
transfer: transfer, signing of; transfer; mercato, trasferiment
tournament: tournament, championship, =cup; turnuva, sampiyona, kupa; torneo, campionat, coppa
basketball: basketball; basketbol; basket, pallacanestro
volleyball: volleyball; voleybol; pallavolo, volley
race: race, grand prix, rally; yaris, ralli; corsa, gran premio
win: =beat, =win, =wins, =won, victory; yendi, kazandi, galip, galibiyet; batte, vince, vittori
strike: strike, walkout, industrial action; grev, is birak; scioper, astension dal lavoro
protest: protest, demonstrat; protesto, gosteri, eylem; protest, manifestaz, corteo
union: trade union, =unions, labour union, labor union; sendika; sindacat
wage: wage, pay rise, salary; ucret, maas, zam; salar, stipend
cancel: cancel, call off, called off, calls off, scrap; iptal, vazgec; annull, revoc, cancell
postpone: postpon, delay, put off; ertele; rinvi, posticip, slitta
suspend: suspend, halt; askiya, durdur; sospen, sospes
resume: resum, restart; yeniden basla, tekrar basla; ripre, ripart
extend: extend, prolong; uzat; prorog, estes
inaugurate: inaugurat, opens, opened; acilis, acildi, hizmete gir; inaugur, apertura
deliver: deliver, handed over, hand over; teslim; consegn
return: =returned, give back, restitut; iade, geri ver; restitu
launch: launch; firlat; lanci
testflight: test flight, maiden flight; test ucus, ilk ucus; primo volo, volo di prova
accident: accident; =kaza, =kazasi, =kazada, =kazasinda; incidente
spy: =spy, =spies, spying, espionage; casus, ajanlik; =spia, =spie, spionag
cyber: cyber, hack; siber; cyber, hacker, informatic
ai: artificial intelligence; yapay zeka; intelligenza artificiale
chip: semiconductor, chip; yari iletken, cip; semicondutt, chip
climate: climate, emission; iklim, emisyon; clima, emission
water: water; =su, sulari; acqua
waste: waste, recycl; atik, geri donusum; rifiut, ricicl
women: women; kadin; donne
child: child, baby; cocuk, bebek; bambin, minor
journalist: journalist, reporter; gazeteci, muhabir; giornalist
prison: prison; cezaevi; prigion, carcer
trafficjam: congestion; trafik; =traffico, =code
"""
# What is planned, and can be called off or put off.
PLANNED = frozenset(
    f"c:{name}"
    for name in ("strike", "summit", "visit", "meet", "exercise", "conference", "match", "protest", "tournament")
)
Phrase = tuple[str, ...]
_STEM = 3  # characters of a first word by which rows are looked up
_LANGUAGES = ("en", "tr", "it")
# Of two reports of which only one has one of these, one tells of a plan and the other of its end.
TURNS = frozenset({"c:cancel", "c:postpone"})


def _read_rows() -> tuple[dict[str, dict[str, list[tuple[Phrase, str]]]], frozenset[str]]:
    lexicon: dict[str, dict[str, list[tuple[Phrase, str]]]] = {language: {} for language in _LANGUAGES}
    weak = set()
    for row in _ROWS.strip().splitlines():
        name, _, terms = row.partition(":")
        concept = f"c:{name.lstrip('~')}"
        if name.startswith("~"):
            weak.add(concept)
        for language, listed in zip(_LANGUAGES, terms.split(";"), strict=True):
            for term in listed.split(","):
                phrase = tuple(term.split())
                lexicon[language].setdefault(phrase[0].lstrip("=")[:_STEM], []).append((phrase, concept))
    return lexicon, frozenset(weak)


_LEXICON, WEAK_CONCEPTS = _read_rows()
"""Concepts of nearly every story about two states."""


def find_concepts(tokens: Sequence[str], language: str) -> frozenset[str]:
    """Ids (`c:strike`) of the concepts named in folded words; an unknown language is read as all three."""
    languages: Iterable[str] = (language,) if language in _LEXICON else _LANGUAGES
    return frozenset(concept for one in languages for concept in _scan_words(tokens, one))


def concepts_of(text: str, language: str) -> frozenset[str]:
    """`find_concepts` of a text."""
    return find_concepts(words(text), language)


def _scan_words(tokens: Sequence[str], language: str) -> Iterable[str]:
    for i, token in enumerate(tokens):
        for phrase, concept in _look_up(token, language):
            if len(phrase) == 1 or _follows(tokens, i + 1, phrase[1:]):
                yield concept


@lru_cache(maxsize=8192)
def _look_up(token: str, language: str) -> tuple[tuple[Phrase, str], ...]:
    rows = _LEXICON[language]
    found = [row for n in range(1, _STEM + 1) for row in rows.get(token[:n], ())] if token else []
    return tuple(dict.fromkeys(row for row in found if _starts_with(token, row[0][0])))


def _starts_with(token: str, term: str) -> bool:
    return token == term[1:] if term.startswith("=") else token.startswith(term)


def _follows(tokens: Sequence[str], start: int, rest: Phrase) -> bool:
    ahead = tokens[start : start + len(rest)]
    return len(ahead) == len(rest) and all(map(_starts_with, ahead, rest))
