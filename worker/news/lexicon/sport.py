"""Sport, and the words that say how things go: what is first, new, last, more or less."""

ROWS = """
football: football, soccer; futbol; calcio, calcistic
championsleague: champions league; sampiyonlar lig; champions league, =champions
europaleague: europa league; avrupa lig; europa league
conferenceleague: conference league; konferans lig; conference league
league: =league, super lig; =lig, ligi, ligde, super lig; campionato, serie a, =lega
seriea: serie a; serie a; serie a
premierleague: premier league; premier lig; premier league
worldcup: world cup; dunya kupa; mondiali, mondiale, coppa del mondo
euros: =euros, european championship; avrupa sampiyona; europei, europeo
qualifier: qualif; eleme; qualificaz
nationscup: nations league; uluslar ligi; nations league
cup: =cup; =kupa, kupasi, kupayi; coppa
olympics: olympi; olimpiyat; olimpic, olimpiad
paralympics: paralymp; paralimpik; paralimp
stadium: stadium, arena; stadyum, =stat, stadi; stadio, stadi
match: =match, =game, friendly, fixture, =clash, =tie; =mac, =maci, =macta, macin, macini, karsilas; amichevol, sfida, =gara, =partita, =partite
derby: derby; derbi; derby
firstleg: first leg; ilk mac, ilk ayag; andata
secondleg: second leg, return leg; rovans, ikinci mac; ritorno
final: =final, =finals; =final, finale, finali; finale, finali
semifinal: semi final, semifinal, last four; yari final; semifinal
quarterfinal: quarter final, quarterfinal, last eight; ceyrek final; quarti di finale, =quarti
knockout: knockout, last 16, round of 16; son 16; ottavi, eliminazione diretta, playoff
groupstage: group stage, =group; grup asama, grup mac; girone, gironi, fase a gironi
draw: =draw, =drawn, =drew; berabere, beraberlik, kura cek; pareggi, =pari, sorteggi
goal: =goal, =goals, scored, scorer, equalis, header, hat trick, hattrick; =gol, golu, goller, golle, golcu; =gol, rete, reti, segnat, doppiett, triplett, tripletta, =segna
penalty: penalt, spot kick; penalti; rigor, penalty
redcard: red card, sent off, sending off; kirmizi kart, oyundan atil; cartellino rosso, espuls
offside: offside, =var, referee; ofsayt, hakem; fuorigioco, =var, arbitr
win: =beat, =beats, =win, =wins, =won, victor, defeat, triumph, =edge, =edged, =edges, thrash, overcame, =winner, =winners; yendi, kazand, galip, galibiyet, zafer, maglup et, devirdi, kazanan; vittori, vint, battut, piega, stende, trionf, =ko, sconfigg, vincitor, =batte, =battono, =vince, =vincono, =supera, superat
lose: =lose, =lost, =loses, beaten by, knocked out; yenil, kaybetti, maglub, elendi; =perde, =perso, sconfitt, eliminat
coach: =coach, head coach; teknik direktor, antrenor, calistirici; allenator, commissario tecnico, =ct, tecnico, panchina, mister
captain: captain; kaptan; capitano
player: player, midfield, striker, winger, defender, goalkeeper; oyuncu, futbolcu, orta saha, santrfor, forvet, kaleci, stoper, kanat; giocator, calciator, centrocampist, attaccant, difensor, portiere, bomber
transfer: transfer, signing, loan move, =fee; transfer, bonservis, kiralik; calciomercato, trasferiment, prestito, acquisto, cartellino
clubsale: club owner, new owner; kulup baskan, kulubun sahib; proprieta del club, =patron
fans: =fan, =fans, supporter, ultras, hooligan; taraftar; tifos, ultras, ultra
club: =club, =clubs; kulub, kulup; =club
nationalteam: national team, azzurri; milli takim, =milli, milliler; nazional, azzurr
injury: hamstring, cruciate, ankle, knee, sidelined; sakatlan, sakat, capraz bag; infortuni, crociato, lesione
suspension: match ban, suspended for, banned for; men ceza, ceza al; squalific
doping: doping; doping; doping
basketball: basketball, euroleague, =nba; basketbol, euroleague, =nba; basket, pallacanestr, eurolega, =nba
volleyball: volleyball; voleybol; pallavol, volley
handball: handball; hentbol; pallamano
tennis: tennis, wimbledon, roland garros, us open, =atp, =wta; tenis, wimbledon, roland garros, =atp, =wta; tennis, wimbledon, roland garros, =atp, =wta, tennist
sinner: sinner; sinner; sinner
set: straight sets, =set, =sets; =set, setle, sette; =set
f1: formula 1, formula one, grand prix, =f1, pole position; formula 1, grand prix, =f1, pole pozisyon; formula 1, gran premio, =f1, pole position
motogp: motogp; motogp; motogp
ferrari: ferrari; ferrari; ferrari
race: race, racing, rally; ralli, =yaris, yarislar, yarisma; corsa, =gara, rally
cycling: cycling, giro d, tour de france, peloton, =stage; bisiklet tur, etap, pedal; ciclismo, giro d italia, tour de france, tappa, volata
marathon: marathon; maraton; maraton
athletics: athletic, sprint, high jump, long jump, javelin, hurdles; atletizm, yuksek atlama, uzun atlama, cirit; atletic, salto in alto, salto in lungo, giavellott, ostacoli
swimming: swimming, freestyle, backstroke, breaststroke; yuzme, serbest stil, sirtustu, kurbagalama; nuoto, stile libero, dorso, =rana
gymnastics: gymnast; cimnastik; ginnast
boxing: boxing, boxer, heavyweight, knockout; boks; pugil, boxe, pesi massimi
wrestling: wrestl, judo, taekwondo, karate; gures, judo, tekvando, karate; lotta libera, judo, taekwondo, karate
weightlifting: weightlift; halter; sollevamento pesi
fencing: fencing, fencer; eskrim; scherma, schermid
archery: archer; okcu, okculuk; arco olimpic, tiro con l arco
skiing: skiing, skier, slalom, downhill, snowboard, =ski; kayak, kayakci, snowboard; =sci, sciator, sciatric, slalom, discesa libera, snowboard
skating: skating, skater; paten, patinaj; pattinag
sailing: sailing, regatta, america s cup; yelken, regatta; =vela, regata, regate, coppa america
rowing: rowing, canoe; kurek, kano; canottag, canoa
golf: =golf; =golf; =golf
rugby: rugby; ragbi; rugby
chess: chess; satranc; scacch
esports: esport, video game, gaming; espor, video oyun; videogioc, =esport, =esports
tournament: tournament, championship; turnuva, sampiyona; torneo, tornei, campionat
title: =title, champion, trophy; sampiyon, unvan, kupa; titolo, scudett, campion, trofeo
medal: =medal, =medals, medall, =podium; madalya; medagli, podio
goldmedal: gold medal, won gold; altin madalya; medaglia d oro, =oro
silvermedal: silver; gumus; argento
bronzemedal: bronze; bronz; bronzo
worldrecord: world record; dunya rekor; record del mondo, primato
season: season; sezon; stagion
referees: match fixing, betting scandal; sike, bahis skandal; calcioscommess, combine
standings: standings, top of the table, clear at the top, points clear; puan durum, liderlig, zirve yaris; classific, vetta
~sign: =sign, =signs, =signed, signing, signature, =ink, =inked; imza; firma, firme, sottoscri
cancel: cancel, call off, called off, calls off, scrap, axed; iptal, vazgec; annull, revoc, cancell
postpone: postpon, delay, put off, put back, pushed back; ertele; rinvi, posticip, slitta
suspend: suspend, halt, pause; askiya, durdur; sospen, sospes
resume: resum, restart; yeniden basla, tekrar basla, devam etmeye; ripart, ripres, riprend
extend: extend, prolong; uzat; prorog, estes
~inaugurate: inaugurat, opens, opened, opening; acilis, acildi, hizmete gir; inaugur, apertura
~close: =closed, =close, =closes, =shut, =shuts, shutting; kapat, kapan, kapali; chius, chiud
~begin: =begin, =begins, =began, =start, =starts, started, kick off, kicks off, under way; basla; inizi, al via, avvi, comincia
~end: =end, =ends, =ended, conclude, wrapped up; sona er, bitti, tamamlan, sonuclan; termin, conclu
deliver: deliver, handed over, hand over; teslim; consegn
~return: =returned, =return, =returns, give back, gave back, restitut, hand back; iade, geri ver, geri don; restitu, ritorn, torna
launch: launch, lift off, blast off, liftoff; firlat; lanci, decoll
~unveil: unveil, present, reveal, showcas; tanit, sergile, gorucuye; presenta, svel, mostra
~build: =build, building of, built; insa ed, insa et, insasi, yapim; costru, realizz
~buy: =buy, =buys, =bought, purchas; satin al; acquist, =compra, comprat, =comprare
~sell: =sell, =sells, =sold, =sale; =satti, satil, satis; vende, vendut, vendit, cession, =cede
~pay: =pay, =pays, =paid, payment; odedi, oden, odeme; paga, versa
awarded: honoured, honored, awarded; odule layik, odulunu; premiat, insignit
~lead: =lead, =leads, =led; liderlik; guida, guidat
~join: =join, =joins, joined; katil; unisce, aderi, entra
~leave: =leave, =leaves, =left, =departs, departed, =departure; ayrild, ayriliy, terk; lascia, addio, abbandon
retirement: retirement, retires, hang up; emekliye, jubile, kariyerini nokta; ritiro, addio al calcio, si ritira
~kill: =kill, =kills, =killed; oldur, vurul, etkisiz; uccid, uccis
~hit: =hit, =hits, struck, strikes; vurdu, isabet; colpi, colpit, investit
~find: =find, =finds, =found; bulun, bulundu; trova, trovat, ritrov
~help: =help, =helps; yardim; aiut
~protect: protect, safeguard, guard; koru; protegg, tutel, protezion
~share: =share, sharing; paylas; condivi
joinforces: join forces, team up, teams up; guc birlig; alleanz
~fight: fight, battle; mucadele, =savas; lott, battagl, combatt
~hope: hope; umut, umid; speran
~fear: =fear, =fears; kork, endise, kaygi; paura, timor, teme
~joy: celebrat, party in the streets; kutla; festegg, festa
~first: first time, =first; ilk kez, =ilk, ilk defa; prima volta, =primo, =prima
~second: =second; ikinci; second, =bis
~third: =third; ucuncu; terzo, terza
~fourth: fourth; dorduncu; quarto, quarta
~last: =last, =final; =son; ultim
~double: double, twice; iki kat, ikiye katla; doppi, raddopp
~half: =half, halv; =yari, yarisi; dimezz, mezz
~majority: majority, most of; cogunluk; maggioranz
~young: =young, youth; genc; giovan
~old: =oldest, =old; eski, en yasli; vecchi
~large: largest, biggest, giant, huge; en buyuk, =dev; piu grand, gigant, colosso
~small: smallest; en kucuk; piu piccol
~fast: fastest; en hizli; piu veloc
historic: historic, landmark; tarihi; storic
secret: secret, confidential; gizli; segret
illegal: illegal, unlawful; yasadisi, kacak; illegal, abusiv, clandestin
free: free of charge, for free; ucretsiz, bedava; gratis, gratuit
digital: digital; dijital; digital
~public: =public, state owned; kamu; pubblic
private: privat, privatis; ozel sektor, ozellestir; privat
~international: international; uluslararasi; internazional
~local: =local, locals; yerel; local
~night: =night, overnight, midnight; gece; =notte, notturn
~morning: =morning, dawn; sabah; mattin, =alba
~evening: evening; aksam; =sera, serata
~afternoon: afternoon, =noon, midday; ogle, ogleden sonra; pomerigg, mezzogiorno
~weekend: weekend; hafta sonu; fine settimana, weekend
summer: summer; =yaz, yazin; estat, estiv
winter: winter; =kis; inverno, invernal
autumn: autumn; sonbahar; autunn
spring: =spring; ilkbahar, bahar; primaver
dark: =dark, darkness; karanlik; buio
~red: =red; kirmizi; rosso, rossa, rossi
~white: =white; beyaz; bianc
~black: =black; siyah, =kara; =nero, nera, neri
~green: =green; yesil; =verde, =verdi
~blue: =blue; =mavi; =blu, azzurr
"""
