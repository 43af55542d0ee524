"""Word out: plan data (vbeplan-plan/2) → .docx bytes that `aktiviteter.word` reads.

plan, dokument: the whole, out of the database and out of data
omslag, innehall, tabell, text, sidor, egenskaper: its parts, from data to XML
xml: elements, runs, paragraphs; paket: parts → zip; delar/: parts that are the same in
every plan but for its colour
The names of our styles and labels stand in `aktiviteter.word.egen.ord`.
"""

from aktiviteter.word_ut.dokument import skriv_word
from aktiviteter.word_ut.plan import plan_som_word

__all__ = ["plan_som_word", "skriv_word"]
