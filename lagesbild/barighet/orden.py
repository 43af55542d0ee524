"""Words in a sentence: first and within."""


def stor(text):
    """Return words as they begin a sentence."""
    return text[:1].upper() + text[1:]


def liten(text):
    """Return words as they stand within a sentence; IA keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
