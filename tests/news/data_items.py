# ruff: noqa: E501 — one case a line, so that the table can be read down its columns
"""Hard items in three languages, written for these tests: what is about both countries, and what only sounds so.

The traps are those met in real feeds: words that are names, clubs that are cities, datelines, listings, lists of countries.
"""

from typing import NamedTuple

from worker.news.types import Item


class Case(NamedTuple):
    """An item with what a reader says of it."""

    item: Item
    relevant: bool
    leonardo: bool = False
    """Whether the company is named."""
    topic: str = ""
    """A topic it must have; empty: not asked."""


def make_case(language: str, title: str, text: str, relevant: bool, *, leonardo: bool = False, topic: str = "") -> Case:
    return Case(Item(title=title, summary=text, language=language), relevant, leonardo, topic)


DEFENCE, DIPLOMACY, MIGRATION = "defence_industry", "diplomacy_summits", "migration_coastguard"
TRADE, ENERGY, LIBYA, SYRIA = "trade_investment", "energy", "libya_eastmed", "syria_mideast"
NATO, EU, SPACE, TRANSPORT = "ukraine_nato", "eu_accession", "space", "transport_infra"
CULTURE, SPORT, CRIME = "culture_tourism", "sport", "organised_crime_terrorism"
CARS, RELIEF = "automotive_manufacturing", "humanitarian_disaster"

ENGLISH = [
    make_case("en", "Leonardo and Baykar open joint drone line", "The two makers share the work between La Spezia and Istanbul.", True, leonardo=True, topic=DEFENCE),
    make_case("en", "Rome and Ankara sign coast guard pact", "Patrol crews will train together against people smugglers.", True, topic=MIGRATION),
    make_case("en", "Türkiye's trade with Italy climbs again", "Exporters count on machinery and textiles.", True, topic=TRADE),
    make_case("en", "Beko to shut two Italian plants", "The Turkish owner blames weak demand for washing machines.", True, topic=CARS),
    make_case("en", "Italian rescue team thanked in Hatay", "Two years after the earthquake, survivors met the firefighters who dug for them.", True, topic=RELIEF),
    make_case("en", "Turkish gang leader held near Viterbo", "Italian police arrested the fugitive with eighteen others.", True, topic=CRIME),
    make_case("en", "Ferry line to link Trieste and Mersin", "The ro-ro service carries lorries three times a week.", True, topic=TRANSPORT),
    make_case("en", "Stadiums for Euro 2032 to be named in October", "UEFA wants five from each host.", True, topic=SPORT),
    make_case("en", "Fidan and Tajani discuss Gaza ceasefire by phone", "Both ministers called for more aid.", True, topic=SYRIA),
    make_case("en", "Eni signs drilling deal with TPAO", "The companies will look for gas off Libya.", True, topic=ENERGY),
    make_case("en", "Italy's Saipem wins Sakarya gas field contract", "It lays pipes in the Black Sea for Turkish Petroleum.", True, topic=ENERGY),
    make_case("en", "Ancient coins go home", "A museum in Florence returns forty coins to Türkiye.", True, topic=CULTURE),
    make_case("en", "turkey and italy agree on drone exports", "ministers met in ankara", True, topic=DEFENCE),
    make_case("en", "Leonardo DiCaprio spotted in Bodrum", "The actor moored his yacht for a night before sailing to Italy.", False),
    make_case("en", "Best turkey recipe for an Italian Thanksgiving", "Roast the bird slowly and serve with stuffing.", False),
    make_case("en", "Bird flu found at turkey farm in Veneto", "Italian vets culled nine thousand birds.", False),
    make_case("en", "Galatasaray close to signing Inter Milan striker", "The Turkish club offers a loan deal with the Italian side.", False, topic=SPORT),
    make_case("en", "Juventus beat Fenerbahçe in Champions League", "The striker scored twice in Turin as the Turkish champions faded.", False, topic=SPORT),
    make_case("en", "Milan Hejduk remembers his years on the ice", "The winger later played one summer in Turkey.", False),
    make_case("en", "Arda Guler outshines Milan", "The midfielder scored from the edge of the box.", False, topic=SPORT),
    make_case("en", "Storm Leonardo batters Portugal", "Winds tore roofs from houses.", False),
    make_case("en", "Leonardo wins British helicopter order", "The defence company will build them in Yeovil.", False, leonardo=True, topic=DEFENCE),
    make_case("en", "Turks and Caicos bets on Italian tourists", "The islands open a resort.", False),
    make_case("en", "Leaders of France, Germany, Spain, Poland, Italy and Türkiye to join call", "Officials from Canada, Japan and Norway take part as well.", False),
    make_case("en", "Horoscope: what the stars hold for Italy and Türkiye", "Aries should rest.", False),
    make_case("en", "Quake shakes western Türkiye", "No damage was reported in Izmir.", False, topic=RELIEF),
    make_case("en", "Italy's budget passes the Senate", "Giorgetti promised no new taxes.", False),
    make_case("en", "Christopher Meloni joins a new series", "The star films in Istanbul this spring.", False),
    make_case("en", "City growth in the Roman era", "Scholars compare bath houses across the provinces.", False),
]  # fmt: skip

