"""Health and science, schools, faith, arts, and the everyday things that news is made of."""

ROWS = """
health: health; saglik; sanit, salute
disease: disease, illness, infect, contagi; hastalik, enfeksiyon, bulas; malatti, infezion, contagi, patologi
virus: virus, viral; virus; virus
epidemic: epidemic, outbreak, pandemic; salgin, pandemi; epidemi, pandemi, focolai
covid: covid, coronavirus; covid, koronavirus; covid, coronavirus
flu: =flu, influenza; grip; influenz
birdflu: bird flu, avian; kus grib; aviaria
measles: measles; kizamik; morbillo
cholera: cholera; kolera; colera
malaria: malaria; sitma; malaria
westnile: west nile; bati nil; west nile
ebola: ebola; ebola; ebola
mpox: mpox, monkeypox; maymun cicegi; vaiolo
foodpoisoning: food poison, salmonell, botulin, listeria; gida zehir, besin zehir; intossicazione alimentare, salmonell, botulin, listeria
cancer: cancer, tumour, tumor; kanser, tumor; cancr, tumor, oncolog
heart: heart, cardiac; =kalp, kalbi, kalp kriz; cuore, cardiac, infart
stroke: =stroke; felc, =inme; =ictus
diabetes: diabet, insulin; diyabet, insulin, seker hasta; diabet, insulin
obesity: obes; obez; obes
dementia: dementia, alzheimer; demans, alzheimer; demenz, alzheimer
mentalhealth: mental health, depress, psychiatr; ruh sagligi, depresyon, psikiyatr; salute mentale, depression, psichiatr
vaccine: vaccin, =jab, =jabs; =asi, asisi, asilama, asilan; vaccin
drugmedicine: medicin, pharmac, =pill, =pills; =ilac, ilaci, ilaclar, eczane; farmac, medicinal
drugtrial: clinical trial, trial results; klinik deney, klinik calisma; sperimentazione clinica, studio clinico
therapy: therap, treatment; tedavi, terapi; terapi, =cura, =cure
surgery: surger, surgeon, operat on; ameliyat, cerrah; chirurg, intervento chirurgico, sala operatoria
transplant: transplant; nakil, nakli; trapiant
doctor: doctor, physician, =medic, =medics; doktor, hekim; dottor, =medico, =medici, =medica
nurse: nurse; hemsire; infermier
patient: patient; =hasta, hastalar, hastanin; pazient
birth: birth, pregnan, born; dogum, hamile, dogdu; nascit, gravidanz, incint, =parto
fertility: fertilit, birth rate; dogurganlik, dogum oran; fecondita, natalita, tasso di fecondita
abortion: abortion; kurtaj; aborto
euthanasia: euthanas, assisted dying, assisted suicide; otanazi; eutanasi, fine vita, suicidio assistito
blood: blood; =kan, =kani, kan bagis; sangue
brain: =brain; beyin; cervell, cerebral
dna: =dna, genes, genetic, genom, =gene; =gen, genetik; =gene, =geni, genetic, genom
stemcell: stem cell; kok hucre; staminal
smoking: smoking, tobacco, cigarett, vaping; sigara, tutun; fumo, sigarett, tabacc
alcohol: =beer, =wine, alcohol; sarap, alkol, =bira, birasi; birra, =vino, vini, alcol
~science: scien, research; bilim, arastirma; scienz, =ricerca, =ricerche, ricercator
~study: =study, =studies, published in; arastirma, makale; studio, pubblicat
discovery: discover, found evidence, unearth; kesif, bulgu, kesfed, kesfet; scopert, scopr, rinven
species: species, wildlife; =turu, canli turu, yaban hayat; specie, fauna
fossil: fossil, dinosaur; fosil, dinozor; fossil, dinosaur
planet: planet, asteroid, comet, =meteor, =meteors, meteorite; gezegen, asteroit, kuyruklu, goktas, =meteor, meteorit; pianet, asteroid, comet, =meteora, =meteore, meteorit
eclipse: eclips; tutulma; eclissi
physics: physic, particle; fizik, parcacik; fisic, particell
nobel: nobel; nobel; nobel
award: award, prize, medal of; odul; riconosciment, =premio, =premi, premiat, premiaz
genius: inventor, invention; mucit, icat; invent
climate: climate, global warming; iklim, kuresel isinma; clima, riscaldamento globale
emission: emission, carbon, greenhouse; emisyon, karbon, sera gaz; emission, carbonio, serra
cop: =cop30, =cop29, =cop31, climate conference; =cop30, =cop29, =cop31, iklim konferans; =cop30, =cop29, =cop31, conferenza sul clima
environment: environment, ecolog; cevre; ambient, ecolog
pollution: pollut, contamin, smog; kirlilik, kirlen, hava kirlili; inquin, contamin, smog
plastic: plastic; plastik; plastic
mucilage: mucilage, sea snot; musilaj, deniz salyasi; mucillag
algae: algae, algal, jellyfish; yosun, denizanasi, =alg; alghe, alga, medus
waste: waste, recycl, garbage, trash, landfill; atik, geri donusum, =cop, copler; rifiut, ricicl, discaric, spazzatur
~water: water, drinking water; =su, sulari, suyu, icme suyu; acqua, idric, acquedott
river: river; nehir, nehri, irmak; fiume, fiumi, torrent
lake: =lake; =gol, golu, golde; =lago, laghi
~sea: =sea, ocean; deniz, okyanus; =mare, =mari, ocean
island: island, =isle; =ada, adasi, adalar, adada; isolan, =isola, =isole
mountain: mountain, =peak, =peaks; =dag, =dagi, dagda, zirvesi; montagn, =monte, vetta, cima
glacier: glacier, iceberg, ice sheet; buzul, buzdag; ghiacciai, iceberg
forest: forest, woodland; orman; forest, bosco, boschi, boschiv
desert: desert; =col, colu, colde; desert
park: =park, national park; =park, parki, milli park; =parco, parchi
tree: =tree, =trees; agac; alber
beach: beach; plaj, kumsal; spiagg, balnear
~animal: animal; hayvan; animal
dog: =dog, =dogs, puppy, stray; kopek, kopeg, basibos, sokak hayvan; =cane, =cani, randag
cat: =cat, =cats, kitten; =kedi, kediler; gatto, gatti
bear: =bear, =bears; =ayi, ayinin, ayilar; =orso, =orsa, =orsi
wolf: =wolf, wolves; =kurt, kurtlar; =lupo, =lupi
shark: shark; kopekbalig; squal
whale: whale, dolphin; balina, yunus balig; balen, delfin
fish: fishing, fisher, trawler, =fish, =tuna; balikci, balig, =balik, balikl; =pesca, pescator, pescherecc, tonno
turtle: turtle, caretta; caretta, kaplumbaga; tartarug
bird: =bird, =birds, stork, eagle; =kus, kuslar, leylek, kartal; uccell, cicogn, aquil
elephant: elephant, =lion, tiger, panda, zoo; =fil, filler, aslan, kaplan, panda, hayvanat bahce; elefant, leone, tigr, panda, =zoo
snake: snake, crocod; yilan, timsah; serpent, coccodrill
insect: insect, mosquito, =bee, =bees, wasp; bocek, sivrisinek, =ari, arilar; insett, zanzar, =api, vespa, calabron
horse: horse; =at, atlar, atli; cavall
livestock: livestock, cattle, sheep, =cow, =cows, =pigs; buyukbas, sigir, inek, hayvancilik, =koyun, koyunlar, kucukbas; bestiam, bovin, pecor, mucche, suin, allevament
footandmouth: foot and mouth, swine fever, lumpy skin; sap hastalig, domuz veba; afta epizootica, peste suina, dermatite bovina
farmer: farmer, farming, agricult, crop, harvest; ciftci, tarim, hasat; agricol, agricolt, raccolto, coldiretti
food: =food, =foods; gida, yiyecek; alimentar, cibo, cibi
hazelnut: hazelnut; findik; nocciol
oliveoil: =olive, =olives; zeytin; =olio, =oliva, =olive, olivicol
wheat: wheat, grain, pasta, flour; bugday, tahil, makarna, =un; =grano, cereal, pasta, farin
rice: =rice; pirinc; =riso
tomato: tomato; domates; pomodor
fruit: fruit, apple harvest, cherry, apricot, citrus, lemon; meyve, kiraz, kayisi, limon, narenciye; frutta, ciliegi, albicocc, agrum, limon
grape: grape, vineyard, wine, prosecco; uzum, bag bozumu, sarap; =uva, vigne, vendemm, vitivinicol, vino
cheese: cheese, mozzarella, milk, dairy; peynir, =sut, sutu; formagg, mozzarell, latte, casear
meat: =meat, beef, chicken; =et, etin, tavuk; carne, pollo
bread: bread, bakery; ekmek, firin; =pane, panific, forno
coffee: coffee, espresso; kahve; caff
tea: =tea; =cay, cayi; =te, =the
chocolate: chocolat, cocoa; cikolata, kakao; cioccolat, cacao
pizza: pizza; pizza; =pizza, =pizze, pizzeri, pizzaiol
kebab: kebab, baklava, doner; kebap, kebab, baklava, doner; kebab, baklava
sugar: sugar, sweet; =seker, sekeri; zuccher
restaurant: restaur, chef, michelin; restoran, lokanta, =sef, michelin; ristorant, =chef, michelin
cuisine: cuisine, recipe, gastronom; mutfak, mutfag, gastronomi; cucina, gastronom, ricett
tourism: tourism, tourist, holidaymaker, holiday maker, vacation; turizm, turist, tatilci; turis, vacanz, villeggiant
overtourism: overtourism, entry fee, entrance fee, admission fee, day tripper; giris ucret, asiri turizm; overtourism, ticket d ingresso, contributo di accesso, biglietto d ingresso
hotel: hotel, resort; otel; alberg, hotel, resort
bnb: airbnb, short term let, short term rent; gunluk kira, airbnb; affitti brevi, airbnb
heritage: unesco, heritage; unesco, miras; unesco, patrimonio
museum: museum, gallery; muze, galeri; muse, galleri
exhibition: exhibition, exhibit, biennale, biennial; sergi, bienal; mostra, mostre, esposizion, biennale
painting: painting, painter, canvas, portrait; tablo, ressam, =resim, resmi; dipint, pittor, ritratt, =quadro, =quadri
sculpture: sculpt, statue; heykel; scultur, statua, statue, scultor
mosaic: mosaic, fresco; mozaik, fresk; mosaic, affresc
artist: artist; sanatci; artist
auction: auction; muzayede, acik artirma; =asta, =aste
artefact: artefact, artifact, antiquit, looted, relic; tarihi eser, kacirilan, =eser, eserler; repert, opere, antichita, trafugat
jewel: jewel, crown jewels, diamond, necklace; mucevher, elmas, pirlanta; gioiell, diamant, collan
excavation: excavat, archaeolog, archeolog, =dig; =kazi, kazilar, kazisi, kazilarda, arkeoloj; scavi, scavo, archeolog
tomb: =tomb, =tombs, grave, cemeter, necropol; mezar, lahit, nekropol; tomba, tombe, sepolcr, cimiter, necropol
mummy: mummy, mummies, pharaoh, pyramid; mumya, firavun, piramit; mummia, mummie, faraon, piramid
ancient: ancient, roman era, byzantin, ottoman; antik, bizans, osmanli, roma donemi; bizantin, ottoman, =antico, =antica, =antichi, =antiche, epoca romana, eta romana
temple: temple, amphitheat; tapinak, amfitiyatro, antik tiyatro; tempio, templi, anfiteatr
castle: castle, fortress, palace; =kale, kalesi, saray; castell, fortezz, reggia
restoration: restor; restorasyon, onarim; restaur
film: film, cinema, movie; film, sinema; film, cinema
filmfestival: film festival, cannes, berlinale, golden lion, red carpet; film festival, cannes, altin portakal, altin aslan, kirmizi hali; festival del cinema, mostra del cinema, cannes, leone d oro, red carpet
oscar: oscar, academy award; oscar; oscar
actor: =actor, actress; oyuncu, aktor, aktris; attric, =attore, =attori
director: film director, filmmaker; yonetmen; =regista, =registi
series: =series, netflix, television, =tv; netflix, televizyon, =tv, =dizi, dizisi, dizinin; serie tv, netflix, television, =tv
broadcaster: broadcast, =bbc, =rai, =trt; yayin, =bbc, =rai, =trt; emittent, =bbc, =rai, trasmission
music: music, album, song; muzik, album, =sarki, sarkisi, sarkici, sarkilar; music, album, canzon, disco
singer: singer, rapper, pop star, tenor, soprano; sarkici, =rap, rapci, tenor, soprano, orkestra sefi; cantant, rapper, cantautor, tenore, soprano, direttore d orchestra
concert: concert, gig, =tour; konser, turne; concert, =tour, tournee
orchestra: orchestra, philharmon, symphon; orkestra, senfoni, filarmoni; orchestr, filarmonic, sinfonic
opera: opera; =opera, =operasi, =operada; opera lirica, =opera, lirica
eurovision: eurovision; eurovision; eurovision
sanremofestival: sanremo; sanremo; sanremo
theatre: theatre, theater, =stage; tiyatro, sahne; teatr, palco
ballet: ballet, dance, dancer; bale, =dans, dansci; danza, ballett, ballerin
festival: festival, carnival; festival, karnaval, senlik; festival, carneval, sagra
book: =book, =books, novel, writer, =author, =authors; kitap, =roman, romani, yazar; libro, libri, romanz, scrittor
poet: poet, poem; sair, siir; poeta, poesi
library: library, archive, manuscript; kutuphane, arsiv, el yazmasi; bibliotec, archivi, manoscritt
bookfair: book fair; kitap fuar; salone del libro, fiera del libro
journalist: journalist, reporter, newspaper, media outlet; gazeteci, muhabir, gazete, medya; giornalist, reporter, giornale, testata
pressfreedom: press freedom, freedom of the press; basin ozgurlug; liberta di stampa
photo: photo; fotograf; foto
architect: architect; mimar; architett
design: design; tasarim; design, progettazion
~history: histor; tarih; storic, storia
ww2: second world war, world war; dunya savasi; guerra mondiale
liberation: liberation, partisan, resistance; kurtulus, direnis; liberazione, partigian, resistenz
republicday: republic day, national day; cumhuriyet bayram, milli bayram; festa della repubblica, festa nazionale
school: school, classroom, pupil; okul, lise, sinif; scuola, liceo, scuol, alunn
teacher: teacher; ogretmen; insegnant, docent, maestr, =prof
student: student; ogrenci; student
university: universit, campus; universite; universit, ateneo
exam: =exam, =exams, examination; sinav; esame, esami, maturita
education: educat, curriculum; egitim, mufredat; istruzion, didattic
training: training; egitim; formazion
language: language; dil kurs, dil egitim; =lingua
scholarship: scholarship, =grant; =burs, bursu; borsa di studio, borse di studio
church: church, cathedral, basilica; kilise, katedral, bazilika; chiesa, cattedral, basilica, duomo
pope: =pope, pontiff, vatican, holy see, =leo; =papa, vatikan; =papa, pontefic, vatican, santa sede
cardinal: cardinal, conclave, bishop, patriarch; kardinal, konklav, piskopos, patrik; cardinal, conclav, vescov, patriarc
mass: =mass, prayer, pray, pilgrim; =ayin, =dua, =hac, haci; =messa, preghier, =prega, pellegrin
jubilee: jubilee, holy year; jubile, kutsal yil; giubile, anno santo
saint: saint, canonis, canoniz, beatif; =aziz, azize; =santo, =santa, canonizz, beatific
mosque: mosque, minaret; =cami, camii, camiler, minare; moschea, moschee, minaret
islam: islam, muslim, imam; islam, musluman, imam; islam, musulman, imam
ramadan: ramadan, =eid; ramazan, bayram; ramadan
jewish: jewish, synagog, antisemit; yahudi, sinagog, antisemit; ebre, sinagog, antisemit
christian: christian, orthodox, catholic; hristiyan, ortodoks, katolik; ortodoss, cattolic, =cristiani, =cristiana, =cristiano
christmas: christmas; noel; natale, natalizi
newyear: new year; yilbasi; capodanno
easter: =easter; paskalya; pasqu
~women: women, =woman, female; kadin; donna, donne, femminil
~men: =man, =men; =adam, erkek; uomo, uomini
girl: =girl, =girls; kizi, kizlar, =kiz; ragazza, bambina
boy: =boy, =boys; oglan, erkek cocuk; ragazzo, bambino
~child: child, kids; cocuk; bambin, minor, figli
~family: family, families; aile; famigli
mother: mother; =anne, annesi, annenin; madre, mamma
father: father; baba, =babasi; padre, papa di
brother: brother, sister, sibling, twin; kardes, ikiz, agabey, abla; fratell, sorell, gemell
wife: =wife, husband, couple, spouse; =esi, =esini, =koca, kocasi, =cift; moglie, marito, coppia, coniug
grandparent: grandfather, grandmother; =dede, dedesi, buyukanne, =nine; nonno, nonna
wedding: wedding, marri; dugun, evlen, nikah; nozze, matrimon, sposa
divorce: divorc; bosan; divorzi, separazion
gay: =gay, lgbt, =pride, same sex; escinsel, lgbt, onur yuruyus; =gay, lgbt, =pride, omosessual
neighbour: neighbour, neighbor; komsu; vicini di casa, vicino di casa, vicina di casa
~house: =house, =home, =homes, houses, =villa; =ev, =evi, =evin, =evde, evler, =villa, villasi; casa, abitazion, =villa, =ville
~kitchen: kitchen, oven, stove; mutfak, soba; cucina, forno, stufa
~garden: garden; bahce; giardin
~village: village; =koy, koyu, kirsal, mahalle, koyde, koyunde, koyler; villaggi, paese, borgo, frazion
~street: street, square, avenue; sokak, cadde, meydan; =via, piazza, strada
~city: =city, =town; sehir, kent; citta
centenary: centenar, oldest person; asirlik; centenari, ultracentenar
lottery: lottery, jackpot; piyango, ikramiye, buyuk ikramiye; lotteria, superenalotto, jackpot
gambling: gambl, betting, casino; kumar, bahis, kumarhane; scommess, azzardo, casino
crowd: crowd, thousands; kalabalik, binlerce; folla, migliaia
queue: =queue, =queues; kuyruk; =coda, =code, =fila
population: populat, census, demograph; nufus; popolazion, demograf, censiment
poverty: poverty, =poor; yoksul; povert
charity: charit, foundation, volunt, =ngo, =ngos; hayir, vakif, vakfi, gonullu, =stk; benefic, fondazion, volontar, =ong
homelessness: rough sleep, homelessness; evsiz; clochard, senza dimora
disability: disab, wheelchair; engelli, tekerlekli; disabil, carrozzin
racism: racis; irkci; razzis
strikehunger: hunger strike; aclik grev; sciopero della fame
"""
