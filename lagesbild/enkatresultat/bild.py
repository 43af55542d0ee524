"""From a picture to the results of its enkäter."""

from django.conf import settings

from lagesbild.bildrader import bildrader
from lagesbild.enkatfragor.lista import fragor_for
from lagesbild.enkatfragor.svarande import nagon_fick
from lagesbild.enkatresultat.delar import Enkatresultat
from lagesbild.enkatresultat.forra import aret_fore, jamfor
from lagesbild.enkatresultat.fragan import frageresultat
from lagesbild.enkatresultat.rakna import rakna
from lagesbild.enkatresultat.svarsgrad import svarsgrader
from lagesbild.handlingar.stang_enkat import stangda
from lagesbild.models import Enkat, Enkatsvar


def enkatresultat(lagesbild, rader=None):
    """Return an Enkatresultat for each closed enkät of the picture, in their order.

    One whose last day has passed is closed first; answers are counted as they stand.
    `rader`: the picture's `Bildrader`, when they have been read.
    """
    rader = rader or bildrader(lagesbild)
    enkater = stangda(rader.enkater)
    svaren = _svaren([*enkater, *rader.forra_enkater])
    return tuple(
        resultat(
            enkat,
            aret_fore(enkat, rader.forra_enkater),
            svaren=svaren,
            inbjudna=_inbjudna(enkat, rader),
        )
        for enkat in enkater
    )


def _svaren(enkater):
    """Return {enkät's id: its counted answers}, in one question."""
    svaren = {enkat.pk: [] for enkat in enkater}
    for rad in Enkatsvar.objects.raknade().filter(enkat__in=svaren):
        svaren[rad.enkat_id].append(rad)
    return svaren


def _inbjudna(enkat, rader):
    """Return (group, has answered) of each one that was invited."""
    return [
        (rad["grupp"], bool(rad["har_svarat"]))
        for rad in rader.inbjudna
        if rad["enkat"] == enkat.pk
        for _ in range(rad["antal"])
    ]


def resultat(enkat, forra=None, *, svaren=None, inbjudna=None):
    """Return the Enkatresultat of an enkät beside that of `forra`, another Enkat.

    `svaren` are both's counted answers and `inbjudna` who was invited, as
    `enkatresultat` reads them for all.
    """
    if svaren is None:
        svaren = _svaren(filter(None, [enkat, forra]))
    if inbjudna is None:
        inbjudna = enkat.inbjudningar.values_list("grupp", "har_svarat")
    svar = svaren[enkat.pk]
    svarsgrad, grupper = svarsgrader(inbjudna, enkat.sammanforda, settings.SMATALSGRANS)
    return Enkatresultat(
        id=enkat.pk,
        namn=enkat.namn,
        ar=enkat.lagesbild.ar,
        stangd=enkat.status == Enkat.Status.STANGD,
        svar=len(svar),
        svarsgrad=svarsgrad,
        grupper=grupper,
        sats=_sats(enkat, len(svar), svarsgrad),
        fragor=(
            _fragorna(enkat, svaren, forra, per_grupp=not enkat.omraknad)
            if enkat.status == "stangd"
            else ()
        ),
    )


def _fragorna(enkat, svaren, forra, *, per_grupp=True):
    """Return the questions' results; none when too few answered to show any."""
    svar = svaren[enkat.pk]
    if len(svar) < settings.SMATALSGRANS:
        return ()
    fragor = [f for f in fragor_for(enkat) if nagon_fick(enkat, f)]
    raknat = rakna(fragor, svar, per_grupp=per_grupp)
    fore, fore_svar, ar = None, {}, enkat.lagesbild.ar - 1
    if forra:
        fore = {f["kod"]: f for f in fragor_for(forra)}
        resultat_fore = _fragorna(forra, svaren, None, per_grupp=False)
        fore_svar = {f.kod: f for f in resultat_fore}
    return tuple(
        frageresultat(
            f,
            raknat[f["kod"]],
            jamfor(f, fore, fore_svar, ar),
            [forut[f["kod"]] for forut in enkat.visat if f["kod"] in forut],
        )
        for f in fragor
    )


def _sats(enkat, svar, svarsgrad):
    """Return in words how many answered, and why nothing more is shown."""
    if enkat.status != Enkat.Status.STANGD:
        return "Resultatet visas när enkäten har stängt."
    delar = [f"{svarsgrad.text}."] if svarsgrad else []
    if enkat.oppen_lank:
        delar.append(
            f"{svar} svar kom in i allt. Den öppna länken kan vem som helst ha svarat "
            "på, så svarsfrekvensen gäller bara dem som fick en egen länk."
        )
    if enkat.omraknad:
        delar.append(
            "Enkäten öppnades igen och fick fler svar efter att de första hade "
            "räknats. Därför visas svaren inte grupp för grupp."
        )
    if not svar:
        delar.append("Inget svar att visa.")
    elif svar < settings.SMATALSGRANS:
        delar.append(
            f"Färre än {settings.SMATALSGRANS} svar visas aldrig: då går det att räkna "
            "ut vem som svarade vad."
        )
    return " ".join(delar)
