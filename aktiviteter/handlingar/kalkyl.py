"""Takes in what was chosen out of a filled-in workbook, as one deed."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from aktiviteter.handlingar.ta_bort import ta_bort_rader
from aktiviteter.historia.skriv import Handling, las_planen, skriv_versioner
from aktiviteter.kalkyl.kolumner import las_ansvariga
from aktiviteter.kalkyl.skillnader import kapitelord
from aktiviteter.models import Aktivitet, Andring
from vbeplan.organisation.models import Roll
from vbeplan.text.skrivtext import fran_skrivtext
from vbeplan.text.svenska import normalisera

_NIVAER = {namn: kod for kod, namn in Aktivitet.Niva.choices}
_STRATEGI = {namn: kod for kod, namn in Aktivitet.Strategiomrade.choices}


@transaction.atomic
def ta_in_kalkyl(plan, skillnader, valda, *, av, filnamn):
    """Write the chosen differences (`kalkyl.skillnader`) into the plan.

    `valda` are the `val` of changed cells, new rows and missing rows. Returns the
    `Andring`, which can be undone whole, or None when nothing was chosen. Raises
    NagonHannFore when somebody has saved one of the rows since it was compared.
    """
    las_planen(plan)
    skrivare = _Skrivare(plan, av)
    for rad in skillnader.andrade:
        if byten := {b.falt: b.efter for b in rad.byten if b.val in valda}:
            skrivare.andra(rad, byten)
    for rad in skillnader.nya:
        if rad.val in valda and not rad.hinder:
            skrivare.lagg_till({falt: ord_ for falt, _, ord_ in rad.varden})
    bort = [rad.pk for rad in skillnader.saknade if rad.val in valda]
    if not (skrivare.skrivna or bort):
        return None
    andring = Andring.objects.create(
        plan=plan,
        av=av,
        handling=Handling.INTAGEN,
        vad=f"arbetsboken {filnamn}"[:200],
    )
    rader = Aktivitet.objects.filter(pk__in=skrivare.skrivna).order_by("pk")
    skriv_versioner(andring, rader.med_ansvar())
    if bort:
        ta_bort_rader(andring, aktiviteter=plan.aktiviteter.filter(pk__in=bort))
    if skrivare.ny_ordning or bort:
        skriv_versioner(andring, ordning=True)
    plan.innehall_andrat()
    return andring


class _Skrivare:
    """Writes one activity at a time; remembers which, and if their order changed."""

    def __init__(self, plan, av):
        self.plan, self.av = plan, av
        self.kapitel = {ord_: pk for pk, ord_ in kapitelord(plan).items()}
        self.skrivna, self.ny_ordning = [], False

    def andra(self, rad, byten):
        aktivitet = Aktivitet.objects.select_related("plan").get(pk=rad.pk)
        self._fyll(aktivitet, byten)
        aktivitet.ord_skrivna()
        aktivitet.spara_over(rad.version, av=self.av)
        self._ansvar(aktivitet, byten)
        self.skrivna.append(aktivitet.pk)

    def lagg_till(self, varden):
        aktivitet = Aktivitet(plan=self.plan, andrad_av=self.av)
        aktivitet.ta_nummer()
        self._fyll(aktivitet, varden)
        aktivitet.ord_skrivna()
        aktivitet.save()
        self._ansvar(aktivitet, varden)
        self.skrivna.append(aktivitet.pk)
        self.ny_ordning = True

    def _fyll(self, aktivitet, ord_):
        if "avsnitt" in ord_:
            aktivitet.avsnitt_id = self.kapitel[ord_["avsnitt"]]
            aktivitet.stall_sist()
            self.ny_ordning = True
        for falt, text in ord_.items():
            if falt not in ("avsnitt", "ansvariga", "tidplan", "uppfoljning"):
                setattr(aktivitet, falt, _varde(falt, text))
        aktivitet.tolka_tider(ord_.get("tidplan"), ord_.get("uppfoljning"))

    def _ansvar(self, aktivitet, ord_):
        if "ansvariga" not in ord_:
            return
        ansvariga = las_ansvariga(ord_["ansvariga"])
        roller = Roll.objects.med_namnen(self.plan.namnd, [n for n, _ in ansvariga])
        aktivitet.satt_ansvar([(roller[normalisera(n)], art) for n, art in ansvariga])


def _varde(falt, ord_):
    match falt:
        case "beskrivning":
            return fran_skrivtext(ord_)
        case "avstamning":
            return date.fromisoformat(ord_) if ord_ else None
        case "maltal":
            return Decimal(ord_.replace(",", ".")) if ord_ else None
        case "niva":
            return _NIVAER.get(ord_, "")
        case "strategiomrade":
            return _STRATEGI.get(ord_, "")
    return ord_
