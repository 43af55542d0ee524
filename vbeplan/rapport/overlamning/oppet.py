"""What is not finished: remarks, promises, loose ends."""

from django.utils.formats import date_format

from aktiviteter.behovssvar import losa_tradar
from aktiviteter.bilagor import Bilagsdel, tabell
from aktiviteter.models import Handlingsplan, Villkor, Yttrande
from vbeplan.organisation.models import Brev

Utfall = Yttrande.Utfall


def synpunkter(plan):
    """Return the remarks that nobody has answered."""
    rader = [
        (str(y.samrad), y.galler, y.text)
        for y in _yttranden(plan).filter(samrad__plan=plan).obesvarade()
    ]
    kolumner = ("Från", "Gäller", "Synpunkt")
    return _tabellen("Obesvarade", kolumner, rader, "Alla synpunkter är besvarade.")


def loften(plan):
    """Return what was put off, in this plan or an earlier, and conditions not met."""
    senare = _yttranden(plan).filter(utfall=Utfall.SENARE).order_by("-samrad__plan__ar")
    rader = [
        (f"{y.samrad}, {y.samrad.plan.ar}", y.text, y.svar)
        for y in senare.filter(samrad__plan__ar__lte=plan.ar)
    ]
    kvar = Villkor.objects.kvar().filter(beslut__plan__in=_namndens(plan))
    rader += [
        (f"{v.beslut.organ}, {_dag(v.beslut.dag)}", v.text, "Villkor, inte uppfyllt än")
        for v in kvar.select_related("beslut").order_by("-beslut__dag")
    ]
    kolumner = ("Till vem", "Vad", "Vårt svar")
    return _tabellen("Löften", kolumner, rader, "Det finns inga löften kvar.")


def losa_andar(plan, gang):
    """Return what hinders the plan, what nothing answers, letters that wait."""
    losa = losa_tradar(plan)
    rader = [("Planen", h.text) for h in gang.hinder]
    rader += [("Behov utan aktivitet", str(i)) for i in losa.iakttagelser]
    if losa.aktiviteter:
        nummer = ", ".join(str(a.nummer) for a in losa.aktiviteter)
        rader.append(("Aktiviteter som inte svarar mot något behov", nummer))
    rader += [("Källa utan iakttagelse", str(k)) for k in losa.kallor]
    breven = Brev.objects.kvar().filter(namnd=plan.namnd_id)
    rader += [("Brev som inte har gått", f"{b.amne}, till {b.till}") for b in breven]
    return _tabellen("Att ta tag i", ("Var", "Vad"), rader, "Inget hänger löst.")


def _tabellen(titel, kolumner, rader, inget):
    if not rader:
        return (Bilagsdel(stycken=(inget,)),)
    return (Bilagsdel(tabeller=(tabell(titel, kolumner, rader),)),)


def _yttranden(plan):
    rader = Yttrande.objects.filter(samrad__plan__in=_namndens(plan))
    return rader.select_related("samrad__plan")


def _namndens(plan):
    return Handlingsplan.objects.filter(namnd=plan.namnd_id)


def _dag(dag):
    return date_format(dag, "j F Y")
