"""What an activity lacks, or says that can't be true, read from the row as it is."""

from datetime import date

from django.utils import timezone

from aktiviteter.granskning.brist import brist
from aktiviteter.tidsprak import Kanal, Tidtyp


def brister(aktivitet, plan=None, idag=None):
    """Return what is to be mended in an activity loaded by `med_ansvar`.

    `plan` is needed for what depends on the plan's year; without it that is left out.
    """
    idag = idag or timezone.localdate()
    ut = [
        b
        for fraga in (_tidplan, _avstamning, _uppfoljning, _ansvarig)
        if (b := fraga(aktivitet, idag))
    ]
    if plan is not None:
        ut += _mot_planens_ar(aktivitet, plan, idag)
    return tuple(ut)


def _tidplan(a, idag):
    if a.tidplan.fel:
        return _fel(a.tidplan)
    if a.tidplan.typ == Tidtyp.OKLAR:
        text = (
            f"”{a.tidplan.text}” gick inte att förstå som en tid. Skriv ett datum, en "
            "period eller Löpande."
        )
        return brist("oklar_tid", text, a.tidplan.text)
    if a.tidplan.typ == Tidtyp.SAKNAS:
        return brist("utan_tidplan", "Skriv när det ska göras.")
    return None


def _avstamning(a, idag):
    if a.behover_avstamning(idag):
        text = "Välj en dag då ni ser efter hur det går."
        return brist("utan_avstamning", text, a.tidplan.text)
    return None


def _uppfoljning(a, idag):
    if a.uppfoljning.fel:
        return _fel(a.uppfoljning, "Uppföljningen stämmer inte")
    if a.uppfoljning.kanal == Kanal.OKLAR:
        text = (
            f"”{a.uppfoljning.text}” gick inte att förstå. Skriv i vilken rapport den "
            "följs upp."
        )
        return brist("oklar_uppfoljning", text, a.uppfoljning.text)
    if a.uppfoljning.kanal == Kanal.SAKNAS:
        return brist("utan_uppfoljning", "Skriv i vilken rapport den följs upp.")
    return None


def _ansvarig(a, idag):
    if a.ansvariga:
        return None
    return brist("utan_ansvarig", "Skriv vilken roll som svarar för aktiviteten.")


def _fel(varde, rubrik=""):
    text = f"{varde.fel} Menade du {varde.forslag}?" if varde.forslag else varde.fel
    slag = "omojligt_datum"
    if "går inte att följa" in varde.fel:
        slag = "ogiltig_hanvisning"
    b = brist(slag, text, varde.text)
    if rubrik and slag == "omojligt_datum":
        return type(b)(slag, rubrik, text, varde.text)
    return b


def _mot_planens_ar(a, plan, idag):
    """Yield what is too late or too early for a plan of this year or a coming one."""
    if plan.ar < idag.year:
        return
    nyar = date(plan.ar, 1, 1)
    grans = nyar if plan.datum else max(nyar, idag)
    tid, uppf = a.tidplan, a.uppfoljning
    if a.avstamning and a.avstamning < idag and not _forbi(tid, idag):
        text = f"Den {a.avstamning} har varit. Se efter hur det går och välj nästa dag."
        yield brist("avstamning_forbi", text, a.avstamning.isoformat())
    if _forbi(tid, grans) and tid.typ != Tidtyp.AVSLUTAD:
        ord_ = tid.hanvisning or tid.text
        text = (
            f"”{ord_}” slutade {tid.slut}. Ge den en ny tid, eller ta bort det som är "
            "klart."
        )
        yield brist("tiden_forbi", text, ord_)
    elif not _forbi(tid, nyar):
        yield from _rapporten(uppf, tid, nyar, plan.ar)


def _rapporten(uppf, tid, nyar, ar):
    if uppf.slut is None or uppf.fler:
        return
    ord_ = uppf.hanvisning or uppf.text
    if uppf.slut < nyar:
        text = (
            f"”{ord_}” gäller tiden till {uppf.slut}, men planen gäller {ar}. Välj en "
            "senare rapport."
        )
        yield brist("gammal_rapport", text, ord_)
    elif tid.start is not None and uppf.slut < tid.start:
        text = (
            f"”{ord_}” slutar {uppf.slut}, men aktiviteten börjar {tid.start}. Välj en "
            "senare rapport."
        )
        yield brist("uppfoljning_fore_start", text, f"{ord_} {tid.text}")


def _forbi(tid, dag):
    return tid.slut is not None and tid.slut < dag
