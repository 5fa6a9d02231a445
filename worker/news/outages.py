"""Why a feed cannot be read, for readers of another language than that of our errors: the kind of failure in a word.

Kinds are those of worker/net/failures.py and `not_a_feed`; what is not listed is a fault of ours or of the connection.
"""

from collections.abc import Mapping

_KINDS: Mapping[str, Mapping[str, str]] = {
    "tr": {
        "forbidden_by_server": "sunucu izin vermiyor",
        "silent": "uzun süredir yeni haber yok",
        "not_found": "adreste bulunamadı",
        "gone": "artık yok",
        "rate_limited": "sunucu istekleri sınırlıyor",
        "server": "sunucu hatası",
        "status": "beklenmeyen yanıt",
        "not_a_feed": "haber akışı değil",
        "timeout": "zamanında yanıt yok",
        "dns": "sunucunun adı çözülemiyor",
        "tls": "güvenli bağlantı kurulamıyor",
        "redirect": "yönlendirme izlenemiyor",
        "too_large": "çok büyük",
        "encoding": "okunamayan yanıt",
        "url": "adres geçersiz",
        "forbidden": "adrese izin yok",
        "other": "bağlantı kurulamıyor",
    },
    "it": {
        "forbidden_by_server": "il server nega l'accesso",
        "silent": "da tempo nessuna novità",
        "not_found": "non si trova a questo indirizzo",
        "gone": "non esiste più",
        "rate_limited": "il server limita le richieste",
        "server": "errore del server",
        "status": "risposta inattesa",
        "not_a_feed": "non è un feed",
        "timeout": "nessuna risposta in tempo",
        "dns": "nome del server sconosciuto",
        "tls": "connessione sicura non riuscita",
        "redirect": "rinvio che non si può seguire",
        "too_large": "troppo grande",
        "encoding": "risposta illeggibile",
        "url": "indirizzo non valido",
        "forbidden": "indirizzo non consentito",
        "other": "connessione non riuscita",
    },
}


def describe_failure(kind: str, status: int | None, language: str) -> str:
    """`sunucu hatası, 503`; empty for readers of our errors' own language."""
    kinds = _KINDS.get(language)
    if kinds is None:
        return ""
    told = kinds.get(kind, kinds["other"])
    return f"{told}, {status}" if status and status >= 400 else told
