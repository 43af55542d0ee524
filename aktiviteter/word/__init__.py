"""Word import: a .docx plan → plan data (vbeplan-plan/1), pure Python and lxml.

paket → lasare (+ inrader, falt, stilar): the file's parts as paragraphs and tables
forbered, ord, ordlista: contents dropped, lines cut, broken words mended
layouttabell, rubriker, indelning: what is a page's frame, a chapter, the cover
framsida, faktarader, organ: the cover's facts
kolumner, gissa, layout, tabeller, nyckeltabell, delade_kolumner: which tables hold
activities, and how; tabelltext: the others
etiketter, etikettgrupper, etikettlopor, radgrupp: activities written without a table
rader, ansvar, mal, tider: one row → one activity; radfoljd, aktivitetslista: all rows
kapitel, plan: the whole; kontroll: nothing lost; rimlighet: faults in the plan
anmarkning: the remarks; brodtext: paragraphs → rich text
egen: files that `aktiviteter.word_ut` wrote, read by their styles instead of guessed at
"""

from aktiviteter.word.plan import las_word, las_word_med_detaljer

__all__ = ["las_word", "las_word_med_detaljer"]
