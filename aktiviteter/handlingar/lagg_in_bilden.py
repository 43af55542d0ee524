"""Puts the picture's texts into the plan's chapter, as one deed that can be undone."""

from dataclasses import dataclass

from django.db import transaction

from aktiviteter.historia.skriv import (
    Handling,
    las_planen,
    ny_andring,
    skriv_versioner,
)
from aktiviteter.models import Avsnitt, Inlagd, NagonHannFore
from lagesbild.kapitel import KAPITLET, lagesbildskapitlet
from lagesbild.models import Bilddel

BILDENS, PLANENS, BADA = "bilden", "planen", "bada"
SAKNAS, LIKA, NYARE, EGEN = "saknas", "lika", "nyare", "egen"


@dataclass(frozen=True, slots=True)
class Inlaggning:
    """One text: as it stands in the picture and in the plan, and what that means.

    `lage`: the plan lacks the section, both are alike, the picture's is newer, or the
    plan's has been written on and somebody must choose. `version` is the section's.
    """

    bilddel: Bilddel
    bildens: str
    planens: str
    lage: str
    avsnitt: Avsnitt | None = None

    @property
    def version(self):
        return self.avsnitt.version if self.avsnitt else 0

    @property
    def fraga(self):
        return self.lage == EGEN

    def vald(self, val):
        """Return the text that a choice gives; without one the picture's."""
        if val == PLANENS:
            return self.planens
        return f"{self.planens}\n{self.bildens}" if val == BADA else self.bildens


def inlaggningar(plan, innehall):
    """Return an `Inlaggning` for each text that the picture (`BildInnehall`) has."""
    avsnitten = plan.avsnitt.i_lasordning()
    kapitel = lagesbildskapitlet([(a.rubrik, a.niva) for a in avsnitten])
    inlagda = {rad.bilddel: rad.text for rad in plan.inlagda.all()}
    ut = []
    for kod, _, text in innehall.texter:
        plats = kapitel.delar.get(Bilddel(kod)) if kapitel else None
        avsnitt = None if plats is None else avsnitten[plats]
        if text:
            ut.append(_en(Bilddel(kod), text, avsnitt, inlagda.get(kod)))
    return ut


def _en(bilddel, bildens, avsnitt, inlagd):
    if avsnitt is None:
        return Inlaggning(bilddel, bildens, "", SAKNAS)
    planens = avsnitt.text
    if planens == bildens:
        lage = LIKA
    else:
        lage = NYARE if planens in ("", inlagd) else EGEN
    return Inlaggning(bilddel, bildens, planens, lage, avsnitt)


@transaction.atomic
def lagg_in_bilden(plan, innehall, val, sedda, *, av):
    """Write the picture's texts into their sections, which are made when missing.

    `val` and `sedda` are, by text, the choice (one of the three words) and the version
    of the section that was shown. Returns the `Andring`, or None when all was there.
    Raises NagonHannFore when somebody has written since.
    """
    las_planen(plan)
    skrivna, nya = [], False
    for ett in inlaggningar(plan, innehall):
        if ett.version != sedda.get(ett.bilddel):
            raise NagonHannFore
        avsnitt, text = ett.avsnitt, ett.vald(val.get(ett.bilddel))
        if avsnitt is None:
            avsnitt, nya = (
                _nytt_avsnitt(plan, ett.bilddel.label, text, skrivna, av),
                True,
            )
        elif text != ett.planens:
            avsnitt.text = text
            avsnitt.ord_skrivna()
            avsnitt.spara_over(avsnitt.version, av=av)
            skrivna.append(avsnitt)
        Inlagd.objects.update_or_create(
            plan=plan,
            bilddel=ett.bilddel,
            defaults={"avsnitt": avsnitt, "text": ett.bildens},
        )
    if not skrivna:
        return None
    vad = f"texter ur lägesbilden {innehall.ar}"
    andring = ny_andring(Handling.INTAGEN, plan, vad, av=av)
    skriv_versioner(andring, skrivna, ordning=nya)
    plan.innehall_andrat()
    return andring


def _nytt_avsnitt(plan, rubrik, text, skrivna, av):
    """Return a new section last in the chapter, which is made when there is none."""
    avsnitten = plan.avsnitt.i_lasordning()
    funnet = lagesbildskapitlet([(a.rubrik, a.niva) for a in avsnitten])
    if funnet:
        kapitel = avsnitten[funnet.plats]
        kapitel = kapitel.overordnat or kapitel
    else:
        kapitel = _spara(Avsnitt(plan=plan, rubrik=KAPITLET), skrivna, av)
    nytt = Avsnitt(plan=plan, overordnat=kapitel, rubrik=rubrik, text=text)
    return _spara(nytt, skrivna, av)


def _spara(avsnitt, skrivna, av):
    avsnitt.stall_sist()
    avsnitt.andrad_av = av
    avsnitt.ord_skrivna()
    avsnitt.save()
    skrivna.append(avsnitt)
    return avsnitt
