"""Word out: plan data (vbeplan-plan/1) → .docx bytes that `aktiviteter.word` reads.

dokument: the whole; omslag, innehall, tabell, text: its parts, from data to XML
xml: elements, runs and paragraphs; listor, fotnoter, lankar: what a paragraph points at
paket: parts → zip; delar/: the parts that are the same in every plan but for its colour
The names of our styles and labels stand in `aktiviteter.word.egen.ord`.
"""

from aktiviteter.word_ut.dokument import skriv_word

__all__ = ["skriv_word"]
