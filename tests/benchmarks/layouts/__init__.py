"""Memoranda printed again in layouts that memcon has not seen, to measure how well it generalises."""
