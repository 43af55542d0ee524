"""Deeds that write several rows, one file each."""

from blanketter.handlingar.ta_emot import ta_emot

__all__ = ["ta_emot"]
