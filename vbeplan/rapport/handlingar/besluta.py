"""Decides a plan: what the board decided is sealed as an edition, in one transaction.

The files are set before it, since that takes seconds; inside, everything is read anew,
and nothing is sealed but what was set. So whoever is stopped on the way, the program
too, leaves either a draft or a decided plan.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from aktiviteter.andringar import forra_planerna
from aktiviteter.forseglat import (
    las_forseglat,
    planens_innehall,
    skriv_forseglat,
)
from aktiviteter.handlingar.gang import RedanGjort, gor_beslutad, las
from aktiviteter.models import Beslut, Handlingsplan, Planstatus
from aktiviteter.models.handlingsplan import OPPNA
from aktiviteter.radavtryck import radavtryck
from vbeplan.organisation.models import Namnd, Spar
from vbeplan.rapport import forsegling
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.forsegling import Forsegling, sha256
from vbeplan.rapport.handlingar.sekreterarens_brev import lagg_utgavans_brev
from vbeplan.rapport.handlingar.stampla import stampla
from vbeplan.rapport.innehall import levande_innehall
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.offentligt import offentligt
from vbeplan.rapport.utskrift import skapa_pdf

FORSOK = 3  # another plan of the board may be decided while this one is set
GAR_INTE_ATT_KONTROLLERA = (
    "PDF-filen blev större än 2 MB, och då kan ingen kontrollera den på den öppna "
    "sidan. Inget är beslutat. Oftast är det nämndens logotyp som är stor: be "
    "förvaltaren byta den mot en mindre bild, och tryck sedan på knappen en gång till."
)
I_EFTERHAND = "Registrerad i efterhand."


class NagotNytt(Exception):  # noqa: N818 — Swedish: something new
    """The plan isn't as it was when it was looked at. Nothing was decided."""


@dataclass(frozen=True)
class _Satt:
    """An edition that is ready to be sealed: its place in the chain, text, files."""

    nummer: int
    forra: str
    innehall: str
    fingeravtryck: str
    pdf: bytes
    publik_pdf: bytes | None


def sett_nu(plan):
    """Return the fingerprint of the plan as it is: what one has seen of it."""
    return sha256(_lasning(plan).encode())


def besluta(plan, uppgifter, *, sett, av):
    """Seal a plan as its board decided it and return the `Utgava`.

    `uppgifter` is `Uppgifter` out of the minutes, `sett` the `sett_nu` that was looked
    at. Pressed twice it is decided once: then the edition that is there is returned.
    Raises NagotNytt, RedanGjort (it was taken back) and PdfFel; then nothing is done.
    """
    for _ in range(FORSOK):
        try:
            if (utgava := _forsok(plan, uppgifter, sett, av)) is not None:
                return utgava
        except RedanGjort:
            if finns := _redan(plan):
                return finns
            raise
    raise NagotNytt


def _redan(plan):
    """Return the edition of the version that the plan has now, if it is decided."""
    nu = Handlingsplan.objects.beslutade().filter(pk=plan.pk).first()
    return nu and Utgava.objects.filter(plan=nu, omgang=nu.omgang).first()


def _forsok(plan, uppgifter, sett, av):
    """Return the edition; None when the board's chain has grown meanwhile."""
    satt = _satt(plan, uppgifter, _prova(plan, uppgifter, sett))
    with transaction.atomic():
        _las(plan, uppgifter)
        if _kedjan(plan) != (satt.nummer, satt.forra):
            return None
        _skriv_fakta(plan, uppgifter)
        if _lasning(plan) != satt.innehall:
            raise NagotNytt
        return _forsegla(plan, uppgifter, satt, av)


def _prova(plan, uppgifter, sett):
    """Return what would be sealed, as text, if it is what was looked at."""
    with transaction.atomic():
        _las(plan, uppgifter)
        if sett_nu(plan) != sett:
            raise NagotNytt
        fore = plan.datum, plan.dnr
        _skriv_fakta(plan, uppgifter)
        text = _lasning(plan)
        plan.datum, plan.dnr = fore
        transaction.set_rollback(True)
    return text


