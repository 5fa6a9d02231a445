"""Words that say nothing of what a story is about, folded, in three languages. What is named in
every item of a watched pair is no word of a language: `keys` leaves the names of known things out."""

_ENGLISH = """
the and for with from that this these those are was were been has have had will would could should may might can not
but its his her their our your they them she who whom which what when where why how into onto over under between about
after before during against among than then there here also more most some any all each both such only very just now
new two one three said says say told according amid while being because through across since until out off per via
year years day days week month months time first last next people country countries
"""
_TURKISH = """
ile icin olan olarak oldu olduğu bir iki uc ve veya ama daha cok gibi kadar sonra once gore karsi uzere dolayi beri
her tum bazi diger yeni ilk son bu su o da de ki mi ne nasil neden hangi kendi arasinda icinde uzerinde tarafindan ise
ancak var yok etti edildi eden edecek olacak yapti yapildi yapilan dedi soyledi gun gunu yil yilinda ay ulke ulkenin
bugun dun yarin kez kisi nin nun dan den tan ten yla yle
"""
_ITALIAN = """
il lo la gli le un uno una dei del della dello delle degli dai dal dalla dalle dagli nel nella nello nelle negli sul
sulla sullo sulle sugli con per tra fra che chi cui non come dove quando anche ancora piu meno molto poco tutto tutti
tutta tutte questo questa questi queste quello quella suo sua suoi sue loro ha hanno sono stato stata stati state era
erano sara essere fare fatto dopo prima durante contro verso entro oltre circa secondo ogni altro altra altri altre
due tre anni anno giorno giorni oggi ieri domani nuovo nuova paesi paese alla allo alle agli mila
"""
# Said by figures and dates already, as keys of their own.
_NUMBERS_AND_DAYS = """
billion billions million percent cent dollar dollars euro euros milyar milyon dolar dolara dolarlik avro yuzde bin
miliardi miliardo milioni milione cento dollari lire lira monday tuesday wednesday thursday friday saturday sunday
pazartesi sali carsamba persembe cuma cumartesi pazar gunku lunedi martedi mercoledi giovedi venerdi sabato domenica
january february march april june july august september october november december ocak subat mart nisan mayis haziran
temmuz agustos eylul ekim kasim aralik gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
novembre dicembre quarter ceyrek ceyrekte trimestre ayinda
"""
STOP_WORDS = frozenset(f"{_ENGLISH} {_TURKISH} {_ITALIAN} {_NUMBERS_AND_DAYS}".replace("ğ", "g").split())
# How news tells whatever it tells, by the first five letters: hardly a word of one event.
_GENERAL_ENGLISH = """
hours minut late later early nearl near aroun about almos least under over north south east west weste easte north
left right took take taken takin came come comin came went going gone made make makin put set gave give given giving
got get getti keep kept hold held let want wante need neede claim report repor call calle asked ask answe expec plan
inclu follo accor servi work worke long short high highe low lower large big small great old older young full free
clear open close strong stron main whole part parts side line place point way ways thing thoug well still even back
down away again alway never ever alread alrea soon once often too yet much many few less lots every anyth nothi
someth everyt anyon another anoth other others same such own owned figur numbe hundr thous dozen dozens sever couple
four five six seven eight nine ten eleve twelv third half doubl hand head face eye eyes man men woman peopl person
them him himse itsel thems use used using seek seeki seem look looki see seen saw know known think thoug believ felt
feel start began becom became remai stay stand stood turn turne move moved moving run runni ran walk bring broug carry
carri hear heard read write wrote talk spoke speak show showe shown mean meant need cause happe chang better best worse
worst possib likel actua reall simpl quite rather enoug withou withi outsi insid behin along across towar upon off
descr detai accou count commu issue matte reaso resul effec case cases level kind type sort form group membe team staff
servic operat syste progr proces provi receiv recei reach seeme spent spend spendi face facing limit limits longe leavi
leave home house town city stree villa resid local area areas distri region minis presi leade offic author gover
police polic state natio inter natio everyo today tonigh yester monda tuesd wedne thurs frida satur sunda morni eveni
night dawn mid noon weeke second minute hour day daily annua month centu decad annou statem comme added add adds adding
stres insis argue argued noted note while where whose whethe though despit
"""
_GENERAL_TURKISH = """
acikl belir bildi soyle konus ifade kayde dile getir aktar anlat duyur vurgu yapil yapti yapan yapma yaptig olan oldug
olmas olara olduk oluyo olmak bulun edild edile etti eden edere etmek gelen geldi gelmi geliy gelec giden gitti gidiy
cikan cikti cikar cikma cikis alan aldi alind alina almak aliyo veril verdi veren verec verme vardi varan kalan kaldi
kalma basla surdu suren surec devam sonuc neden neden nedeni uzeri altind alti ustun icind arasi arala karsi karsis
yanin yakla yakin uzak onund ardin ardind sonras oncek sonrak onces gecen gecti gecir gelec gunde gunu gunlu gunle
hafta saat saatl dakik saniy yilda yilin yili yasin yasan donem zaman sirada sure surede kisa uzun buyuk kucuk yukse
dusuk yeni yenid eski ayni ayri diger baska bazi birka birco bircok cogu tamam butun hepsi ikisi ucu bes dort yedi
sekiz dokuz yirmi otuz kirk elli bin yuz ilk son ikinc ucunc tek cift yari sayi sayis toplam topla toplu artik sadec
yalni ancak ayrica ayric boyle soyle ise diye icin gore kadar dolay itiba ragme ragmen ile birli bile hem ancak henuz
hala hemen tekra yine daima biri birin bunun bunla buna onlar onun kendi kisi kisin kisiy kisil insan adam kadin vatan
halk yer yerin yerle yerde bolge ilces ilce ilde kent kentt sehir mahal koyun ulke ulkel ulken dunya devle hukum bakan
baska cumhu lider yetki gorev gorul gorus goren durum konu konus olay olayi sorun istiy isted isten istem gerek gereg
gerce sagla saglan olust deger degis duzen hazir hazirl planl bekle bekliy belirl belli ekip ekipl ekibi taraf yonel
yonet kurul kurum sahip sahib sahibi edinil alinan ulast ulasi ulasm getiri gotur tasiy tasin koydu koyan acild acilan
acti acan kapat girdi giris giren buldu bilgi bilin biliy dusun inan anlam calis katil destek imzal payla bagli bagla
ilgil ilisk etkil etkis uyari onlem tespit tespi incel arast temel onemli onemi ozel ozell genel genis derin agir hafif
sert acik acil
"""
_GENERAL_ITALIAN = """
ore ora minut secon quasi circa mentre mentr durant intant pero invece dunque quindi poi gia ancora sempre mai spess
solo soltan appena subito presto tardi davant dietro sopra sotto fuori dentro accant vicin lontan verso lungo attrav
entro oltre tra fino senza eccett nord sud est ovest due tre quattr quatt cinque cinqu sei sette setti otto nove dieci
undic dodic tredic quattor quindic quind sedic dicias diciot dician venti vent trenta trent quaran cinqua sessan settan
ottant novant cento trecen mille decin centin prima primo primi terzo terza quarto quinto ultim intero metà mezzo mezza
parte parti caso casi modo volta volte cosa cose fatto fatti punto punti lato linea posto luogo zona zone centr provin
region comune citta quarti paese piazza via strada casa notte giorna mattin pomeri sera stamat stamane stama stanot
ieri domani oggi mese mesi settim anno anni ora ore tempo momen fine inizio inizi finale aveva aver avere avev avreb
hanno essere stata stati sarebb saran erano resta resto rimas rimane restan torna tornat arriva arriv uscit uscir entra
entrat parte partit passa passat porta portat mette messo metter prende preso presa lasci lascia trova trovat vede
veder visto sente sentit parla parlat racco raccon dice detto dire spieg sottol riferi afferm aggiun annun dichia
chiede chied chiest rispon conferm confe secon secondo conta conto serve vuole volut puo poter dovra dover deve devono
viene venuto venut fanno farebb sappia saper propri stess altra altri alcun alcune nessu nessun qualc qualch molti molte
poco poche pochi tanto tanti troppo pure anche piu meno meglio peggio peggi grande grand picco piccol alto alta alti
basso bassa nuova nuovi nuove vecchi giovan lungo lunga breve pieno pien vero vera ultimo numer numero serie gruppo
person uomo uomini donna donne gente famig figlio lui lei noi loro suoi sua nostr vita mondo terra mano mani testa
volto corso grazie attes attesa previs prossi scors scorso scorsa duran destin dirett diret respon capo capi titola
commis commi lavoro lavor dispos dispo propos mettere
"""
GENERAL_TERMS = frozenset(
    word[:5] for word in f"{_GENERAL_ENGLISH} {_GENERAL_TURKISH} {_GENERAL_ITALIAN}".replace("à", "a").split()
)
"""Beginnings (five letters) of words that any report may have."""
