"""Bodies, goods, tools, rooms and trades: what stands in one report of an event and in the next."""

ROWS = """
robbery: robber, =rob, =robs, =robbed, heist, holdup, hold up, mugged, mugging, mugger, ram raid; soygun, soydu, gasp; rapin, =spaccata, colpo grosso, portavalori
jeweller: jeweller, jeweler, jewelry, jewellery, goldsmith; kuyumcu, mucevherat; gioiell, orefic, in preziosi, di preziosi, oggetti preziosi, preziosi per, gioielli e preziosi, =monili
watch: =watches, timepiece, wristwatch; kol saat, saatci; orolog
ring: =ring, =rings, engagement ring; yuzuk, yuzug; anello, anelli
mask: =mask, =masks, masked; maske, maskeli; mascher, volto coperto, passamontagna, incappucciat, travisat
fireworks: firework, pyrotechn; havai fisek, piroteknik; fuochi artificio, pirotecnic, petardi, petardo
gunpowder: gunpowder; barut; polvere da sparo
rifle: rifle, shotgun, kalashnikov, assault rifle, machine gun, ak 47; tufek, tufeg, kalasnikof; fucil, kalashnikov
hunter: a hunter, deer hunter, boar hunter, hunter killed, hunter shot, =hunters, =hunting, poacher, poaching; =avci, =avcinin, =avciyi, =avciya, avcilig, =avcilari, =avcilarin, avcilik; =cacciatore, =cacciatori, =cacciatrice, bracconier, bracconag, venatori
axe: =axe, machete; =balta, =baltayla, =baltali, =baltayi, baltali saldir, =satirla, =satirli; =ascia, machete
petrolbomb: molotov, petrol bomb, firebomb; molotof; molotov
basement: basement, cellar; bodrum kat, bodrumunda; scantinat, seminterrat, in cantina, nella cantina, dalla cantina
stairs: stairs, staircase, stairwell; merdiven; scala a pioli, dalla scala, scala antincendio, rampa di scale, =scale, =scalini, scalinat
balcony: balcon; balkon; balcon
window: =window, =windows, shopfront; =cam, camlari, pencere, vitrin; finestr, vetrina, vetrine
door: =door, =doors, =gate, =gates; =kapi, kapisi, kapilari; porta blindata, portone, =cancello, =cancelli
wall: =wall, =walls; duvar; muro, =muri
floor: =floor, storey, =storeys; ust kat, alt kat, zemin kat, giris kat, =katli, katta, katinda; al primo piano, al secondo piano, terzo piano, quarto piano, quinto piano, sesto piano, settimo piano, ottavo piano, nono piano, decimo piano, ultimo piano, piano terra, piano rialzato, piani superiori, piani di altezza
tower: =tower, =towers, skyscraper; kule, gokdelen; =torre, =torri, grattaciel
well: water well, borehole; =kuyu, =kuyuya, kuyuda, =kuyusu, kuyusun, =kuyunun, =kuyuyu, kuyular; =pozzo, =pozzi
lock: padlock, locked; =kilitli, kilidi, asma kilit, kilit sistem; lucchett, chiusa a chiave
safe: =safes, safe deposit, safety deposit, safecrack, the safe, bank vault, =vaults, the vault, strongbox; celik kasa, kasayi; cassafort, caveau
cash: =cash, banknote; nakit, banknot; contant, banconot
wallet: wallet, handbag, suitcase, luggage; cuzdan, bavul, bagaj; portafogli, valig, bagagl
bag: =bag, =bags, backpack; canta; borsett, zaino
rope: =rope, =ropes; halat; =corda, =corde, =fune
raft: life raft, lifeboat, life jacket, life vest, lifejacket; can sali, can yeleg; zattera, scialupp, giubbotto salvagente, giubbotti salvagente, giubbotto di salvataggio, giubbotti di salvataggio
anchor: =anchor, =anchors, anchored; demir atti, demir atan, demirledi, demirleyen, capa atti; ancora la nave, ormegg
lighthouse: lighthouse; deniz feneri; =faro
rocks: =rocks, =reef, =cliff, =cliffs, clifftop; kayalik, resif, falez, kayalig; scogli, scoglier, falesia
wave: =wave, =waves; =dalga, dalgalar; onda anomala, onda di maremoto, onda alta, onda gigante, =onde
coast: =coast, =shore, =shores, shoreline, coastline, coastal, seafront; sahil, =kiyi, kiyida, kiyilar; la =costa, sulla =costa, dalla =costa, della =costa, costa adriatica, costa tirrenica, costa ionica, costa orientale, costa occidentale, costa amalfitana, =coste, litoral
cave: =cave, =caves, cavern; magara; =grotta, =grotte
valley: valley, =gorge, =gorges, canyon, ravine; vadi, kanyon; =valle, =valli, canyon
hill: =hill, =hills, slope; tepe, yamac; =collina, =colline, collinar, =pendio, =pendii, =pendici
field: =field, =fields, meadow; tarla, =mera, =meralar, =meraya, =merada, meralari; =campi coltivati, sul prato, nel prato, un prato, =prati
riverbank: banks of, embankment, levee, burst its banks; =sed, =seddi, =seddesi, =sedde, nehir yatag, dere yatag; argin
stream: =stream, =streams, creek; =dere, deresi; =torrente, =torrenti, =ruscello, =ruscelli, rigagnol
mud: =mud, muddy; camur; fango, melma
crossing: level crossing, railway crossing; hemzemin gecit; passaggio a livello
conductor: train conductor, train driver; kondukt, makinist; capotren, macchinist
carriage: =carriage, =carriages, wagon; vagon; =carrozza, =carrozze, vagon
platform: train platform, station platform, railway platform, platform edge; peron; =binario, banchin
ticket: ticket; bilet; bigliett
barrier: barrier, guardrail, crash barrier; bariyer; barrier, sbarre abbassate, sbarre del passaggio, =sbarra
helmet: helmet; =kask, baret; =casco, caschi
seatbelt: seat belt, seatbelt; emniyet kemer; cintura di sicurezza
trafficlight: traffic light; trafik isig; semafor
crane: =crane, =cranes; =vinc, =vincin, =vincle, vincler; =gru
bulldozer: bulldozer, excavator, digger; kepce, dozer, is makine; ruspa, escavator
engineer: engineer, technician; muhendis; ingegner
worker: worker, employee, labourer, =staff, laborer; isci, =calisanlar, calisanlari, =calisanlara, =calisani, =calisanini, emekci; operai, lavorator, dipendent
foreman: foreman, =supervisor, =supervisors; ustabasi; caporepart, capocantier
shiftwork: night shift, work shift, shift work, =shifts; vardiya; turno di notte, turno notturno, turno di lavoro, fine turno, turno in fabbrica, turni di lavoro, turni massacranti, turni di notte, i turni
unpaid: unpaid, undeclared, off the books; kayit disi, kayitsiz; lavoro nero, lavoratori in nero, pagati in nero, operai in nero, manodopera in nero, dipendenti in nero, lavoro sommerso, economia sommersa
appliance: appliance, washing machine, fridge, refrigerator; beyaz esya, buzdolab, camasir makine; elettrodomestic, lavatric, frigorifer
valve: =valve, =valves; vana, =valf; valvol
pump: =pump, =pumps; pompa; =pompa, pompagg, idrovor, elettropomp, =pompe
pipe: =pipe, =pipes; =boru, borular; tubo, tubi, tubatur
cable: =cable, =cables, =wire; kablo; =cavo, =cavi
lamp: =lamp, light bulb, street light, =lights; lamba, isiklandir, aydinlatma, sokak lamba, ampul; lampad, luce artificiale, lampion, luce a led, luci di natale, luci a led
camera: =camera, =cameras; kamera; telecamer, fotocamer
screen: =screen, =screens; =ekran, ekrani; =schermo, =schermi, =schermata, =schermate
password: password; sifre; password
algorithm: algorithm; algoritma; algoritm
antenna: antenna; anten; antenn
laser: laser; lazer; laser
laboratory: laborator, =lab, =labs; laboratuv; laborator
experiment: experiment; =deney, deneyler, deneysel, =deneyi, =deneyde, =deneye, =deneyinde; esperiment
atom: atom, =electron, =electrons; atom, =elektron, elektronlar; atom, =elettrone, =elettroni
circuit: electrical circuit, electric circuit, short circuit, integrated circuit, circuit board, superconduct; devre kart, elektronik devre, entegre devre, kisa devre, elektrik devre, superiletken; circuit, supercondutt
cell: =cell, =cells, immune, t cell; hucre, bagisiklik; =cellula, =cellule, immunitar
bacteria: bacteri, antibiotic, superbug, microb; bakteri, antibiyotik; batteri patogen, batterio, antibiotic
chemistry: chemist; =kimya, kimyager, kimyaci; chimica, chimico
economicsprize: economics prize, economics nobel; ekonomi odul, ekonomi nobel; nobel per economia
mathematics: mathematic; matematik; matematic
literature: literature, literary; edebiyat; letteratur
philosophy: philosoph; felsefe; filosof
inspector: inspector, inspection, =auditor, =auditors, =audit, =audits, inspected; mufettis, denetim, denetci, teftis, denetlen, denetled; ispettor, ispezion, revisor, carabinieri del nas
rector: rector, dean of, the dean, professor; rektor, dekan, profesor; rettor, professor
pharmacy: =pharmacy, pharmacies, pharmacist; eczane; =farmacia, =farmacie, farmacist
dentist: dentist, tooth, teeth, dental, orthodont; dis hekim, disci; dentist, =denti
kidney: kidney, =liver, =livers, =lung, =lungs; bobrek, karaciger, akciger; =rene, =reni, fegato, =polmone, =polmoni, polmonar
bone: =bone, =bones, skeleton, skull; kemik, iskelet, kafatas; =ossa, =osso, schelet, teschio
leg: =leg, =legs, thigh, calf, groin, adductor; bacak, bacag, uyluk, kasik agri, kasik sakat, kasik bolge, kasigin, adduktor; =gamba, =gambe, coscia, polpacc, addutt, inguin
knee: =knee, =knees, meniscus; =diz, dizlerin, diz kapag, diz sakat, dizinde, dizindeki, menisk; ginocch, menisc
ankle: ankle, =foot, =feet, =heel, =heels, achilles; ayak bileg, =topuk, topugu, =topuktan; caviglia, tallon
shoulder: shoulder, elbow, =wrist, =wrists; omuz, dirsek, bilek; =spalla, =spalle, gomito, polso
muscle: muscle, muscle strain, calf strain, hamstring strain, muscular strain, fracture; kas sakatlig, kas yirtig, kas krampi, kas gevse, kasinda zorlan, kasinda yirt, arka kasinda, kasinda agri, kirik tespit, =kiriklar, kemik kirig, kaburgalari, kas zorlan, =adale, =adalesi, =adalesinde, arka adale; muscol, frattur, stirament
eye: =eye, =eyes, =blind, blindness, blinded, eyesight, cataract, glaucoma; =goz, gozleri, gorme engelli; =occhi, cieco, ciechi
hair: =hair, beard; =sac, saclari, sakal; capell, =barba, =barbe
pain: =pain, =ache; agri kesici, bas agri, bel agri, karin agri, gogus agri, eklem agri, =agrilar, =agriya, agrisi; =dolore, =dolori, doloros
fever: fever; yuksek ates, atesli hasta, atesi cik; febbre
sleep: sleep, asleep; uyku, uyur, uyuyan; sonno, dormi
diet: =diet, vitamin, calorie, nutrition, vegan, vegetarian, weight loss; diyet, vitamin, =kalori, =kalorili, =kalorisi; dieta, vitamin, calorie
salt: =salt; =tuz; sale da cucina, sale marino, consumo di sale, eccesso di sale
egg: =egg, =eggs; yumurta; =uovo, =uova
honey: =honey; =bal, cam bali, cicek bali, kestane bali, sahte bali, aricilik, bal uretim, bal hasad; miele
potato: potato; patates; patat
onion: onion, garlic; sogan, sarimsak; cipoll, aglio
orange: oranges, mandarin; portakal, mandalina; =arancia, =arance, arancet, mandarin
melon: =melon, =melons, watermelon; karpuz, kavun; =melone, anguri
fig: =fig, =figs; =incir, =inciri, =incirin, kuru incir; =fico, =fichi
pistachio: pistach; antep fistig, fistik; pistacch
chestnut: chestnut; kestane; castagn
mushroom: mushroom, truffle; mantar, truf; fungh, tartuf
icecream: ice cream, gelato; dondurma; gelat artigianal, gelateri
cake: =cake, pastry, dessert; =pasta, tatlici, =tatlisi, =tatlilar, pastane; =torta, =torte, =dolci, dolce tipico, pasticceri, pasticcer, pasticcin
spice: =spice, =spices, saffron, =pepper, =peppers; baharat, =safran, =safrani, pul biber, kirmizi biber, =biberi, =biberin; =spezie, speziat, zafferan, peperon
cotton: cotton, =wool, woollen, woolen, =silk, =silks; pamuklu, pamuk uret, pamuk hasa, pamuk tarla, pamuk fiyat, =yun, =ipekten, ipek bocek, ipek hali; coton, =lana, =seta
carpet: carpet, =rug, =rugs, kilim; el dokuma hali, hali dokuma, halici, makine hali, halisi, kilim; tappet
scarf: =scarf, =scarves, trench coat; =atki, esarp, trenckot; sciarp, trench
dress: =dress, dresses, dark suit, piece suit, tailored suit, suit and tie, wetsuit, school uniform, =uniforms, in uniform; elbise, kiyafet, uniforma; vestit, abito, divisa
glass: =glass; =cam, cam sanayi; =vetro, vetrer
paper: =paper, cardboard; =kagit, kagitl, kagitta, =kagita, kagid; di =carta, carton
wood: =wood, wooden, =timber; ahsap, kereste; legno, legnam
marble: marble; mermer; =marmo, =marmi, marmore
stone: =stone, =stones, brick; =tas, taslar, tugla; pietra, pietre, matton
clay: =clay, ceramic, pottery, tile; =kil, seramik, comlek, cini; argill, ceramic, piastrell
seal: ancient seals, cylinder seal, clay seals, sealings, seal impression, clay tablet, stone tablet, cuneiform; =muhur, =muhru, =muhurler, kil tablet; sigill, tavolett
inscription: inscription, alphabet; yazit, alfabe; iscrizione funeraria, iscrizione latina, iscrizione greca, iscrizioni latine, antica iscrizione, epigraf, alfabeto
god: =god, =gods, deity, goddess; tanri; =dio, dea romana, dea greca, dea madre, dea bendata, divinita
underworld: underworld, =hell, hades; yeralti tanri, cehennem, hades; oltretomb, =inferi, =ade, inferno dantesco, inferno di dante
devil: =devil, devilish, =demon, =demons, demonic; seytan; diavol, demon
sanctuary: sanctuary, shrine; kutsal alan, turbe; santuari
monk: =monk, =nun, monastery, abbey, =monks, =nuns, monasteries, =convent; =kesis, kesisler, =kesisin, rahibe, manastir; =monaca, =monache, =monaci, monacal, monaco buddhista, monaco benedettino, monaco tibetano, suora, monaster, abbazia
priest: =priest, =priests, priesthood, priestess, clergy, =pastor, =vicar; rahip, papaz; sacerdot, =prete, =preti, parroco, =parroci
bell: =bell, =bells; kilise canlari, kilise cani, can kules, canlari caldi; campanil, campanar, le campane, della campana, campane a festa, rintocchi
skeletonkey: burglar, break in; =hirsiz, ev hirsiz; scassinator, topo appartamento, effrazion, scasso
gang: =gang, =gangs, gangster, smuggling ring, drug ring, crime ring, trafficking ring; =cete, cetesi, cetenin, suc orgutu, suc orgutune, suc orgutlerine, suc sebeke, sebeke cokert, suc orgutleri; =banda, =bande, =gang, organizzazione criminale, =banditi, =bandito, malvivent, malavit, sodalizio
boss: crime boss, mafia boss, gang boss, mob boss, cartel boss, ringleader, kingpin, gang leader, drug lord; elebasi, mafya baba, uyusturucu baron; =boss, capoclan
broker: =broker; =broker, simsar; =broker, intermediari
hitman: hitman, hired killer, contract killing, contract killer, hired gun; tetikci, kiralik katil; sicari, killer, mandant, esecutore materiale
bounty: =ransom, =ransoms, bounty; fidye; un riscatto, chiesto un riscatto, pagamento di un riscatto, richiesta di riscatto, pagato il riscatto, pagare il riscatto, pagamento del riscatto, una =taglia, taglia sulla testa, taglia di milioni
alias: false passport, fake passport, false identity, fake identity, false name, fake id, forged passport; sahte pasaport, sahte kimlik; passaporto falso, documenti falsi, false generalita, falsa identita
interpol: interpol, red notice, europol; interpol, kirmizi bulten, europol; interpol, red notice, europol
hideout: hideout, =attic, =attics, penthouse, safe house, =bunker, =bunkers; =saklandi, saklandig, saklandik, saklaniyor, saklanirken, cati kat, hucre ev; nascondigl, covo, attico
barrel: barrel; =varil, =varili, =varilin, =varile, =variller, varilinin; =barile, =barili
kilo: =kilo, =kilos, kilogram, =kg; =kilo, kilogram; =chili, chilogramm
counteroffer: counter offer, counterbid, rival bid, sweetened offer, sweetened bid, sweetened its, counter bid, improved offer, higher offer, improved bid; karsi teklif, rakip teklif; controfferta, rilancio offerta, rilancia offerta, rilancio ops, rilancio opa
shareprice: per share, a share; hisse basina; per azione, ad azione
premium: premium; =prim; =premio rispetto
suitor: suitor, rival bidder, rival suitor; talip oldu, talip olan, =talip, =talipler; pretendent, offerta rivale, offerte rivali, gruppo rivale, cordata
divest: divest, =disposals, asset disposal, disposal of assets, spin off, offload, spinoff, asset sale, carve out; elden cikar; dismission, scorpor
restructuring: restructur, turnaround, reorganis, reorganiz, cost cutting; yeniden yapilan; ristrutturazione aziendale, ristrutturazione del gruppo, ristrutturazione del debito, ristrutturazione societaria, piano di ristrutturazione, ristrutturazione industriale, piano industriale, piano di rilancio
relocate: relocat, offshoring, nearshoring, reshoring, outsourc; =tasinma, =tasinmasi, =tasinmasina, =tasinmak, =tasinmaya, kaydir; delocalizz, trasferimento della produzione
subsidiary: subsidiar, unit of; istirak, bagli ortaklik; societa controllata, societa controllate, la controllata, le controllate, controllata di, controllate di, filial
dividend: dividend, buyback; temettu, kar pay; dividend
marketvalue: market value, market cap, valuation, valued at; piyasa deger; capitalizzazion
landlord: landlord; ev sahibi kirac, ev sahibi ile kirac, ev sahibiyle kirac, ev sahipleri kira, kiraci ev sahib, mal sahibi; proprietario di casa, proprietari di casa
eviction: evict, squatter; tahliye karari, evden cikar, tahliye davasi; sfratt, morosita
taxpayer: taxpayer; vergi mukellef; contribuent
auditcourt: audit court, court of auditors; sayistay; corte dei conti
gendarme: gendarm; jandarma; gendarm, carabinier
envoyspecial: special envoy; ozel temsilci; inviato speciale
advisor: adviser, =advisor, =advisors, =aide, =aides, consultant, consultancy; danisman; consigliere per la sicurezza, consigliere di trump, consigliere del presidente, consigliere economico, consigliere speciale, consigliere diplomatico, consigliere strategico, ex consigliere di, consulent
workinggroup: working group, task force; calisma grup; gruppo di lavoro, gruppi di lavoro
facetoface: face to face; yuz yuze; faccia a faccia
longrange: long range; uzun menzil; lungo raggio, lunga gittata
powergrid: power grid, substation, power plant; elektrik sebeke, trafo, santral; rete elettrica, centrale elettric
heating: heating; isinmak, isinma sistem, isinma ihtiyac, =kombi, kombiler, kalorifer; riscaldament, caldaia, caldaie
commute: commuter; banliyo; pendolar
walkoutstats: participation rate, participation in the action, adherence rate; katilim oran, katilim yuzde; adesione allo sciopero, adesioni allo sciopero, percentuale di adesione, tasso di adesione, dati di adesione, adesione del
minimumservice: minimum service, guaranteed service; asgari hizmet, asgari sefer; fasce di garanzia, servizi minimi, fasce garantite, treni garantiti, servizi essenziali
compound: courtyard, =compound, =compounds; avlu; cortil
reunited: reunit, reunion; kavus, yeniden bulus, hasret gider; riabbracci, ricongiung, ricongiunt
thank: =thank, thanked, thanking, thankful, grateful, gratitude; tesekkur, minnet; ringrazi, =grato, =grata, =grati, gratitudin
heroic: =hero, =heroes, heroine, heroism, heroic, bravery, courageous; =kahraman, kahramanl, =kahramani, kahramanc, =kahramanin; eroe, =eroi, eroic, eroism
miracle: miracl, miraculous; mucize; miracol
tragedy: traged, catastroph, disaster, tragic, calamit; facia, trajedi, felaket, yurek burkan, =drami; tragedi, catastrof, disastr, sciagur, tragic, =dramma, =drammi
grief: grief, tears, heartbroken, grieving, anguish, sobbed, weeping; aci haber, aci kayip, buyuk aci, gozyas, uzuntu, yurek yakan; =dolore, =lacrime, in =lacrime
"""
