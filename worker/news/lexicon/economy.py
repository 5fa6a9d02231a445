"""Money, work, trade and what is made: energy, transport, technology."""

ROWS = """
~economy: econom; ekonomi, iktisat; econom
~market: =market, =markets; piyasa, pazari; mercat
stockmarket: stock market, stock exchange, wall street, nasdaq, shares, equities, =bourse, =stocks, =ftse, dow jones, s p 500, =nikkei, =dax, bull market, bear market; borsa, =bist, hisse senet, wall street, dow jones, nasdaq; =borsa, =borse, piazza affari, listin, =ftse, wall street, =nasdaq
index: =index; endeks; =indice, =indici
currency: currenc, exchange rate, forex, =yen, =yuan, devaluat, depreciat, foreign exchange; doviz, =kur, =kuru; tasso di cambio, tassi di cambio, mercato dei cambi, cambio euro dollaro, cambio valutario, cambi valutari, cambio con il dollaro, =valuta, =valute
dollar: dollar, greenback; =dolar, dolari, dolarin; dollar
euro: =euro, eurozone, euro zone, single currency; =euro, =avro; =euro
lira: =lira; =lira, lirasi; lira turca
gold: =gold, bullion, precious metal, =ingots, =ingot; =altin; =oro
bitcoin: bitcoin, crypto, ethereum, stablecoin, blockchain, digital currenc; bitcoin, kripto, ethereum; bitcoin, criptovalut, criptomonet, =cripto, =crypto
centralbank: central bank, federal reserve, =ecb, =fed, bank of england, monetary policy, rate setters; merkez bank, =fed, =tcmb, =amb; banca centrale, =bce, =fed, bankitalia, federal reserve, banche centrali
bank: =bank, =banks, banking, lender, =banker, =bankers; banka; =banca, =banche, istituto di credito, bancari, =bancomat, credito cooperativo
bankaccount: bank account, savings account, account holder, account number; banka hesab, banka hesap, hesap numara, hesap hareket, hesaplarindaki para, hesabindaki para, hesaplarina bloke, hesaplara bloke, hesabina para, hesabina yatir, hesaplarina yatir, hesabina aktar, mevduat hesab, =iban; conto corrente, conto bancario, conti correnti, conti bancari, conto postale, conto svizzero
loan: loan, =credit, creditor, financing, refinanc, lending; kredi, finansman, taksit; prestit, credit, finanziament
mortgage: mortgage, home loan; ipotek, konut kredi; mutuo, mutui
bond: =bond, =bonds, yield, treasuries, =gilts, sovereign debt; tahvil, bono; obbligazion, =btp, spread, titoli di stato, =bund, =bot
rating: =rating, credit rating, moody, fitch, downgrad; kredi notu, derecelendirme, =fitch, =moody; =rating, moody, fitch
inflation: inflation, consumer price, =cpi, stagflation, deflation; enflasyon, =tufe, tuketici fiyat, fiyat artis, alim gucu; inflazion, prezzi al consumo, rincar, caro prezzi
interestrate: interest rate, rate cut, rate hike, basis point, rate rise, key rate, base rate, policy rate, borrowing cost, rate decision; faiz, baz puan, para politikasi kurul; =tassi, tasso interesse, tassi interesse, punti base, costo del denaro, politica monetaria
growth: growth, =gdp, gross domestic product; buyume, =gsyh, milli gelir, =gsyih, ekonomik buyu, ekonomisi buyud, ekonomi buyud; crescita, =pil
recession: recession, slowdown, economy contracted, gdp contracted, contracted by, contracted in the, contraction, downturn, economic crisis; resesyon, durgunluk, durgunlug, daralma, kuculme; recession, contrazion, rallentamento economia, rallentamento economico, rallentamento della crescita, stagnazion, crisi economica
unemployment: unemploy, jobless, out of work, job seeker; issizli, =issizler, issizlerin, issiz sayi, issiz kald, issiz kalan; disoccup
wage: =wage, =wages, pay rise, salary, salaries, =pay, pay deal, pay offer, pay increase, pay raise, pay cut, paycheck; =ucret, ucreti, ucretl, ucrete, maas, maas zammi, memur zammi, emekli zammi, ucret zammi, seyyanen, zam pazarlig, zam oran, temmuz zammi, ocak zammi, ara zamm, zamli maas, maas artis, ucret artis; =salario, =salari, salarial, stipend, retribuz, busta paga, buste paga
minimumwage: minimum wage, living wage; asgari ucret; salario minimo
pension: pension, retirement age, early retirement, retiree, retire at, retire early; emekli, =eyt, bag kur; pension, =inps, opzione donna
tax: =tax, =taxes, taxation, levy, =vat, taxman, =taxed, =levies; =vergi, vergisi, vergil, vergide, vergiy, vergin, =kdv, =otv; =tasse, =tassa, tassaz, =imposta, =imposte, fiscal, =irpef, =iva, tassazion, =imu, =ires
subsidy: =grants, a grant, grant of, grant funding, government grant, state grant, incentive, =subsidy, subsidies, subsidis, state aid, handout, stimulus, bailout; tesvik, hibe, subvansiyon; sussid, incentiv, =contributi, contributo a fondo perduto, contributo economico, contributi a fondo perduto, bonus, fondo perduto, agevolazion
price: price; fiyat, zamlan, zam geldi, zam yapil, ucuzla, =pahali; =prezzo, =prezzi
costofliving: cost of living, living costs, household bills, purchasing power; hayat pahalilig, gecim siki, gecim derd, gecinem, gecim kaynag, aclik siniri, yoksulluk siniri; carovita, caro vita, costo della vita, stangat, caro bollette
bill: energy bill, =bills, utility bill, power bill; fatura; =bolletta, =bollette, carobollett
profit: profit, earnings, net income, ebitda, windfall; net kari, net karini, net kar acikla, donem kari, faaliyet kari, ceyrek kari, karini artir, karini yuzde, kar elde, kar etti, karlilik, kar acikla, kar rekor; utile netto, utile operativo, utile ante imposte, utile per azione, utile trimestrale, utile record, utile in crescita, utile in calo, gli =utili, utili netti, utili record, utili in crescita, utili in calo, utili trimestrali, utili aziendali, profitt
revenue: revenue, =turnover, =sales; cirosu, =ciroya, =cirolar, cirolari, =ciroyu, =ciroda, ciro elde, ciro artis, ciro hedef, =geliri, =gelirini, =gelirinin, =gelirine, gelirler, gelir elde, gelir artis, gelir kaynag, gelir dagilim, gelir getir, satis, hasilat; ricav, fatturat, =vendita, =vendite
loss: =loss, =losses, loss making, lossmaking; net zarar, zarar acikla, zarar etti, zarar eden, zarar ediyor, zarara ugra, zarar yazdi, donem zarari, faaliyet zarari; perdita netta, perdita operativa, in perdita, perdita di esercizio, perdita di miliardi, perdite per, perdite operative, perdite nette, perdite record, perdite finanziarie, perdite economiche
~results: quarterly, results; bilanco, ceyrek bilanco, ceyrek sonuc, ceyrek finansal, finansal sonuc, mali sonuc; trimestr, risultat, semestr, =conti
~quarter: =quarter, =quarters; ilk ceyrek, ikinci ceyrek, ucuncu ceyrek, dorduncu ceyrek, son ceyrek, ceyreginde, ceyrege; trimestr
forecast: forecast, guidance, outlook, estimat; tahmin, beklenti, ongoru; stima, stime, prevision, guidance
~target: target; hedef; obiettiv, traguard
~record: =record, =records; rekor; =record
~rise: =rise, =rises, =rose, =rising, increas, =climb, =climbs, climbed, climbing, =surge, =surged, =surges, surging, soar, =jump, =jumps, jumped, =higher, skyrocket, uptick; artti, =artis, artisi, artisa, artisl, =artista, =artistan, artar, artan, artac, artmis, artma, yukseld, yukseli, yukselm, yuksele, sicra; aument, cresc, rialz, impenn, sale del, =balzo, =balza, =balzano, =balzi, cresciut, schizza
~fall: =fall, =falls, =fell, =falling, decline, declin, =drop, dropped, drops, tumble, tumbling, slump, plung, =lower, plummet, nosedive, =dip, =dips; dustu, dusus, dusuyor, dusmes, dusen, gerilem, geriled, geriley, azal; =cala, =calo, =calato, =calata, =calati, =calate, =calano, diminu, scend, sces, ribass, flession, tonf, in picchiata, perde terreno
raise: =raise, =raises, =raised, =hike, =hikes, hiked, raising; artir, yukselt, =zam, =zammi; alza, alzat, rialzo dei, innalz
cut: =cut, =cuts, cutting, =slash, =slashes, =slashed, slashing, =trim, =trims, trimmed, trimming, lowered, reduc, =curb, =curbs, cutback, scale back, scaled back, austerity; =indirdi, indirildi, indirilme, =indirme, indirime gitti, indirime gide, faiz indirim, vergi indirim, azalt, kesintiye gitti, kesinti yapil, kesinti yapti; =taglio, =tagli, =taglia, =tagliano, =tagliare, =tagliato, =tagliata, =tagliati, =tagliate, riduc, ridott, abbass, riduzion, sforbiciat
hold: unchanged, on hold, holds rates, steady, kept rates, keeps rates, leaves rates; sabit tuttu, sabit tutul, sabit tutma, sabit tuta, sabit birak, sabit kald, degistirmedi, pas gecti, pas gecm, pas gece; invariat, fermi i tassi
trade: =trade, =trading, =trader, =traders, commerce; ticaret; interscambio, scambi commerciali, commercio, commercial, commerci, libero scambio
export: export; ihracat, ihrac; esportaz, export
import: =import, =imports, importer; ithal; importazion, =import
tariff: tariff, import duties, customs duties, export duties, dumping duties, duties on, import tax; gumruk vergi, =tarife, =tarifesi, tarifeler, =tarifeyi, tarifesini; dazi, dazio
customs: customs; gumruk; dogan
tradewar: trade war, trade dispute, trade tension, trade row, trade spat, tariff war; ticaret savas; guerra commerciale, guerra dei dazi
surplus: surplus; fazla verdi, fazlasi verdi, cari fazla, dis ticaret fazla, butce fazla; avanzo primario, avanzo commerciale, avanzo di bilancio, surplus
invest: =invest, =invests, invested, investor, investment, =investing, capital injection, capital increase, venture capital, cash injection; yatirim; =investe, investiment, investitor
fund: =fund, =funds, private equity, sovereign wealth, asset manager; =fon, fonu, fonlar; fondo investimento, fondo di investimento, fondo sovrano, fondo pensione, fondo americano, fondo statunitense, fondo di garanzia, fondo nazionale, fondo per, fondo speculativo, =fondi
acquire: acquir, acquisition, takeover, =buys, =bought, buyout, bid for, takeover bid, billion bid, rival bid, improved bid, =bids, snap up, buy out, hostile bid, bidding war, tender offer, =bidder, =bidders; satin aldi, satin alma, satin alin, satin alac, satin alan, satin alis, satin alip, devral, teklif verdi, teklif verec, teklif veren, bunyesine katt, hisselerini aldi, hisselerini devr; acquisizion, acquisir, acquisit, acquisisc, =acquista, =acquistano, =acquistare, =acquistato, rileva la quota, rilevare la quota, rilevare la maggioranza, rilevato la maggioranza, rilevare il club, rilevare la societa, rilevato la societa, rilevare azienda, rileva azienda, rilevare la banca, =compra, comprat, scalata ostile, scalata bancaria, scalata a mediobanca, scalata alla banca, =opa, =ops, offerta pubblica, offerta di acquisto, offerta acquisto, offerta vincolante, offerta ostile, offerta per acquisto, offerta di scambio, passa di mano
merger: merger, merge, merging, tie up, amalgamat; birlesme, =birlesti, =birlesiyor, =birlesecek, sirket birles, birleserek, tek cati; =fusione, =fusioni, integrazione industriale, integrazione societaria
stake: a stake, stake in, =stakes, per cent stake, percent stake, shareholder, shareholding; hissedar, =hisse, hissesi, hisseler; azionist, partecipazione azionaria, partecipazioni azionarie, partecipazione di maggioranza, partecipazione di minoranza, quota di partecipazione, quota di maggioranza, quota di minoranza, quota azionaria, quota del, quota nel capitale, quota detenuta, quote azionarie, quote societarie, quote di maggioranza, pacchetto azionario
board: board member, board of directors, supervisory board, board meeting, board chair, executive board, management board, boardroom, =directors; yonetim kurul; consiglio di amministrazione, =cda, amministrator
ceo: chief executive, =ceo, chief exec, managing director; =ceo, genel mudur, icra kurulu; amministratore delegato, =ceo
~company: company, companies, =firm, =firms, =group, =groups, corporat, multinational, conglomerate; sirket, firma, holding, sirketler grub; aziend, societa, gruppo, =impresa, =imprese, imprenditor
startup: startup, start up, silicon valley; girisimci, teknoloji girisim, yeni girisim, girisim sermaye, girisimler, startup; startup, start up
ipo: =ipo, public offering, goes public, flotation, market debut, market listing, go public, going public, went public; halka arz; quotazione in borsa, quotazione a piazza affari, quotazione a wall street, quotarsi in borsa, debutto in borsa, debutta in borsa, sbarca in borsa, =ipo, sbarco in borsa
contract: =contract, =contracts, =tender, =tenders, tendering, procurement; sozlesme, ihale; =contratto, =contratti, contrattual, contrattazion, appalt, gara appalto, gare appalto, gara pubblica, bando di gara, gara europea
order: order book, order backlog, order intake, order worth, firm order, order for aircraft, order for jets, order for ships, billion order, orders for, new orders, ordered aircraft, ordered planes, ordered jets; siparis; ordine acquisto, ordine di acquisto, ordine per la fornitura, ordine da miliardi, ordini industriali, portafoglio ordini, nuovi ordini, ordini record, ordini di acquisto, nuova commessa, nuove commesse, maxi commessa, =maxicommessa, commessa da, commesse militari, commessa per
factory: factory, factories, production plant, manufacturing plant, car plant, assembly plant, processing plant, chemical plant, steel plant, bottling plant, plant closure, plant workers, the plant, its plant, plant in, =plants in, assembly line, gigafactory, foundry; fabrika, uretim tesis, sanayi tesis, isleme tesis, =tesiste, =tesisteki, depolama tesis; fabbric, stabiliment, impianto
production: production, =produce, =produces, =produced, =producing, producers, output, manufactur; uretim, imalat; produzion, produtt, manifattur
~industry: industr; sanayi, endustri; industri
bankruptcy: bankrupt, insolven, into administration, in administration, administrators, goes bust, went bust, go bust, gone bust, liquidat, receivership, chapter 11; iflas, konkordato, batan sirket, kepenk kapatt; azienda fallita, aziende fallite, societa fallita, impresa fallita, imprese fallite, falliment, amministrazione straord, bancarott, insolvenz, concordato preventivo, liquidazione giudiziale
~closure: shut down, closure, closing, closes its doors, closed its doors, shuttered; kapat, kapan, kapisina kilit, muhurlen, muhurled, kapilarini kapa; chiusur, chiud, chiude, saracinesc
layoff: layoff, laid off, lay off, job cuts, redundan, job loss, jobs at risk, cut jobs, cutting jobs, axe jobs, jobs cull, job cull, headcount, lays off, laying off, downsiz, shed jobs, workforce reduction; isten cikar, isten atil, kapi onune kondu, kapi onune koyd, isine son veril; licenzi, esuber, cassa integrazione, cassintegrat, posti a rischio, taglio di posti, tagli al personale, ammortizzatori sociali
~jobs: jobs, employ, hiring, workers, recruit, workforce; istihdam, is imkan, isci, =calisanlar, calisanlari, =calisanlara, =calisani, =calisanini, is gucu, isgucu; occupazion, posti di lavoro, lavorator, operai, assunzion, precariato, manodopera
strike: =strike, =strikes, striking staff, striking members, walkout, walk out, walked out, industrial action, work stoppage, =stoppages, down tools, strike on monday, strike on tuesday, strike on wednesday, strike on thursday, strike on friday, strike on saturday, strike on sunday, strikes on the rail, =picket, =pickets, picketing, picketed, industrial dispute, industrial unrest, downed tools, downing tools, striking workers, striking employees, work to rule, walking out, walks out, walked off the job; grev, is birak, is yavaslat; scioper, astensione dal lavoro, astensioni dal lavoro, astensione dalle udienze, incrociano le braccia, incrociato le braccia, la serrata, serrata dei, serrata degli, incrocia le braccia, incrociare le braccia, braccia incrociate, stato di agitazione, agitazione sindacale, picchett, stop dei treni, stop dei mezzi
union: trade union, =unions, labour union, labor union, =union, shop steward, unionised, unionized; sendika, toplu is sozlesme, toplu sozlesme; sindacat, =cgil, =cisl, =uil, sigle
injunction: injunction, back to work order, temporary restraining; erteleme karari, yasaklama; precettaz, precettat, =precetta, =precettare, garante degli scioperi
consumer: consumer, shopper, household, =customer, =customers; tuketici, hanehalki; consumator
retail: retail, supermarket, =store, =stores, =shop, =shops, high street, department store, grocer, shopping mall, shopping centre, shopping center, =mall, =malls, hypermarket, home depot; market, magaza, perakende, dukkan, alisveris merkez, =avm, =esnaf, esnafi; supermercat, =negozio, =negozi, negoziant, grande distribuzione, ipermercat, centro commerciale
discount: black friday, discount, winter sale, summer sale, =bargains, cut price, cyber monday, voucher; indirim; =saldi, =sconto, =sconti, scontat
brand: =brand, =brands, branding; marka; =marchio, =marchi, =brand
luxury: luxury; =luks, =luksu, =luksun, luks tuketim; lusso
fashion: =fashion, =fashions, fashionable, fashion week, catwalk, fashion designer, =designers, couture, supermodel, ready to wear; moda, defile; =moda, sfilat, =stilista, =stilisti, fashion week, haute couture
textile: textile, garment, clothing; tekstil, hazir giyim; tessil, abbigliam
leather: leather, =shoe, =shoes, shoemaker, footwear; ayakkabi, deri sektor, deri urun, deri ceket, deri sanayi, deri esya, derici; pelletteri, conceri, vera pelle, pelle sintetica, calzatur, =scarpa, =scarpe, =scarpette, scarpon
furniture: furniture; mobilya; mobilier, arredament
construction: construction, constructed, =construct, constructing, builder, =contractor, =contractors, housebuild, homebuild; insaat, muteahhit, muteahhid, kentsel donusum; costruzion, costruttor, edili
realestate: real estate, property, housing, =rent, =rents, tenant, homebuyer, home buyer, realtor, estate agent, homeowner; emlak, konut, kiraci, =kira, kirasi, kiralar, kiralik, =toki, gayrimenkul, tapu; immobiliar, mercato della casa, caro casa, prezzi delle case, acquisto della casa, piano casa, emergenza abitativa, emergenza casa, affitt, =alloggi, inquilin, compravendit, locazion
insurance: insurance, insured, insurer, =insure, insuring, policyholder, reinsur, underwriter; sigorta; assicuraz
gas: =gas, lng, natural gas, liquefied, gas field, gazprom; dogalgaz, dogal gaz, =gaz; =gas, gnl, metano
oil: =oil, crude, petroleum, =brent, opec, oilfield, =wti; petrol, =brent, opec; petrol, greggio, =brent, opec
fuel: =fuel, =fuels, refuel, =petrol, gasoline, diesel, petrol station, gas station, filling station, kerosene, biofuel; akaryakit, benzin, motorin, mazot, =lpg, pompa fiyat; carburant, benzin, gasolio, diesel
pipeline: pipeline, nord stream, turkstream; boru hatti; gasdott, oleodott, condotta del gas, condotte del gas, condotta sottomarina
refinery: refiner; rafineri; raffineri
drilling: drilling, oil rig, drillship; sondaj; trivell, perforaz
electricity: electric, power grid, interconnect, power station, power supply, power line, megawatt, gigawatt, hydroelectric, hydropower; elektrik, elektrig; energia elettrica, rete elettrica, reti elettriche, =elettricita, corrente elettrica, bolletta elettrica, bollette elettriche, centrale elettrica, centrali elettriche, sistema elettrico, linea elettrica, mercato elettrico
blackout: blackout, power cut, power outage, outage, without power, power failure, power shortage, plunged into darkness, load shedding; elektrik kesinti, karanliga gomul, karanlikta kald, elektrikler kesil, elektrikleri kesil, elektriksiz, planli kesinti, elektrigi kesil, elektrigin kesil, elektrik kesil; blackout, senza corrente, al buio, black out, guasto elettrico
renewable: renewable, clean energy, green energy, clean power, energy transition; yenilenebilir; rinnovabil, energia pulita, energia verde
solar: solar power, solar panel, solar farm, solar energy, solar plant, solar park, solar cell, photovoltaic; gunes enerji, gunes panel, gunes santral; pannello solare, pannelli solari, energia solare, impianto solare, impianti solari, parco solare, parchi solari, fotovoltaic
windfarm: wind farm, wind turbine, offshore wind, wind power, wind energy; ruzgar enerji, ruzgar turbin, ruzgar santral; eolic, pale eoliche
hydrogen: hydrogen; hidrojen; idrogeno
nuclear: nuclear, reactor, atomic energy, radioactiv, chernobyl, fukushima; nukleer, reaktor; nuclear, reattor, scorie radioattive
coal: =coal; komur; carbone
battery: battery, batteries; batarya, =pil, piller; =batteria, =batterie
energy: energy; enerji; energ
mine: =mine, mining, lithium, =copper, quarry, iron ore, =nickel, =cobalt; maden, lityum, =bakir, =bakirin, =bakirda, bakir maden; minier, minerar, litio, =rame
rareearth: rare earth, critical mineral; nadir toprak, kritik mineral; terre rare, materie prime critiche
steel: =steel, steelmaker, steelworks, steelworker, aluminium, aluminum, smelter, blast furnace; celik uret, celik sektor, celik fabrika, celik sanayi, celik ithal, celik ihrac, celikhane, =celikten, aluminyum, demir celik; acciai, allumini, siderurg
cement: cement; cimento; cement
shipyard: shipyard, shipbuil; tersane; cantier naval, cantieri naval
car: =car, =cars, automotive, automak, carmak, vehicle, automobile, =suv, =suvs, sedan, hatchback, limousine; otomobil, otomotiv, =arac, araclar, =togg; =auto, automobil, automotiv, vettur
electriccar: electric car, electric vehicle, =ev, =evs, charging station, charging point, plug in hybrid; elektrikli arac, elektrikli otomobil, sarj istasyon; auto elettric, vetture elettric
truck: truck, lorry, lorries, delivery van, white van, a van, the van, van driver, police van, =vans, camper van, pickup truck, tractor trailer; kamyon, =tir, kamyonet; camion, =tir, furgon, autocarr
bus: =bus, =buses, coach plunged, minibus, double decker, coach carrying; otobus, minibus, midibus; =bus, autobus, pullman, minibus
taxi: =taxi, =taxis, =uber, cab driver, cabbie, =cab, =cabs, minicab; =taksi, taksic, taksisi; taxi, =uber
tram: =tram, =trams, streetcar; tramvay; =tram
motorcycle: motorcycl, motorbike, scooter, =biker, =bikers, moped; motosiklet, motor kurye, motokurye; motocicl, =moto, scooter, centaur
bicycle: bicycl, cyclist, =bike, =bikes, e bike, cycle lane, bike lane; bisiklet, elektrikli scooter, scooter; bicicl, ciclist, =bici, pista ciclabile, piste ciclabili
tyre: =tyre, =tyres, =tire, =tires; lastik patla, kis lastig, lastigi, =lastikler, lastikleri, lastik uret, lastik degis, lastikci; pneumatic
tractor: tractor; traktor; =trattore, =trattori, =trattrice, =trattrici
airplane: aircraft, airplane, =plane, =planes, jetliner, airliner, =jet, aeroplane, passenger jet, turboprop, light aircraft; ucak, ucag; aereo, aerei, velivol
helicopter: helicopter, chopper; helikopter; elicotter, eliambulanz
balloon: balloon; balon; mongolfier, pallone aerostatico, palloni aerostatici, pallone sonda, palloni sonda, pallone spia, palloni spia
airport: airport, runway, tarmac; havaliman, havaalan, =pist, =piste, =pistte, =pistten, =pisti, =pistin, =pistinde, =pistine, =pistler, pistten cikti, pistten cikan; aeroport, =scalo, pista di atterraggio, pista di decollo, pista aeroporto, pista aeroportuale, pista di rullaggio, pista di volo
flight: flight, takeoff; ucus, ek sefer, ucak seferi, sefer iptal, sefer sayi, ucak sefer, ucus sefer, =seferleri, seferlerine, =seferi; =volo, =voli
airline: airline, budget carrier, flag carrier, low cost carrier, national carrier, air carrier; havayol, hava yollari, hava yolu, =thy; compagnia aerea, linee aeree
pilot: pilot, cockpit, copilot, first officer; pilot; pilot, cabina di pilotaggio
airtraffic: air traffic control, controllers, air traffic, control tower; hava trafik, kontrolor; controllori di volo
delay: =delay, =delays, delayed, disrupt; gecik, =rotar, =rotarli, aksamalar, =aksamasi, =aksamasina, =aksamaya, aksaklik, aksaklig, aksad; ritard, =disagi
boeing: boeing; boeing; boeing
airbus: airbus; airbus; airbus
rail: railway, railroad, =rail, =train, =trains, locomotive, rolling stock; demiryol, =tren, treni, =trene, trenl, =trenden, =trendeki, rayli; ferrov, treno, treni, convogl, binar, =rfi, intercity
highspeedrail: high speed rail, high speed train, high speed line, high speed network, bullet train, eurostar; yuksek hizli, hizli tren, =yht; alta velocita, frecciaross
station: =station; =gar, =gari, =garinda, =garina, =garindan, =garinin, tren gari, otogar, istasyon; =stazione, =stazioni
metro: =metro, =metros, subway, london underground, underground station, underground line, tube station, tube line; =metro, =metroda, =metroya, =metrosu, metrosun, =metronun, =metroyu, =metrolar, metrobus, =metrodan; in metropolitana, linea metropolitana, linea della metropolitana, della metropolitana, nella metropolitana, la metropolitana, stazione metropolitana, =metropolitane, la =metro, in =metro, della =metro, nella =metro, metro b, metro c, linea metro, metro di milano, metro di roma, metro di napoli, stazione metro
~road: motorway, highway, =road, =roads, freeway, expressway, interstate, carriageway, roundabout; otoyol, karayol, =yol, =yolu, =yolda, =yollar, =yollari; autostrad, strada, statale, strade, tangenzial, superstrad, =anas
toll: =toll, =tolls; gecis ucret, hgs; pedagg
port: =port, =ports, =harbour, =harbours, =harbor, =harbors, =dock, =docks, docked, docking, dockyard, dockers, dockworker, =quay, seaport; liman; =porto, =porti, portual
container: container; konteyner; container
ferry: ferry, ferries; feribot, vapur; traghett
cruise: cruise ship, cruise liner, cruise line, =cruises, cruise passenger, cruise company, cruise operator; kruvaziyer; crocier
ship: =ship, merchant ship, shipowner, =ships, vessel, tanker, freighter, cargo, =barge, bulk carrier; gemi, tanker, =kuru yuk; =nave, =navi, petrolier, mercantil, cargo
boat: =boat, =boats, dinghy, rowboat, speedboat, motorboat, gondola, sailboat; tekne, =bot, =botu, =botlar, =sandal, =sandalla, =sandalda, =sandali, =sandalin, =sandaldan, =sandaldaki, lastik botta, lastik botla, lastik bottaki, lastik bot; in barca, una barca, la barca, della barca, sulla barca, dalla barca, barca a vela, barca da pesca, barca di legno, piccola barca, barca a motore, =barche, barcon, gommon, imbarcaz, velier
yacht: yacht, superyacht, catamaran; =yat, yatlar, =yati, yatinda; =yacht, panfil
crew: =crew, =crews, crewmember, crewman, crewmen, sailor, seafarer, flight attendant, cabin crew, seaman, seamen; murettebat, =denizci, denizciler, =denizcinin, =denizciyi, gemici; =equipaggio, =equipaggi, marinai, =marittimi
canal: canal; kanal istanbul, suveys kanal, panama kanal, sulama kanal, su kanali, kanala dusen, kanala dustu, kanala duse, kanalina dusen, kanalina dustu, kanala ucan, kanala uctu; canale di suez, canale di panama, canale di corinto, canale di istanbul, canale navigabile
logistics: logistic, supply chain, shipping, freight, courier, haulage, parcel; lojistik, tedarik zincir, nakliye; logistic, catena di approvvigionament, spedizionier
trafficjam: congestion, =traffic, gridlock, rush hour, tailback; trafik yogun, trafik sikis, trafik kilit, trafik akis, trafik cile, trafigi kilit, trafik felc, trafik durma, trafige kapa, arac kuyrug, arac kuyruk; traffico in tilt, traffico bloccato, traffico stradale, traffico intenso, traffico paralizzato, traffico congestionato, traffico rallentato, traffico automobilistico, traffico cittadino, traffico veicolare, =code, ingorg, bollino nero
satellite: satellite; =uydu, =uydusu, uydular, =uydunun, =uydudan, =uyduyu, =uyduya, uydusun; satellit
space: outer space, spacecraft, spacex, spaceship, space station, space agency, space mission, space program, into space, in space, spaceflight, space shuttle, space race, space exploration, spacewalk, space travel, space probe, space capsule, space tourism, orbit, astronaut, cosmonaut; =uzay, =uzaya, uzayda, uzayli, =uzayin, =uzayi, yorunge, astronot, spacex; spazial, nello spazio, dallo spazio, spazio profondo, spazio cosmico, vita nello spazio, orbita, astronaut, cosmonaut, =spacex
rocketlaunch: rocket launch, launch pad, liftoff, lift off, falcon 9, starship, launch vehicle, rocket into orbit, rocket carrying; firlatma, roket firlat, starship, uzaya gond, falcon 9; razzo, rampa di lancio, decollo del razzo
moon: =moon, lunar; ay yuzey, ay gorev, ayda yuru, aya ayak, ay arac, aya inis, ayin yuzey, ayin yorunge, ayin guney kutb, ayin karanlik, aya gonder, aya yolculuk, aya gidec; =luna, lunar
mars: =mars; =mars; =marte
telescope: telescop, observator, james webb, =hubble; teleskop; telescop
nasa: =nasa; =nasa; =nasa
esa: european space agency; avrupa uzay ajansi; agenzia spaziale europea
radar: radar; radar; radar
engine: =engine, =engines; motor; motore, =motori
software: software, =app, =apps, operating system, app store; yazilim, mobil uygulama, uygulamayi indir, uygulama magaza, telefon uygulama, uygulamasi uzerinden, mesajlasma uygulama, sohbet uygulama, uygulama gelistir, guncelleme; software, =applicazioni, applicazione per smartphone, applicazione mobile, =app
internet: internet, online, website, browser, webpage, search engine; internet, cevrimici, internet sitesi, cevrim ici, web site, erisim engel; internet, online, sito web, sito internet, siti web, siti internet, sito ufficiale
socialmedia: social media, facebook, instagram, tiktok, youtube, twitter, influencer, social network, whatsapp, telegram, hashtag, =tweet, =tweets, tweeted; sosyal medya, facebook, instagram, tiktok, youtube, twitter, =whatsapp, fenomen, takipci; facebook, instagram, tiktok, youtube, twitter, =social
google: google, alphabet inc, alphabet owned, google parent; google; google
apple: =apple, iphone; =apple, iphone; =apple, iphone
microsoft: microsoft; microsoft; microsoft
amazon: =amazon; amazon; amazon
meta: =meta; =meta; meta platforms
tesla: tesla, =musk; tesla, =musk; tesla, =musk
openai: openai, chatgpt; openai, chatgpt; openai, chatgpt
nvidia: nvidia; nvidia; nvidia
telecom: telecom, mobile operator, broadband, mobile network; telekom, mobil operator, genis bant; telecom, telefonia, operatore telefonico, operatori telefonici, operatore mobile, banda larga
fiveg: =5g, =6g; =5g, =6g; =5g, =6g
smartphone: smartphone, mobile phone, cellphone, =phone, =phones, handset; akilli telefon, cep telefon; smartphone, =cellulare, =cellulari, telefonin
computer: computer, laptop, =pc, =pcs, supercomputer; bilgisayar; computer
datacentre: data centre, data center, cloud comput, cloud service, cloud provider, cloud business, cloud unit, cloud infrastructure; veri merkez, bulut bilisim, bulut teknoloji, bulut hizmet; data center, centro dati, =cloud
databreach: data breach, personal data, privacy, data leak, data protection; veri sizint, kisisel veri, veri ihlal, verileri sizd; violazione dei dati, dati personali, privacy, furto di dati, dati rubati
antitrust: antitrust, competition authority, monopol, anti trust, competition watchdog, competition regulator, price fixing, anti competitive; rekabet kurum, tekelles, tekelci, tekel konum, rekabet kurul, rekabet ihlal, hakim durum; antitrust, concorrenz, monopoli
robot: robot, humanoid; robot; robot
ai: artificial intelligence, =ai, chatbot, machine learning, language model, deepfake, generative; yapay zeka, =chatbot, deepfake; intelligenza artificiale, chatbot, =ia, =ai generativa, deepfake
chip: semiconductor, =chip, =chips, microchip; yari iletken, mikrocip, cip uret, cip sektor, cip krizi, cip ihrac, cip devi, bilgisayar cipi, cipler; semicondutt, =chip
quantum: quantum; kuantum; quantistic
testflight: test flight, maiden flight; test ucus, ilk ucus; primo volo, volo di prova
prototype: prototyp; prototip; prototip
patent: patent, intellectual property; patent; brevett
strait: strait; =bogazlar, =bogazdan, =bogaza, =bogazda, istanbul bogaz, canakkale bogaz, hurmuz bogaz, =bogazi; stretto di messina, stretto di hormuz, stretto di gibilterra, stretto di taiwan, stretto del bosforo, stretto dei dardanelli, ponte sullo stretto, dello stretto, bosforo, dardanelli
infrastructure: infrastructur; altyapi; infrastruttur, =tav, =pnrr
~project: =project, =projects; proje; progett
"""
