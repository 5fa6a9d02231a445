"""Sport, and the words that say how things go: what is first, new, last, more or less."""

ROWS = """
football: football, soccer, =fifa, =uefa; futbol, ceza saha, =uefa, =fifa, =tff; calcio, calcistic
championsleague: champions league; sampiyonlar ligi; champions league, =champions, coppa dei campioni
europaleague: europa league; avrupa ligi; europa league
conferenceleague: conference league; konferans ligi; conference league
league: =league, super lig, top flight, bundesliga, la liga, ligue 1, second tier; =lig, ligi, ligde, super lig, super ligi, super ligde, super lige, super ligden, lig maci; campionato, serie a, lega calcio, lega serie, lega pro, superlega, lega b
seriea: serie a, scudetto; serie a; serie a
premierleague: premier league; premier lig, premier ligi, premier ligde; premier league
worldcup: world cup; dunya kupa; i mondiali, ai mondiali, dei mondiali, nei mondiali, mondiali di, mondiali 2026, mondiali 2030, qualificazioni mondiali, il mondiale, al mondiale, del mondiale, nel mondiale, mondiale per club, mondiale di, mondiale 2026, spareggio mondiale, sogno mondiale, coppa del mondo, campionato del mondo, campionati del mondo
euros: european championship, euro 2024, euro 2028, euros final; avrupa sampiyona; campionati europei, agli europei, europei di calcio, europei di nuoto, europei di atletica, europei under, europei 2028, europei indoor, campionato europeo, europeo under, titolo europeo, europeo 2028, europeo di calcio
qualifier: qualifier, qualifying, qualified for, qualify for, qualifies for, qualification for, play off, playoff; =eleme, elemele, =elemeyi, =elemede; qualificaz, spareggi
nationscup: nations league; uluslar ligi; nations league
cup: =cup; =kupa, kupasi, kupayi; coppa
olympics: olympic, =olympian, =olympians, olympiad, winter games, =ioc; olimpiyat; =olimpici, =olimpica, =olimpiche, giochi olimpici, comitato olimpico, villaggio olimpico, oro olimpico, campione olimpico, titolo olimpico, podio olimpico, olimpiad, a cinque cerchi, milano cortina
paralympics: paralymp; paralimpik; paralimp
stadium: stadium, arena, wembley, grandstand, emirates stadium; stadyum, =stat, stadi, tribun; stadio, stadi
match: =match, =game, friendly match, friendly game, friendlies, friendly against, international friendly, season friendly, fixture, =clash, =tie, =matches, =games, kickoff, stoppage time, injury time, extra time, half time, showdown; =mac, =maci, =macta, macin, macini, karsilasma, karsilasac, karsi karsiya gelec, karsi karsiya geldi, =musabaka, musabakasi, musabakada, maclar, deplasman, hazirlik maci; amichevol, sfida, =gara, =partita, =partite, big match, fischio inizio
derby: =derby, =derbies; derbi; derby, stracittadin
firstleg: first leg; ilk macta, ilk maci, ilk macin, ilk ayag; gara andata, gara di andata, partita andata, match andata, andata dei quarti, andata degli ottavi, andata della semifinale, andata dei playoff, semifinale andata, semifinale di andata, sfida andata
secondleg: second leg, return leg; rovans, ikinci macta, ikinci maci; gara di ritorno, partita di ritorno, match di ritorno, sfida di ritorno, ritorno dei quarti, ritorno degli ottavi, ritorno della semifinale, ritorno dei playoff, semifinale di ritorno, girone di ritorno
final: the final, =finalist, =finalists, cup final, league final, final against, reach the final, =finals; =final, finale, finali, =finalde; in finale, la finale, della finale, alla finale, nella finale, finale di coppa, finale di champions, finale scudetto, finale mondiale, finale per, finale contro, finalissim, finalist, =finali
semifinal: semi final, semifinal, last four; yari final; semifinal, final four
quarterfinal: quarter final, quarterfinal, last eight; ceyrek final; quarti di finale, ai quarti, nei quarti, dei quarti, i quarti, quarti di champions
knockout: knockout, last 16, round of 16; son 16; =ottavi, eliminazione diretta, playoff, sedicesimi, play off
groupstage: group stage, group winners, group runners, group opener, group phase, in group a, group b, group c, group d, group e, group f, group g, group h; grup asama, grup maci, grup maclari, gruplara kald; girone, gironi, fase a gironi
draw: =draw, =drawn, =drew, goalless, shared the spoils; berabere, beraberlik golu, beraberlige, beraberlikle, beraberligi bozan, beraberligi bozdu, kura cekim, kura cekildi, kura cekili, =kurada, kuralar cekil, kuralari cekil, puanlari paylas, esitligi bozan, esitligi sagla; pareggi, un =pari, il =pari, finisce in parita, in parita, pari e patta, chiude in parita, sorteggi
goal: =goal, =goals, scored, scorer, equalis, header, hat trick, hattrick, equalizer, equalized, a brace, tap in, free kick, top scorer, late strike, winning strike, opening strike, stunning strike; =gol, =golu, =golunu, =goluyle, =golun, =golumuz, golune imza, gol atti, gol atan, gol atma, gol kaydet, goller, =golle, =golcu, golcusu, golculer, =golcunun, gol kral, =golsuz, fileler, aglara, =asist, asist yapti; =gol, rete del pareggio, rete del vantaggio, rete decisiva, palla in rete, la rete del, va a segno, a segno, reti inviolate, reti bianche, due reti, tre reti, segnat, doppiett, triplett, tripletta, =segna, capocannonier, autogol, autoret, =segnano, gonfia la rete
penalty: penalt, spot kick, shootout, from the spot; penalti; =rigore, =rigori, rigorist, penalty, dal dischetto
redcard: red card, sent off, sending off, second yellow, yellow card, 10 men, 10 man; kirmizi kart, oyundan atil, 10 kisi kald; cartellino rosso, =espulso, =espulsi, =espulsa, espulsione di, espulsione per, rosso diretto, doppia ammonizione
offside: offside, =var, referee, linesman, video assistant; ofsayt, hakem; fuorigioco, =var, =arbitro, =arbitri, =arbitra, arbitral, direttore di gara, guardalinee
win: =beat, =beats, =win, =wins, =won, victory, victories, victorious, defeat, triumph, edge past, edge out, =edged, edges past, edges out, thrash, overcame, =winner, =winners, clinch, =routed, trounce, see off, sees off, saw off, cruise past, cruised to, cruises past; yendi, kazand, galip, galibiyet, =zaferi, =zaferini, =zaferle, =zafere, zaferiyle, zafer kazan, zafer elde, maglup etti, maglup eden, maglup ederek, maglup ettik, devirdi, kazanan, uc puan, 3 puan, fark atti, tur atladi; =vittoria, =vittorie, vittorios, =vinto, =vinta, =vinti, =vinte, =battuto, =battuti, =piega, =piegato, =piegata, =piegati, =stende, trionf, =ko, sconfigg, vincitor, =batte, =battono, =vince, =vincono, espugna, si impone, ha la meglio, rimont
lose: =lose, lost to, lost against, lost the match, lost the election, lost the final, =loses, beaten by, knocked out, crash out, bow out, bowed out, bows out, dumped out; yenildi, yenilgi, maglup oldu, maglup olan, maglup olarak, yenik ayril, maci kaybet, macini kaybet, puan kaybet, finalde kaybet, seriyi kaybet, secimi kaybet, sahadan yenik, maglub, elendi, sahadan maglup, puan kayb, hezimet, boyun egd; perde contro, perde in casa, perde in finale, perde al tie, perde la finale, perde la partita, perso contro, perso in casa, perso in finale, perso la partita, perso la finale, sconfitt, eliminat, disfatta, debacle, batosta, retroced, eliminazion, retrocess
coach: =coach, head coach, =coaches, dugout, caretaker manager, interim manager; teknik direktor, antrenor, calistirici, teknik patron, teknik adam, teknik heyet; allenator, commissario tecnico, =ct, il tecnico, tecnico nerazzurro, tecnico rossonero, tecnico bianconero, tecnico giallorosso, tecnico biancoceleste, tecnico azzurro, tecnico portoghese, tecnico spagnolo, panchina, =mister, selezionator
captain: captain, skipper, armband; kaptan; capitano
player: player, midfield, striker, winger, defender, goalkeeper, full back, left back, right back, centre back, playmaker, goalie, =keeper, teammate, team mate; oyuncu, futbolcu, orta saha, santrfor, forvet, =kaleci, kalecis, =kaleciyi, =kaleciye, kaleciler, kalecinin, stoper, kanat oyuncu, sol kanat, sag kanat; giocator, calciator, centrocampist, attaccant, difensor, portiere, bomber, terzino, trequartist
transfer: =transfers, transfer window, transfer market, transfer target, transfer deal, transfer request, transfer news, transfer record, transfer fee, transfer saga, transfer rumour, new signing, summer signing, =signings, january signing, record signing, marquee signing, loan move, undisclosed fee, initial fee, fee believed, fee in the region, on loan, loan deal, loan spell, free agent, personal terms, sign for, signs for, release clause; transfer, bonservis, kiralik oyuncu, kiralik olarak, kiralik gonder, renklerine bagla, kadrosuna katti; calciomercato, trasferimento record, mercato dei trasferimenti, trasferimento del giocatore, trasferimento attaccante, trasferimento al milan, trasferimento alla juventus, trasferimento inter, in prestito, prestito con diritto, prestito con obbligo, prestito secco, prestito oneroso, prestito gratuito, nuovo acquisto, primo acquisto, acquisto a titolo definitivo, colpo di mercato, costo del cartellino, valore del cartellino, proprieta del cartellino, visite mediche, rescission, svincolat, parametro zero, diritto di riscatto
clubsale: club owner, new owner; kulup baskan, kulubun sahib; proprieta del club, =patron
fans: =fan, =fans, supporter, =ultras, hooligan, spectator, tifosi; taraftar; tifos, =ultras, =ultra, daspo, hooligan
club: =club, =clubs, nottingham forest, crystal palace, aston villa, manchester city, man city, river plate, paris saint germain, derby county; kulubu, kulup; =club
nationalteam: national team, azzurri, international duty, national side; milli takim, milli futbolcu, milli maci, milli mac, milli maclar, milli sporcu, milli yuzucu, milli basketbol, milli voleybol, milli arada, ay yildizli, bizim cocuklar, milliler; la nazionale, in nazionale, della nazionale, alla nazionale, nazionale italiana, nazionale turca, nazionale inglese, nazionale di calcio, nazionale azzurra, nazionale maggiore, nazionali di calcio, azzurr, under 21
injury: hamstring, cruciate, ankle, knee, sidelined, ligament, stretchered, limped off, ruled out for, =acl; sakatlan, sakat, capraz bag, capraz baglar; =infortuni, =infortunio, infortunat, crociato, lesione, legament, risentimento muscolare, lungodegent, =flessori
suspension: match ban, suspended for, banned for, game ban, touchline ban; men cezasi, musabakadan men, maclardan men, men edildi, hak mahrumiyet, mac ceza, cezali duruma, cezasini tamamla, =pfdk, seyircisiz oyna; squalific, giudice sportivo
doping: doping, banned substance, =wada, steroid, drug test, performance enhancing; doping; doping, antidoping, =wada
basketball: basketball, euroleague, =nba, slam dunk, =wnba, michael jordan; basketbol, euroleague, =nba, potanin peri; basket, pallacanestr, eurolega, =nba
volleyball: volleyball; voleybol, filenin sultan, sultanlar ligi; pallavol, volley
handball: handball; hentbol; pallamano
tennis: tennis, wimbledon, roland garros, us open, =atp, =wta, grand slam, australian open, french open, davis cup, tie break, tiebreak, top seed, break point, clay court, on clay; tenis, wimbledon, roland garros, =atp, =wta; tennis, wimbledon, roland garros, =atp, =wta, tennist
sinner: sinner; sinner; sinner
set: straight sets, first set, second set, third set, opening set, final set, deciding set, set point, two sets, three sets, four sets, five sets; =set, setle, sette; =set
f1: formula 1, formula one, grand prix, =f1, pole position, motorsport, pit stop, =fia, safety car; formula 1, grand prix, =f1, pole pozisyon; formula 1, gran premio, =f1, pole position
motogp: motogp, superbike, =moto2, =moto3; motogp; motogp
ferrari: ferrari; ferrari; ferrari
race: =race, =races, raced, racecourse, racetrack, racing, rally driver, world rally, rally car, dakar rally; ralli, =yaris, yarislar, yarisma; =corsa, =corse, =gara, rally
cycling: cycling, giro d, tour de france, peloton, stage win, mountain stage, won stage, stage of the tour, stage of the giro, stage of the vuelta, yellow jersey, time trial, =vuelta, maglia rosa, pink jersey; bisiklet tur, =etabi, =etabini, =etabinda, bisiklet yaris, pedal cevir; ciclismo, giro italia, tour de france, vittoria di tappa, tappa di montagna, tappa a cronometro, tappa del giro, tappa del tour, ultima tappa, prima tappa, maglia rosa, maglia gialla, volata
marathon: marathon; maraton; maraton
athletics: =athletics, track and field, sprint, high jump, long jump, javelin, hurdles, diamond league, pole vault, triple jump, shot put, =discus, decathlon, heptathlon; atletizm, yuksek atlama, uzun atlama, cirit, sirikla atlama; =atletica, campionati di atletica, salto in alto, salto in lungo, giavellott, 110 ostacoli, 100 ostacoli, 400 ostacoli, metri ostacoli
swimming: swimming, freestyle, backstroke, breaststroke; yuzme, serbest stil, sirtustu, kurbagalama; nuoto, stile libero, dorso, =rana
gymnastics: gymnast; cimnastik; ginnast
boxing: boxing, boxer, heavyweight, knockout, =ufc, =mma, martial arts, welterweight, middleweight; boks; pugil, boxe, pesi massimi
wrestling: wrestl, judo, taekwondo, karate; gures, judo, tekvando, karate, kirkpinar; lotta libera, judo, taekwondo, karate
weightlifting: weightlift; halter; sollevamento pesi
fencing: fencing, fencer; eskrim; =scherma, schermid
archery: archery; okcu, okculuk; arco olimpic, tiro con arco
skiing: skiing, skier, slalom, downhill, snowboard, =ski; kayak, kayakci, snowboard; =sci, sciator, sciatric, slalom, discesa libera, snowboard
skating: skating, skater; =paten, =pateni, patenci, patinaj; pattinag
sailing: sailing, regatta, america s cup; yelken, regatta; =vela, regata, regate, coppa america
rowing: rowing, canoe; kurek, kano; canottag, canoa
golf: =golf, golfer, =pga, ryder cup, tiger woods; =golf; =golf
rugby: rugby, rugby union, six nations, all blacks, springbok; ragbi; rugby
chess: chess; satranc; scacch
esports: esport, video game, gaming, =gamer, =gamers, playstation, =xbox, nintendo; espor, video oyun; videogioc, =esport, =esports
tournament: tournament, championship; turnuva, sampiyona; torneo, tornei, campionat
title: =title, champion, trophy, =titles, silverware, crowned; sampiyon, unvan, kupa, mutlu sona; titolo mondiale, titolo italiano, titolo iridato, titolo di campione, conquista il titolo, vince il titolo, vinto il titolo, titolo di campionessa, corsa al titolo, scudett, =campione, =campioni, =campionessa, =campionesse, trofeo, sul tetto del mondo, sul tetto europa
medal: =medal, =medals, medall, =podium, medalist; madalya; medagli, podio
goldmedal: gold medal, won gold, olympic gold, wins gold, takes gold, olympic champion; altin madalya; medaglia oro, =oro
silvermedal: silver medal, won silver, takes silver, took silver, olympic silver, silver for; gumus madal; argento
bronzemedal: bronze medal, won bronze, takes bronze, took bronze, olympic bronze, bronze for; bronz; bronzo
worldrecord: world record, world best; dunya rekor, guinness; record del mondo, primato, record mondiale, primatista
season: =season, =seasons; sezon; stagion
referees: match fixing, betting scandal; =sike, =sikeye, =sikesi, =sikeden, sikeci, sike sorustur, sike davasi, bahis skandal; calcioscommess, combine
standings: standings, top of the table, clear at the top, points clear, league table, relegat, goal difference; puan durum, liderlik koltug, lig lideri, zirvenin yeni, puan tablos, averajla, liderligini surdur, zirveye yerles, zirve yaris, kume dustu; classific, vetta, capolist, graduatori
~sign: =sign, =signs, =signed, signing, signature, =ink, =inked; imza; firma, firme, sottoscri
cancel: cancel, call off, called off, calls off, scrapped, scrapping, to scrap, scraps plan, scrap plan, axed, shelved, =annul, annulled, annulment, revok, rescind, pull the plug; iptal, vazgecti, vazgecildi, vazgeciyor, vazgecmis, vazgecece, yapilmayac, rafa kaldir; annull, revoc, cancellat, cancellaz, =cancella, =cancellano, =cancellare, =cancellando, disdett, =soppresso, =soppressa, =soppressi, =soppresse, soppression
postpone: postpon, put off, put back, pushed back, reschedul, adjourn, deferred; ertele, ileri bir tarih, tehir edil; rinvi, posticip, slitta, rimandat, differit
suspend: suspend, halt, pause, moratorium, =freeze, =freezes; askiya, durduruldu, =durdurma, durdurulmas, faaliyetini durdur, faaliyetlerini durdur, yurutmeyi durdur, yurutmesini durdur, seferleri durdur, ara verildi, ara verdi; sospen, sospes, interrott, interromp
resume: resum, restart, reopen, reinstat; yeniden basla, tekrar basla, devam etmeye; =riparte, =ripartono, =ripartire, =ripartito, =ripartita, =ripartiti, =ripartenza, =ripartira, ripresa dei, ripresa delle, ripresa del, ripresa degli, =ripresi, ripreso il, ripreso a, ripreso i, riprend, riavvi, riapr
extend: extend, prolong, =renewed, =renewal, =extension, =extensions; uzatti, uzatildi, uzatilmas, uzatilac, sozlesme uzat, =uzatiyor, uzatma karar, sure uzat; prorog, estes
~inaugurate: inaugurat, opens, opened, opening, ribbon cutting, grand opening; acilis, acildi, hizmete gird, hizmete gire, hizmete acil, hizmete alin; inaugur, apertura, taglio del nastro, taglia il nastro
~close: =closed, =close, =closes, =shut, =shuts, shutting; kapat, kapan, kapali; chius, chiud
~begin: =begin, =begins, =began, =start, =starts, started, kick off, kicks off, under way; basla; inizi, al via, avviat, =avvia, =avviano, =avvio, =avviare, comincia
~end: =end, =ends, =ended, conclude, wrapped up; sona erdi, sona eren, sona erec, sona erme, bitti, tamamlan, sonuclan; =termine, terminat, =termina, =terminano, =terminare, conclu
deliver: deliver, handed over, hand over, handover; teslim; consegn
~return: =returned, =return, =returns, give back, gave back, restitut, hand back; iade, geri veril, geri verdi, geri verme, geri dond, geri done, geri donu; restitu, ritorn, torna
launch: launch, lift off, blast off, liftoff, rollout, roll out, rolls out; firlat; lanci, decoll, =varo, =varata
~unveil: unveil, presented, presents, presenting, presentation, reveal, showcas; tanit, sergile, gorucuye, piyasaya surul; presenta, svela, =svelo, =mostra, =mostrano, =mostrato, =mostrata, =mostrare
~build: =build, building of, built; insa edil, insa eden, insa edec, insa etti, insa etme, insasi, =yapimi, =yapimina, =yapiminda, yapim calisma; costru, realizz
~buy: =buy, =buys, =bought, purchas; satin aldi, satin alma, satin alin, satin alac, satin alan, satin alip; acquist, =compra, comprat, =comprare
~sell: =sell, =sells, =sold, =sale; =satti, satil, satis; =vende, =vendere, =vendono, =vendera, vendut, =vendita, =vendite, cession, =cede
~pay: =pay, =pays, =paid, payment; odedi, oden, odeme; =paga, =pagano, pagament, pagat, =pagare, versat, versament, =versano, =versare
awarded: honoured, honored, awarded; odule layik, odulunu; premiat, insignit
~lead: =lead, =leads, =led; liderlik; guida, guidat
~join: =join, =joins, joined; katildi, katilan, katilim, katilma, katilac, katiliyor, katilarak; unisce, aderi, =entra, =entrano, =entrare, =entrato, =entrata
~leave: =leave, =leaves, =left, =departs, departed, =departure; ayrild, ayriliy, terk; lascia, addio, abbandon
retirement: retirement, retires, hang up, hung up, hangs up, called time on, calls time on; emekliye, jubile, kariyerini nokta, futbolu birak; annuncia il ritiro, annunciato il ritiro, ritiro dalle corse, ritiro attivita, ritiro dal tennis, ritiro dal calcio, addio al calcio, si ritira, lascia il calcio, lascia il tennis
~kill: =kill, =kills, =killed; oldur, vurul, etkisiz; uccid, uccis
~hit: =hit, =hits, struck, strikes, strikes a, strikes near, strikes again; vurdu, isabet; colpi, colpit, =investito, =investita, =investiti, =investite
~find: =find, =finds, =found; =bulundu, =bulundular, =bulunduktan; trova, trovat, ritrov
~help: =help, =helps; =yardim, =yardimi, =yardima, yardimla, =yardimin, yardimsever; aiut
~protect: protect, safeguard, =guard, =guards, guarded, guarding; koru; protegg, tutel, protezion
~share: =share, sharing; paylas; condivi
joinforces: join forces, team up, teams up, partner with; guc birlig; alleanz, uniscono le forze, fronte comune
~fight: =fight, =fights, fighting, =fought, =battle, =battles, battled, battling; mucadele, =savas; =lotta, =lotte, =lottare, =lottano, =lottato, battagl, combatt
~hope: =hope, =hopes, =hoped, =hoping; umut, umid; speran
~fear: =fear, =fears; kork, endise, kaygi; paura, timor, =teme, =temono
~joy: celebrat, party in the streets, jubilan, euphori, rejoic; kutla; festegg, festa, esult, tripudio
~first: first time, =first; ilk kez, =ilk, ilk defa; prima volta, =primo, =prima
~second: =second; ikinci; =seconda, secondo posto, secondo trimestre, secondo gol, al secondo, il secondo, secondo consecutivo, =bis
~third: =third; ucuncu; terzo, terza
~fourth: fourth; dorduncu; quarto, quarta
~last: =last, =final; =son; ultim
~double: double, twice; iki kat, ikiye katla; doppi, raddopp
~half: =half, halv; =yari, =yarisi, =yarisini, =yarisina, =yarisindan; dimezz, =mezza, =ora, mezzo milione, mezzo miliardo, mezzo secolo
~majority: majority, most of; cogunluk, cogunlug; maggioranz
~young: =young, youth, gen z; genc; =giovane, =giovani, giovanil, giovanissim
~old: =oldest, =old; =eski, =eskiden, =eskisi, =eskiler, en yasli; vecchi
~large: largest, biggest, giant, huge; en buyuk, =dev; piu grand, gigant, colosso
~small: smallest; en kucuk; piu piccol
~fast: fastest; en hizli; piu veloc
historic: =historic, landmark deal, landmark agreement, landmark case, landmark decision, landmark visit, milestone, groundbreaking; tarihi zafer, tarihi fark, tarihi rekor, tarihi basari, tarihi firsat, tarihi adim, tarihi karar, tarihi mac, tarihi anlar, tarihi galibiyet, tarihe gecti, tarihe gecen, tarihe gece, tarih yazdi; storic
secret: =secret, =secrets, secretly, secrecy, confidential, classified document, top secret, clandestine, covert, undercover, behind closed doors; gizli; =segreto, =segreta, =segreti, =segrete, =segretamente, segretezz
illegal: illegal, unlawful, illicit, unlicensed, black market; yasadisi, =kacak, =kacaklar, kacaklari, =kacagi, yasa disi, kacak yapi, izinsiz; illegal, abusiv, clandestin
free: free of charge, for free; ucretsiz, bedava; gratis, gratuit
digital: digital; dijital; digital
~public: =public, state owned; =kamu, kamusal, =kamuya, =kamuda, =kamunun; =pubblico, =pubblica, =pubblici, =pubbliche
private: privat, privatis; ozel sektor, ozellestir; privat
~international: international; uluslararasi; internazional
~local: =local, locals; yerel; =locale, =locali
~night: =night, overnight, midnight; =gece, =gecesi, =geceyi, =geceler, geceleri, =geceki, geceyari, gece yari; =notte, notturn
~morning: =morning, =dawn; =sabah, =sabahi, =sabaha, sabahin, sabahle, =sabahlari, =sabahki; mattin, =alba
~evening: evening; =aksam, =aksami, =aksama, =aksamlari, aksamust, =aksamki, =aksamin; =sera, serata
~afternoon: afternoon, =noon, midday; ogle, ogleden sonra; pomerigg, mezzogiorno
~weekend: weekend; hafta sonu; fine settimana, weekend
summer: =summer, summertime; =yaz, =yazin; estat, estiv
winter: =winter, =wintry; =kis; inverno, invernal
autumn: autumn; sonbahar; autunn
spring: =spring; ilkbahar, =bahar, =baharda, =baharin, =bahara, bahar aylari; primaver
dark: =dark, darkness; karanlik; buio
~red: =red; kirmizi; rosso, =rossa, =rosse
~white: =white; =beyaz, =beyazlar, =beyazi, beyazli; =bianco, =bianca, =bianchi, =bianche
~black: =black; siyah; =nero, =nera, neri
~green: =green; =yesil, =yesili, yesillendir, yesillik; =verde
~blue: =blue; =mavi; =blu, azzurr
"""
