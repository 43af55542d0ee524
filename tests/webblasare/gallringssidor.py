"""The pages of retention: the coordinator's and the förvaltare's; see sidor.py."""

from django.urls import reverse
from django.utils import timezone

from blanketter.models import (
    Forvarning,
    Gallringsprotokoll,
    Gallringsregel,
    Gallringsstopp,
)
from lagesbild.models import Enkat, Enkatforvarning

INGEN_SIDA = {"gallring_protokollfil": "a file"}
KORT = "ekhamra"
TOMT = {"skicka": {"*": ""}}


def gallringssidor(sida, samordnare, forvaltare):
    """Yield all pages, made by `sida(who, address, …)`."""
    for url, mer in _samordnarens():
        yield sida(samordnare, url, **mer)
    for url, mer in _forvaltarens():
        yield sida(forvaltare, url, **mer)


def _forvarna_en_enkat():
    """Tell of an enkät's words too, beside the forms of the demo city."""
    enkat = Enkat.objects.filter(lagesbild__namnd__kort=KORT, status="stangd").first()
    regel = Gallringsregel.objects.galler().first()
    idag = timezone.localdate()
    Enkatforvarning.objects.create(
        enkat=enkat, klass="enkatsvar", regel=regel, forfaller=idag, dag=idag
    )


def _samordnarens():
    _forvarna_en_enkat()
    for namn in ("gallring", "gallring_forvarnade", "gallring_protokoll"):
        yield reverse(namn), {}
    protokoll = Gallringsprotokoll.objects.filter(namnd__kort=KORT).first()
    yield protokoll.get_absolute_url(), {}
    yield reverse("gallring_regler"), {}
    yield Gallringsregel.objects.galler().first().get_absolute_url(), {}
    yield reverse("gallring_stopp"), {}
    stopp = Gallringsstopp.objects.get(namnd__kort=KORT)
    yield stopp.blankett.get_absolute_url(), {}
    yield reverse("gallring_stopp_slapp", args=[stopp.pk]), {}
    varning = Forvarning.objects.filter(blankett__namnd__kort=KORT).first()
    for namn, argument in (
        ("gallring_stopp_blankett", varning.blankett_id),
        ("gallring_stopp_nytt", KORT),
    ):
        yield reverse(namn, args=[argument]), {}
        yield reverse(namn, args=[argument]), TOMT


def _forvaltarens():
    regel = Gallringsregel.objects.galler().first()
    andra = reverse("gallringsregel_andra", args=[regel.pk])
    yield reverse("gallring_regler"), {}
    yield reverse("gallring_stopp"), {}
    ny, kommunen = reverse("gallringsregel_ny"), reverse("gallring_stopp_kommunen")
    for url in (ny, andra, kommunen):
        yield url, {}
        yield url, TOMT
    yield reverse("gallringsregel_avsluta", args=[regel.pk]), {}
