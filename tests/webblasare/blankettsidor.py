"""The pages of the anonymous form and of the desk where it is read; see sidor.py."""

from django.urls import reverse

from blanketter.models import Blankett, Enhet, Frageversion, Kontakt, Maskering
from tests.bygge import ny_blankett, nytt_fragutkast
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {
    "blankettkontroll": "an answer to a form's script",
    "rutin_anslag": "a file",
    "rutin_i_planen": "a deed by POST",
    "rutin_ordna": "a deed by POST",
    "diarium_fil": "a file",
    "inkommen_oppna": "a deed by POST",
    "inkommen_klassa": "a deed by POST, refused on the form's page",
    "inkommen_status": "a deed by POST, refused on the form's page",
    "inkommen_fraga": "a deed by POST, refused on the form's page",
    "inkommen_svar_last": "a deed by POST",
    "maskering_lyft": "a deed by POST",
    "utlamna_pdf": "a file",
}
KORT = "ekhamra"
UTPEKANDE = "Killen i 8B, Ahmed Karlsson, har nummer 070-174 06 05 på sin hemsida."
FEL_KOD = {"kod": "1234"}


def blankettsidor(sida, anonym, samordnare, central):
    """Yield all pages, made by `sida(who, address, …)`."""
    for url, mer in _oppna():
        yield sida(anonym, url, **mer)
    for url, mer in (*_inkorgens(), *_rutinens(), *_enheternas()):
        yield sida(samordnare, url, **mer)
    for url, mer in _fragornas():
        yield sida(central, url, **mer)


def _oppna():
    namnd = {"namnd": KORT}
    enhet = Enhet.objects.filter(namnd__kort=KORT).first()
    blankett = reverse("blankett", kwargs=namnd)
    nollrapport = reverse("nollrapport", args=[KORT, "finns-inte"])
    yield reverse("oro"), {}
    yield reverse("loften"), {}
    yield reverse("kvitto"), {}
    yield reverse("kvitto"), {"skicka": FEL_KOD}
    yield reverse("kvitto"), {"skicka": {"kod": _kod()}, "duger": True}
    yield reverse("rutin", kwargs=namnd), {}
    yield reverse("rutin_utskrift", kwargs=namnd), {}
    yield blankett, {}
    yield blankett, {"skicka": {"text": ""}}
    yield blankett, {"skicka": {"text": UTPEKANDE}}
    yield enhet.lank(), {}
    yield nollrapport, {"status": 404}


def _kod():
    """Return the receipt code of a form about which something was asked."""
    from blanketter.handlingar.dialog import stalla_fraga
    from blanketter.handlingar.lasa import lasa
    from blanketter.handlingar.ta_emot import ta_emot

    namnd = Namnd.objects.get(kort=KORT)
    ny = ny_blankett(namnd)
    falt = {"slag": ny.slag, "miljo": ny.miljo, "text": "Ett klistermärke på en dörr."}
    falt |= {"period_typ": ny.period_typ, "period_start": ny.period_start}
    blankett, kod = ta_emot(namnd, falt, f"sida-{ny.pk}")
    lasa(blankett, av=None)
    stalla_fraga(blankett, "Vilken sorts dörr?", f"sida-{ny.pk}", av=None)
    return kod


def _inkorgens():
    inkorg, diarium = reverse("inkorg"), reverse("diarium")
    for fraga in ("", "?status=svar", "?ord=finns-inte", "?fran=fel", "?ordning=aldst"):
        yield inkorg + fraga, {}
    for status in Blankett.Status.values:
        rad = Blankett.objects.filter(namnd__kort=KORT, status=status).first()
        if rad:
            yield rad.get_absolute_url(), {}
    last = Blankett.objects.filter(namnd__kort=KORT, status="last").first()
    ett = {"pk": last.pk}
    yield f"{reverse('inkorg_flera')}?vald={last.pk}", {}
    yield reverse("inkommen_dolj", kwargs=ett), {}
    yield reverse("inkommen_dolj", kwargs=ett), {"skicka": {"rakning": "0"}}
    dold = Maskering.objects.filter(blankett__namnd__kort=KORT).first()
    yield reverse("utlamna", args=[dold.blankett_id]), {}
    yield reverse("inkorg_brev"), {}
    yield diarium, {}
    yield f"{diarium}?fran=2026-12-31&till=2026-01-01", {}


def _rutinens():
    namnd = {"namnd": KORT}
    steg = {**namnd, "kod": "barn"}
    kontakt = {"pk": Kontakt.objects.filter(namnd__kort=KORT).first().pk}
    yield reverse("rutiner"), {}
    yield reverse("rutin_redigera", kwargs=namnd), {}
    for namn, argument in (
        ("rutin_nytt_steg", namnd),
        ("rutin_steg", steg),
        ("kontakt_ny", namnd),
        ("kontakt", kontakt),
    ):
        yield reverse(namn, kwargs=argument), {}
        yield reverse(namn, kwargs=argument), {"skicka": {"*": ""}}
    yield reverse("rutin_aterga", kwargs=namnd | {"kod": "skola"}), {}
    yield reverse("rutin_dolj", kwargs=namnd | {"kod": "skola"}), {}
    yield reverse("rutin_aterga", kwargs=namnd | {"kod": "eget-vuxen"}), {}
    yield reverse("rutin_steg", kwargs=steg), {"skicka": {"mer": UTPEKANDE}}
    yield reverse("kontakt_ta_bort", kwargs=kontakt), {}


def _enheternas():
    namnd = {"namnd": KORT}
    enhet = {"pk": Enhet.objects.filter(namnd__kort=KORT).first().pk}
    yield reverse("enheter"), {}
    for namn, argument in (
        ("enhet_ny", namnd),
        ("enhet", enhet),
        ("enheter_ta_in", namnd),
        ("enheter_period", namnd),
    ):
        yield reverse(namn, kwargs=argument), {}
        yield reverse(namn, kwargs=argument), {"skicka": {"*": ""}}
    ta_in = reverse("enheter_ta_in", kwargs=namnd)
    yield ta_in, {"skicka": {"text": "Eken;skola;;\nBoken;cirkus;;"}, "duger": True}
    yield ta_in, {"skicka": {"text": "Eken;skola;;"}, "duger": True}
    yield reverse("enheter_lankar", kwargs=namnd), {}
    yield reverse("enheter_paminn", kwargs=namnd), {}
    yield reverse("enhet_avsluta", kwargs=enhet), {}
    yield reverse("enhet_lank", kwargs=enhet), {}


def _fragornas():
    nummer = Frageversion.objects.gallande().nummer
    fraga = reverse("fraga", args=["miljo"])
    annan_mening = {"val-1-text": "Djurrättsrörelsen"}
    yield reverse("rutin_redigera", args=["staden"]), {}
    yield reverse("fragor"), {}
    yield fraga, {"skicka": annan_mening}
    yield reverse("frageversion", args=[nummer]), {}
    if not Frageversion.objects.filter(nummer=nummer + 1).exists():
        nytt_fragutkast()
    yield fraga, {}
    yield fraga, {"skicka": {"*": ""}}
    for namn in ("fragor", "fragor_forhandsvisning", "fragor_faststall"):
        yield reverse(namn), {}
    yield reverse("fragor_kasta"), {}
