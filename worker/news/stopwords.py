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
