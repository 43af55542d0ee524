"""The pages of sources and findings, and from finding to activity; see sidor.py."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Handlingsplan
from lagesbild.handlingar.ge_kallor import ge_kallor
from lagesbild.models import Kalla, Lagesbild
from tests import bygge_lagesbild
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {
    "kallfil": "a file",
    "kallor_hamta": "a deed by POST",
    "kalla_ordna": "a deed by POST",
    "kalla_utebliven": "a deed by POST",
    "standardkalla_ordna": "a deed by POST",
    "iakttagelse_ordna": "a deed by POST",
}
KORT = "ekhamra"
TOMT = {"skicka": {"*": ""}}


def kallsidor(sida, samordnare, central):
    """Yield all pages, made by `sida(who, address, …)`."""
    namnd = Namnd.objects.get(kort=KORT)
    bild = Lagesbild.objects.filter(namnd=namnd, ar=2027).first()
    bild = bild or bygge_lagesbild.ny_lagesbild(namnd)
    kalla, fil = _kallor(bild)
    tom = bygge_lagesbild.ny_lagesbild(namnd, 2024)
    for namn in ("kallor", "iakttagelser"):
        yield sida(samordnare, reverse(namn, args=[KORT, tom.ar]))
    for url, mer in _kallornas(bild, kalla, fil):
        yield sida(samordnare, url, **mer)
    for url, mer in _iakttagelsernas(bild, kalla):
        yield sida(samordnare, url, **mer)
    standard = reverse("standardkalla", args=[kalla.standard_id])
    for url in (reverse("standardkalla_ny"), standard):
        yield sida(central, url)
        yield sida(central, url, **TOMT)
    yield sida(central, reverse("standardkallor"))


def _kallor(bild):
    """Give the picture the city's sources: one late with a file, one to be asked."""
    ge_kallor(bild)
    idag = timezone.localdate()
    kalla = bild.kallor.get(namn="Polisen lokalt")
    kalla.bli_begard(idag - timedelta(days=30), idag - timedelta(days=2))
    kalla.epost = "kommunpolisen@polisen.example"
    kalla.save()
    bild.kallor.filter(namn="Polisen regionalt").update(epost="region@polisen.example")
    bild.kallor.filter(namn="Klotterstatistik").update(
        status=Kalla.Status.INKOMMEN, period_fran=bild.fran, period_till=bild.till
    )
    return kalla, bygge_lagesbild.ny_kallfil(kalla)


def _kallornas(bild, kalla, fil):
    bilden = [bild.namnd.kort, bild.ar]
    begar = reverse("kallor_begar", args=bilden)
    dag = timezone.localdate() + timedelta(days=20)
    yield reverse("kallor", args=bilden), {}
    yield begar, {}
    yield f"{begar}?svar_senast=2020-31-12", {}
    yield f"{begar}?svar_senast={dag.isoformat()}&kalla={kalla.pk}", {}
    yield reverse("kallor_paminn", args=bilden), {}
    yield reverse("kallor_ny", args=bilden), {}
    yield reverse("kallor_ny", args=bilden), TOMT
    yield kalla.get_absolute_url(), {}
    yield kalla.get_absolute_url(), TOMT
    for namn in ("kalla_andra", "kalla_brev", "kalla_ta_bort", "kalla_fil_ny"):
        yield reverse(namn, args=[kalla.pk]), {}
    yield reverse("kallfil_ta_bort", args=[fil.pk]), {}
    yield reverse("kalla", args=[bild.kallor.get(art="blanketter").pk]), {}


def _iakttagelsernas(bild, kalla):
    bilden = [bild.namnd.kort, bild.ar]
    forra = bygge_lagesbild.ny_lagesbild(bild.namnd, 2025)
    tidigare = bygge_lagesbild.ny_iakttagelse(forra, "Rutinen är okänd")
    bygge_lagesbild.ny_iakttagelse(forra, "Flygblad delas ut")
    rad = bygge_lagesbild.ny_iakttagelse(bild, kallor=[kalla], tidigare=tidigare)
    bygge_lagesbild.ny_iakttagelse(bild, "Inte bedömd", behov="", ordning=1)
    yield reverse("iakttagelser", args=bilden), {}
    yield reverse("iakttagelser_ny", args=bilden), {}
    yield reverse("iakttagelser_ny", args=bilden), TOMT
    yield reverse("iakttagelser_forra", args=bilden), {}
    yield rad.get_absolute_url(), {}
    yield reverse("iakttagelse_ta_bort", args=[rad.pk]), {}
    plan = Handlingsplan.objects.get(namnd=bild.namnd, ar=bild.ar)
    yield reverse("plan_iakttagelser", args=bilden), {}
    yield reverse("plan_iakttagelse", args=[*bilden, rad.pk]), {}
    aktivitet = plan.aktiviteter.first()
    yield reverse("aktivitet_redigera", args=[aktivitet.pk]), {}
