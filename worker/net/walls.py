"""Pages that stand before the page: consent, login, subscription, "are you human?", in three languages.

Only what the page alone tells: few words, and words that such notices use. A notice longer than that is found by
whoever can compare the text with the feed's abstract.
"""

import re

# Notices measured 10 to 35 words; of "pay or consent" pages in Italian up to 120, which name cookies more than once.
NOTICE_WORDS, CONSENT_WORDS = 40, 150
NOTICE = re.compile(
    r"cookies?\b|javascript|captcha|cloudflare|access denied|403 forbidden|are you (?:a )?(?:human|robot)"
    r"|(?:you are|you're) (?:a )?human|not a robot|unusual traffic|ad ?blocker"
    r"|(?:log|sign) ?in\b|subscri(?:be|ber|ption)"
    r"|page (?:was )?not found|not available in your (?:country|region)"
    r"|çerez|erişim(?:iniz)? engel|robot olmad|abone ol|aboneler|giriş yap|üye gir|sayfa bulunamad|reklam engelley"
    r"|consenso|accedi\b|accesso negato|abbonat[io]|abbonamento|non sei un robot|pagina non trovata|registrati\b",
    re.IGNORECASE,
)
CONSENT = re.compile(r"cookies?\b|consenso|consent\b|çerez", re.IGNORECASE)
GATES = re.compile(
    r"\s*(?:just a moment|attention required|access denied|security check|are you (?:a )?(?:human|robot)"
    r"|bir dakika|erişim engellendi|güvenlik kontrolü|accesso negato|un momento|403|404|error\b)",
    re.IGNORECASE,
)
CONSENT_NAMED = 3


def is_wall(title: str, paragraphs: list[str]) -> bool:
    """Whether this is a notice in place of an article."""
    text = "\n".join(paragraphs[:20])
    words = len(text.split())
    if words < NOTICE_WORDS:
        return bool(NOTICE.search(text) or GATES.match(title))
    if words > CONSENT_WORDS:
        return False
    return bool(GATES.match(title)) or len(CONSENT.findall(text)) >= CONSENT_NAMED
