"""Crime and courts, accidents and disasters, and who comes to help."""

ROWS = """
~police: police; polis, emniyet; polizi, carabinier
arrest: arrest, detain, custody; gozalt, tutuk, yakala; arrest, ferma, in manette
wanted: fugitive, on the run, manhunt, most wanted; firari, araniyor, aranan, kacak; latitan, in fuga, caccia all uomo, =ricercato, =ricercata, =ricercati
raid: =raid, =raids, dawn raid, sweep; operasyon, baskin; =blitz, retata, operazion
~search: search warrant, searched; arama yap, aramasi, arandi; perquisi
suspect: suspect; supheli, zanli; sospettat, indagat, presunt
~investigate: investigat, probe, inquir; sorusturma, incele; indagin, inchiest, indaga
evidence: evidence, forensic; delil, kanit, adli tip; =prove, =prova, scientifica, ris di
witness: witness; tanik, gorgu; testimon
extradite: extradit; iade edil, suclu iade; estrad
court: court, trial, judge, tribunal; mahkeme, dava, yargi, hakim; tribunale, process, giudic, =corte
prosecutor: prosecutor; savci; procur, =pm, pubblico ministero
supremecourt: supreme court, constitutional court, top court, court of cassation; yuksek mahkeme, anayasa mahkeme, yargitay, danistay; corte suprema, cassazion, corte costituzionale, =consulta
appealcourt: appeal; istinaf, temyiz, itiraz; appell, ricors
hearing: hearing; durusma; udienz
verdict: verdict, ruling, ruled; =karar, =karari, =hukum, hukmu; sentenz, verdett
sentence: sentenc, convict, jail, guilty; mahkum, hapis, suclu bul, =ceza, cezasi, ceza al; condann, carcere, colpevol
acquit: acquit, clear of, cleared of, not guilty; beraat, aklan; assol, prosciol
lifesentence: life sentence, life imprisonment, life in prison; muebbet; ergastol
prisonyears: years in prison, years in jail; yil hapis; anni di carcere, anni di reclusione
charge: charge, indict; iddianame, suclama; accus, incrimin, rinvi a giudizio, rinviat a giudizio
bail: =bail; kefalet; cauzion
housearrest: house arrest, under house; ev hapsi; domiciliar
release: releas, =freed; saliver, serbest birak, serbest kal, tahliye edil, tahliyesi; scarcer, liberat, rilasc
lawyer: lawyer, attorney, solicitor; avukat; avvocat, legale, legali, difensor
jury: =jury, jurors; juri; giuri
plea: plead, plea; suclamayi kabul; patteggia
lawsuit: lawsuit, sued, sues, =suing; dava ac, tazminat davasi; causa civile, class action, querel
compensation: compensat, damages, payout; tazminat; risarcim, indennizz
fine: =fine, =fined, =fines, penalty; para ceza, =ceza, cezasi; multa, multe, multat, ammenda
prison: prison; cezaevi; prigion, carcer
escape: escape, =fled, break out, jailbreak; kacti, kacan, kacma, firar; evas, evad, fuga
mafia: mafia, =mob, mobster, =clan, =clans; mafya, cete; mafi, =clan, cosca, ndrangheta, camorra
drugs: drug, cocaine, heroin, narcotic, cannabis; uyusturucu, kokain, eroin, esrar; droga, cocain, eroin, stupefacent, hashish
seize: seiz, confiscat; ele gecir, el kon; sequestr, confisc
smuggle: smuggl, traffick; kacakci, insan ticaret; scafist, traffic di esseri, trafficant, contrabband
laundering: launder; kara para, aklama; riciclagg
fraud: fraud, scam, swindl, con man; dolandir, sahte; truff, frod, raggir
taxevasion: tax evasion, tax fraud; vergi kacir; evasione fiscale, fisco
theft: theft, stole, stolen, steal, thief, thieves, burglar, robbery, heist, robber; hirsiz, soygun, calindi, calinan, caldi, soydu; =furto, =furti, rubat, =ladro, =ladri, rapin, colpo al
murder: murder, killing, homicide, manslaughter; cinayet, oldurul, oldurme; omicid, uccis, assassin
femicide: femicid; kadin cinayet; femminicid
stabbing: stab, knife, knifed; bicak; accoltell, coltell
shooting: shooting, gunman, gunmen, shot dead, opened fire, gunfire, shots; silahli, ates ac, kursun, tabanca; sparator, spari, sparat, pistola, arma da fuoco
massshooting: mass shooting, massacre; katliam; strage
bomb: =bomb, =bombs, bomber, explosive; bomba, patlayici; bomba, ordign, esplosiv
explosion: explosion, blast, explod; patlama, patladi, infilak; esplosion, esplos, scoppi, deflagr
rape: rape, sexual assault, sexual violence, sexual abuse; tecavuz, cinsel saldiri, cinsel istismar, taciz; stupr, violenza sessual, abusi sessual, abuso sessual
violence: violen; =siddet, =siddeti, =siddete; violenz
beaten: beaten, beating, punch; dovul, darp; pestagg, picchiat, aggress
abuse: abuse; istismar, kotu muamele; maltratt, =abusi
missing: missing, disappear; kayip, kaybol; dispers, scompars
body: bodies, =body, corpse; cansiz beden, ceset, cesed, =naas, cenaze; cadaver, =corpo, =salma, =corpi, senza vita
autopsy: autops, post mortem; otopsi; autopsi
suicide: suicid; intihar; suicid
poison: poison; zehir; avvelen, intossic
dead: =dead, death, killed, =died, =dies, fatal, lost their lives, lost his life; =olu, =olum, oluler, olume, hayatini kaybet, can kayb, yasamini yitir; mort, decedut, vittim, decess
injured: injur, wounded, =hurt; yaral; ferit, contus, lesion
critical: critical condition, life threatening, intensive care; durumu agir, hayati tehlike, yogun bakim; prognosi riservata, gravissim, codice rosso, terapia intensiva, rianimazion
survivor: survivor, surviv; sag kurtul, hayatta kal; superstit, sopravviss
mourning: mourn, funeral, condolence, buried, burial; yas ilan, cenaze, bassagligi, defned, taziye; lutto, funeral, esequi, cordogli, condoglianz
bystander: passer, bystander, onlooker; yoldan gec, cevredek; passant
accident: accident; =kaza, =kazasi, =kazada, =kazasinda, kazada, feci kaza; incident
crash: crash, collid, collision; carpis, carpti; scontr, collision, schiant, tampon
overturn: overturn, rolled over, plunge, veered; devril, takla, sarampol, ucuruma; ribalt, carambola, precipit, finit fuori strada, scarpata
pileup: pile up, pileup; zincirleme; maxi tamponamento, tamponamento a catena
hitandrun: hit and run; carpip kac; pirata della strada, omissione di soccorso
derail: derail, off the rails; raydan cik; deragl
drunk: drunk, alcohol; alkol, sarhos; ubriac, alcol
driver: driver; surucu, sofor; conducent, autist, alla guida
speeding: speeding, speed limit; hiz sinir, asiri hiz; eccesso di velocita, limite di velocita
pedestrian: pedestrian; yaya; pedon
passenger: passenger; yolcu; passegger
planecrash: plane crash, air crash; ucak kaza, ucak dus; disastro aereo, incidente aereo
emergencylanding: emergency landing, diverted; acil inis, zorunlu inis; atterraggio di emergenza, atterraggio d emergenza, dirottat
blackbox: black box, flight recorder; kara kutu; scatola nera, scatole nere
wreck: shipwreck, capsiz, sank, sinking, sunk; batti, batma, alabora; naufrag, affond
adrift: adrift, stranded, ran aground; suruklen, mahsur, karaya otur; alla deriva, bloccat, arenat, incagliat
collapse: collaps, caved in, crumbl; coktu, cokme, gocuk, goctu, yikil; croll, cediment, cedut
rubble: rubble, debris, wreckage; enkaz, moloz; macerie, detrit, rottam
trapped: trapped; mahsur, altinda kal; intrappolat, =sotto le macerie
earthquake: earthquake, quake, tremor, seism; deprem, sarsinti; terremot, sisma, scossa, scosse, sismic
magnitude: magnitude; buyuklug; magnitudo
aftershock: aftershock; artci; replica, repliche, assestament
epicentre: epicent; merkez us, merkezi, odak; epicentr, ipocentr
fault: fault line, =fault; fay hat, =fay, fayda; =faglia, faglie
tsunami: tsunami; tsunami; tsunami, maremot
volcano: volcan, erupt, lava; yanardag, volkan, =lav, lavlar; vulcan, eruzion, =lava, colata
landslide: landslid, mudslid, rockslid, rockfall; heyelan, toprak kay, kaya dus; frana, frane, smottam, slavina
avalanche: avalanch; cig dus, =cig, cig alt; valanga, valanghe, slavina
flood: flood, inundat, overflow; =seli, =selde, =sele, taskin, su bask, =sel; alluvion, inondazion, esondaz, allagam, esonda
rain: =rain, rainfall, downpour, torrential; yagis, yagmur, saganak, yagmurlar; piogg, nubifrag, precipitaz
storm: storm, cyclone; firtina, hortum, siklon; tempest, maltempo, bufera, ciclon
hurricane: hurricane, typhoon; kasirga, tayfun; uragan, tifon
tornado: tornado; hortum; tromba d aria, tornado
hail: =hail, hailstone; dolu yag, =dolu; grandin
snow: =snow, snowfall, blizzard; =kar, kar yag; =neve, nevic, innevat
ice: =ice, =icy, frost, freez; =buz, buzlan, don olay; ghiacc, =gelo, gelat
wind: =wind, =winds, gust; ruzgar; =vento, raffic
lightning: lightning, thunder; yildirim, simsek; fulmin, temporal
fog: =fog; =sis, sisli; nebbi
heatwave: heatwave, heat wave, scorch, sweltering; sicak hava dalga, asiri sicak, kavurucu; ondata di calore, caldo, =afa, canicol
temperature: temperatur, degrees; sicaklik, derece; temperatur, gradi
drought: drought; kurak; siccit
weather: weather, forecast, meteorolog; hava durum, meteoroloji; meteo, previsioni, protezione civile allerta
redalert: red alert, amber alert, weather warning; kirmizi alarm, kirmizi kod, sari kod, turuncu kod; allerta rossa, allerta arancione, allerta gialla
damage: damage, destroy; hasar, yikim, tahrip; dann, distru, lesionat, devast
homeless: homeless, displaced, made homeless; evsiz, yerinden edil; sfollat, senzatetto
evacuate: evacuat; bosaltil, tahliye ed; evacua, sgomber
shelter: shelter, =tent, =tents; barinak, siginak, cadir; rifug, =tenda, =tende, tendopol
rescue: rescu; kurtar; soccor, salvat, tratti in salvo, recuperat
searchteam: search and rescue, rescue team, rescuers, divers; arama kurtarma, dalgic, =akut, kurtarma ekip; squadre di soccorso, sommozzator, soccorso alpino, soccorritor
civilprotection: civil protection, disaster agency; afet, =afad; protezione civile
coastguard: coast guard, coastguard; sahil guvenlik; guardia costiera, capitaneria
landing: landing, landed, =ashore, disembark; karaya cik, kiyiya; sbarc
fire: wildfire, blaze, =fire, =fires, flames, arson, inferno; yangin, alev, kundak, tutus, yandi; incendi, =rogo, roghi, fiamme
forestfire: forest fire, wildfire, brush fire; orman yangin; incendio boschivo, incendi boschivi, =boschi
firefighting: firefight, fire brigade, fire service, fire crew, water bomber; itfaiye, yangin sondurme; antincendio, vigili del fuoco, canadair, pompier
smoke: smoke, fumes; duman; =fumo, fumi
gasleak: gas leak, gas blast; gaz kacag, gaz sizint; fuga di gas
spill: =spill, spilled, =leak, leakage; sizinti, sizdi; sversam, perdita di
chemical: chemical, toxic; kimyasal, zehirli; chimic, tossic
ambulance: ambulanc, paramedic; ambulans, saglik ekip; ambulanz, =118, elisoccorso
hospital: hospital; hastane; ospedal
mountaineer: climber, mountaineer, hiker; dagci, tirmanis; alpinist, escursionist, scalator
drown: drown; bogul; annega
swim: swimm, beach, bather; yuzme, plaj; nuot, spiagg, bagnant
lifeguard: lifeguard; cankurtaran; bagnin
mineaccident: miner, colliery, mineshaft; madenci, maden ocag; minator, minier
workaccident: workplace, on the job, work accident, safety at work; is kazasi, is cinayet, is guvenlig; morti sul lavoro, incidente sul lavoro, infortun, sicurezza sul lavoro, morti bianche
scaffold: scaffold, crane, construction site, building site; iskele, =vinc, santiye; impalcat, ponteggi, =gru, cantier
negligence: neglig; ihmal, kusur; neglig, colpos
lift: elevator, =lift, cable car, funicular, chairlift; asansor, teleferik; ascensor, funivi, cabinovi, funicolar, seggiovi
tunnel: tunnel; =tunel, tuneli, tunelde; galleria, tunnel, traforo
dam: =dam, =dams, reservoir; =baraj, baraji, golet; diga, dighe, invaso
bridge: bridge; kopru; ponte, ponti, viadott
~building: building, apartment, block of flats, tower block; bina, apartman, =blok; edific, palazz, palazzin, condomini, stabile
roof: =roof, ceiling; cati, tavan; tetto, tetti, soffitt
warehouse: warehouse, depot; depo, deposu, ambar; magazzin, deposito, capannon
nightclub: nightclub, night club, =disco; gece kulub, disko, eglence mekan; discotec, night club, locale notturno
stampede: stampede, crush; izdiham; calca, ressa
alarm: =alarm, =alert; =alarm, alarmi, ikaz; allarm, allert
panic: panic; panik; panic
~precaution: precaution; onlem, tedbir; precauzion
juvenile: teenager, minor, juvenile, youth; ergen, resit olmayan; minorenn, ragazz, adolescent, baby gang
elderly: elderly, pensioner, octogenarian; yasli; anzian, pensionat
baby: =baby, babies, newborn, infant; bebek, bebeg, yenidogan; neonat, bebe, =bimbo, =bimba
stalking: stalk; israrli takip; stalking, persecutori
weaponsfind: cache, arsenal; cephanelik, muhimmat; arsenal
blackmail: blackmail, extort, racket; santaj, harac; ricatt, estors, pizzo
spywatch: wiretap, surveillance; dinleme, izleme, takip edil; intercettaz, pedinat
cctv: =cctv, security camera, footage, video; guvenlik kamera, goruntu; telecamer, filmat, immagin, video
coldcase: cold case, reopened; faili mechul; cold case, riapert
"""
