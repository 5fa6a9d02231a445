"""States, their offices and dealings; war and arms; votes and laws."""

ROWS = """
~meet: meet, =met, talks; gorus, bir araya, bulust, bulusa, bulusm; incontr, colloqui
~visit: visit, =trip, =trips, hosted, welcom; ziyaret, agirla, karsila; visit, missione, accolt
~cooperate: cooperat, partnership, ties, relations; isbirlig, is birlig, iliskil, ortaklik; cooperaz, collaboraz
~say: statement, said, told, stressed, announc; acikla, dedi, ifade, vurgula, duyur; dichiar, detto, sottoline, annunci
~minister: minister; bakan; ministr
~president: president; cumhurbaskan, baskan; president
~bilateral: bilateral, two countries; ikili, iki ulke; bilateral, due paesi
~agree: agreement, =agree, =agreed, =deal, =deals, pact, =accord, =accords; anlasma, mutabakat, uzlas; accord, intes, =patto
~government: government, cabinet, administration; hukumet, kabine; esecutivo, =governo, =governi, governativ
~manager: =director, directors, =manager, managers, executive, chairman, chairwoman, =head of; mudur, idareci, yonetici, baskani; direttor, dirigent, =manager
~expert: expert, specialist, analyst; uzman, analist; espert, specialist, analist
~association: association, federation, confederation; dernek, dernegi, federasyon, konfederasyon; associazion, federazion, confederazion
~committee: committee, commission; komite, komisyon, kurul, kurulu; comitat, commission
~ministry: ministry, department; bakanlig; minister
~republic: republic, state of; cumhuriyet; repubblica
~leader: leader; lider; leader
~official: official, authorit; yetkili, makam; autorita, funzionar
~spokesperson: spokes; sozcu; portavoce
primeminister: prime minister, premier; basbakan; premier, primo ministro, presidente del consiglio
foreignminister: foreign minister, foreign secretary; disisleri bakan; ministro degli esteri, ministri degli esteri, titolare della farnesina
foreignministry: foreign ministry, foreign office; disisleri bakanligi, hariciye; farnesina, ministero degli esteri
interior: interior minist, home secretary, home office; icisleri; viminale, ministro dell interno, ministero dell interno
defenceministry: defence minist, defense minist, pentagon; savunma bakan, pentagon; ministro della difesa, ministero della difesa, pentagono
treasury: finance minist, treasury, chancellor of the exchequer; hazine, maliye bakan; ministro dell economia, ministero dell economia, =mef, =tesoro
justiceministry: justice minist, attorney general; adalet bakan, bassavci; guardasigilli, ministro della giustizia, procuratore generale
undersecretary: undersecretary, deputy minister; bakan yardimci, mustesar; sottosegretari, viceministr
vicepresident: vice president, =vp; baskan yardimci; vicepresident
chancellor: chancellor; sansolye; cancellier
king: =king, =queen, monarch, royal; =kral, krali, kralice, kraliyet; =re, regina, =reale, =reali, sovran, =royal
prince: prince; prens; =principe, principess, principi
mayor: mayor; belediye baskan; =sindaco, =sindaca, =sindaci
governor: governor; =vali, =valisi, valili; governator, prefett
municipality: municipal, city council, town hall, city hall; belediye; comune, comunal, municip, =giunta
~region: =region, =regional, province, county; bolge, il geneli, vilayet; regione, regional, provinc
ambassador: ambassador, envoy; buyukelci; ambasciat, =inviato speciale
consulate: consul; konsolos; consolat, =console, =consoli
visa: visa, visas; vize; =visto, =visti
passport: passport; pasaport; passaport
citizenship: citizenship, naturalis; vatandaslik; cittadinanz
memorandum: memorandum, =mou; mutabakat zapti, mutabakat muhtirasi; memorandum
protocol: protocol; protokol; protocollo
treaty: treaty, convention; antlasma, sozlesmesi; trattat, convenzion
roadmap: roadmap, road map, action plan; yol haritasi, eylem plani; tabella di marcia, roadmap, piano d azione
declaration: declaration, communique; bildirge, deklarasyon, =bildiri, bildirisi; dichiarazione congiunta, comunicato congiunto, dichiarazione finale
jointventure: joint venture, joint company; ortak girisim, ortak sirket; joint venture, societa mista, societa congiunta
summit: summit; zirve; vertice, summit
negotiate: negotiat, bargain; muzaker, pazarlik; trattativ, negoziat
delegation: delegat; heyet, delegasyon; delegazion
dialogue: dialogue; diyalog; dialogo
phonecall: phone, telephon, spoke by, =call with; telefon; telefon
letter: letter; mektup; lettera
conference: conference, forum; konferans, forum; conferenza, forum
pressconference: press conference, news conference; basin toplanti; conferenza stampa
businessforum: business forum, business council; is forumu, is konseyi; business forum, forum imprendit, forum economic
handshake: handshake, shook hands; tokalas, el sikis; stretta di mano
banquet: banquet, state dinner, =dinner; aksam yemegi, resmi yemek; cena di stato, =cena, banchett
ceremony: ceremony; toren; cerimoni
anniversary: anniversar, commemorat; yildonum, yil donum, =anma, anma toren, anildi; anniversari, commemor, ricorrenza
flag: =flag, =flags; bayrag, =bayrak, bayrakl; bandier
nato: =nato, alliance; =nato, ittifak; =nato, alleanza atlantica
eu: european union, =eu, european commission, brussels; avrupa birligi, =ab, avrupa komisyonu; unione europea, =ue, commissione europea
un: united nations, =un, security council; birlesmis milletler, =bm, guvenlik konsey; nazioni unite, =onu, consiglio di sicurezza
who: world health; dunya saglik; organizzazione mondiale della sanita, =oms
imf: =imf, monetary fund; =imf, para fonu; =fmi, fondo monetario
g7: =g7, =g20; =g7, =g20; =g7, =g20
council: =council; konsey, konseyi; consiglio
opposition: opposition; muhalefet; opposizion
coalition: coalition; koalisyon; coalizion, maggioranza
party: =party, =parties; =parti, partisi, partili; =partito, =partiti
election: election, =vote, =votes, =polls, ballot; secim, oylama, sandik; elezion, =voto, =voti, urne, scrutin, elettoral
runoff: runoff, run off, second round; ikinci tur; ballottagg, secondo turno
earlyelection: snap election, early election; erken secim; elezioni anticipate, voto anticipato
candidate: candida; aday; candidat
campaign: campaign; kampanya; campagna
poll: opinion poll, survey; anket; sondagg
turnout: turnout; katilim oran, secime katilim; affluenza
exitpoll: exit poll, vote count; sandik cikis, oy sayim; exit poll, spoglio
voter: voter, electorate; secmen; elettor, =elettrici
referendum: referend, plebiscite; referandum, halk oylama; referend
parliament: parliament, lawmaker, congress, =mps, =mp, senat, house of representatives; meclis, milletvekil, parlamento, senato, kongre; parlament, camera dei deputati, senat, montecitorio, deputat, congresso
confidence: confidence vote, no confidence, vote of confidence; guvenoy, guven oylama, gensoru; fiducia, sfiducia
speaker: house speaker; meclis baskan; presidente della camera, presidente del senato
constitution: constitution; anayasa; costituzion
reform: reform, overhaul; reform; riform
budget: budget, spending plan; butce; bilancio, =manovra, legge di bilancio, finanziaria
deficit: deficit; butce aci, cari aci, dis ticaret aci; deficit, disavanzo
debt: =debt, =debts, indebt; borc; debit
ratify: ratif, approv; onayla; ratific, approv
law: =law, =laws, =bill, =bills, decree, legislation; =yasa, yasasi, yasal, yasanin, yasay, kanun, kararname; =legge, =leggi, decret, ddl, disegno di legge
ban: =ban, =bans, =banned, banning, prohibit, outlaw; yasak; viet, divieto, divieti, proibi, al bando
veto: veto; veto; =veto
amnesty: amnest, pardon; =affi, affedil; amnist, indult, grazia
emergency: state of emergency, emergency; olaganustu hal, acil durum, =ohal; stato di emergenza, emergenz
curfew: curfew; sokaga cikma; coprifuoco
resign: resign, step down, stepped down, quits, =quit, stepping down; istifa, gorevi birak; dimission, dimett, dimess, lascia l incarico
appoint: appoint, =named, nominat; atand, atama, atadi, goreve getir; nomin, designat
successor: successor, succeed, replaces; halef, yerine gec, yerine gel; successor, succede, subentr
sack: =sacked, =sacks, fired, dismiss, ousted; gorevden al, azled, gorevine son; licenziat, esoner, rimoss, silurat
scandal: scandal; skandal; scandal
corruption: corrupt, brib, graft, kickback; yolsuzluk, rusvet; corruzion, tangent, mazzett, concussion
coup: =coup, putsch; darbe; golpe, colpo di stato
protest: protest, demonstrat, rally against, marched, marches, marching; protesto, gosteri, eylem, yuruyus; protest, manifestaz, corteo, cortei, =piazza, manifestant
riot: riot, clashes, unrest; olay cikar, ayaklan, catisma, arbede; scontri, sommoss, disordin, tafferugl
teargas: tear gas, water cannon; biber gaz, gaz bomba, =toma; lacrimogen, idrant
euaccession: accession, membership, candidate country; uyelik, katilim surec; adesione, ingresso nell
customsunion: customs union; gumruk birlig; unione doganale
sanction: sanction; yaptirim; sanzion
embargo: embargo; ambargo; embargo
blockade: blockad; abluka; blocco naval, assedio
recognise: recognis, recogniz; taniy, tanidi, taninma; riconosc
independence: independen; bagimsizl; indipenden
territory: territor, sovereign; toprak but, egemenlik; territori, sovranita
border: border, frontier; sinir; confin, frontier
checkpoint: checkpoint; kontrol nokta; posto di blocco, checkpoint
migrant: migrant, migration, asylum; gocmen, =goc, =gocu, =gocun, iltica; migra, richiedenti asilo
refugee: refugee; multeci, siginmac; rifugiat, profug
readmission: readmission, return agreement, deport, repatriat; geri kabul, sinir disi; rimpatri, espuls, riammission
reception: migrant centre, detention centre, hotspot, reception centre; geri gonderme merkez, kabul merkez; centro di accoglienza, hotspot, =cpr
war: =war, =wars, invasion, invad; =savas, savasi, savasin, savasta, isgal; guerra, guerre, invasion
ceasefire: ceasefire, cease fire, truce; ateskes; cessate il fuoco, tregua
peace: =peace; =baris, barisi, baris gorus; =pace
mediation: mediat, broker; arabulucu; mediazion, mediator
hostage: hostage, abduct, kidnap, captive; rehine, kacirildi, rehin; ostagg, sequestrat, rapit, rapiment
prisoner: prisoner swap, prisoner exchange, =pow; esir takas, esir degisim; scambio di prigionieri
attack: attack, assault, raid; saldir, baskin; attacc, attentat, assalt
airstrike: airstrike, air strike, air raid, bombard, shelling, bombing; hava saldiri, bombala, bombard; raid, bombard
offensive: offensive, advance on; taarruz, harekat; offensiva
withdraw: withdraw, pull out, pullout; cekil; ritir
deploy: deploy; konuslan, sevk ed; schier, dispieg
frontline: front line, frontline; cephe; =fronte, prima linea
troops: troops, soldiers, soldier; =asker, askerler, askeri, ordusu; soldat, truppe, militar
army: =army, armed forces; silahli kuvvet; esercit, forze armate
general: =gen, chief of staff, commander; orgeneral, genelkurmay, komutan, =general, generali; =generale, capo di stato maggiore, comandante
peacekeeping: peacekeep, blue helmet; baris gucu; caschi blu, peacekeep
conscription: conscript, military service; zorunlu askerlik; leva obbligatoria, servizio militare
militant: militant, insurgent, rebel, fighters; militan, isyanci, orgut; miliziani, ribell, militant
hamas: hamas; hamas; hamas
hezbollah: hezbollah; hizbullah; hezbollah
isis: islamic state, =isis, =isil; =isid, =deas, =daes; stato islamico, =isis
terror: terror; teror; terror
nuclearweapon: nuclear weapon, warhead, atomic bomb; nukleer silah; arma nucleare, armi nucleari, testate
iaea: =iaea, nuclear watchdog; =uaea, atom enerjisi ajansi; =aiea, agenzia atomica
enrichment: enrich, uranium; uranyum, zenginlestir; uranio, arricchiment
exercise: exercise, drill, manoeuv, maneuv; tatbikat; esercitazion, addestrament
drone: drone, =uav, =ucav, unmanned; =iha, =siha, ihalar, sihalar, insansiz, =dron, dronlar; dron, senza pilota
fighterjet: fighter, warplane; savas ucag, avci ucak; caccia
trainerjet: trainer jet, jet trainer; egitim ucag; addestrator
missile: missile, rocket; fuze, roket; missil, =razzo, =razzi
airdefence: air defence, air defense, interceptor; hava savunma; difesa aerea, contraerea
warship: frigate, warship, corvette, destroyer; firkateyn, korvet, savas gemi; fregat, corvett, nave da guerra
carrier: aircraft carrier; ucak gemi; portaerei
submarine: submarine; denizalti; sommergibil, sottomarin
navy: navy, naval; donanma, deniz kuvvet; marina militare, =naval, =navale
airforce: air force; hava kuvvet; aeronautica militare
airspace: airspace; hava saha; spazio aereo
scramble: scrambl, intercept; onle, havaland; intercett
tank: =tank, =tanks, armoured, armored; =tank, tanklar, zirhli; carro armato, carri armati, blindat
weapons: weapon, =arms; silah; =armi, armament
ammunition: ammunition, munition; muhimmat, mermi; munizion
landmine: landmine, unexploded; mayin, patlamamis; mine antiuomo, ordigno bellico
defenceindustry: defence industry, defense industry, defence company; savunma sanayi; industria della difesa
spy: =spy, =spies, spying, espionage; casus, ajanlik; =spia, =spie, spionag
intelligence: intelligence service, intelligence agency, secret service, =cia, mossad; istihbarat, =mit; servizi segreti, =intelligence, =aise
cyber: cyber, hack, ransomware; siber; cyber, hacker, informatic
aid: =aid, relief, humanitarian; insani yardim, =yardim, =yardimi, =yardimlar; =aiuti, umanitari
convoy: convoy, truckload; konvoy, tir dolus; convogl
flotilla: flotilla; =filo, filosu; flotilla, flottiglia
famine: famine, starv, hunger; kitlik, aclik; carestia, =fame, denutrizion
genocide: genocid; soykirim; genocid
warcrimes: war crime, crimes against humanity; savas suc; crimini di guerra
icc: international criminal court, =icc; uluslararasi ceza mahkeme, =ucm; corte penale internazionale, =cpi
exile: exile; surgun; esili
summon: summon, recalled its ambassador; cagrildi, geri cagir; convoc
expel: expel, persona non grata; sinir disi, istenmeyen; espell, espuls
apologise: apolog; ozur; =scuse
condemn: condemn, denounc; kina; condanna, denunci
~accuse: accus, blame; suclad, suclam, itham; accus
deny: =deny, denies, denied, refut; yalanla, reddet, inkar; smenti, =nega, =negano, negato
~warn: warn; uyar; avvert, mett in guardia, monit, allert
threaten: threat; tehdit; minacc
~promise: promis, pledg, vow; soz ver, vaat, taahhut; promess, promett, impegn
~propose: propos, =plan; oner, teklif; propost, propon
reject: reject, turn down, turned down; reddet, geri cevir; respin, bocci
~demand: demand, call for, =urge, =urges, =urged; talep, cagri; chied, rivendic, appell
~support: support, =back, =backs, =backed, backing; destek; sosteg, sosten, appogg
criticise: criticis, criticiz, =critics, =slams, slammed; elestir; critic
tension: tension, row over, dispute; gerilim, gergin, anlasmaz; tension, controvers
~solution: solution, settle; cozum; soluzion
~crisis: crisis; kriz; crisi
~security: security; guvenlik; sicurezz
humanrights: human rights; insan hak; diritti umani
minority: minorit; azinlik; minoranz
freedom: freedom, libert; ozgurluk; liberta
democracy: democra; demokra; democra
propaganda: propagand, disinformat, fake news; propaganda, dezenformasyon, yalan haber; propaganda, disinformazione, fake news
populist: far right, populist; asiri sag, populist; estrema destra, populist, sovranist
leftwing: left wing, socialist, communist; solcu, sosyalist, komunist; sinistra, socialist, comunist
greens: greens; yesiller; =verdi
refinance: stability pact, spending rules; mali kural; patto di stabilita
shutdown: shutdown; hukumetin kapanmasi, kepenk; shutdown
inaugural: sworn in, swearing in, oath; yemin; giura, insedia
speech: speech, address; konusma, hitap; discors, interven
"""
