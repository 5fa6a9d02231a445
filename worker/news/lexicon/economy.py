"""Money, work, trade and what is made: energy, transport, technology."""

ROWS = """
~economy: econom; ekonomi, iktisat; econom
~market: =market, =markets; piyasa, pazari; mercat
stockmarket: stock market, stock exchange, wall street, nasdaq, shares, equities; borsa, =bist, hisse senet; borsa, piazza affari, listin, =ftse
index: =index; endeks; indic
currency: currenc, exchange rate, forex; doviz, =kur, =kuru; cambio, =valuta, =valute
dollar: dollar, greenback; =dolar, dolari, dolarin; dollar
euro: =euro; =euro, =avro; =euro
lira: =lira; =lira, lirasi; lira turca
gold: =gold, bullion; =altin; =oro
bitcoin: bitcoin, crypto; bitcoin, kripto; bitcoin, cript
centralbank: central bank, federal reserve, =ecb, =fed, bank of england; merkez bank, =fed, =tcmb, =amb; banca centrale, =bce, =fed, bankitalia
bank: =bank, =banks, banking, lender; banka; banca, banche, istituto di credito, bancari
bankaccount: bank account, =account; hesap; conto corrente, =conto
loan: loan, credit, financ; kredi, finansman; prestit, credit, finanziament
mortgage: mortgage; ipotek, konut kredi; mutuo, mutui
bond: =bond, =bonds, yield, treasuries; tahvil, bono; obbligazion, =btp, spread, titoli di stato
rating: =rating, credit rating, moody, fitch; kredi notu, derecelendirme; =rating, moody, fitch
inflation: inflation, consumer price; enflasyon, tufe, tuketici fiyat; inflazion, prezzi al consumo
interestrate: interest rate, rate cut, rate hike, basis point; faiz, baz puan; =tassi, tasso d interesse, tassi d interesse, punti base
growth: growth, =gdp; buyume, =gsyh; crescita, =pil
recession: recession, slowdown, contracted, contraction; resesyon, durgun, daralma, kuculme; recession, contrazion, rallentam
unemployment: unemploy, jobless; issiz; disoccup
wage: wage, pay rise, salary, salaries, =pay; ucret, maas, =zam, =zammi, zamli, zamlar; salar, stipend, retribuz
minimumwage: minimum wage; asgari ucret; salario minimo
pension: pension, retire; emekli; pension
tax: =tax, =taxes, taxation, levy; vergi; tasse, tassa, impost, fiscal, =irpef, =iva, tassazion
subsidy: grant, incentive, =subsidy, subsidies, subsidis; tesvik, hibe, subvansiyon; sussid, incentiv, contribut, bonus
price: price; fiyat; prezz
costofliving: cost of living, living costs; hayat pahalilig, gecim; carovita, caro vita, costo della vita
bill: energy bill, =bills; fatura; bollett
profit: profit, earnings, net income; net kar, karini, karlilik, kar acikla; =utile, =utili, profitt
revenue: revenue, turnover, sales; ciro, gelir, satis, hasilat; ricav, fatturat, vendit
loss: =loss, =losses; zarar, zarari; =perdita, =perdite
~results: quarterly, results; bilanco, ceyrek, sonuclari; trimestr, risultat, semestr, =conti
~quarter: quarter; ceyrek; trimestr
forecast: forecast, guidance, outlook, estimat; tahmin, beklenti, ongoru; stima, stime, prevision, previst, guidance
~target: target, goal; hedef; obiettiv, traguard
~record: record; rekor; record
~rise: =rise, =rises, =rose, =rising, increas, climb, =surge, =surged, =surges, surging, soar, =jump, =jumps, jumped, =higher; artti, artis, artar, artan, artac, artmis, artma, yuksel, sicra; aument, cresc, rialz, impenn, sale del, balz, cresciut
~fall: =fall, =falls, =fell, =falling, decline, declin, =drop, dropped, drops, tumbl, slump, plung, =lower; dustu, dusus, dusuyor, dusmes, dusen, geril, azal; =cala, =calo, calat, =calano, diminu, scend, sces, ribass, flession, tonf
raise: =raise, =raises, =raised, hike, raising; artir, yukselt, =zam, =zammi; alza, alzat, rialzo dei, innalz
cut: =cut, =cuts, cutting, slash, trim, lowered, reduc; indir, azalt, kesinti yap; tagli, riduc, ridott, abbass
hold: unchanged, on hold, holds rates, steady; sabit, degistirmedi, pas gec; invariat, fermi i tassi
trade: trade, commerc; ticaret; interscambio, scambi, commercio, commercial, commerci
export: export; ihracat, ihrac; esportaz, export
import: =import, =imports, importer; ithal; importazion, =import
tariff: tariff, duties; gumruk vergi, tarife; dazi, dazio
customs: customs; gumruk; dogan
tradewar: trade war; ticaret savas; guerra commerciale, guerra dei dazi
surplus: surplus; fazla ver, =fazla, fazlasi; avanzo, surplus
invest: =invest, =invests, invested, investor, investment, =investing; yatirim; =investe, investiment, investitor
fund: =fund, =funds, private equity; =fon, fonu, fonlar; =fondo, =fondi
acquire: acquir, acquisition, takeover, =buys, =bought, buyout, =bid, =bids; satin al, devral, teklif ver; acquis, rilev, =compra, comprat, scalat, =opa, =ops, offert
merger: merger, merge; birlesme, birles; fusion, integrazion
stake: stake, shareholder; hissedar, =hisse, hissesi, hisseler; azionist, partecipazion, quota, quote
board: =board, director; yonetim kurul; consiglio di amministrazione, =cda, amministrator
ceo: chief executive, =ceo; =ceo, genel mudur, icra kurulu; amministratore delegato, =ceo
~company: compan, =firm, =firms, group, corporat; sirket, firma, grup; aziend, societa, gruppo, impres
startup: startup, start up; girisim, startup; startup, start up
ipo: =ipo, public offering, goes public, flotation; halka arz; quotazion, =ipo, sbarco in borsa
contract: =contract, =contracts, tender; sozlesme, ihale; contratt, appalt, =gara
order: =order, =orders, =ordered; siparis; =ordine, =ordini, commess
factory: factory, factories, plant; fabrika, tesis; fabbric, stabiliment, impianto
production: produc, output, manufactur; uretim, imalat; produzion, produtt, manifattur
~industry: industr; sanayi, endustri; industri
bankruptcy: bankrupt, insolven, administration; iflas, konkordato; fallit, falliment, amministrazione straord
~closure: shut down, closure, closing; kapat, kapan; chiusur, chiud, chiude
layoff: layoff, laid off, lay off, job cuts, redundan; isten cikar; licenzi, esuber, cassa integrazione
~jobs: jobs, employ, hiring, workers; istihdam, is imkan, isci, calisan; occupazion, posti di lavoro, lavorator, operai, assunzion
strike: strike, walkout, walk out, walked out, industrial action, stoppage, down tools; grev, is birak; scioper, astension, incrociano le braccia, incrociato le braccia, serrat
union: trade union, =unions, labour union, labor union, =union; sendika; sindacat, =cgil, =cisl, =uil, sigle
injunction: injunction, back to work order; erteleme karari, yasaklama; precett, garante degli scioperi
consumer: consumer, shopper, household; tuketici, hanehalki; consumator
retail: retail, supermarket, =store, =stores, =shop, =shops; market, magaza, perakende, dukkan; supermercat, negozi, grande distribuzione
discount: black friday, discount, =sale; indirim; =saldi, =sconto, =sconti, scontat
brand: brand; marka; marchi, =brand
luxury: luxury; luks; lusso
fashion: fashion, catwalk, designer; moda, defile; =moda, sfilat, stilist
textile: textile, garment, clothing; tekstil, hazir giyim; tessil, abbigliam
leather: leather, shoe, footwear; ayakkabi, =deri, derici; pelle, calzatur, scarp
furniture: furniture; mobilya; mobilier, arredament
construction: construct, builder; insaat, muteahhit; costruzion, costrutt, edili
realestate: real estate, property, housing, =rent, =rents, tenant; emlak, konut, kiraci, =kira, kirasi, kiralar, kiralik; immobiliar, casa, affitt, =alloggi, inquilin
insurance: insur; sigorta; assicuraz
gas: =gas, lng, natural gas; dogalgaz, dogal gaz, =gaz; =gas, gnl, metano
oil: =oil, crude, petroleum, brent, opec; petrol, =brent, opec; petrol, greggio, brent, opec
fuel: fuel, petrol, gasoline, diesel; akaryakit, benzin, motorin, mazot; carburant, benzin, gasolio, diesel
pipeline: pipeline; boru hatti; gasdott, oleodott, condott
refinery: refiner; rafineri; raffineri
drilling: drilling; sondaj; trivell, perforaz
electricity: electric, power grid, interconnect; elektrik; elettric
blackout: blackout, power cut, power outage, outage, without power; elektrik kesinti, karanlikta, kesinti; blackout, senza corrente, al buio
renewable: renewable, clean energy; yenilenebilir; rinnovabil
solar: solar; gunes enerji, gunes panel; solar, fotovoltaic
windfarm: wind farm, wind turbine, offshore wind; ruzgar enerji, ruzgar turbin; eolic, pale eoliche
hydrogen: hydrogen; hidrojen; idrogeno
nuclear: nuclear, reactor; nukleer, reaktor; nuclear, reattor
coal: =coal; komur; carbone
battery: batter; batarya, =pil, piller; batteri
energy: energy; enerji; energ
mine: =mine, mining, lithium, copper; maden, lityum, bakir; minier, minerar, litio, =rame
rareearth: rare earth, critical mineral; nadir toprak, kritik mineral; terre rare, materie prime critiche
steel: steel, aluminium, aluminum; celik, aluminyum, demir celik; acciai, allumini, siderurg
cement: cement; cimento; cement
shipyard: shipyard, shipbuil; tersane; cantier naval, cantieri naval
car: =car, =cars, automotive, automak, carmak, vehicle; otomobil, otomotiv, =arac, araclar; =auto, automobil, automotiv, vettur
electriccar: electric car, electric vehicle, =ev, =evs; elektrikli arac, elektrikli otomobil; auto elettric, vetture elettric
truck: truck, lorry, lorries, =van; kamyon, =tir, kamyonet; camion, =tir, furgon, autocarr
bus: =bus, =buses, coach plunged, minibus; otobus, minibus, midibus; =bus, autobus, pullman, minibus
taxi: taxi, =uber; =taksi, taksic, taksisi; taxi, =uber
tram: =tram, =trams, streetcar; tramvay; =tram
motorcycle: motorcycl, motorbike, scooter; motosiklet, motor kurye; motocicl, =moto, scooter, centaur
bicycle: bicycl, cyclist, =bike, =bikes; bisiklet; bicicl, ciclist, =bici
tyre: tyre, =tire, =tires; lastik; pneumatic
tractor: tractor; traktor; trattor
airplane: aircraft, airplane, =plane, =planes, jetliner, airliner; ucak, ucag; aereo, aerei, velivol
helicopter: helicopter, chopper; helikopter; elicotter
balloon: balloon; balon; mongolfier, pallon
airport: airport, runway; havaliman, havaalan, pist; aeroport, scalo, pista
flight: flight; ucus, =sefer, seferler; =volo, =voli
airline: airline, carrier; havayol, hava yol; compagnia aerea, linee aeree
pilot: pilot, cockpit; pilot; pilot, cabina
airtraffic: air traffic control, controllers; hava trafik, kontrolor; controllori di volo
delay: =delay, =delays, delayed, disrupt; gecik, rotar, aksama, aksad; ritard, disag
boeing: boeing; boeing; boeing
airbus: airbus; airbus; airbus
rail: railway, railroad, =rail, =train, =trains; demiryol, tren, rayli; ferrov, treno, treni, convogl, binar
highspeedrail: high speed; yuksek hizli; alta velocita, frecciaross
station: =station; =gar, gari, istasyon; stazion
metro: metro, subway, underground; metro; metropolitan, =metro
~road: motorway, highway, =road; otoyol, karayol, =yol, yolu; autostrad, strada, statale, strade, tangenzial
toll: =toll, =tolls; gecis ucret, hgs; pedagg
port: =port, =ports, harbour, harbor, dock; liman; =porto, =porti, portual
container: container; konteyner; container
ferry: ferry, ferries; feribot, vapur; traghett
cruise: cruise; kruvaziyer; crocier
ship: ship, ships, vessel, tanker, freighter, cargo; gemi, tanker, =kuru yuk; nave, navi, petrolier, mercantil, cargo
boat: =boat, =boats, dinghy, rowboat; tekne, =bot, =botu, =botlar, sandal; barca, barche, barcon, gommon, imbarcaz, velier
yacht: yacht; =yat, yatlar, =yati, yatinda; =yacht, panfil
crew: crew, sailor, seafarer; murettebat, denizci, gemici; equipaggi, marinai, marittim
canal: canal; kanal; =canale
logistics: logistic, supply chain, shipping; lojistik, tedarik zincir, nakliye; logistic, catena di approvvigionament, spedizion
trafficjam: congestion, traffic; trafik; =traffico, =code
satellite: satellite; uydu; satellit
space: space, orbit, astronaut; uzay, yorunge, astronot; spazial, spazio, orbita, astronaut
rocketlaunch: rocket launch, launch pad, liftoff, lift off; firlatma, roket firlat; razzo, rampa di lancio, decollo del razzo
moon: =moon, lunar; ay yuzey, aya inis, ayin; =luna, lunar
mars: =mars; =mars; =marte
telescope: telescop; teleskop; telescop
nasa: =nasa; =nasa; =nasa
esa: european space agency; avrupa uzay ajansi; agenzia spaziale europea
radar: radar; radar; radar
engine: =engine, =engines; motor; motore, motori
software: software, =app, =apps; yazilim, uygulama; software, applicazion, =app
internet: internet, online, website; internet, cevrimici, internet sitesi; internet, online, sito
socialmedia: social media, facebook, instagram, tiktok, youtube, twitter; sosyal medya, facebook, instagram, tiktok, youtube, twitter; facebook, instagram, tiktok, youtube, twitter, =social
google: google, alphabet; google; google
apple: =apple, iphone; =apple, iphone; =apple, iphone
microsoft: microsoft; microsoft; microsoft
amazon: =amazon; amazon; amazon
meta: =meta; =meta; meta platforms
tesla: tesla, =musk; tesla, =musk; tesla, =musk
openai: openai, chatgpt; openai, chatgpt; openai, chatgpt
nvidia: nvidia; nvidia; nvidia
telecom: telecom, mobile operator, broadband; telekom, mobil operator, genis bant; telecom, telefonia, operatore, banda larga
fiveg: =5g, =6g; =5g, =6g; =5g, =6g
smartphone: smartphone, mobile phone, cellphone; akilli telefon, cep telefon; smartphone, cellular, telefonin
computer: computer, laptop; bilgisayar; computer
datacentre: data centre, data center, =cloud; veri merkez, bulut; data center, centro dati, =cloud
databreach: data breach, personal data, privacy; veri sizint, kisisel veri; violazione dei dati, dati personali, privacy
antitrust: antitrust, competition authority, monopol; rekabet kurum, tekel; antitrust, concorrenz, monopoli
robot: robot; robot; robot
ai: artificial intelligence, =ai, chatbot; yapay zeka; intelligenza artificiale, chatbot, =ia
chip: semiconductor, =chip, =chips, microchip; yari iletken, =cip, cipler, cipi; semicondutt, =chip
quantum: quantum; kuantum; quantistic
testflight: test flight, maiden flight; test ucus, ilk ucus; primo volo, volo di prova
prototype: prototyp; prototip; prototip
patent: patent; patent; brevett
strait: strait; bogaz, bogazi; stretto
infrastructure: infrastructur; altyapi; infrastruttur
~project: project; proje; progett
"""