def _las(plan, uppgifter):
    """Hold the board's chain and the plan."""
    Namnd.objects.select_for_update().get(pk=plan.namnd_id)
    oppna = OPPNA if uppgifter.efterhand else ()
    las(plan, Planstatus.TILL_NAMND, *oppna)
    plan.refresh_from_db(fields=["version", "datum", "dnr", "omgang"])


def _lasning(plan):
    rader = radavtryck([plan.pk])[plan.pk]
    return skriv_forseglat(plan, levande_innehall(plan), rader)


def _skriv_fakta(plan, uppgifter):
    """Let the cover say when it was decided and where it is registered."""
    plan.datum, plan.dnr = uppgifter.dag, uppgifter.dnr or plan.dnr
    plan.save(update_fields=["datum", "dnr"])


def _kedjan(plan):
    """Return the number that the board's next edition gets and the seal before it."""
    sist = Utgava.objects.filter(namnd=plan.namnd_id).order_by("-nummer")
    nummer, sigill = sist.values_list("nummer", "sigill").first() or (0, "")
    return nummer + 1, sigill


def _satt(plan, uppgifter, text):
    nummer, forra = _kedjan(plan)
    finger = forsegling.fingeravtryck(
        forra=forra,
        nummer=nummer,
        uppgifter=uppgifter,
        innehall_sha256=sha256(text.encode()),
    )
    # As it will be read back, so that the files show what is sealed and no more.
    innehall = las_forseglat(text).innehall
    sidan = Forsegling(nummer, uppgifter, finger, (), plan.omgang, _ersatter(plan))
    publikt, publika_sidan = offentligt(innehall, sidan, _tidigare(plan))
    return _Satt(
        nummer,
        forra,
        text,
        finger,
        pdf=_filen(innehall, sidan),
        publik_pdf=_filen(publikt, publika_sidan) if publikt else None,
    )


def _filen(innehall, sidan):
    """Return the file; not one that the open check is too small to take."""
    pdf = skapa_pdf(innehall, sidan)
    if len(pdf) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise PdfFel(GAR_INTE_ATT_KONTROLLERA)
    return pdf


def _ersatter(plan):
    """Return the edition of an earlier version that this one replaces, in words."""
    fore = Utgava.objects.planens(plan).utan_filerna().med_pateckningar().first()
    if fore is None:
        return ""
    dag = date_format(fore.gallande.dag, "j F Y")
    return f"utgåva {fore.nummer}, beslutad {dag}"


def _tidigare(plan):
    """Return what the appendices may quote: the plans before, the version before."""
    texter = Utgava.objects.planens(plan).values_list("innehall", flat=True)[:1]
    versionen = [las_forseglat(text).innehall for text in texter]
    return [*versionen, *map(planens_innehall, forra_planerna(plan))]


def _forsegla(plan, uppgifter, satt, av):
    nu = timezone.now()
    summor = {
        "pdf_sha256": sha256(satt.pdf),
        "publik_sha256": sha256(satt.publik_pdf) if satt.publik_pdf else "",
    }
    fakta = {
        "organ": uppgifter.organ,
        "dag": uppgifter.dag,
        "paragraf": uppgifter.paragraf,
        "dnr": uppgifter.dnr,
    }
    utgava = Utgava.objects.create(
        plan=plan,
        namnd=plan.namnd,
        nummer=satt.nummer,
        omgang=plan.omgang,
        skapad=nu,
        innehall=satt.innehall,
        innehall_sha256=sha256(satt.innehall.encode()),
        pdf=satt.pdf,
        publik_pdf=satt.publik_pdf,
        forra=satt.forra,
        fingeravtryck=satt.fingeravtryck,
        sigill=forsegling.sigill(fingeravtryck=satt.fingeravtryck, skapad=nu, **summor),
        **summor,
        **fakta,
    )
    Beslut.objects.create(
        plan=plan,
        utfall=Beslut.Utfall.BESLUTAD,
        omgang=plan.omgang,
        av=av,
        **fakta,
    )
    gor_beslutad(plan, av=av, skal=I_EFTERHAND if uppgifter.efterhand else "")
    stampla(plan.namnd_id)
    Spar.objects.skriv(Spar.Handling.FORSEGLAD, utgava, av=av, namnd=plan.namnd)
    if not uppgifter.efterhand:  # the secretary has had it for years
        lagg_utgavans_brev(utgava, av=av)
    utgava.nyss = True
    return utgava
