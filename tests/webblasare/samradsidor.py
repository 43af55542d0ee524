"""The pages of the consultation and of the pack for who comes next; see sidor.py."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Handlingsplan
from tests.bygge_samrad import nytt_samrad, nytt_yttrande
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {
    "samrad_uteblev": "a deed by POST",
    "samrad_word": "a file",
    "plan_yttranden_word": "a file",
    "plan_overlamning_pdf": "a file",
}
KORT, AR = "ekhamra", 2061
TOMT = {"skicka": {"*": ""}}
KROCK = {"skicka": {"version": "0", "svar": "Ett annat svar."}}


def samradsidor(sida, samordnare):
    """Yield all pages, made by `sida(who, address, …)`."""
    namnd = Namnd.objects.get(kort=KORT)
    plan = Handlingsplan.objects.create(namnd=namnd, ar=AR, titel="Handlingsplan")
    tom = Handlingsplan.objects.create(namnd=namnd, ar=AR + 1, titel="Handlingsplan")
    for url, mer in (*_listans(plan, tom), *_partens(plan)):
        yield sida(samordnare, url, **mer)


def _listans(plan, tom):
    """The list: one late with remarks, one to be asked; and an empty and a locked."""
    sen = nytt_samrad(plan, "Utbildningsförvaltningen", fragad=40, slag="skola")
    nytt_yttrande(sen, "Skriv mer om skolan.", galler="Kapitel 2")
    nytt_yttrande(sen, "Rätta siffran.", utfall="senare", svar="Nästa år.")
    ej = nytt_samrad(plan, "Fritid och ungdom", fragad=None, slag="annat")
    nytt_samrad(plan, "Föreningar", fragad=None, slag="civilt", epost="")
    last = Handlingsplan.objects.create(
        namnd=plan.namnd, ar=AR + 2, titel="Handlingsplan", status="till_namnd"
    )
    nytt_yttrande(nytt_samrad(last, "Länsstyrelsen"), utfall="noterat", svar="Tack.")
    for ett in (plan, tom, last):
        yield _under(ett, "plan_samrad"), {}
    yield _under(tom, "plan_samrad"), {"skicka": {}}
    fraga = _under(plan, "samrad_fraga")
    dag = timezone.localdate() + timedelta(days=20)
    val = f"svar_senast={dag.isoformat()}&utkastet=med&samrad={ej.pk}"
    for vart in (fraga, f"{fraga}?svar_senast=2020-31-12", f"{fraga}?{val}"):
        yield vart, {}
    yield _under(tom, "samrad_fraga"), {}
    yield _under(plan, "samrad_paminn"), {}
    yield _under(tom, "samrad_paminn"), {}
    yield _under(plan, "samrad_ny"), {}
    yield _under(plan, "samrad_ny"), TOMT
    yield _under(plan, "plan_overlamning"), {}
    yield _under(last, "plan_overlamning"), {}


def _partens(plan):
    sen = plan.samraden.get(slag="skola")
    ett = sen.yttranden.first()
    yield sen.get_absolute_url(), {}
    yield sen.get_absolute_url(), TOMT
    yield sen.get_absolute_url(), KROCK
    for namn in ("samrad_andra", "samrad_ta_bort", "yttrande_ny"):
        yield reverse(namn, args=[sen.pk]), {}
    yield ett.get_absolute_url(), {}
    yield ett.get_absolute_url(), KROCK
    yield reverse("yttrande_ta_bort", args=[ett.pk]), {}


def _under(plan, namn):
    return reverse(namn, args=[plan.namnd.kort, plan.ar])
