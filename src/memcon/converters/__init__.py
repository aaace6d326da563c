"""Transcript -> Memorandum: named passes, one file each; `memoranda.py` lists them in order."""
