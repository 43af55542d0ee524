"""Our own Word files (`aktiviteter.word_ut`), also after somebody has edited them.

They are read by their styles, word for word, so that a plan comes back as it was; what
a hand has added without style is read by its place, and what has no place is kept.
ord: the names shared with the writer · las: the whole · the others: its parts
"""

from aktiviteter.word.egen.las import EgenLasning, ar_egen

__all__ = ["EgenLasning", "ar_egen"]
