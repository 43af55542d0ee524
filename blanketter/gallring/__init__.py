"""Retention: what is removed, when, by which decision, and what is left of it.

Nothing is removed without a rule that names its gallringsbeslut, nor before the board
has been warned for 14 days. The codes and dates of a form stay, for the statistics.
"""
