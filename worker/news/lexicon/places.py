"""Countries, their people and the towns whose names the three languages write each in its own way.

A town that all write alike (Madrid) needs no row: it is a name, and its first letters agree.
"""

COUNTRIES = """
us: united states, american, =usa, white house, us strike, u s, the us, new mexico, new england; =abd, amerika, amerikan, beyaz saray; stati uniti, american, =usa, statunitens, casa bianca
uk: united kingdom, britain, british, =uk, english, england, downing street, westminster, whitehall, =britons, =brits; ingiltere, birlesik krallik, ingiliz, britanya; regno unito, gran bretagna, britannic, inghilterra, ingles
scotland: scotland, scottish; iskocya, iskoc; scozi, scozzes
ireland: ireland, irish; irlanda; irland
france: =france, french; fransa, fransiz; =francia, =francese, =francesi
germany: germany, =german, =germans; almanya, =alman, almanlar, almanca; =germania, germanic, tedesc
spain: spain, spanish, spaniard; ispany, ispanyol; spagn
portugal: portug; portekiz; portogall, portoghes
greece: greece, greek, hellenic; yunan; =grecia, =greci, =greco, =greca, =greche, ellenic
greekcyprus: cyprus, cypriot; kibris; =cipro, cipriot
bulgaria: bulgaria; bulgar; =bulgaria, =bulgaro, =bulgara, =bulgare
romania: romania; romanya, rumen, romen; romania, =romeno, =romena, =romeni, rumen
hungary: hungar; macar; ungher, magiar
austria: austria; avustury; austri
switzerland: switzerland, swiss; isvicre; svizzer
belgium: belgi; belcika; =belgio, =belga, =belgi, =belghe
netherlands: netherlands, dutch, =holland; hollanda; paesi bassi, oland
denmark: denmark, danish, =dane, =danes; danimarka; danimarc, danes
sweden: swed; isvec; svezi, svedes
norway: norway, norweg; norvec; norveg
finland: finland, finnish; finlandiya; finland
iceland: iceland; izlanda; islanda, islandes
poland: poland, =polish; polonya; poloni, polacc
czechia: czech; cekya, cek cumhuriyet; repubblica ceca, cechia, =ceco, =ceca, =cechi
slovakia: slovak; slovak; slovacc
slovenia: sloven; sloven; sloven
croatia: croat; hirvat; croat, croaz
serbia: serb; sirbistan, sirp; =serbia, =serbo, =serba, =serbi, =serbe
bosnia: bosnia; bosna, bosnak; bosni
kosovo: kosov; kosov; kosov, kossov
albania: albania; =arnavut, arnavutlu, arnavutla; albania, albanes
macedonia: north macedonia, macedonia; makedon; macedon
montenegro: montenegr; karadag; montenegr
moldova: moldov; moldov; moldav, moldov
ukraine: ukrain, ukrainian strike, ukraine strikes, strike on ukraine; ukrayn; ucrain
russia: russia, kremlin, russian strike, russia strikes, soviet; rusya, =rus, ruslar, kremlin; =russia, =russo, =russa, =russi, =russe, cremlino
belarus: belarus; belarus; bielorus
estonia: estonia; eston; estoni, estone
latvia: latvia; letony; letton
lithuania: lithuan; litvan; lituan
georgia: georgia, georgian; gurcist, gurcu; =georgia, georgian
armenia: armenia; ermeni; armen
azerbaijan: azerbaij, azeri; azerbayc, azeri; azerbai, azer
kazakhstan: kazakh; kazak; kazak, kazac
uzbekistan: uzbek; ozbek; uzbek, uzbec
turkmenistan: turkmen; turkmenist; turkmen
kyrgyzstan: kyrgyz; kirgiz; kirghiz
iran: iran, strike on iran, strikes iran, iranian strike; =iran, iranli; iran
iraq: iraq; =irak, irakli; =iraq, irachen
syria: syria, strike on syria, strike in syria; suriye; =siria, sirian
lebanon: leban, strike on lebanon, strike in lebanon; lubnan; =libano, libanes
israel: israel, israeli strike, israel strikes, =idf; israil; israel
gaza: gaza, strike on gaza, strike in gaza, strikes gaza; gazze; gaza
westbank: west bank, palestin; bati seria, filistin; cisgiordan, palestin
jordan: =jordan, jordanian; urdun; =giordania, re giordano, esercito giordano, governo giordano, confine giordano, giordane
egypt: egypt; misir; egitt, egizian
saudi: saudi; suudi; arabia saudit, saudit
emirates: emirates, =uae, emirati; birlesik arap emirlik, =bae; emirati
qatar: qatar; =katar, katarli; qatar
kuwait: kuwait; kuveyt; kuwait
oman: =oman, omani; umman; =oman, omanit
yemen: yemen, houthi, strike on yemen, strike in yemen; =yemen, yemenl, husi; yemen, houthi
bahrain: bahrain; bahreyn; bahrein, bahrain
libya: libya; libya; =libia, libic
tunisia: tunisia; tunus; tunisi
algeria: algeria; cezayir; algeri
morocco: morocc; =fas, fasli; marocc
sudan: sudan; sudan; =sudan, sudanes
southsudan: south sudan; guney sudan; sud sudan
somalia: somal; somali; somal
ethiopia: ethiopia; etiyop; etiop
kenya: kenya; kenya; kenya, kenian, keniot
nigeria: nigeria; nijerya; nigeria
niger: =niger, nigerien; =nijer, nijerli; =niger, nigerin
mali: =mali, malian; malili; =mali, malian
ghana: ghana; =gana, ganali; ghana, ghanes
senegal: senegal; senegal; senegal
cameroon: cameroon; kamerun; camerun
congo: congo; kongo; congo
rwanda: rwanda; ruanda; ruanda, ruandes
uganda: uganda; uganda; uganda, ugandes
tanzania: tanzan; tanzan; tanzan
zimbabwe: zimbabw; zimbabv; zimbabw
southafrica: south africa; guney afrika; sudafric
mozambique: mozambi; mozambik; mozambic
madagascar: madagasc; madagaskar; madagascar
angola: angola; angola; =angola, angolan
china: china, chines; =cin, cinli; =cina, cines
taiwan: taiwan; tayvan; taiwan
hongkong: hong kong; hong kong; hong kong
japan: japan; japon; giappon
southkorea: south korea; guney kore; corea del sud, sudcorean
northkorea: north korea, pyongyang; kuzey kore, pyongyang; corea del nord, nordcorean, pyongyang
india: =india, =indian, =indians; hindist, hintli; =india, =indiano, =indiana, =indiani, =indiane
pakistan: pakistan; pakist; pakist
afghanistan: afghan, kabul; afgan, =kabil; afghan, =kabul
bangladesh: banglad; banglad; banglad, bengales
srilanka: sri lanka; sri lanka; sri lanka
nepal: nepal; nepal; nepal
myanmar: myanmar, burm; myanmar; myanmar, birman
thailand: thail, =thai; tayland; thail, tailand
vietnam: vietnam; vietnam; vietnam
cambodia: cambod; kamboc; cambog
indonesia: indones; endonez; indones
malaysia: malays; malez; malays, malesi, =malese
philippines: philippin, filipin; filipin; filippin
singapore: singapor; singapur; singapor
australia: australia, new south wales; avustralya; australi
newzealand: new zealand; yeni zeland; nuova zeland, neozeland
canada: =canada, canadian, british columbia; kanada; =canada, canadese, canadesi
mexico: mexic; meksika; messic
cuba: cuba; kuba; =cuba, =cubano, =cubana, =cubani, =cubane
haiti: haiti, port au prince; haiti; haiti
venezuela: venezuel; venezuela; venezuel
colombia: colombia; kolombiya; =colombia, colombian
ecuador: ecuador; ekvador; ecuador
peru: =peru, peruvian; =peru, perulu; =peru, peruvian
bolivia: bolivia; bolivya; bolivi
brazil: brazil; brezilya; brasil
argentina: argentin; arjantin; argentin
chile: =chile, chilean; =sili, silili; =cile, =cileno, =cilena, =cileni, =cilene
uruguay: uruguay; uruguay; uruguay
paraguay: paraguay; paraguay; paraguay
guyana: guiana, guyana; guyana; guyana, guiana
guatemala: guatemal; guatemala; guatemal
honduras: hondur; honduras; hondur
panama: panama; panama; panama
greenland: greenland; gronland; groenland
malta: malta, maltes; malta; =malta, maltes
luxembourg: luxembourg; luksemburg; lussemburg
africa: africa, african union; =afrika, afrikali; =africa, african
asia: =asia, asian; asya; =asia, asiatic
europe: =europe; =avrupa; =europa
middleeast: middle east, arab league; orta dogu, ortadogu; medio oriente
latinamerica: latin america, south america, latin american, south american; latin amerika, guney amerika; america latina, sudamerica
gulf: =gulf; korfez ulke, basra korfez, iran korfez, korfez isbirlig, umman korfez, korfez sermaye, korfez arap; =golfo
arctic: arctic; arktik; =artico, =artica, =artici, =artiche
antarctica: antarct; antarkt; antart
atlantic: atlantic; atlantik, atlas okyanus; =atlantico
pacific: pacific; pasifik, buyuk okyanus; oceano pacifico, nel pacifico, indo pacifico, pacifico meridionale, pacifico occidentale
indianocean: indian ocean; hint okyanus; oceano indian
aegean: aegean; =ege; =egeo, mar egeo
adriatic: adriatic; adriyatik; adriatic
blacksea: black sea; karadeniz; mar nero
redsea: red sea; kizildeniz; mar rosso
mediterranean: mediterran; akdeniz; mediterrane
balkans: balkan; balkan; balcan
"""