TURKISH = [
    make_case("tr", "Baykar Piaggio'yu devraldı", "İtalyan uçak üreticisi Türk şirketinin oldu.", True, topic=TRADE),
    make_case("tr", "Erdoğan, Meloni'yi Beştepe'de ağırladı", "Liderler ikili ilişkileri görüştü.", True, topic=DIPLOMACY),
    make_case("tr", "Bakan Güler, İtalyan mevkidaşı Crosetto ile görüştü", "Savunma sanayii iş birliği ele alındı.", True, topic=DEFENCE),
    make_case("tr", "İtalya'ya ihracat yüzde 12 arttı", "Türk otomotiv firmaları başı çekti.", True, topic=TRADE),
    make_case("tr", "LEONARDO ANKARA'DA FABRİKA KURUYOR", "İTALYAN SAVUNMA ŞİRKETİ HELİKOPTER ÜRETECEK", True, leonardo=True, topic=DEFENCE),
    make_case("tr", "Barış Boyun çetesine İtalya'da baskın", "Viterbo'da 19 kişi tutuklandı.", True, topic=CRIME),
    make_case("tr", "Roma'da Göbeklitepe sergisi açıldı", "Kültür ve Turizm Bakanı Ersoy açılışa katıldı.", True, topic=CULTURE),
    make_case("tr", "Fidan: Tajani ile Libya'yı konuştuk", "Dışişleri Bakanı Roma dönüşü açıklama yaptı.", True, topic=LIBYA),
    make_case("tr", "Türkiye-İtalya Hükümetlerarası Zirvesi Roma'da", "On bir anlaşma imzalanacak.", True, topic=DIPLOMACY),
    make_case("tr", "Leonardo'nun uydusu Göktürk-1 yedi yaşında", "İtalyan yapımı uydu hâlâ görüntü gönderiyor.", True, leonardo=True, topic=SPACE),
    make_case("tr", "Etro'nun yeni sahibi Rams Global", "İtalyan moda evi Türk yatırımcıya geçti.", True, topic=TRADE),
    make_case("tr", "İtalya AB üyeliğimizi destekliyor", "Türkiye'nin Roma Büyükelçisi gümrük birliğinin yenilenmesini istedi.", True, topic=EU),
    make_case("tr", "Filenin Sultanları İtalya'yı devirdi", "Türkiye, Milletler Ligi finalinde.", True, topic=SPORT),
    make_case("tr", "Belediye bin fidan dikti", "Roma Caddesi'ndeki parka meyve fidanları dağıtıldı.", False),
    make_case("tr", "Galatasaray, Napoli'nin forvetini istiyor", "İtalyan kulübü bonservis bedelini açıkladı.", False, topic=SPORT),
    make_case("tr", "Roma dönemine ait mozaik bulundu", "Antalya'daki kazıda Roma imparatorluğunun izleri var.", False),
    make_case("tr", "Yılmaz Erdoğan'ın yeni filmi İtalya'da çekilecek", "Ünlü oyuncu Roma'ya gidiyor.", False),
    make_case("tr", "Evde İtalyan pizzası tarifi", "Türk mutfağına uygun malzemelerle fırında 20 dakika.", False),
    make_case("tr", "Yolun eni genişliyor", "Akar yakıt istasyonu taşınacak.", False),
    make_case("tr", "Rönesansın dehası Leonardo da Vinci sergisi Ankara'da", "Ressamın tablolarının kopyaları gösterilecek.", False),
    make_case("tr", "Can Yaman İtalya'da yine gündem", "Türk oyuncu yeni dizisiyle reyting rekoru kırdı.", False),
    make_case("tr", "Hava durumu: sıcaklıklar düşüyor", "İtalya üzerinden gelen yağış Türkiye'ye ulaşacak.", False),
    make_case("tr", "Arda Güler'e Juventus kancası", "Güler için İtalyan ekibi 60 milyon avro bonservis önerdi.", False, topic=SPORT),
    make_case("tr", "Suriye'de yeni dönem", "Dışişleri Bakanı Fidan Şam'da konuştu.", False, topic=SYRIA),
    make_case("tr", "Van Gölü'nde su çekildi", "Göçmen kuşlar erken geldi.", False),
    make_case("tr", "Güne başlarken", "Bugün Türkiye'de ve İtalya'da öne çıkan başlıklar.", False),
]  # fmt: skip

