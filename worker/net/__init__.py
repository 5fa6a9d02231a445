"""The outside world, one file per service, each behind one small seam.

http     the guarded client: only public addresses, checked where it connects
fetch    a feed's url -> bytes and what HTTP said about them (hops: redirects by hand; decode: gzip within bounds)
article  an article's url -> its text, with leave (robots) and in a child process (extractor starts extract, which uses
         page, furniture and walls)
channels a message -> a person: smtp, file, webhook (mail gives a message its form)
"""
