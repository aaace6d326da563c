"""Dates and clock times as they are printed."""