ITALIAN = [
    make_case("it", "Meloni riceve Erdogan a Villa Pamphilj", "Al vertice anche la firma tra Baykar e la Leonardo.", True, leonardo=True, topic=DIPLOMACY),
    make_case("it", "Baykar rileva Piaggio Aerospace", "I sindacati di Albenga chiedono garanzie al gruppo turco.", True, topic=TRADE),
    make_case("it", "Interscambio italo-turco da primato", "Le imprese guardano ad Ankara.", True, topic=TRADE),
    make_case("it", "Migranti, asse tra Roma e Ankara", "Piantedosi ha incontrato il collega turco: più controlli sulle partenze.", True, topic=MIGRATION),
    make_case("it", "Arrestato a Milano un latitante turco", "L'uomo era ricercato dall'Interpol per droga.", True, topic=CRIME),
    make_case("it", "Fincantieri, commessa dalla marina di Ankara", "Le corvette nasceranno a Riva Trigoso.", True, topic=DEFENCE),
    make_case("it", "Sisma in Turchia, parte la Protezione civile", "Da Roma cinquanta vigili del fuoco per i soccorsi.", True, topic=RELIEF),
    make_case("it", "La Turchia nella Nato e l'Ucraina: parla Crosetto", "Il ministro della Difesa: Ankara è decisiva nel Mar Nero.", True, topic=NATO),
    make_case("it", "Voli diretti tra Bari e Istanbul", "Turkish Airlines apre la rotta a giugno.", True, topic=TRANSPORT),
    make_case("it", "Gasdotto Tap, l'Italia chiede più volumi", "Il gas azero attraversa la Turchia.", True, topic=ENERGY),
    make_case("it", "Intesa sui satelliti tra Telespazio e Türksat", "Accordo firmato ad Ankara.", True, topic=SPACE),
    make_case("it", "Tramonto alla Scala dei Turchi", "In Sicilia torna la scogliera più fotografata.", False),
    make_case("it", "Fumava come un turco, ha smesso a novant'anni", "La storia di un pensionato di Genova.", False),
    make_case("it", "Livia Turco presenta il suo libro a Roma", "L'ex ministra racconta una stagione politica.", False),
    make_case("it", "Endless Love, anticipazioni della puntata", "La soap turca di Canale 5 conquista l'Italia.", False),
    make_case("it", "Leonardo Rossi, una vita per la Cappadocia", "Il fotografo racconta le sue mongolfiere.", False),
    make_case("it", "Inter, offerta del Galatasaray per il centrocampista", "Il club turco propone il prestito.", False, topic=SPORT),
    make_case("it", "Prosciutto e meloni: la ricetta dell'estate", "Ingredienti per quattro persone, con un tocco turco.", False),
    make_case("it", "Terremoto in Turchia", "ROMA (ANSA) - Una scossa ha colpito la provincia di Van.", False, topic=RELIEF),
    make_case("it", "Elezioni in Turchia", "ANKARA, 14 mag. - Alta l'affluenza nelle grandi città.", False),
    make_case("it", "La Leonardo consegna altri elicotteri alla Polonia", "Commessa da un miliardo per l'azienda della difesa.", False, leonardo=True, topic=DEFENCE),
    make_case("it", "Fidanzati da un anno, si sposano a Roma", "Lei ha scelto un abito di seta, lui il bagno turco come addio al celibato.", False),
    make_case("it", "Meteo, arriva l'anticiclone", "Caldo sull'Italia, temperature alte fino alla Turchia.", False),
    make_case("it", "Il regista, nato a Istanbul, torna al cinema", "Il film esce in autunno.", False),
]  # fmt: skip

