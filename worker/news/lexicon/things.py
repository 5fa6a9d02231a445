"""Bodies, goods, tools, rooms and trades: what stands in one report of an event and in the next."""

ROWS = """
robbery: robber, =rob, =robs, =robbed, heist, holdup, hold up; soygun, soydu, gasp; rapin, =spaccata, colpo grosso
jeweller: jeweller, jeweler, jewelry, jewellery; kuyumcu, mucevherat; gioiell, orefic, preziosi
watch: =watches, timepiece, wristwatch; kol saat, saatci; orolog
ring: =ring, =rings, engagement ring; yuzuk, yuzug; anello, anelli
mask: =mask, =masks, masked; maske, maskeli; mascher, volto coperto, passamontagna
fireworks: firework, pyrotechn; havai fisek, piroteknik; fuochi d artificio, pirotecnic
gunpowder: gunpowder; barut; polvere da sparo
rifle: rifle, shotgun, kalashnikov; tufek, tufeg, kalasnikof; fucil, kalashnikov
hunter: =hunter, =hunters, hunting, poach; avci, avcilik; cacciator, bracconier
axe: =axe, machete; balta, satir; =ascia, machete
petrolbomb: molotov, petrol bomb; molotof; molotov
basement: basement, cellar; bodrum kat, bodrumunda; scantinat, seminterrat, cantina
stairs: stairs, staircase, stairwell; merdiven; scala, scale, scalinat
balcony: balcon; balkon; balcon
window: =window, =windows, shopfront; =cam, camlari, pencere, vitrin; finestr, vetrina, vetrine
door: =door, =doors, =gate, =gates; =kapi, kapisi, kapilari; porta blindata, portone, cancell
wall: =wall, =walls; duvar; muro, muri
floor: =floor, storey, =storeys; =kat, katli, katta, katinda; =piano, =piani
tower: tower, skyscraper; kule, gokdelen; torre, grattaciel
well: water well, borehole; kuyu; pozzo
lock: padlock, locked; kilit; lucchett, chiusa a chiave
safe: =safe, vault, strongbox; celik kasa, kasayi; cassafort, caveau
cash: =cash, banknote; nakit, banknot; contant, banconot
wallet: wallet, handbag, suitcase, luggage; cuzdan, bavul, bagaj; portafogli, valig, bagagl
bag: =bag, =bags, backpack; canta; borsett, zaino
rope: =rope, =ropes; halat; =corda, =corde, =fune
raft: life raft, lifeboat, life jacket; can sali, can yeleg; zattera, scialupp, giubbott
anchor: anchor; demir att, =capa; ancora la nave, ormegg
lighthouse: lighthouse; deniz feneri; =faro
rocks: =rocks, =reef, cliff; kayalik, resif, falez; scogli, scoglier, falesia
wave: =wave, =waves; =dalga, dalgalar; =onda, =onde
coast: =coast, shore, coastline; sahil, =kiyi, kiyida, kiyilar; =costa, =coste, litoral
cave: =cave, =caves, cavern; magara; grotta, grotte
valley: valley, gorge, canyon; vadi, kanyon; =valle, =valli, canyon
hill: =hill, =hills, slope; tepe, yamac; collin, pendi
field: =field, =fields, meadow; tarla, mera; =campi coltivati, prato, prati
riverbank: banks of, embankment, levee, burst its banks; sed, nehir yatag, dere yatag; argin
stream: stream, creek; =dere, deresi; torrent, rio
mud: =mud, muddy; camur; fango, melma
crossing: level crossing, railway crossing; hemzemin gecit; passaggio a livello
conductor: train conductor, =conductor, train driver; kondukt, makinist; capotren, macchinist
carriage: =carriage, =carriages, wagon; vagon; carrozz, vagon
platform: =platform, =platforms; peron; =binario, banchin
ticket: ticket; bilet; bigliett
barrier: barrier; bariyer; barrier, sbarre
helmet: helmet; =kask, baret; =casco, caschi
seatbelt: seat belt; emniyet kemer; cintura di sicurezza
trafficlight: traffic light; trafik isig; semafor
crane: =crane, =cranes; =vinc, vinci; =gru
bulldozer: bulldozer, excavator, digger; kepce, dozer, is makine; ruspa, escavator
engineer: engineer; muhendis; ingegner
worker: worker, employee, labourer; isci, calisan; operai, lavorator, dipendent
foreman: foreman, supervisor; ustabasi; caporepart, capocantier
shiftwork: =shift, =shifts; vardiya; =turno, =turni
unpaid: unpaid, undeclared; kayit disi, kayitsiz; in nero, sommerso
appliance: appliance, washing machine, fridge, refrigerator; beyaz esya, buzdolab, camasir makine; elettrodomestic, lavatric, frigorifer
valve: valve; vana, =valf; valvol
pump: =pump, =pumps; pompa; pompa, pompe
pipe: =pipe, =pipes; =boru, borular; tubo, tubi, tubatur
cable: =cable, =cables, =wire; kablo; =cavo, =cavi
lamp: =lamp, =light, =lights; lamba, isik; lampad, =luce, =luci
camera: =camera, =cameras; kamera; telecamer, fotocamer
screen: =screen, =screens; =ekran, ekrani; scherm
password: password; sifre; password
algorithm: algorithm; algoritma; algoritm
antenna: antenna; anten; antenn
laser: laser; lazer; laser
laboratory: laborator, =lab, =labs; laboratuv; laborator
experiment: experiment; deney; esperiment
atom: atom, electron; atom, elektron; atom, elettron
circuit: circuit, superconduct; devre, superiletken; circuit, supercondutt
cell: =cell, =cells, immune, t cell; hucre, bagisiklik; cellul, immunitar
bacteria: bacteri, antibiotic; bakteri, antibiyotik; batteri patogen, batterio, antibiotic
chemistry: chemist; kimya; chimica, chimico
economicsprize: economics prize, economics nobel; ekonomi odul, ekonomi nobel; nobel per l economia
mathematics: mathematic; matematik; matematic
literature: literature; edebiyat; letteratur
philosophy: philosoph; felsefe; filosof
inspector: inspector, inspection, auditor; mufettis, denetim, denetci; ispettor, ispezion, revisor
rector: rector, dean, professor; rektor, dekan, profesor; rettor, professor
pharmacy: pharmac; eczane; farmaci
dentist: dentist, tooth, teeth; dis hekim, disci; dentist, denti
kidney: kidney, liver, lung; bobrek, karaciger, akciger; rene, reni, fegato, polmon
bone: =bone, =bones, skeleton, skull; kemik, iskelet, kafatas; ossa, schelet, teschio
leg: =leg, =legs, thigh, calf, groin, adductor; bacak, bacag, uyluk, kasik, adduktor; gamba, coscia, polpacc, addutt, inguin
knee: =knee, =knees, meniscus; =diz, dizi, dizinde, dizindeki, menisk; ginocch, menisc
ankle: ankle, foot, heel; ayak bileg, topuk; caviglia, tallon
shoulder: shoulder, elbow, wrist; omuz, dirsek, bilek; spalla, gomito, polso
muscle: muscle, strain, fracture; =kas, kasinda, kirik, zorlan; muscol, frattur, stirament
eye: =eye, =eyes, blind; =goz, gozleri, gorme engelli; =occhi, cieco, ciechi
hair: =hair, beard; =sac, saclari, sakal; capell, barba
pain: =pain, =ache; =agri, agrisi; dolor
fever: fever; =ates, atesi cik; febbre
sleep: sleep, asleep; uyku, uyur, uyuyan; sonno, dormi
diet: =diet, vitamin, calorie; diyet, vitamin, kalori; dieta, vitamin, calorie
salt: =salt; =tuz; =sale
egg: =egg, =eggs; yumurta; =uovo, =uova
honey: honey; =bal, bali; miele
potato: potato; patates; patat
onion: onion, garlic; sogan, sarimsak; cipoll, aglio
orange: oranges, mandarin; portakal, mandalina; aranc, mandarin
melon: melon, watermelon; karpuz, kavun; melon, anguri
fig: =fig, =figs; incir; =fico, =fichi
pistachio: pistach; antep fistig, fistik; pistacch
chestnut: chestnut; kestane; castagn
mushroom: mushroom, truffle; mantar, truf; fungh, tartuf
icecream: ice cream, gelato; dondurma; gelat artigianal, gelateri
cake: =cake, pastry, dessert; =pasta, tatli, pastane; torta, dolce, pasticc
spice: spice, saffron, pepper; baharat, safran, biber; spezi, zafferan, peperon
cotton: cotton, wool, silk; pamuk, =yun, ipek; coton, =lana, =seta
carpet: carpet, =rug, =rugs, kilim; =hali, halisi, kilim; tappet
scarf: =scarf, =scarves, trench; =atki, esarp, trenckot; sciarp, trench
dress: =dress, dresses, suit, uniform; elbise, kiyafet, uniforma; vestit, abito, divisa
glass: =glass; =cam, cam sanayi; =vetro, vetrer
paper: =paper, cardboard; kagit, kagid; =carta, carton
wood: =wood, wooden, timber; ahsap, kereste; legno, legnam
marble: marble; mermer; marm
stone: =stone, =stones, brick; =tas, taslar, tugla; pietra, pietre, matton
clay: =clay, ceramic, pottery, tile; =kil, seramik, comlek, cini; argill, ceramic, piastrell
seal: =seals, sealing, tablet; muhur, kil tablet; sigill, tavolett
inscription: inscription, alphabet; yazit, alfabe; iscrizion, alfabeto
god: =god, =gods, deity, goddess; tanri; =dio, =dea, divinita
underworld: underworld, =hell, hades; yeralti tanri, cehennem, hades; oltretomb, inferi, =ade, inferno
devil: devil, demon; seytan; diavol, demon
sanctuary: sanctuary, shrine; kutsal alan, turbe; santuari
monk: =monk, =nun, monastery, abbey; kesis, rahibe, manastir; monac, suora, monaster, abbazia
priest: priest; rahip, papaz; sacerdot, =prete, =preti
bell: =bell, =bells; =can, cani; campan
skeletonkey: burglar, break in; =hirsiz, ev hirsiz; scassinator, topo d appartamento
gang: =gang, =gangs; =cete, cetesi, cetenin, suc orgut; =banda, =bande, =gang, organizzazione criminale
boss: =boss, ringleader, kingpin; elebasi, =patron; =boss, capoclan
broker: =broker; =broker, simsar; =broker, intermediari
hitman: hitman, hired killer, contract killing; tetikci, kiralik katil; sicari, killer
bounty: ransom, bounty; fidye; riscatt, taglia
alias: false passport, fake passport, false identity, fake identity; sahte pasaport, sahte kimlik; passaporto falso, documenti falsi
interpol: interpol, red notice, europol; interpol, kirmizi bulten, europol; interpol, red notice, europol
hideout: hideout, attic, penthouse; saklan, cati kat, hucre ev; nascondigl, covo, attico
barrel: barrel; varil; baril
kilo: kilo; =kilo, kilogram; =chili, chilogramm
counteroffer: counter offer, counterbid, rival bid, sweetened; karsi teklif, rakip teklif; controfferta, rilanci
shareprice: per share, a share; hisse basina; per azione, ad azione
premium: premium; =prim; =premio rispetto
suitor: suitor, rival; rakip, talip; pretendent, rival
divest: divest, disposal, spin off; elden cikar; dismission, scorpor
restructuring: restructur, turnaround; yeniden yapilan; ristruttur, piano industriale
relocate: relocat, offshor, outsourc; tasinma, kaydir; delocalizz, trasferimento della produzione
subsidiary: subsidiar, unit of; istirak, bagli ortaklik; controllat, filial
dividend: dividend; temettu, kar pay; dividend
marketvalue: market value, market cap; piyasa deger; capitalizzazion
landlord: landlord, owner; ev sahibi, mal sahibi; proprietari
eviction: evict; tahliye karari, evden cikar; sfratt
taxpayer: taxpayer; vergi mukellef; contribuent
auditcourt: audit court, court of auditors; sayistay; corte dei conti
gendarme: gendarm; jandarma; gendarm, carabinier
envoyspecial: special envoy; ozel temsilci; inviato speciale
advisor: adviser, advisor, aide; danisman; consiglier, consulent
workinggroup: working group, task force; calisma grup; gruppo di lavoro, gruppi di lavoro
facetoface: face to face; yuz yuze; faccia a faccia
longrange: long range; uzun menzil; lungo raggio, lunga gittata
powergrid: power grid, substation, power plant; elektrik sebeke, trafo, santral; rete elettrica, centrale elettric
heating: heating; isinma, kalorifer; riscaldament
commute: commuter; banliyo; pendolar
walkoutstats: participation, adherence, took part; katilim oran, katilim yuzde; adesion
minimumservice: minimum service, guaranteed service; asgari hizmet, asgari sefer; fasce di garanzia, servizi minimi, fasce garantite
compound: courtyard, compound; avlu; cortil
reunited: reunit; kavus; riabbracci, ricongiung
thank: thank, grateful; tesekkur, minnet; ringrazi, grat
heroic: hero, heroic; kahraman; eroe, eroi
miracle: miracl; mucize; miracol
tragedy: traged, catastroph, disaster; facia, trajedi, felaket; tragedi, catastrof, disastr
grief: grief, tears; =aci, gozyas; dolore, lacrim
"""
