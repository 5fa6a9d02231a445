"""The demonstration: invented outlets with two editions each, served on loopback, and what should become of each item.

`editions` lists the outlets and the decision that each planted case should reach, `check` holds a run against it,
`render` fills the templates under `feeds/` with fresh dates, `pages` makes the articles behind the links, `server`
serves it all. Nothing here knows the program that reads it.
"""
