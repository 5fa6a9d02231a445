"""Health and science, schools, faith, arts, and the everyday things that news is made of."""

ROWS = """
health: =health, healthcare, =nhs; saglik, saglig; sanit, salute, liste attesa, =ssn
disease: disease, illness, infect, contagi, syndrome, ailment, pathogen, hepatitis, tuberculosis; hastalik, enfeksiyon, bulasic, bulasma, bulasan, bulasiyor, =bulasti, bulastir, kirim kongo, hastalig, hastalan, rahatsizlig, =kene, kene isir; malatti, infezion, contagi, patologi, infettat
virus: virus, viral infection, viral disease, viral load; virus; virus
epidemic: epidemic, outbreak, pandemic; salgin, pandemi, karantina, vaka sayi, vaka gorul; epidemi, pandemi, focolai, quarantena, emergenza sanitaria
covid: covid, coronavirus; covid, koronavirus; covid, coronavirus, lockdown, green pass
flu: =flu, influenza; =grip, =gribe, =gripten, gribi, gribal, gripli, =nezle, soguk alginl; =influenza, influenzal, antinfluenzal
birdflu: bird flu, avian, =h5n1; kus grib; aviaria
measles: measles; kizamik, kizamig; morbillo
cholera: cholera; kolera; colera
malaria: malaria; sitma; malaria
westnile: west nile; bati nil; west nile, febbre del nilo, dengue
ebola: ebola; ebola; ebola
mpox: mpox, monkeypox; maymun cicegi; vaiolo
foodpoisoning: food poison, salmonell, botulin, listeria, e coli, norovirus; gida zehir, besin zehir, yemekten zehir; intossicazione alimentare, salmonell, botulin, listeria, escherichia, tossinfezion
cancer: cancer, tumour, tumor, leukaemi, leukemia, melanoma, lymphoma, chemotherap, oncolog; kanser, tumor, kemoterapi, =losemi, lenfoma, onkoloji; cancr, tumor, oncolog, leucemi, melanom, metastas, linfom, carcinom
heart: heart attack, heart disease, heart failure, heart surgery, heart condition, heart problem, heart transplant, heart rate, heart rhythm, cardiolog, cardiovascular, cardiac, cardiac arrest, pacemaker, blood pressure; =kalp, kalbi durdu, kalbi duran, kalbine yeni, kalp kriz, kardiyolo; attacco di cuore, malattie del cuore, problemi di cuore, cuore artificiale, operato al cuore, battito del cuore, cardiovascolar, cardiolog, cardiac, infart, defibrillator, =malore
stroke: =stroke, brain haemorrhage, brain hemorrhage; felc, =inme, beyin kanama, inme gecir; =ictus, emorragia cerebrale, =ischemia
diabetes: diabet, insulin; diyabet, insulin, seker hasta; diabet, insulin
obesity: obes, overweight; obez; obes
dementia: dementia, alzheimer; demans, alzheimer; demenz, alzheimer, parkinson, neurodegenerativ
mentalhealth: mental health, depress, psychiatr, psycholog, bipolar, schizophren, eating disorder; ruh sagligi, depresyon, psikiyatr, psikoloji, =psikolog; salute mentale, depression, psichiatr, disturbi alimentari, anoress
vaccine: vaccin, =jab, =jabs, immunis, immuniz, inoculat; =asi, asisi, asilama, asilan, =asilar; vaccin
drugmedicine: medicin, pharmaceut, =pharma, pharmacolog, =pill, =pills, drugmaker, painkiller, paracetamol, =aspirin, =ozempic, =wegovy, new drug, weight loss drug, generic drug, drug company, drug companies, drug administration, experimental drug, prescription drug, blockbuster drug; =ilac, ilaci, ilaclar, eczane, recete; =farmaco, =farmaci, farmaceutic, farmacolog, biofarmac, medicinal
drugtrial: clinical trial, trial results, placebo, phase 3, late stage trial; klinik deney, klinik calisma; sperimentazione clinica, studio clinico, studi clinici, sperimentazioni cliniche
therapy: therap, treatment, rehabilitat, physiotherap; tedavi, terapi, rehabilitasyon; terapi, cura contro, nuova cura, cura del cancro, cura dei tumori, cura sperimentale, cura per il, =cure
surgery: surger, surgeon, operat on, plastic surge, cosmetic surge, operating theatre, under the knife, operating table; ameliyat, cerrah, operasyon gecir, estetik operasyon, mide kucultme; chirurg, intervento chirurgico, sala operatoria, bisturi, operato urgenza
transplant: transplant, organ don; organ nakil, nakil bekle, nakil olan, nakil oldu, nakil olma, nakil merkez, doku nakil, nakil yapil, =nakli, =nakline, =naklini, =naklinin, =nakliyle, =donor, organ bagis; trapiant, donatore di organi, donazione di organi
doctor: =doctor, =doctors, physician, =medic, =medics, =gp, paediatrician, pediatrician, clinician, general practitioner; doktor, hekim; =dottore, =dottor, =dottori, dottoress, =medico, =medici, =medica
nurse: =nurse, =nurses, =nursing, midwif, midwives; hemsire; infermier
patient: =patient, =patients, outpatient; =hasta, hastalar, hastanin; pazient
birth: =birth, =births, childbirth, pregnan, baby born, babies born, children born, born prematurely, born alive, was born to, maternity, caesarean, cesarean, c section; =dogum, =dogumu, dogum yap, hamile, dogdu, =gebelik, gebelig, sezaryen, dunyaya geldi, dunyaya gelen, dunyaya getir; nascit, gravidanz, incint, =parto, =partorisce, partorit
fertility: fertilit, birth rate, =ivf, in vitro, infertil, surroga, embryo; dogurganlik, dogum oran, tup bebek, dogurganlig; fecondita, natalita, tasso di fecondita, denatalita, calo demografico
abortion: abortion; kurtaj; aborto, interruzione di gravidanza, =aborti
euthanasia: euthanas, assisted dying, assisted suicide, right to die, assisted death; otanazi; eutanasi, fine vita, suicidio assistito, testamento biologico, suicidio medicalmente assistito
blood: =blood, bloodstream; =kan, =kani, kan bagis; sangue, trasfusion
brain: =brain, neurolog, neuroscien; beyin; cervell, cerebral
dna: =dna, =genes, genetic, genom, =gene, =crispr, hereditary; =gen, genetik; =gene, =geni, genetic, genom
stemcell: stem cell; kok hucre; staminal
smoking: smoking, tobacco, cigarett, vaping, =smoker, =smokers, nicotine, =vape, =vapes; sigara, =tutun, =tutunun, tutun mamul, tutun urun, tutuncu; fumo passivo, vizio del fumo, divieto di fumo, fumo attivo, fumator, =fumare, antifumo, =svapo, sigarett, tabacc
alcohol: =beer, =wine, alcohol; =sarap, sarabi, =sarapla, =saraplar, saraplari, sarapci, alkol, =bira, birasi; birra, =vino, =vini, vinicol, alcol
~science: =science, =sciences, scientif, scientist, research; bilim, arastirmac, bilimsel arastirma, bilim insan; scienz, =ricerca, =ricerche, ricercator, =cnr, comunita scientifica
~study: =study, =studies, published in; arastirmac, arastirmaya, arastirmas, arastirmal, arastirmad, arastirman, bilimsel arastirma, makale, bilimsel calis; studio, pubblicat
discovery: discover, found evidence, unearth, stumbled upon, stumbled across; kesif, =bulgu, bulgular, bulgusu, kesfed, kesfet, kesfi, gun yuzune cikar, gun yuzune cikti, gun isigina; scopert, scopr, rinven, riemers, riaffior
species: species, wildlife, endangered, biodivers, extinct; turu kesfedil, bitki turu, hayvan turu, balik turu, kus turu, kelebek turu, nesli tuken, turu tespit, canli turu, yaban hayat, endemik; =specie, fauna, biodiversita, estinzion
fossil: fossil, dinosaur, palaeontolog, paleontolog, =jurassic, neanderthal; fosil, dinozor; fossil, dinosaur
planet: planet, asteroid, comet, =meteor, =meteors, meteorite, exoplanet, solar system, black hole, astronom, milky way, supernova, meteor shower; gezegen, asteroit, kuyruklu, goktas, =meteor, meteorit; pianet, asteroid, comet, =meteora, =meteore, meteorit, esopianet, sistema solare
eclipse: =eclipse, =eclipses; gunes tutul, ay tutul, tutulmasini izle, =tutulma; eclissi
physics: physics, physicist, particle physics, particle accelerator, subatomic, =cern, collider, quantum mechanic; fizikci, =fizigi, =fizigin, fizik profesor, fizik odul, kuantum fizig, astrofizik, parcacik fizig, parcacik; =fisici, fisica quantistica, fisica delle particelle, fisica nucleare, nobel per la fisica, astrofisic, fisico teorico, fisico nucleare, di fisica, particell
nobel: nobel; nobel; nobel
award: award, prize, medal of, accolade, laureate, =grammy, =grammys, =emmy, =emmys, =bafta, =baftas, golden globe; odul; riconosciment, =premio, =premi, premiat, premiaz, onorificenz, =pulitzer
genius: =inventor, =inventors, invention; mucit, icat; inventor, invenzion
climate: climate, global warming, net zero, global heating, sea level, paris agreement; iklim, kuresel isinma; =clima, climatic, riscaldamento globale, eventi estremi, surriscaldamento
emission: emission, =carbon, greenhouse, =co2, methane, fossil fuel, decarbon, greenhouse gas; emisyon, karbon ayak, karbon emis, karbon salin, karbon salim, karbon notr, karbon vergi, karbondioksit, dusuk karbon, karbonsuz, sera gazi, sera gazlari; emission, carbonio, effetto serra, gas serra, =co2, anidride carbonica
cop: =cop30, =cop29, =cop31, climate conference, climate summit, climate talks; =cop30, =cop29, =cop31, iklim konferans; =cop30, =cop29, =cop31, conferenza sul clima
environment: environment, ecolog, sustainab, conservation; cevreci, cevresel, cevre kirl, cevre koru, cevre bakan, cevre sehircilik, cevre orgut, cevre felaket, cevre dostu, cevre aktivist, dogal cevre, cevreye zarar; =ambiente, ambiental, ecolog
pollution: pollut, contamin, smog, air quality, sewage, particulate, microplastic; kirlilik, kirlen, hava kirlili, hava kalite, kirli hava, kirlilig; inquin, contamin, smog, polveri sottili, =pm10
plastic: plastic; plastik, plastig; plastic
mucilage: mucilage, sea snot; musilaj, deniz salyasi; mucillag
algae: algae, algal, jellyfish; yosun, denizanasi, =alg; =alghe, alga, medus
waste: =waste, =wastes, recycl, garbage, trash, landfill, rubbish, litter, incinerat; =atik, atikl, =atiga, =atigi, =atigin, geri donusum, =cop, copler; =rifiuti, =riciclo, =riciclare, riciclabil, =riciclata, =riciclati, impianto di riciclaggio, riciclo dei, discaric, spazzatur, immondizi, termovalorizzator
~water: =water, =waters, drinking water; =su, sulari, suyu, icme suyu; =acqua, =acque, idric, acquedott
river: =river, =rivers, riverbank, estuary, riverbed; nehir, nehri, irmagi, irmaga, irmaklar; fiume, =fiumi, =torrente, =torrenti
lake: =lake; =goldeki, sapanca golu, tuz golu, van golu, iznik golu, burdur golu, egirdir golu, beysehir golu, salda golu, bafa golu, gol seviyesi, gol havza, =golunde, =golundeki, golunun suyu, golunun kurum, =golde; =lago, laghi
~sea: =sea, =ocean, =oceans; =deniz, denizd, denizi, denize, denizc, denizle, denizin, okyanus; =mare, =mari, ocean
island: island, =isle; =ada, adasi, =adalar, adalari, adalara, adalard, adada; =isolano, =isolani, =isolana, =isola, =isole
mountain: =mountain, =mountains, mountainous, mountainside, mountaintop, mountain peak, metre peak, snowy peak, =peaks; =dag, =dagi, dagda, dagin zirve, dagi zirve, zirve tirman, zirvesine tirman, =daginda, =dagina, =dagindan; montagn, =monte, vetta, =cime, sulla cima, cima della montagna, cima del monte
glacier: glacier, iceberg, ice sheet, permafrost, ice cap, ice shelf; buzul, buzdag; ghiacciai, iceberg
forest: =forest, =forests, forestry, woodland, rainforest, amazon rainforest, deforest, reforest, =jungle; orman; =foresta, =foreste, forestal, =bosco, boschi, boschiv
desert: =desert, =deserts, desertific; =col, =colu, =colunde, =colune, =colun, colde; =deserto, =deserti, desertific
park: =park, national park; =park, =parki, =parkinda, =parkina, =parkin, =parkini, =parkindan, =parkta, milli park; =parco, parchi
tree: =tree, =trees; agac; =albero, =alberi, alberat
beach: beach; plaj, kumsal; spiagg, balnear
~animal: animal; hayvan; animal
dog: =dog, =dogs, puppy, stray dog, stray animal; =kopek, kopekle, kopekt, =kopekli, kopeg, basibos, sokak hayvan; =cane, =cani, randag
cat: =cat, =cats, kitten; =kedi, kediler; =gatto, =gatta, =gatti, =gattino, =gattini
bear: brown bear, polar bear, grizzly, bear attack, bear cub, black bear, a bear, =bears; boz ayi, boz ayinin, yavru ayi, ayi saldir, ayi yavru, kutup ayi, ayi gordu, ac kalan ayi, ayinin saldir, ayilar; =orso, =orsa, =orsi
wolf: =wolf, wolf pack, pack of wolves, wild wolves, wolves attack, wolves kill; kurt suru, kurt saldir, kurtlarin saldir, bozkurt yavru, =kurtlar, kurtlarin; =lupo, =lupi
shark: shark; kopekbalig; =squalo, =squali
whale: whale, dolphin, killer whale, =orca, =orcas, porpoise; balina, yunus balig; balen, delfin
fish: fishing, fisherman, fishermen, fisheries, fishery, trawler, =fish, =tuna, seafood; balikci, balig, =balik, balikl; =pesca, pescator, pescherecc, tonno
turtle: turtle, caretta; caretta, kaplumbaga; tartarug
bird: =bird, =birds, stork, =eagle, golden eagle, bird strike; =kus, kuslar, leylek, kartal yavru, yarali kartal, kaya kartal, kizil akbaba, akbaba, flamingo; uccell, cicogn, aquila reale, =aquile, =aquilotto
elephant: elephant, =lion, =tiger, tiger cub, panda, =zoo, =zoos, zookeeper; =fil, filler, aslan yavru, disi aslan, yavru aslan, aslan saldir, kaplan yavru, sibirya kaplan, bengal kaplan, =kaplanlar, panda, hayvanat bahce; elefant, =leonessa, leone marino, leone fuggito, un leone, tigr, panda gigante, panda giganti, cucciolo di panda, panda rosso, =zoo
snake: snake, crocod; yilan, timsah; serpent, coccodrill
insect: insect, mosquito, =bee, =bees, wasp; bocek, sivrisinek, =ari, arilar, boceg; insett, zanzar, =api, =vespe, puntura di vespa, calabron
horse: =horse, =horses; =at, =atlar, =atlari, =atlarin, =atlara, =atlarini, =atli, =atlilar; =cavallo, =cavalli, =cavalla, =cavalle
livestock: livestock, cattle, sheep, =cow, =cows, =pigs; buyukbas, sigir, inek, hayvancilik, koyun suru, koyun keci, kuzular, kurbanlik, =besici, besiciler, koyunlar, kucukbas; bestiam, bovin, =pecora, =pecore, mucche, suin, allevament
footandmouth: foot and mouth, swine fever, lumpy skin; sap hastalig, domuz veba; afta epizootica, peste suina, dermatite bovina
farmer: farmer, farming, agricult, =crop, =crops, harvest, =farm, =farms, farmland, irrigation, fertiliser, fertilizer; ciftci, tarim, hasat; agricol, agricolt, il raccolto, del raccolto, i raccolti, dei raccolti, raccolto agricolo, coldiretti
food: =food, =foods; gida, yiyecek; alimentar, cibo, cibi
hazelnut: hazelnut; =findik, findigi, =findikta, findikc, findik uret, findik fiyat; =nocciola, =nocciole, noccioleti, noccioleto
oliveoil: =olive, =olives, olive oil, olive grove; =zeytin, =zeytini, =zeytinler, zeytinyag, zeytin hasa, zeytinlik, zeytinci, zeytin agac; =olio, =oliva, =olive, olivicol
wheat: wheat, =grain, =grains, pasta, =flour; bugday, tahil, makarna, =un; =grano, cereal, pasta, =farina, =farine
rice: =rice; pirinc; =riso
tomato: tomato; domates; pomodor
fruit: =fruit, =fruits, apple harvest, cherry, apricot, citrus, lemon; meyve, kiraz, kayisi, limon, narenciye; frutta, ciliegi, albicocc, agrum, limon
grape: =grape, =grapes, vineyard, =wines, winery, wineries, winemak, winegrow, prosecco; uzum, bag bozumu, bagbozumu, uzum baglar, uzum bagi, baglarda, =sarap, sarabi, =saraplar, saraplari, sarapci; =uva, =vigna, =vigne, vigneti, =vigneto, viticolt, vendemm, vitivinicol, vino
cheese: cheese, mozzarella, milk, dairy; peynir, =sut, =sutu, =sute, sut uret, sut urun, cig sutun; formagg, mozzarell, latte, casear
meat: =meat, =beef, chicken; =et, etin, tavuk; =carne, =carni, =pollo, =polli
bread: =bread, =breads, bakery; ekmek, firin, ekmeg; =pane, panific, forno
coffee: coffee, espresso; =kahve, kahvesi, kahveci, kahveh, kahvel, =kahveye, =kahveyi, =kahvenin, =kahvede; caff
tea: =tea; =cay, =cayi, =cayin, =cayini, cay uret, cay hasa, cay topla, yas cay; te verde, te nero, tazza di te, foglie di te, piantagioni di te, the verde, tazza di the
chocolate: chocolat, cocoa; cikolata, kakao; cioccolat, cacao
pizza: pizza; pizza; =pizza, =pizze, pizzeri, pizzaiol
kebab: kebab, baklava, doner; kebap, kebab, baklava, donerci, =doneri, et doner, tavuk doner, doner fiyat, =donere; kebab, baklava
sugar: sugar, =sweets, confection; =seker, =sekeri, =sekerin, =sekere; zuccher
restaurant: restaur, chef, michelin, eatery, eateries, bistro, =diners, =waiter, waitress; restoran, lokanta, =sef, michelin; ristorant, =chef, michelin
cuisine: cuisine, recipe, gastronom; mutfak, mutfag, gastronomi; =cucina, =cucine, gastronom, =ricetta, =ricette
tourism: tourism, tourist, holidaymaker, holiday maker, vacation, sightsee, tour operator, travel agen, package holiday; turizm, turist, tatilci, rezervasyon; turis, vacanz, villeggiant, ferragosto
overtourism: overtourism, entry fee, entrance fee, admission fee, day tripper, tourist tax, tourism tax, too many tourists; giris ucret, asiri turizm; overtourism, ticket ingresso, contributo di accesso, biglietto ingresso
hotel: hotel, holiday resort, beach resort, ski resort, seaside resort, resort town, =resorts, tourist resort, luxury resort, hostel, guesthouse, guest house, =inn, motel; otel; alberg, hotel, resort
bnb: airbnb, short term let, short term rent, holiday let, holiday rental; gunluk kira, airbnb; affitti brevi, airbnb
heritage: unesco, heritage; unesco, kulturel miras, dunya miras, mirasi list, tarihi miras, kultur mirasi; unesco, patrimonio umanita, patrimonio mondiale, patrimonio culturale, patrimonio artistico, patrimonio storico, patrimonio archeologico, patrimonio immateriale
museum: museum, gallery, curator, galleries; =muze, muzesi, muzed, muzel, =muzenin, =muzeye, =muzeyi, muzeci, sanat galeri; =museo, =musei, museal, british museum, galleria arte, gallerie arte, galleria nazionale, galleria borghese, galleria degli uffizi, gallerie italia, gallerie accademia, gallerist, pinacotec, =uffizi
exhibition: exhibition, exhibit, biennale, biennial, on display, =expo, retrospective; =sergi, sergisi, =sergide, =sergiye, =sergiler, sergileri, =sergiyi, =serginin, sergileniyor, sergilenecek, bienal, fuar; la mostra, una mostra, in mostra, alla mostra, della mostra, mostra dedicata, mostra fotografica, mostra personale, mostra evento, grande mostra, =mostre, esposizion, biennale
painting: painting, painter, =canvas, =canvases, portrait, masterpiece, watercolo, =mural, =murals; yagli boya, tablolar, unlu tablo, tablo satil, picasso, ressam, =resim, resim sergi, =resimler, =resimleri; dipint, pittor, =ritratto, =ritratti, quadro rubato, quadro attribuito, quadro di caravaggio, quadro del pittore, celebre quadro, quadro trafugato, i =quadri, dei =quadri
sculpture: sculpt, statue, figurine; heykel; scultur, statua, statue, scultor
mosaic: mosaic, =fresco, =frescoes, =frescos; mozaik, fresk; mosaic, affresc
artist: artist; sanatci; artist
auction: auction, under the hammer, sotheby; muzayede, acik artirma; =asta, =aste
artefact: artefact, artifact, antiquit, looted, relic, antique, =treasure, =treasures; tarihi eser, yurt disina kacirilan, kacirilan eser, kacirilan tarih, =eser, eserler; =reperto, =reperti, opere arte, opera arte, antichita, trafugat
jewel: jewel, crown jewels, =diamond, =diamonds, necklace, tiara, emerald, sapphire, earring, brooch, bracelet, gemstone; mucevher, elmas, pirlanta; gioiell, diamant, =collana, =collane
excavation: excavation, excavated, excavating, archaeolog, archeolog, =dig; =kazi, kazilar, kazisi, kazilarda, arkeoloj; scavi, scavo, archeolog, pompei
tomb: =tomb, =tombs, =graves, graveyard, gravestone, mass grave, his grave, her grave, graveside, cemeter, necropol, sarcophag, mausoleum, catacomb, burial site, burial chamber, burial mound, headstone; mezar, lahit, nekropol, tabut, kabri; tomba, tombe, sepolcr, cimiter, necropol
mummy: mummy, mummies, pharaoh, pyramid, mummif, tutankhamun; mumya, firavun, piramit; mummia, mummie, faraon, piramid
ancient: ancient, roman era, byzantin, ottoman, neolithic, bronze age, iron age, stone age, mediev, hittite, prehistoric; =antik, =antika, antikaci, antikalar, bizans, =osmanli, osmanlila, osmanlin, osmanlic, roma donemi; bizantin, ottoman, =antico, =antica, =antichi, =antiche, epoca romana, eta romana
temple: =temple, =temples, amphitheat; tapinak, amfitiyatro, antik tiyatro, tapinag; tempio, templi, anfiteatr
castle: castle, fortress, =palace, =palaces, citadel, chateau; tarihi kale, kale surlar, kale duvar, =kalesi, =saray, sarayi, =saraya, sarayda, saraylar; =castello, =castelli, fortezz, =reggia
restoration: restoration, restorer; restorasyon, onarim; =restauro, =restauri, restaurat, =restaurare
film: film, cinema, movie, box office, blockbuster, screenplay, screenwriter, documentary, biopic, hollywood, james bond; film, sinema, beyaz perde, belgesel, vizyona gird, vizyona gire, gise hasilat, gise rekor; =film, =films, cinema
filmfestival: film festival, cannes, berlinale, golden lion, red carpet, golden bear, sundance; film festival, cannes, altin portakal, altin aslan, kirmizi hali; festival del cinema, mostra del cinema, cannes, leone oro, red carpet
oscar: =oscars, oscar winner, oscar winning, oscar nominat, an oscar, the oscar, oscar for, academy award; oscar; gli oscar, agli oscar, degli oscar, premio oscar, premi oscar, oscar alla carriera, oscar al miglior, oscar alla miglior, oscar per, notte degli oscar, candidato oscar, candidata oscar, vince oscar, vinto oscar, da oscar
actor: =actor, actress, =actors, movie star, film star, co star, denzel washington, tom holland; unlu oyuncu, kadin oyuncu, basrol, oyunculug, oyunculuk, dizi oyuncu, film oyuncu, sinema oyuncu, tiyatro oyuncu, sinema sanatci, aktor, aktris; attric, =attore, =attori
director: film director, filmmaker, film maker, directed by, directorial; yonetmen; =regista, =registi
series: tv series, television series, drama series, comedy series, hit series, miniseries, mini series, anime series, netflix, television, =tv, soap opera, sitcom, coronation street, =episode, =episodes, streaming, reality show, talk show, tv show, game show; netflix, televizyon, =tv, televizyon dizi, =diziler, =dizide, dizi oyuncu, yeni dizi, dizi film, dizi seti, dizi setinde, reyting, dizisi, dizinin, sezon finali; serie tv, netflix, television, =tv
broadcaster: broadcast, =bbc, =rai, =trt, =presenter, =presenters, newsreader, news anchor, =radio, =cnn; yayinci kurulus, yayincilik, canli yayin, televizyon kanal, tv kanal, =yayinci, yayin hakk, yayin kurulus, =bbc, =rai, =trt; emittent, =bbc, =rai, trasmission
music: music, album, =song, =songs, songwrit, =band, =bands, record label, spotify, =jazz, hip hop, pianist, guitarist, drummer, violin; muzik, album, =sarki, sarkisi, sarkici, sarkilar, besteci, muzisyen; music, =album, canzon, =disco, =dischi, discograf
singer: singer, rapper, pop star, tenor, soprano, vocalist, frontman, =diva, baritone, rock star, bruno mars, rolling stones; sarkici, =rap, rapci, tenor, soprano, orkestra sefi; cantant, rapper, cantautor, tenore lirico, grande tenore, celebre tenore, famoso tenore, =tenori, tenore italiano, soprano, direttore orchestra
concert: =concert, =concerts, concertgoer, =gigs, a gig, concert tour, world tour, farewell tour, tour dates, reunion tour, stadium tour, on tour, live music; =konser, konseri, konserd, konserl, =konsere, =turne, turnesi, =turneye, =turneler, sahne alac, sahne alan, sahneye cikac, sahne aldi; =concerto, =concerti, concertist, =tour, tournee
orchestra: =orchestra, =orchestras, orchestral, philharmon, symphon, =conductor, =maestro; orkestra, senfoni, filarmoni; =orchestra, =orchestre, orchestral, filarmonic, sinfonic
opera: =opera, =operas, operatic, la scala, =aria; =opera, =operasi, =operada; opera lirica, teatro opera, opera di verdi, opera di puccini, opera di rossini, opera buffa, opera di mozart, lirica
eurovision: eurovision; eurovision; eurovision
sanremofestival: sanremo; sanremo; sanremo
theatre: theatre, theater, on stage, stage play, stage production, stage show, playwright, broadway; tiyatro, sahnelen, sahne sanat, sahneye koyd, sahneye koya, sahneye konul, tiyatro sahne, perde acti, perdelerini acti, perdelerini acac; teatr, palco
ballet: ballet, dance, dancer, choreograph; =balesi, balerin, bale gosteri, klasik bale, bale topluluk, devlet opera, =dans, dansci; danza, ballett, ballerin
festival: festival, carnival, fiesta; festival, karnaval, senlik, senlig; festival, carneval, =sagra, =sagre
book: =book, =books, =novels, novelist, novella, a novel, the novel, his novel, her novel, debut novel, new novel, first novel, latest novel, graphic novel, writer, =author, =authors, bestsell, best seller, memoir, autobiograph, publisher, publishing house, paperback; kitap, =roman, romani, =yazar, =yazari, yazarlar, =yazarin, yazarlig, =kitabi, kitabin, yayinev; libro, libri, romanz, scrittor
poet: poet, poem; sair, =siir, siiri, siirl, =siire, siirsel, =siirde; poeta, poesi
library: library, archive, manuscript, libraries, librarian, parchment, papyr; kutuphane, arsiv, el yazmasi; bibliotec, =archivio, =archivi, archivist, manoscritt
bookfair: book fair; kitap fuar; salone del libro, fiera del libro
journalist: journalist, reporter, newspaper, media outlet, journalism, columnist, correspondent, =tabloid, =editor, =editors, newsroom; gazeteci, muhabir, gazetesi, gazeteler, =gazeteye, =gazetenin, =gazeteyi, medya kurulus, medya mensup, medya grub, basin mensup, basin yayin, basin kurulus, kose yazar; giornalist, reporter, giornale, testata giornalistica, testate giornalistiche
pressfreedom: press freedom, freedom of the press, media freedom, free speech, freedom of speech, freedom of expression, reporters without borders; basin ozgurlug, sansur; liberta di stampa
photo: =photo, =photos, photograph, photoshoot, selfie, paparazz, photo gallery; fotograf; =foto, fotograf
architect: architect; mimar; architett
design: =design, =designs, designed, designer, designing; tasarim; =design, =designer, =designers, progettazion
~history: histor; tarih; storic, storia
ww2: second world war, world war, =wwii, =ww2, =nazi, =nazis, d day, auschwitz, concentration camp; dunya savasi; guerra mondiale, nazist, nazism
liberation: liberation, =partisans, resistance fighter, the resistance, resistance movement, armed resistance; kurtulus, direnis; festa della liberazione, anniversario della liberazione, liberazione italia, liberazione dal nazifascismo, 25 aprile, guerra di liberazione, partigian, della resistenza, resistenza antifascista, resistenza partigiana, resistenza italiana, antifascist, =anpi
republicday: republic day, national day, independence day, bastille day; cumhuriyet bayram, milli bayram; festa della repubblica, festa nazionale
school: school, classroom, pupil, kindergarten, preschool, nursery school, day care, daycare; okul, lise, sinif, ilkokul, ortaokul, anaokul; scuola, liceo, scuol, alunn, scolastic, =preside
teacher: teacher, headteacher, head teacher, headmaster, lecturer, =tutor; ogretmen; insegnant, docent, =maestro, =maestra, =maestri, =maestre, =prof, supplent
student: student, graduate, graduation, =alumni, classmate, undergrad; ogrenci; student
university: universit, campus, =college, =colleges; universite, kampus, yuksekogretim; universit, ateneo
exam: =exam, =exams, examination, =gcse, =gcses, a levels; sinav, =lgs, =yks, =kpss, =osym; esame, =esami, maturita
education: educat, curriculum, literacy, tuition; egitim, mufredat; =istruzione, didattic
training: training, trainee, apprentice, internship, =intern, =interns, vocational; egitim; corso di formazione, corsi di formazione, formazione professionale, formazione dei docenti, formazione universitaria, formazione degli insegnanti, ente di formazione
language: language; dil kurs, dil egitim; =lingua
scholarship: scholarship, study grant, research grant, student grant, bursar, fellowship; =burs, bursu; borsa di studio, borse di studio
church: =church, =churches, churchgoer, cathedral, basilica, chapel, parish; kilise, katedral, bazilika; chiesa, cattedral, =basilica, =basiliche, duomo
pope: =pope, pontiff, vatican, holy see, pope leo, leo xiv, papal, papacy; =papa, vatikan; =papa, pontefic, vatican, santa sede, leone xiv, bergoglio, santo padre, =angelus, castel gandolfo
cardinal: cardinal, conclave, bishop, =patriarch, =patriarchs, patriarchate, archbishop; kardinal, konklav, piskopos, patrik; cardinal, conclav, vescov, patriarc, porporat, arcivescov
mass: holy mass, celebrated mass, celebrate mass, celebrates mass, sunday mass, requiem mass, midnight mass, open air mass, mass at st, mass in st, prayer, pray, pilgrim, sermon, homily, liturg, worship, rosary; pazar ayin, ayini yonet, ayin yonet, noel ayin, paskalya ayin, ayin duzenle, dini ayin, =ayinde, =ayine, dua etti, dua edil, =dualar, dualarla, =duasi, =hac, =hacilar, haci aday, =hacilarin, umre; santa messa, messa funebre, messa solenne, messa esequiale, messa in suffragio, messa di natale, messa di pasqua, messa celebrata, messa domenicale, messa di insediamento, celebra la messa, celebrato la messa, celebrata la messa, celebrera la messa, durante la =messa, a =messa, preghier, =prega, pellegrinagg, i pellegrini, dei pellegrini, di pellegrini, =rosario, liturgi
jubilee: jubilee, holy year; jubile, kutsal yil; giubile, anno santo
saint: patron saint, sainthood, made a saint, declared a saint, new saint, canonis, canoniz, beatif; aziz petrus, aziz pavlus, aziz nikola, aziz ilan, =azizler, azize; santo patrono, proclamato santo, proclamati santi, nuovo santo, nuovi santi, santo subito, santa patrona, proclamata santa, canonizz, beatific
mosque: mosque, minaret; =cami, camii, camiler, minare, cuma namaz, =camide, diyanet; moschea, moschee, minaret
islam: =islam, islamic, islamist, islamophob, muslim, =imam, =imams, quran, koran, sharia, hijab, burqa, niqab, muezzin; =islam, islami, islamc, islamof, =islama, =islamda, islam ulke, musluman, =imam, =imami, =imamin, imamlar, =imama, imam hatip, =ezan, peygamber, kuran i kerim, kuran kurs; =islam, islamic, islamis, musulman, =imam
ramadan: ramadan, =eid, iftar; ramazan, ramazan bayram, kurban bayram, bayram tatil, bayram namaz, bayram trafig, seker bayram, bayramlas, arefe, =iftar, =sahur, =oruc; ramadan
jewish: jewish, synagog, antisemit, =rabbi, =rabbis, =jew, =jews, judaism, kosher, hanukkah, anti semit, ultra orthodox, orthodox jew; yahudi, sinagog, antisemit; =ebreo, =ebrei, =ebrea, =ebree, ebraic, sinagog, antisemit
christian: =christians, christianity, christian communit, christian minorit, christian leader, christian faith, orthodox church, orthodox christian, orthodox priest, orthodox patriarch, catholic, =protestants, evangelical, anglican, lutheran, =bible; hristiyan, ortodoks, katolik; ortodoss, cattolic, =cristiani, =cristiana, mondo cristiano, cristiano maronita, popolo cristiano
christmas: christmas, =xmas, santa claus, nativity, boxing day; noel; natale, natalizi
newyear: new year; yilbasi, yeni yil; capodanno
easter: =easter, good friday, holy week, palm sunday; paskalya; =pasqua, =pasquetta, =pasquali, uova di pasqua, veglia pasquale, triduo pasquale
~women: women, =woman, female, feminis, gender equality; kadin; =donna, =donne, femminil
~men: =man, =men; =adam, erkek, erkeg; uomo, uomini
girl: =girl, =girls; =kizi, =kizini, =kizinin, =kizina, =kiziyla, =kizim, =kizimiz, kiz cocu, kizlar, =kiz; ragazza, bambina
boy: =boy, =boys; oglan, erkek cocuk; ragazzo, bambino
~child: child, kids, =kid, youngster; cocuk, cocug; bambin, =minore, =minori, minoril, figli
~family: family, families, relatives, next of kin, loved ones; aile; famigli
mother: =mother, =mothers, motherhood, =mum, =mom, stepmother; =anne, annesi, annenin; =madre, =madri, =mamma, =mamme
father: =father, =fathers, fatherhood, =dad, =dads, stepfather; =baba, babasi, =babam, =babanin, =babaya, babalar, =babadan, babami, =babasi; padre, papa di
brother: =brother, =brothers, =sister, =sisters, sibling, =twins, twin brother, twin sister, twin girls, twin boys; kardes, ikiz, agabey, abla; fratell, sorell, gemell
wife: =wife, =husband, =husbands, the couple, =couples, elderly couple, young couple, celebrity couple, couple who, spouse, widow, =fiance, =fiancee; =esi, =esini, eski koca, kocasi, evli cift, unlu cift, genc cift, yasli cift, =ciftin; moglie, marito, coppia, coniug, consorte, fidanzat
grandparent: grandfather, grandmother; =dede, dedesi, buyukanne, =nine, torun, babaanne, anneanne; nonno, nonna
wedding: wedding, married, marries, marriage, tie the knot, tied the knot, ties the knot, =bride, =brides, =groom, newlywed, honeymoon, nuptial; dugun, evlen, nikah, nisanlan, damat, dunya evine, evlilik, evlilig; nozze, matrimon, sposa, fiori arancio
divorce: divorc, custody battle, alimony, estranged; bosan; divorzi, causa di separazione, separazione consensuale, separazione legale, separazione dei coniugi
gay: =gay, lgbt, pride march, pride parade, pride event, pride month, same sex, lesbian, homosexual, transgender, drag queen, bisexual, homophob, =queer; escinsel, lgbt, onur yuruyus; =gay, lgbt, =pride, omosessual, omofob, transgender
neighbour: =neighbour, =neighbours, =neighbor, =neighbors; komsu; vicini di casa, vicino di casa, vicina di casa
~house: =house, =home, =homes, houses, =villas, a villa, luxury villa, the villa; =ev, =evi, =evin, =evde, evler, =villa, villasi; casa, abitazion, =villa, =ville
~kitchen: kitchen, oven, stove; mutfak, soba; cucina, forno, stufa
~garden: =garden, =gardens, gardener; =bahce, =bahcesi, bahcesin, bahced, bahcey, bahcen, bahceler; giardin
~village: village; =koy, =koyu, =koyune, =koyumuz, =koylu, koyluler, =koye, kirsal, mahalle, koyde, koyunde, koyler; villaggi, paese, =borgo, =borghi, frazion
~street: street, main square, town square, public square, central square, taksim square, tahrir square, trafalgar square, avenue; sokak, cadde, =meydan, =meydani, =meydaninda, =meydanda, meydanlar, =meydanina, =meydandaki, meydanindaki, sokag; in =via, =piazza, =piazze, piazzal, strada
~city: =city, =town; sehir, kent; citta
centenary: centenar, oldest person; asirlik; centenari, ultracentenar
lottery: lottery, jackpot, winning ticket, scratchcard, euromillions, powerball; piyango, ikramiye, buyuk ikramiye; lotteria, superenalotto, jackpot
gambling: gambl, betting, casino, bookmaker, bookies, =poker, slot machine, wager; kumar, bahis, kumarhane, iddaa; scommess, azzardo, casino, ludopati, slot machine
crowd: =crowd, =crowds, crowded, thousands of people, tens of thousands, thousands gather, thousands march, thousands attend, thousands pack, thousands flock, throng; kalabalik, binlerce kisi, binlerce insan, binlerce vatandas, onbinlerce, binlerce tarafta, binlerce seyirci, kalabalig; folla, migliaia di persone, migliaia in piazza, migliaia di fedeli, migliaia di manifestanti, migliaia di tifosi
queue: =queue, =queues, queueing, queuing, long lines; =kuyrukta, kuyruklar, uzun kuyruk, kuyruga gird, kuyruga gire, kuyruk olus; in coda, lunga coda, =code, in fila, lunga fila, lunghe file
population: populat, census, demograph, inhabitants; nufus; popolazion, demograf, censiment
poverty: poverty, =poor, impoverish, destitut, food bank, soup kitchen; yoksul; povert, =poveri, indigent, caritas, banco alimentare
charity: charit, foundation, volunteer, =ngo, =ngos, fundrais, donated, donation, donating, nonprofit, non profit, =donor, =donors, philanthrop; hayirsever, hayir kurum, hayir isleri, hayir kermes, =vakif, =vakiflar, vakiflari, =vakfa, vakfi, gonullu, =stk, bagis yapt, bagis kampan, bagis topla, =bagislar, bagisci; beneficenz, =benefica, =benefiche, fondazion, =volontari, volontariat, =volontarie, =ong, raccolta fondi, donazion
homelessness: rough sleep, homelessness, sleeping rough, sleep rough; evsiz; clochard, senza dimora
disability: disab, wheelchair, paraplegic, amputee, down syndrome, special needs; =engelli, engelliler, =engellinin, =engelliye, tekerlekli; disabil, carrozzin
racism: racis, xenophob, hate crime, white supremac, apartheid; irkci, nefret sucu, ayrimci, nefret soylem; razzis, xenofob
strikehunger: hunger strike; aclik grev; sciopero della fame
"""
