"""Word import: a .docx plan → plan data (vbeplan-plan/1), pure Python and lxml.

paket → lasare (+ inrader, falt, stilar): the file's parts as paragraphs and tables
forbered, ord, ordlista: contents dropped, lines cut, broken words mended
rubriker, framsida: what is a chapter, what is the cover
kolumner, gissa, tabeller, nyckeltabell: which tables hold activities, and how
rader, ansvar, mal, tider: one row → one activity
kapitel, plan: the whole; kontroll: nothing lost; rimlighet: faults in the plan
anmarkning: the remarks; brodtext: paragraphs → rich text
"""

from aktiviteter.word.plan import las_word, las_word_med_detaljer

__all__ = ["las_word", "las_word_med_detaljer"]
