"""Words in a sentence: first, within, and in a row."""


def stor(text):
    """Return words as they begin a sentence."""
    return text[:1].upper() + text[1:]


def liten(text):
    """Return words as they stand within a sentence; IA keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def uppraknade(ord_):
    """Return words in a row: «a, b och c»."""
    *forst, sist = ord_
    return f"{', '.join(forst)} och {sist}" if forst else sist
