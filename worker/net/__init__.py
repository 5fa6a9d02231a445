"""The outside world, one file per service, each behind one small seam.

http     the guarded client: only public addresses, checked where it connects
fetch    a feed's url -> bytes and what HTTP said about them (decode: gzip within bounds)
channels a message -> a person: smtp, file, webhook (mail gives a message its form)
"""