# Written after the rules and judged by them unchanged: precision .80, recall .80. What they taught is in the rules now.
SECOND_BATCH = [
    make_case("en", "Erdoğan and Meloni vow to lift trade to $40 billion", "", True, topic=TRADE),
    make_case("en", "Italian journalist released from Turkish custody", "He flew home to Milan on Sunday.", True),
    make_case("en", "Eurofighter talks: Ankara wants answers, Rome is willing", "", True, topic=DEFENCE),
    make_case("en", "Crosetto praises Türkiye's role in Black Sea", "", True, topic=NATO),
    make_case("en", "Istanbul biennale picks Italian curator", "", True, topic=CULTURE),
    make_case("en", "Ferrari driver wins Turkish Grand Prix", "The Italian team celebrated in Istanbul.", False),
    make_case("en", "Leonardo shares jump on earnings", "Milan-listed defence group raises guidance.", False, leonardo=True),
    make_case("en", "NATO summit: leaders gather in The Hague", "Erdoğan, Meloni, Macron, Merz and Starmer attend.", False),
    make_case("en", "Volkan Demirel linked with Serie A club", "The Turkish coach could move to Italy.", False),
    # The Vatican lies in Rome and is not Italy: the papal journeys of 2025 filled the papers of both countries.
    make_case("en", "Pope visits Istanbul", "The pontiff left Rome on Friday morning for Türkiye.", False),
    make_case("en", "Why Naples, Florida loves Turkish towels", "", False),
    make_case("en", "A Roman road in Kent", "Ancient Rome left its mark.", False),
    make_case("en", "Ansaldo Energia to modernise Turkish power plant", "", True, topic=ENERGY),
    make_case("en", "Turkish cargo ship runs aground off Sicily", "All crew are safe.", True, topic=TRANSPORT),
    make_case("tr", "İtalya Başbakanı Meloni Ankara'da", "", True),
    make_case("tr", "TUSAŞ ile Leonardo arasında helikopter görüşmesi", "", True, leonardo=True, topic=DEFENCE),
    make_case("tr", "Sicilya açıklarında Türk gemisi battı", "Mürettebat kurtarıldı.", True),
    make_case("tr", "Türk fındığına İtalyan ilgisi: Ferrero alıma başladı", "", True),
    make_case("tr", "Milano Moda Haftası'nda Türk tasarımcı", "", True),
    make_case("tr", "Montella: Milli takımla gurur duyuyorum", "A Milli Futbol Takımı'nın İtalyan teknik direktörü konuştu.", True, topic=SPORT),
    make_case("tr", "Fenerbahçe, Roma'yı deplasmanda yendi", "", False, topic=SPORT),
    make_case("tr", "Hakan Çalhanoğlu Inter'de kalıyor", "Milli futbolcu İtalyan ekibiyle sözleşme yeniledi.", False, topic=SPORT),
    make_case("tr", "Aydın'da 30 düzensiz göçmen yakalandı", "Sahil Güvenlik ekipleri lastik botu durdurdu.", False, topic=MIGRATION),
    make_case("tr", "Bakan Şimşek: Enflasyon düşecek", "", False),
    make_case("tr", "İtalyan turistlerin gözdesi Kapadokya", "Ziyaretçi sayısı ikiye katlandı.", True, topic=CULTURE),
    make_case("tr", "Akar: Yağış bekleniyor", "Meteoroloji uzmanı İtalya'dan gelen sistemi anlattı.", False),
    make_case("tr", "Van'da İtalyan dağcı kurtarıldı", "AFAD ekipleri helikopterle ulaştı.", True),
    make_case("tr", "Enerji Bakanı Bayraktar ENI CEO'su Descalzi ile görüştü", "", True, topic=ENERGY),
    make_case("tr", "Güller Günü kutlandı", "Isparta'da gül hasadı başladı.", False),
    make_case("it", "Erdogan chiama Meloni: focus su Gaza", "", True, topic=SYRIA),
    make_case("it", "Turchia, arrestato imprenditore italiano", "È accusato di riciclaggio a Istanbul.", True, topic=CRIME),
    make_case("it", "Tajani ad Ankara: «Relazioni eccellenti»", "", True),
    make_case("it", "Crociere, torna lo scalo di Istanbul da Venezia", "", True, topic=TRANSPORT),
    make_case("it", "Beko, vertice al Mimit con i sindacati", "Urso: l'azienda turca mantenga i posti.", True, topic=CARS),
    make_case("it", "Sbarco di curdi a Crotone", "Il veliero era partito dalla Turchia, arrestati due scafisti.", True, topic=MIGRATION),
    make_case("it", "Montella porta la Turchia ai Mondiali", "Il ct italiano esulta.", True, topic=SPORT),
    make_case("it", "Calciomercato, Osimhen dal Napoli al Galatasaray", "", False, topic=SPORT),
    make_case("it", "Come preparare il caffè turco", "Una ricetta che piace in Italia.", False),
    make_case("it", "Fidan il gatto torna a casa", "Smarrito a Bergamo.", False),
    make_case("it", "Leonardo Spinazzola operato a Roma", "Il terzino fuori un mese.", False),
    make_case("it", "Leonardo, nuovo elicottero a Vergiate", "", False, leonardo=True),
    make_case("it", "Roma-Fenerbahce 2-1, le pagelle", "", False, topic=SPORT),
    make_case("it", "Borsa, Milano chiude in rialzo", "Bene Eni ed Enel, sale Stm.", False),
    make_case("it", "Piazza Affari guarda alla lira turca", "UniCredit esposta in Turchia per pochi milioni.", True),
]  # fmt: skip