TOWNS = """
london: =london, londoner; londra; londra, londines
paris: =paris, parisian; paris; parig
berlin: berlin; berlin; =berlino, berlines
munich: munich; munih; monaco di bavier, monaco baviera
hamburg: =hamburg; =hamburg, hamburglu; amburg
frankfurt: frankfurt; frankfurt; francoforte
cologne: cologne; koln; colonia germania
stuttgart: stuttgart; stuttgart; stoccarda
dresden: dresden; dresden; dresda
leipzig: leipzig; leipzig; lipsia
moscow: moscow; moskova; =mosca
petersburg: petersburg; petersburg; pietroburg
kyiv: kyiv, kiev; kiev, kiyiv; kiev, kyiv
kharkiv: khark; harkiv, harkov; khark
odesa: odesa, odessa; odesa, odessa; odessa, odesa
athens: athens, athenian; atina; =atene, atenies
thessaloniki: thessalonik, salonic; selanik; salonic
crete: crete, cretan; =girit; =creta
rhodes: =rhodes; =rodos; =rodi
nicosia: nicosia; lefkosa; nicosia
vienna: vienna; viyana; vienna
geneva: geneva; cenevre; a ginevra, di ginevra, da ginevra, ginevrin
zurich: zurich; zurih; zurig
brussels: brussels; bruksel; bruxelles
antwerp: antwerp; anvers; anversa
amsterdam: amsterdam; amsterdam; amsterdam
hague: =hague; lahey; =aia, =aja
rotterdam: rotterdam; rotterdam; rotterdam
copenhagen: copenhagen; kopenhag; copenaghen
stockholm: stockholm; stokholm, stockholm; stoccolma
helsinki: helsinki; helsinki; helsinki
warsaw: warsaw; varsova; varsavia
krakow: krakow, cracow; krakov; cracovia
prague: prague; =prag; =praga
budapest: budapest; budapest; budapest
bucharest: bucharest; bukres; bucarest
belgrade: belgrad; belgrad; belgrad
sofia: =sofia; sofya; capitale bulgara, sofia in bulgaria
zagreb: zagreb; zagreb; zagabria
ljubljana: ljubljana; ljubljana, lubliyana; lubiana
sarajevo: sarajev; saraybosna; sarajev
pristina: pristina; pristine; pristina
tirana: tirana; tiran; tirana
skopje: skopje; uskup; skopje
lisbon: lisbon; lizbon; lisbon
barcelona: barcelona; barselona; barcellon
seville: seville; sevilla; siviglia
valencia: valencia; valensiya, valencia; valencia
marseille: marseil; marsilya; marsigli
lyon: =lyon; =lyon; =lione
toulouse: toulous; toulouse; tolosa
strasbourg: strasbourg; strazburg; strasburg
lausanne: lausanne; lozan; losanna
edinburgh: edinburgh; edinburg; edimburg
dublin: dublin; dublin; dublin
newyork: new york; new york; new york, newyorkes
washington: washington; washington, vasington; washington
losangeles: los angeles; los angeles; los angeles
philadelphia: philadelph; philadelph, filadelf; filadelfia, philadelph
california: californ; kaliforn; californ
florida: florida; florida; florida
texas: texas, texan; teksas; texas
hawaii: hawai; hawai; hawai
beijing: beijing; pekin; pechin
shanghai: shanghai; sanghay; shanghai
tokyo: tokyo; tokyo; tokyo
seoul: seoul; =seul; seul
delhi: delhi; delhi; delhi
mumbai: mumbai; mumbai, =bombay; mumbai
tehran: tehran; tahran; teheran
baghdad: baghdad; bagdat; baghdad
mosul: mosul; musul; mosul
basra: basra; basra; bassora
erbil: erbil; erbil; erbil
damascus: damasc; samda; damasco
aleppo: aleppo; halep; aleppo
homs: =homs; humus kent, humus ili, humus sehir; =homs
beirut: beirut; beyrut; beirut
jerusalem: jerusalem; kudus; gerusalemme
telaviv: tel aviv; tel aviv; tel aviv
rafah: rafah; refah kent, refah sinir, refah kapi, refah saldir, refah operasyon; rafah
khanyounis: khan younis; han yunus; khan younis, khan yunis
ramallah: ramallah; ramallah; ramallah
cairo: cairo; kahire; =cairo
alexandria: alexandria; iskenderiye; alessandria egitto
suez: suez; suveys; suez
riyadh: riyadh; riyad; riad, riyad
jeddah: jeddah; cidde; gedda
mecca: mecca; mekke; =mecca
dubai: dubai; dubai; dubai
doha: doha; doha; doha
benghazi: benghaz; bingazi; bengasi
misrata: misrata; misrata; citta di misurata, porto di misurata, a misurata, milizie di misurata
casablanca: casablanca; kazablanka; casablanca
marrakesh: marrak; marakes; marrak
khartoum: khartoum; hartum; khartum
nairobi: nairobi; nairobi; nairobi
mogadishu: mogadish; mogadis; mogadisc
addisababa: addis ababa; addis ababa; addis abeba
johannesburg: johannesburg; johannesburg; johannesburg
capetown: cape town; cape town; citta del capo
tbilisi: tbilisi; tiflis; tbilisi
yerevan: yerevan; erivan; erevan, yerevan
baku: =baku; =baku; =baku
islamabad: islamabad; islamabad; islamabad
karachi: karachi; =karaci; karachi
mexicocity: mexico city; mexico city, meksiko; citta del messico
rio: rio de janeiro; rio de janeiro; rio de janeiro
saopaulo: sao paulo; sao paulo; san paolo del brasile, san paolo in brasile
buenosaires: buenos aires; buenos aires; buenos aires
havana: havana; havana; =avana
danube: danub; tuna nehr; danubi
rhine: =rhine; =ren; =reno
nile: =nile; nil nehr; =nilo
alps: =alps, alpine; alpler; =alpi, arco alpino, catena alpina, valichi alpini, valico alpino, vallate alpine, regione alpina
everest: everest; everest; everest
bavaria: bavaria; bavyera; bavier
catalonia: catalan, catalonia; katalan, katalon; catalogn, catalan, catalun
wales: =wales, welsh; galler; =galles, galles
crimea: crimea; kirim; crimea
donetsk: donetsk, donbas; donetsk, donbas; donetsk, donbas
corsica: corsica; korsika; corsica
canaries: canary island; kanarya adalari; canarie
hormuz: hormuz; hurmuz; hormuz
gibraltar: gibraltar; cebelitarik; gibilterra
lakecomo: lake como; como golu; lago di como
garda: lake garda; garda golu; lago di garda
etna: =etna; =etna; =etna
vesuvius: vesuvi; vezuv; vesuvi
"""
