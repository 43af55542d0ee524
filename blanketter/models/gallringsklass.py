"""The classes of record that a gallringsbeslut can be about, in words.

What is removed and what stays is done by whoever keeps the texts: see gallring/slag.py.
"""

from django.db import models

from blanketter.models.blankett import Blankett

Status = Blankett.Status


class Gallringsklass(models.TextChoices):
    """What is removed as one kind, with one decision."""

    KLASSAD = "klassad", "Klassad blankett"
    EJ_VBE = "ej_vbe", "Blankett som inte är VBE"
    DUBBLETT = "dubblett", "Dubblett"
    ATERTAGEN = "atertagen", "Återtagen blankett"
    DIALOG = "dialog", "Dialog om en blankett"
    PERSONUPPGIFTER = "personuppgifter", "Maskerade personuppgifter"
    ENKATSVAR = "enkatsvar", "Enkätsvar med egna ord"
    ENKATLISTA = "enkatlista", "Vilka som har svarat på en enkät"
    BREV = "brev", "Brev som programmet har skickat"

    @property
    def statusar(self):
        """The statuses of the forms in the class; empty when it isn't about those."""
        if self == self.KLASSAD:
            return (Status.KLASSAD, Status.INGAR)
        return (Status(self.value),) if self.value in Status.values else ()

    @property
    def vad(self):
        """Return in words what goes."""
        if self in _VAD:
            return _VAD[self]
        vilka = {
            self.KLASSAD: "som är klassade eller ingår i en lägesbild",
            self.EJ_VBE: "som har bedömts som inte VBE",
            self.DUBBLETT: "som är dubbletter av andra",
            self.ATERTAGEN: "som den som skrev har tagit tillbaka",
        }[self]
        return f"Texten och dialogen i blanketter {vilka}."

    @property
    def bevaras(self):
        """Return in words what is left."""
        return _BEVARAS.get(
            self,
            "Registreringsnumret, dagen då blanketten kom in och de svar som valdes i "
            "listor.",
        )

    @property
    def fran(self):
        """Return in words the day that the period is counted from."""
        return _FRAN.get(self, "blanketten kom in")


_VAD = {
    Gallringsklass.DIALOG: "Frågor och svar om en blankett, när de ska bort före dess "
    "text.",
    Gallringsklass.PERSONUPPGIFTER: "Det som har maskerats i texter tas bort ur dem "
    "för gott.",
    Gallringsklass.ENKATSVAR: "Det som har skrivits med egna ord i en stängd enkät.",
    Gallringsklass.ENKATLISTA: "Listan över vilka som har tillfrågats och svarat i en "
    "stängd enkät, med deras länkar.",
    Gallringsklass.BREV: "Brevets ämne och vem svaret skulle till. Vad som stod i "
    "brevet togs bort redan när det gick. Förslag till beslut: 24 månader efter "
    "utgången av året, så att de finns kvar när planen revideras och lämnas över.",
}
_BEVARAS = {
    Gallringsklass.DIALOG: "Blanketten och dess text, och att frågor har ställts.",
    Gallringsklass.PERSONUPPGIFTER: "Texterna i övrigt. Där något har tagits bort står "
    "vad det var för slags uppgift.",
    Gallringsklass.ENKATSVAR: "Enkäten, dess frågor och de svar som är val eller tal.",
    Gallringsklass.ENKATLISTA: "Enkäten och dess svar, och hur många i varje grupp som "
    "tillfrågades och svarade.",
    Gallringsklass.BREV: "Att ett brev gick, vad det gällde, till vilken funktions "
    "adress och när.",
}
_FRAN = {
    Gallringsklass.DIALOG: "det sista meddelandet skrevs",
    Gallringsklass.PERSONUPPGIFTER: "uppgifterna maskerades",
    Gallringsklass.ENKATSVAR: "enkätens sista svarsdag har gått",
    Gallringsklass.ENKATLISTA: "enkätens sista svarsdag har gått",
    Gallringsklass.BREV: "brevet gick",
}
