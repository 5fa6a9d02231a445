"""States, their offices and dealings; war and arms; votes and laws."""

ROWS = """
~meet: meet, =met, talks, holds talks, sat down with; gorusm, gorustu, goruserek, gorusec, gorusuyor, gorusul, bir araya, bulust, bulusa, bulusm; incontr, colloqui
~visit: visit, =trip, =trips, hosted, welcom; ziyaret, agirladi, agirland, agirlanan, agirlanac, agirlay, agirlama, agirliyor, karsilama toren, karsiladi, karsilandi, karsilayan; visit, missione, =accolto, =accolta, =accolti, =accolte
~cooperate: cooperat, partnership, ties, =relations, co operat, collaborat, rapprochement; isbirlig, is birlig, iliskiler, ortaklik, ortaklig; cooperaz, collaboraz
~say: statement, said, told, stressed, announc, declined to comment, quoted as saying, press release; acikla, =dedi, =dediler, =dedigi, =dedigini, =dedik, ifade, vurgula, duyur; dichiar, detto, sottoline, annunci
~minister: minister; bakan; ministr
~president: president; cumhurbaskan, baskan; president, capo dello stato, quirinale
~bilateral: bilateral, two countries; =ikili, iki ulke; bilateral, due paesi
~agree: agreement, =agree, =agreed, =deal, =deals, pact, =accord, =accords, =agrees, =agreeing, strike a deal, strikes a deal, struck a deal, strikes deal, strike deal; =anlasma, anlasmasi, anlasmay, anlasman, anlasmad, anlasmak, anlasmala, anlast, =anlasmis, mutabakat, uzlas; accord, =intesa, =intese, =patto
~government: government, cabinet, administration; hukumet, kabine; esecutivo, =governo, =governi, governativ, palazzo chigi, consiglio dei ministri
~manager: =director, directors, =manager, managers, executive, chairman, chairwoman, =head of, =boss, =bosses; mudur, idareci, yonetici, baskani; direttor, dirigent, =manager
~expert: expert, specialist, analyst, think tank; uzman, analist; espert, specialist, analist
~association: association, federation, confederation, governing body; dernek, dernegi, federasyon, konfederasyon; associazion, federazion, confederazion
~committee: committee, =commission, =commissions, =commissioner, =commissioners; komite, komisyon, =kurul, =kurulun, =kurula, =kurulda, =kuruldan, =kurullar, kurullari, =kurulu, =kuruluna, =kurulunu, kurulunun, kurulunda, =kuruluyla, =kurulumuz; comitat, commission
~ministry: ministry, department; bakanlig; minister
~republic: =republic, =republics; cumhuriyet; repubblica
~leader: =leader, =leaders, leadership; lider; leader
~official: =official, =officials, =authority, =authorities; yetkili, makam; =autorita, funzionari
~spokesperson: spokes; =sozcu, sozcusu, =sozcunun, sozculer, =sozculug, =sozculugu, =sozculugunu; portavoce
primeminister: prime minister, =premier, =premiers; basbakan; =premier, primo ministro, presidente del consiglio, capo del governo
foreignminister: foreign minister, foreign secretary, top diplomat, secretary of state; disisleri bakan; ministro degli esteri, ministri degli esteri, titolare della farnesina
foreignministry: foreign ministry, foreign office, state department, ministry of foreign; disisleri bakanligi, hariciye; farnesina, ministero degli esteri
interior: interior minist, home secretary, home office, homeland security, minister of the interior; icisleri; viminale, ministro interno, ministero interno
defenceministry: defence minist, defense minist, pentagon, secretary of defense, defense secretary, defence secretary, ministry of defen, defense department; savunma bakan, pentagon; ministro della difesa, ministero della difesa, pentagono
treasury: finance minist, treasury, chancellor of the exchequer, ministry of finance, minister of finance; =hazine, =hazinenin, =hazineye, =hazineden, maliye bakan; ministro economia, ministero economia, =mef, ministero del tesoro, segretario al tesoro, titoli del tesoro, tesoro usa, tesoro americano
justiceministry: justice minist, attorney general, department of justice, justice department, justice secretary; adalet bakan, adalet bakanlig; guardasigilli, ministro della giustizia, procuratore generale, ministero della giustizia
undersecretary: undersecretary, deputy minister; bakan yardimci, mustesar; sottosegretari, viceministr
vicepresident: vice president, =vp; baskan yardimci; vicepresident
chancellor: chancellor; sansolye; cancellier
king: =king, =queen, monarch, =royals, royal family, royal palace, royal visit, royal couple, royal household, royal guest, throne, coronation, buckingham palace, kensington palace; =kral, krali, kralice, kraliyet, hanedan, veliaht, tahta cikti, tahta gecti; =re, =regina, =regine, famiglia reale, casa reale, coppia reale, corona reale, principessa reale, i =reali, reali inghilterra, reali britannici, reali inglesi, reali di spagna, dei =reali, =sovrano, =sovrana, =sovrani, =royal
prince: =prince, =princes, princess, prince of wales, princess of wales, =duchess; =prens, =prensi, =prensin, =prense, =prensle, prensler, prenses, =prensini, =prensinin, =prensine; =principe, principess, =principino, principe ereditario, principi ereditari
mayor: mayor; belediye baskan, kayyum; =sindaco, =sindaca, =sindaci, primo cittadino, prima cittadina
governor: governor; =vali, =valisi, valili, =valinin, =valiye, =valimiz, =valiler, kaymakam; governator, prefett
municipality: municipal, city council, town hall, city hall, councillor, local authorit; =belediye, belediyesi, belediyel, belediyen, belediyey, belediyed, belediyec, belediyem, =ibb; il =comune, dal =comune, al =comune, del =comune, =comuni, comunal, municip, =giunta
~region: =region, =regional, province, county; bolge, il geneli, vilayet; regione, regional, provinc
ambassador: ambassador, envoy, embassy, embassies, charge affaires; buyukelci; ambasciat, =inviato speciale
consulate: consulate, =consul, =consuls, consular; konsolos; consolat, il console, =viceconsole, console generale, console onorario, =consoli
visa: =visa, =visas, visas; vize; visto ingresso, visto di ingresso, visto turistico, visto umanitario, visto di lavoro, visto schengen, rilascio del visto, negato il visto, visto per gli stati uniti, visti ingresso, visti di ingresso, visti turistici, visti umanitari, visti di lavoro, visti schengen, rilascio dei visti, liberalizzazione dei visti, regime dei visti, esenzione dai visti
passport: passport, travel document; pasaport; passaport
citizenship: citizenship, naturalised, naturalisation, naturalized, naturalization; vatandaslik, vatandaslig; cittadinanz
memorandum: memorandum, =mou; mutabakat zapti, mutabakat muhtirasi; memorandum
protocol: protocol; protokol; protocollo
treaty: treaty, =convention, =conventions; antlasma, istanbul sozlesmesi, cenevre sozlesmesi, montro sozlesmesi, uluslararasi sozlesme, haklari sozlesmesi; =trattato, =trattati, =convenzione, =convenzioni
roadmap: roadmap, road map, action plan; yol haritasi, eylem plani; tabella di marcia, roadmap, piano azione
declaration: declaration, communique, joint statement; bildirge, deklarasyon, =bildiri, bildirisi; dichiarazione congiunta, comunicato congiunto, dichiarazione finale
jointventure: joint venture, joint company; ortak girisim, ortak sirket; joint venture, societa mista, societa congiunta
summit: summit; =zirve, =zirvesi, zirvesin, =zirvenin, =zirveler, liderler zirve; vertice, summit
negotiate: negotiat, =bargaining, =bargained; muzaker, pazarlik; trattativ, negoziat
delegation: delegat; heyet, delegasyon; delegazion
dialogue: dialogue; diyalog; dialogo
phonecall: phone call, phoned, by phone, over the phone, on the phone, phone conversation, telephone call, telephone conversation, telephoned, by telephone, spoke by, =call with, video call, spoke over; telefon gorusme, telefonda goru, telefonla goru, telefonla konus, telefonda konus, telefon konusma, telefon trafig, telefon diplomasi, telefonla arad, telefonla aray; telefonat, al telefono, colloquio telefonico, colloqui telefonici, conversazione telefonica, per telefono, contatto telefonico
letter: letter; mektup, mektub; =lettera, =lettere
conference: conference, forum; konferans, forum, sempozyum, kongresi, calistay; conferenza, forum
pressconference: press conference, news conference; basin toplanti, basin toplant; conferenza stampa
businessforum: business forum, business council; is forumu, is konseyi; business forum, forum imprendit, forum economic
handshake: handshake, shook hands; tokalas, el sikis; stretta di mano
banquet: banquet, state dinner, =dinner; aksam yemegi, resmi yemek; cena di stato, =cena, banchett
ceremony: ceremony; toren; cerimoni
anniversary: anniversar, commemorat; yildonum, yil donum, =anma, anma toren, anildi; anniversari, commemor, ricorrenza
flag: =flag, =flags; bayrag, =bayrak, bayrakl; bandier
nato: =nato, atlantic alliance, north atlantic, military alliance, western alliance; =nato, kuzey atlantik, nato ittifak, atlantik ittifak; =nato, alleanza atlantica
eu: european union, =eu, european commission, brussels, member states, von der leyen; avrupa birligi, =ab, avrupa komisyonu, avrupa parlament; unione europea, =ue, commissione europea
un: united nations, =un, security council, u n; birlesmis milletler, =bm, guvenlik konsey; nazioni unite, =onu, consiglio di sicurezza
who: world health; dunya saglik; organizzazione mondiale della sanita, =oms
imf: =imf, monetary fund; =imf, para fonu; =fmi, fondo monetario
g7: =g7, =g20; =g7, =g20; =g7, =g20
council: =council; konsey, konseyi; consiglio
opposition: opposition, shadow cabinet, shadow minister; muhalefet; opposizion
coalition: coalition; koalisyon, ittifak; coalizion, maggioranza
party: =party, =parties, ruling party, the ruling party; =parti, partisi, partili, =partinin, =partiye, =partiden, =partiler, partileri; =partito, =partiti
election: election, =vote, =votes, =polls, ballot, =elected, reelect, re elect, =electoral, polling station, polling day, midterm, landslide victory, landslide win, by a landslide, in a landslide, electoral college; secim, oylama, =sandik, =sandikta, =sandiktan, =sandiklar, sandiklari, sandiga, sandik basin, sandiklar acil, sandik kurul, oy kullan, =oylar, =ysk; elezion, =voto, =voti, urne, scrutin, elettoral, suppletive
runoff: runoff, run off vote, run off election, presidential run off, second round of vot, second round vote, second round of the election, second round of the presidential; ikinci tur; ballottagg, secondo turno
earlyelection: snap election, early election; erken secim; elezioni anticipate, voto anticipato, scioglimento delle camere, scioglie le camere
candidate: candidat, candidac, running mate, presidential hopeful; =aday, adayi, adayl, adayd, =adayken; candidat, aspirante sindaco, ricandida
campaign: campaign; kampanya; campagna
poll: opinion poll, =survey, =surveys, =surveyed, pollster, approval rating; anket, kamuoyu arastirma; sondagg, intenzioni di voto
turnout: turnout; katilim oran, secime katilim; affluenza
exitpoll: exit poll, vote count; sandik cikis, oy sayim; exit poll, spoglio
voter: voter, electorate, constituency, =constituents; secmen; =elettore, =elettori, elettorato, =elettrici
referendum: referend, plebiscite; referandum, halk oylama; referend
parliament: parliament, lawmaker, congress, =mps, =mp, senat, house of representatives, legislator, legislature, house of commons, house of lords, knesset, bundestag, lower house, upper house, =mep, =meps, capitol hill, filibuster; meclis, milletvekil, parlamento, senato, abd kongre, amerikan kongre, kongre uyeleri, kongre uyesi, kongre binasi, =tbmm, vekiller, genel kurul; parlament, camera dei deputati, senat, montecitorio, deputat, congresso, palazzo madama, =onorevoli
confidence: confidence vote, no confidence, vote of confidence, censure motion, motion of censure; guvenoy, guven oylama, gensoru; voto di fiducia, voti di fiducia, voto sulla fiducia, questione di fiducia, mozione di fiducia, fiducia al governo, fiducia alla camera, fiducia al senato, pone la fiducia, posto la fiducia, porre la fiducia, votata la fiducia, vota la fiducia, ottiene la fiducia, fiducia sul decreto, sfiducia
speaker: house speaker; meclis baskan; presidente della camera, presidente del senato
constitution: constitution; anayasa; costituzion
reform: reform, overhaul, shake up, shakeup, revamp; reform; riform
budget: budget, spending plan, spending review; butce; bilancio dello stato, bilancio pubblico, bilancio statale, bilancio europeo, bilancio ue, bilancio comunale, bilancio regionale, bilancio di previsione, bilancio federale, commissione bilancio, bilancio del comune, bilancio della difesa, bilancio pluriennale, =manovra, legge di bilancio, legge finanziaria, manovra finanziaria, conti pubblici, legge di stabilita
deficit: deficit, shortfall, budget gap; butce acig, cari acig, cari islemler acig, dis ticaret acig; deficit, disavanzo, procedura infrazione, procedura di infrazione
debt: =debt, =debts, indebt, debt ceiling; borc; debit
ratify: ratif, approv, green light, rubber stamp, greenlit; onayla; ratific, approvat, approvaz, =approva, =approvano, =approvare, =approvando, =approvo, via libera del senato, via libera della camera, via libera definitivo, ok della camera, ok del senato
law: =law, =laws, the bill, a bill, draft bill, new bill, bill to, bill that, bill would, bill passed, bill on, draft bills, bills to, bills pass, the bills, decree, legislation, signed into law, statute; =yasa, =yasasi, yasasina, yasasini, yasasinda, yasal, yasanin, =yasayi, =yasaya, =yasayla, =kanun, kanunu, kanunl, kanuna, =kanunda, kanundan, kararname, mevzuat, torba yasa, resmi gazete, yasa teklif, kanun teklif; =legge, =leggi, decret, ddl, disegno di legge, emendament
ban: =ban, =bans, =banned, banning, prohibit, outlaw, barred from, off limits; yasak, yasaga, yasagi; vieta, divieto, divieti, proibi, al bando, interdizione
veto: veto; veto; =veto
amnesty: amnesties, general amnesty, amnesty law, amnesty for, an amnesty, pardon, clemency; =affi, affedil, genel af; amnist, indult, concesso la grazia, concede la grazia, concessa la grazia, concedere la grazia, chiesto la grazia, chiede la grazia, chiedere la grazia, domanda di grazia, richiesta di grazia, grazia presidenziale, =graziato, =graziata, =graziati
emergency: state of emergency, emergency rule, emergency powers, emergency law, emergency decree, declared an emergency, declares emergency, national emergency, emergency measures; olaganustu hal, acil durum, =ohal; stato di emergenza, emergenz, stato di calamita
curfew: curfew; sokaga cikma; coprifuoco
resign: resign, step down, stepped down, quits, =quit, stepping down, stood down, stand down, stands down, standing down, vacate, relinquish; =istifa, istifasi, istifay, istifal, istifan, gorevi birak, gorevinden ayril, koltugunu birak; =dimissioni, dimissionari, dimett, si e dimess, si sono dimessi, si era dimess, dimesso incarico, dimessa incarico, dimesso da ministro, dimesso da presidente, dimessa da, lascia incarico, lascia la carica, fa un passo indietro
appoint: appoint, named new, named as new, named as head, named head, named ceo, named chief, named manager, named coach, names new, nominat, takes over as, took over as, take over as, tipped to become, tapped to lead; atand, =atama, atamasi, atamalar, =atamaya, =atamayi, =atamanin, =atamada, =atamak, atadi, goreve getir, atanan, atanac, atanmas, atanmis, goreve basla, gorevine getir; =nomina, =nomine, =nominato, =nominata, =nominati, =nominate, =nominare, =nominano, =nomino, =nominando, designat
successor: successor, succeeds, succeed him, succeed her, succeeded by, succeeded him, succeeding, replaces, heir apparent; halef, yerine gece, yerine gecti, yerine gecm, yerine gelen, yerine gele, yerine geldi; successor, gli succede, =succedergli, =succederle, per succedere a, succede al, succedera a, succeduto a, subentr, passaggio di consegne, raccoglie il testimone
sack: =sacked, =sacks, fired as, fired for, fired him, fired her, got fired, getting fired, trump fired, fired workers, fired employees, fired staff, dismissal, dismissed from, dismissed over, ousted, shown the door, part ways, parts ways, parted ways, relieved of his duties, ouster; gorevden alin, gorevden aldi, gorevden alma, gorevden uzaklas, aciga alin, azled, gorevine son, ihrac edil, kovul, yollarini ayir; licenziat, esoner, rimosso incarico, rimossa incarico, rimossi incarico, rimosso dal suo incarico, rimosso da direttore, silurat, sollevato incarico, sollevata incarico, defenestrat, destituit, destituzion
scandal: scandal, cover up, coverup; skandal; scandal
corruption: corrupt, brib, =graft, kickback, embezzl, slush fund, influence peddl, conflict of interest; yolsuzluk, rusvet, zimmet, ihaleye fesat, gorevi kotuye, yolsuzlug; corruzion, tangent, mazzett, concussion, bustarell, corruttor, corrott, turbativa asta, peculato
coup: =coup, putsch, overthrow, overthrew, military takeover, seized power, =junta, mutiny; darbe girisim, darbe tesebbus, askeri darbe, darbeci, darbesi, darbe plan, darbe yonetim, darbe sonra, darbe karsit, darbe iddia, darbe yapan, cunta; golpe, colpo di stato, golpist, putsch
protest: =protest, =protests, protester, protestor, protested, protesting, demonstrator, =demonstration, =demonstrations, demonstrated against, demonstrate against, demonstrating against, rally against, marched, marches, marching, took to the streets, take to the streets, taking to the streets; protesto, =gosteriler, =gosterilere, =gosterilerde, =gosterilerin, gosterici, protesto gosteri, sokak gosteri, karsiti gosteri, gosteri duzenle, gosteri yapti, gosteri yuruyus, eylem, protesto yuruyus, yuruyus duzenle, yuruyuse gecti, adalet yuruyus, yuruyuse katil, sessiz yuruyus, sokaga dokul, =miting, mitingi, mitinge, =mitingde, slogan atti, slogan atan, slogan atarak; protest, manifestaz, corteo, cortei, scende in piazza, scendono in piazza, scesi in piazza, scese in piazza, sceso in piazza, scendere in piazza, tornano in piazza, torna in piazza, manifestano in piazza, piazza contro, manifestant, mobilitazion, sit in, fiaccolat, scendono in strada, flash mob
riot: riot, clashes, =unrest, looting, looters; olay cikar, ayaklan, catisma, arbede, olaylar cikt, yagmalan, yagmalad; =scontri, sommoss, =disordini, tafferugl, guerriglia urbana, tumult, saccheggi, black bloc
teargas: tear gas, water cannon, rubber bullet, pepper spray, stun grenade; biber gazi, gaz bombasi, goz yasartici, tazyikli su, basincli su, gaz fisegi, =toma; lacrimogen, idrant, cannoni ad acqua
euaccession: accession, membership talks, membership bid, membership negotiation, eu membership, membership of the eu, full membership, candidate country, enlargement, acceding; avrupa birligi uyelik, tam uyelik, uyelik muzaker, uyelik surec, uyelik basvuru, ab uyelig, birligi uyelig, katilim surec; adesione ue, adesione unione, adesione europa, adesione ucraina, adesione della turchia, adesione albania, processo di adesione, negoziati di adesione, adesione alla nato, ingresso nella ue, ingresso ue, ingresso unione, ingresso nella nato, ingresso in ue
customsunion: customs union; gumruk birlig; unione doganale
sanction: sanction, asset freeze, blacklisted; yaptirim; sanzion, misure restrittive
embargo: embargo; ambargo; embargo
blockade: blockad, besieg, under siege; abluka; blocco naval, assedio
recognise: recognise a palestin, recognise the state, recognises the state, formally recognis, officially recognis, diplomatic recognition, recognition of the state, recognition of a, recognising the state, recognize a palestin, recognize the state, recognizes the state, formally recogniz, officially recogniz, recognizing the state; filistin tani, devletini tani, resmen tani, bagimsizligini tani, devlet olarak tani, =taninmasi, =taninmasini, =taninmasina, taninmasiyla; riconosc
independence: independence, secession, separatis, self determination; bagimsizl, ayrilikci; =indipendenza, indipendentis, separatist, autodeterminazion
territory: territor, sovereignty, annexed, annexation, land grab; toprak butun, egemenlik, egemenlig; territori, sovranita
border: border, frontier; =sinir, =sinirinda, =sinirindaki, =sinirindan, =sinira, =sinirda, =sinirdan, =sinirdaki, sinir kapi, sinir hatti, sinir bolge, sinir otesi, sinir guvenli, sinir karakol, sinir ihlal, sinir muhafiz, =sinirlarimiz, =sinirlarini; =confine, =confini, confinant, transfrontalier, frontier, =valico, =valichi
checkpoint: checkpoint; kontrol nokta; posto di blocco, checkpoint
migrant: migrant, migration, asylum, immigra, emigra, small boat, undocumented, ice agent, ice raid; gocmen, =goc, =gocu, =gocun, iltica, duzensiz goc, kacak goc; migra, richiedenti asilo, immigra, extracomunitar, permesso di soggiorno, decreto flussi, rotta balcanica, emigra
refugee: refugee; multeci, siginmac, gecici koruma; rifugiat, profug, diritto asilo
readmission: readmission, return agreement, deport, repatriat, removal flight, forced return; geri kabul, sinir disi, gonullu geri donus; rimpatri, decreto di espulsione, ordine di espulsione, espulsione dal territorio, espulsione dei migranti, espulsioni dei migranti, espulso italia, espulsi italia, espulso dal paese, riammission, deportazion, deportat
reception: migrant centre, detention centre, reception centre, processing centre, processing center, migrant center, detention center; geri gonderme merkez, kabul merkez; centro di accoglienza, hotspot, =cpr, centro di permanenza, centri di permanenza
war: =war, =wars, invasion, invad, warfare, =conflict, =conflicts, hostilities, warzone, wartime, incursion; =savas, savasi, savasin, savasta, isgal; guerra, =guerre, invasion, conflitto armato, =bellico
ceasefire: ceasefire, cease fire, truce, cessation of hostilities, armistice, pause in fighting; ateskes, silahlar sustu; cessate il fuoco, tregua, armistizi, cessate fuoco
peace: =peace; baris anlasma, baris plan, baris surec, baris muzaker, baris konfer, baris zirve, baris cagri, baris umud, baris umut, baris masasi, baris antlasma, baris mesaj, baris heyet, baris icin, kalici baris, adil baris, dunya baris, =barisi, =barisin, =barisa, baris gorus; =pace
mediation: mediat, brokered, brokering, broker a, broker an, broker peace, go between, shuttle diplomacy, good offices; arabulucu; mediazion, mediator
hostage: hostage, abduct, kidnap, captive, hijack; rehine, kacirildi, rehin, kacirilan kisi, esir alindi, esir aldi, esir alinan, alikonul; ostagg, sequestro di persona, sequestrator, sequestrato in casa, sequestrata in casa, sequestrati in casa, rapit, rapiment
prisoner: prisoner swap, prisoner exchange, =pow, prisoner of war, prisoners of war; esir takas, esir degisim, mahkum takas, =esirler, esirleri; scambio di prigionieri
attack: attack, assault, raided, raiding, ambush, onslaught; saldir; =attacco, =attacchi, =attacca, =attaccano, attaccat, =attaccare, =attaccando, =attaccava, attentat, assalt, agguato, imboscata, autobomba, kamikaze
airstrike: airstrike, air strike, air raid, bombard, shelling, bombing, strikes on, military strike, precision strike, strikes kill, strike kills, strike killed, strikes killed, deadly strike, retaliatory strike, overnight strike, bombed, shelled, aerial attack; hava saldiri, bombaladi, bombalan, bombalama, bombalay, bombaliy, bombard, hava harekat; =raid, bombarda, =bombardieri, =bombardiere, attacco aereo, attacchi aerei, incursione aerea, incursioni aeree
offensive: military offensive, ground offensive, new offensive, offensive on, offensive against, counteroffensive, =offensives, an offensive, major offensive, summer offensive, advance on; taarruz, harekat, kara operasyon; offensiva
withdraw: withdraw, pull out, pullout, drawdown; geri cekil, =cekilme, cekilme karar, askerlerini cekti, askerlerini ceke, birliklerini cekti, birliklerini ceke, adayliktan cekil, yaristan cekil, anlasmadan cekil, anlasmasindan cekil, turnuvadan cekil, cekilecegini, geri cekt; ritir
deploy: deploy, boots on the ground, reinforcements; konuslan, sevk edil, sevk edec, sevk eden, sevk etti; schier, dispieg
frontline: front line, frontline, line of contact; =cephede, =cepheye, =cepheden, cephe hatt, cephe geri, =cephelerde, =cephelerden, bati cephe, dogu cephe; al fronte, linea del fronte, linee del fronte, fronte di guerra, fronte orientale, fronte ucraino, fronte di gaza, fronte libanese, prima linea
troops: troops, soldiers, soldier, servicemen, serviceman, servicewom, infantry, paratrooper, reservist, =marines, military personnel; =asker, askerler, askeri, ordusu, =mehmetcik, tugay, =komando; soldat, truppe, militar, paracadutist
army: =army, armed forces, =military, national guard, ground forces; silahli kuvvet, =tsk; =esercito, =eserciti, forze armate, =riarmo, bersaglier
general: =gen, chief of staff, commander, top brass, field marshal, =admiral, =brigadier; orgeneral, genelkurmay, komutan, =general, generali; il generale, generale di brigata, generale di divisione, generale di corpo, generale americano, generale israeliano, generale russo, generale ucraino, generale turco, generale dei carabinieri, ex generale, =generali, capo di stato maggiore, comandante
peacekeeping: peacekeep, blue helmet; baris gucu, unifil; caschi blu, peacekeep
conscription: conscript, military service, draft dodg, national service, military draft; zorunlu askerlik, bedelli asker, askerlik hizmet; leva obbligatoria, servizio militare
militant: militant, insurgent, rebel, fighters, guerrilla, guerilla, militia, jihadist, extremist, paramilitar; militan, isyanci, silahli orgut, orgut uyesi, orgut uyeleri, orgutu uyesi, orgutu uyeleri, orgut mensu, orgutu mensu, orgut eleman, orgut yonetici; miliziani, ribell, militant, guerriglia, =guerriglieri
hamas: hamas; hamas; hamas
hezbollah: hezbollah; hizbullah; hezbollah
isis: islamic state, =isis, =isil; =isid, =deas, =daes; stato islamico, =isis, daesh, califfato
terror: terror, lone wolf, suicide attack; teror, =pkk, =feto, =ypg, =dhkp; terror, jihadist, estremist, foreign fighter, antiterrorismo, lupo solitario
nuclearweapon: nuclear weapon, warhead, atomic bomb, nuclear bomb, nuclear arsenal, nuclear missile, nuclear warhead, atomic weapon, nuclear arms; nukleer silah; arma nucleare, armi nucleari, testate nucleari, testata nucleare, bomba atomica, ordigno nucleare
iaea: =iaea, nuclear watchdog, atomic energy agency; =uaea, atom enerjisi ajansi; =aiea, agenzia atomica
enrichment: enrichment, enriched uranium, enriching uranium, enrich uranium, uranium, centrifuge; uranyum, zenginlestir; uranio, arricchimento uranio, arricchimento di uranio
exercise: military exercise, naval exercise, joint exercise, =exercises, military drill, naval drill, joint drill, =drills, =manoeuvres, military manoeuvre, =maneuvers, military maneuver, war game, wargame, live fire; tatbikat; esercitazion, addestrament, manovre militari, manovre navali
drone: drone, =uav, =ucav, unmanned, drone strike, quadcopter; =iha, =siha, ihalar, sihalar, insansiz, =dron, dronlar, kamikaze, bayraktar tb2, bayraktar akinci; =drone, =droni, senza pilota
fighterjet: fighter jet, fighter plane, fighter aircraft, jet fighter, fighter pilot, fighter bomber, warplane, =f16, =f35, f 16, f 35, combat aircraft, combat jet, eurofighter; savas ucag, avci ucak, savas jeti, savas jetleri; cacciabombard, caccia f, i =caccia, dei =caccia, due =caccia, caccia russi, caccia israeliani, caccia americani, caccia turchi, caccia militari, caccia della nato, caccia da combattimento, jet da combattimento, jet militari, =eurofighter, =f35, =f16
trainerjet: trainer jet, jet trainer; egitim ucag; addestrator
missile: missile, rocket fire, rocket attack, rockets fired, fired rockets, rocket launcher, rocket barrage, rocket propelled, rockets at, rockets into, rockets toward, barrage of rockets, volley of rockets, missile strike, cruise missile, ballistic, projectile; fuze, =roket, roketi, roketl, roketat, rokete; missil, =razzo, =razzi
airdefence: air defence, air defense, interceptor, anti aircraft, iron dome, surface to air, missile defence, missile defense; hava savunma; difesa aerea, contraerea, scudo antimissile, difese aeree
warship: frigate, warship, corvette, destroyer, battleship, gunboat, minesweeper; firkateyn, korvet, savas gemi; =fregata, =fregate, corvett, nave da guerra, nave militare, navi militari
carrier: aircraft carrier; ucak gemi; portaerei
submarine: submarine; denizalti; sommergibil, sottomarin
navy: navy, =naval; donanma, deniz kuvvet; marina militare, =naval, =navale
airforce: air force; hava kuvvet; aeronautica militare
airspace: airspace, no fly zone; hava saha; spazio aereo
scramble: jets scrambled, scrambled jets, scrambled fighter, scrambles jets, scramble jets, scrambles fighter, planes scrambled, =intercept, =intercepts, intercepted, intercepting; onleme ucus, onleme gorev, onleme yapti, =havalandirildi, jetler havaland, jetleri havaland, ucaklari havaland, savas ucaklari havaland; =intercetta, =intercettano, =intercettare, intercettat, intercettor
tank: tank crew, =tanks, armoured, armored, battle tank, leopard 2; =tank, tanklar, zirhli; carro armato, carri armati, =blindati, =blindato
weapons: weapon, =arms, =gun, =guns, firearm, handgun, =pistol, =pistols, revolver; silah; =armi, armament
ammunition: ammunition, munition, =bullet, =bullets, artillery shell, =ammo; muhimmat, mermi; munizion
landmine: landmine, unexploded, minefield, demining; mayin, patlamamis; mine antiuomo, ordigno bellico
defenceindustry: defence industry, defense industry, defence company, arms maker, weapons maker, defence contractor, defense contractor, arms industry, arms manufactur; savunma sanayi; industria della difesa
spy: =spy, =spies, spying, espionage, double agent, secret agent, spymaster; casus, ajanlik; =spia, =spie, spionag
intelligence: intelligence service, intelligence agency, secret service, =cia, mossad, spy agency, spy agencies, =mi5, =mi6, =fsb, spy chief; istihbarat, =mit; servizi segreti, =intelligence, =aise
cyber: cyber, hacked, hacker, hacking, =hack, =hacks, ransomware, malware, phishing, ddos, denial of service; siber, hacker, fidye yazilim; cyber, hacker, attacco informatico, attacchi informatici, pirata informatico, pirati informatici, sicurezza informatica, frode informatica, truffa informatica, sistemi informatici, virus informatico, crimini informatici, ransomware, malware
aid: =aid, relief effort, relief agenc, relief work, relief supplies, disaster relief, emergency relief, relief operation, relief goods, humanitarian, food parcel; insani yardim, =yardim, =yardimi, =yardimlar, yardim konvoy, yardim kampanya; =aiuti, umanitari
convoy: convoy, truckload; konvoy, tir dolus; convogl
flotilla: flotilla; =filodaki, filoya saldir, sumud, ozgurluk filo, yardim filo, gazze filo; flotilla, flottiglia
famine: famine, starv, hunger, malnutrition, malnourish; kitlik, aclik, aclig, kitlig; carestia, =fame, denutrizion, malnutrizion
genocide: genocid, ethnic cleansing, holocaust; soykirim; genocid, pulizia etnica, =sterminio
warcrimes: war crime, crimes against humanity, atrocit; savas suc; crimini di guerra, crimini contro umanita, fosse comuni
icc: international criminal court, =icc; uluslararasi ceza mahkeme, =ucm; corte penale internazionale, =cpi
exile: exile; surgun; esili
summon: summon, recalled its ambassador; cagrildi, geri cagir; convoc, richiama ambasciatore, richiamo ambasciatore
expel: expel, persona non grata, expulsion; sinir disi, istenmeyen; espell, espuls, persona non grata
apologise: apolog, said sorry, says sorry, say sorry; ozur; =scuse, si scusa, chiede scusa
condemn: condemn, denounc, decried, decries, deplore; kinadi, kinama, kinayan, kinayarak, kiniyor, kinandi, kinamis, lanetled; ferma condanna, dura condanna, condanna unanime, unanime condanna, condanna internazionale, condanna attacco, condanna degli attacchi, condanna gli attacchi, condannano, condannando, denunci
~accuse: accuse, accusa, accusing, blame; suclad, suclam, itham, suclanan; accus
deny: =deny, denies, denied, refut, rebut, =denying; yalanladi, yalanlan, yalanlama, yalanliyor, yalanlay, reddet, inkar, tekzip, kabul etmed, asilsiz, iddialari redd; smenti, =nega, =negano, negato
~warn: =warn, =warns, =warned, =warning, =warnings; =uyari, uyarisi, uyarilar, =uyarida, =uyariya, =uyariyi, uyardi, uyariyor, uyaran, uyarmak, uyarildi, uyarilan; =avverte, =avvertono, =avverti, =avvertire, avvertiment, =avvertendo, =avvertiva, mett in guardia, =monito, =moniti, allert
threaten: threat, ultimatum; tehdit, gozdagi, tehdid; minacc, intimidazion, intimidator
~promise: =promise, =promises, =promised, pledg, =vow, =vows, =vowed, =vowing; soz verdi, soz veren, soz veril, vaat, taahhut, taahhud; promess, promett, impegn
~propose: propos, =plan; oner, teklif; propost, propon
reject: reject, turn down, turned down, rebuff, spurn, voted down; reddet, geri cevir, geri cevr, reddedil; respin, bocciat, =boccia, =bocciano, =bocciare, bocciatur, rispedisce al mittente, rigettat
~demand: demand, call for, =urge, =urges, =urged; talep, cagri, talebi; chied, rivendic, appell
~support: support, =backs, =backed, backing, shore up; destek, desteg; sosteg, =sostenere, sostenut, sostenitor, =sostenendo, appogg
criticise: criticis, criticiz, =critics, =slams, slammed for, slammed by, slammed as, lash out, hit out, hits out, lambast, rebuk, backlash, under fire; elestir, sert cikt, tepki cekti; =critica, =critiche, criticat, =criticare, =criticano, =criticando, polemic
tension: tension, row over, dispute, standoff, stand off, friction, escalate, escalating, escalation, war of words, sabre rattling; gerilim, gergin, anlasmaz, ihtilaf; tension, controvers, braccio di ferro, ai ferri corti
~solution: solution, =settle, =settled, =settlement, =settles, =settling; cozum; soluzion
~crisis: crisis; kriz; crisi
~security: security; guvenlik, guvenlig; sicurezz
humanrights: human rights, amnesty international, human rights watch, rights group, rights activist, civil liberties; insan haklar, insan hakki, hak ihlal; diritti umani
minority: minorit; azinlik, azinlig; minoranz
freedom: freedom, =liberty, =liberties; ozgurluk, ozgurlug; =liberta, libertari
democracy: democracy, democracies, democratis, democratiz, =democratically; demokra; democra
propaganda: propagand, disinformat, fake news; propaganda, dezenformasyon, yalan haber; propaganda, disinformazione, fake news
populist: far right, populist, right wing, hard right, =nationalist, =nationalists, ultranationalist, reform uk; asiri sag, populist; estrema destra, populist, sovranist, ultradestra, neonazist
leftwing: left wing, socialist, communist, far left, hard left, =leftist, =leftists, social democrat, labour party, centre left, center left; solcu, sosyalist, komunist; sinistra, socialist, comunist
greens: =greens, green party; yesiller; i =verdi, dei =verdi, ai =verdi, con i =verdi, verdi europei, verdi tedeschi, alleanza verdi, europa verde
refinance: stability pact, spending rules; mali kural; patto di stabilita
shutdown: shutdown; hukumetin kapanmasi, kepenk; shutdown
inaugural: sworn in, swearing in, oath, took office, takes office, swore in; yemin, ant icti; =giura, =giuramento, =giurare, =insedia, =insediato, =insediata, cerimonia di insediamento, insediamento alla casa bianca, insediamento del presidente, giorno insediamento, discorso di insediamento
speech: =speech, =speeches, televised address, keynote address, national address, addressed the nation, address to the nation, addressed the crowd, addressing the crowd, addressed a rally, in an address, keynote, state of the union; konusma, hitap; discors
"""
