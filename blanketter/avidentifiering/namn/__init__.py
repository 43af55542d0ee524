"""Names in a text: the lists say which words may be names, the context decides."""

from blanketter.avidentifiering.namn.hitta_namn import hitta_namn

__all__ = ["hitta_namn"]
