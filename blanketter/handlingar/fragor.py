"""The form's questions, in versions: its draft, and what becomes of it."""

from blanketter.handlingar.versioner import Versioner
from blanketter.models import Frageversion, Fragutkast

BLANKETTENS = Versioner(Frageversion, Fragutkast, "blankettens frågor")