# Again written first: precision .90, recall .95.
THIRD_BATCH = [
    make_case("en", "Turkish drone maker eyes Genoa shipyard", "Baykar may buy a stake in an Italian firm.", True),
    make_case("en", "Italian premier: Ankara key to Libya truce", "", True),
    make_case("en", "Turkey's inflation eases", "Food prices fell in Istanbul.", False),
    make_case("en", "Inter's Calhanoglu out for a month", "The Turkish midfielder hurt his calf, the Italian champions said.", False),
    make_case("en", "Vespa maker Piaggio opens plant in Turkey", "Scooters for the Turkish market.", True),
    make_case("en", "Ottoman maps found in Venetian archive", "Turkish scholars travelled to Venice.", True),
    make_case("en", "Five arrested in Ankara over fake Italian visas", "", True),
    make_case("en", "Best Mediterranean diet tips", "From Italy to Turkey, olive oil rules.", False),
    make_case("en", "Athens protests Turkish survey ship", "Greek ministers briefed EU partners.", False),
    make_case("en", "Eni and Total find gas off Cyprus", "Ankara objected.", True),
    make_case("en", "Stocks slip in Milan as banks fall", "UniCredit led losses.", False),
    make_case("en", "Leonardo chief Cingolani on the Baykar venture", "", True, leonardo=True),
    make_case("tr", "Mattarella, Ankara Büyükelçisini kabul etti", "", True),
    make_case("tr", "İtalyan devi Türkiye'de yatırım yapacak", "", True, topic=TRADE),
    make_case("tr", "Meloni'den Avrupa'ya göç uyarısı", "İtalya Başbakanı, Brüksel'de konuştu.", False),
    make_case("tr", "Galatasaray taraftarı Roma'da gözaltına alındı", "İtalyan polisi dört Türk'ü serbest bıraktı.", True),
    make_case("tr", "İtalyanca kursu başladı", "Kadıköy'de belediye ücretsiz kurs açtı.", False),
    make_case("tr", "Roma'nın yıldızı İstanbul'da tatilde", "Futbolcu Boğaz'da görüntülendi.", False),
    make_case("tr", "İtalya'dan Türkiye'ye hava savunma teklifi: SAMP/T", "", True, topic=DEFENCE),
    make_case("tr", "Papa Türkiye'ye geliyor", "İznik'i ziyaret edecek.", False),
    make_case("tr", "Türk-İtalyan ortaklığıyla köprü", "", True),
    make_case("tr", "Lampedusa'da Türk kaptan tutuklandı", "", True),
    make_case("tr", "Eurovision'da İtalya birinci", "Türkiye yine yarışmada yok.", False),
    make_case("tr", "Bayraktar TB3 İtalya'da uçtu", "", True),
    make_case("it", "Ankara e Roma, intesa sulle pensioni", "", True),
    make_case("it", "Erdogan attacca Israele", "Il presidente parla a Istanbul.", False),
    make_case("it", "Can Yaman, serata romana", "L'attore turco a cena in centro.", False),
    make_case("it", "Turchia, i curdi depongono le armi", "Ocalan scrive ai suoi.", False),
    make_case("it", "Kebab, blitz dei Nas: chiuso un locale turco a Torino", "", False),
    make_case("it", "Nocciole, Ferrero e il raccolto turco", "Prezzi su dopo la gelata.", True),
    make_case("it", "Elicotteri, Leonardo e Turkish Aerospace insieme", "", True, leonardo=True),
    make_case("it", "Pallavolo, Conegliano batte il VakifBank", "Le venete in finale di Champions League contro le turche.", False),
    make_case("it", "Due italiani fermati a Istanbul", "La Farnesina segue il caso.", True),
    make_case("it", "Previsioni: sole a Roma", "Temporali sulla Turchia.", False),
    make_case("it", "I vini migliori secondo la guida", "Italia prima, bene anche la Turchia nella classifica.", False),
]  # fmt: skip

# What no rule of ours catches yet, with the reason; when one does, it moves up.
KNOWN_MISSES = [
    # Two cities, and only in the text: too little, as long as a text may list cities.
    make_case("it", "Il sultano e la Serenissima", "Una mostra a Venezia racconta Istanbul.", True),
    # Named to say that it was not the subject.
    make_case("en", "Meloni backs Kyiv loan", "EU leaders met in Brussels; Turkey was not discussed.", False),
]

CASES = [*ENGLISH, *TURKISH, *ITALIAN, *SECOND_BATCH, *THIRD_BATCH]
