"""What news speaks of, in three languages: a lexicon of our own, so that strike, sciopero and grev agree.

A row is `id: English; Turkish; Italian`, each a list of folded prefixes (`=` before a word: the whole of it; a space:
words in a row). `~` before an id marks what is said of nearly every story: it counts for little.
"""

from worker.news.lexicon import economy, knowledge, places, safety, sport, states, things

CONCEPTS = "".join(module.ROWS for module in (states, safety, economy, knowledge, sport, things))
PLACES = places.COUNTRIES + places.TOWNS
