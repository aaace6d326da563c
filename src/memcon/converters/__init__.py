"""Transcript -> Memorandum: named passes, one file each; `memoranda.py` lists them in order.

The floors, each of which knows only those before it: words, release, dating, pages, lines, talks, labels, heads,
persons, turns, facts.
"""
