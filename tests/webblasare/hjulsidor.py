"""The pages of the year wheel, in its states; see sidor.py."""

from datetime import date

from django.urls import reverse

from aktiviteter.arshjul import stadens_punkter
from aktiviteter.models import Handlingsplan
from tests import bygge
from vbeplan.organisation.models import Namnd, Ratt

INGEN_SIDA = {
    "plan_arshjul_klar": "a deed by POST",
    "arshjul_kalender": "a file",
}
LANG = "Uppföljningsdag" * 7
TOMT = {"skicka": {"*": ""}}


def hjulsidor(sida, samordnare, lasare, central):
    """Yield a wheel without a meeting, one in the middle of its year, one to come."""
    tom, mitt, senare = _planer()
    for plan in (tom, mitt, senare):
        yield sida(samordnare, _adress(plan, "plan_arshjul"))
    yield sida(lasare, _adress(mitt, "plan_arshjul"))
    yield sida(_med_tva_namnder(mitt.namnd), reverse("arshjulen"))
    yield from _dagarna(sida, samordnare, mitt)
    yield from _mallens(sida, central)


def _med_tva_namnder(namnd):
    """Return who reads the plans of two boards, and so chooses between two wheels."""
    lasare = bygge.ny_anvandare(Ratt.LASARE, namnd, epost="tva@granby.example")
    lasare.medlemskap.create(ratt=Ratt.LASARE, namnd=Namnd.objects.get(kort="sjovik"))
    return lasare.epost


def _planer():
    rader = Handlingsplan.objects.select_related("namnd")
    mitt = rader.get(namnd__kort="ekhamra", ar=2027)
    mitt.sammantrade = date(2027, 1, 13)
    mitt.save(update_fields=["sammantrade"])
    mitt.hjuldagar.create(
        ar=2027, namn=LANG, dag=date(2027, 2, 1), klar=date(2027, 2, 1)
    )
    tom = Handlingsplan.objects.create(namnd=mitt.namnd, ar=2041)
    senare = Handlingsplan.objects.create(
        namnd=mitt.namnd, ar=2043, sammantrade=date(2043, 4, 29)
    )
    return tom, mitt, senare


def _dagarna(sida, vem, plan):
    [egen] = plan.hjuldagar.all()
    mallens = f"{stadens_punkter()[0].pk}-{plan.ar}"
    for nyckel in (f"egen-{egen.pk}", mallens):
        url = _adress(plan, "plan_arshjul_dag", nyckel)
        yield sida(vem, url)
        yield sida(vem, url, {"dag": "i april", "klar": "2099-01-01"})
    yield sida(vem, _adress(plan, "plan_arshjul_ta_bort", f"egen-{egen.pk}"))
    yield sida(vem, _adress(plan, "plan_arshjul_ny"))
    yield sida(vem, _adress(plan, "plan_arshjul_ny"), **TOMT)
    yield sida(vem, _adress(plan, "plan_arshjul_mote"))
    # As if somebody else had set another day since
    krock = {"sammantrade": "2027-06-16", "sedd": "2027-02-01"}
    yield sida(vem, _adress(plan, "plan_arshjul_mote"), krock)
    yield sida(vem, _adress(plan, "plan_arshjul_lank"))


def _mallens(sida, central):
    punkt = stadens_punkter()[0]
    yield sida(central, reverse("arshjulsmall"))
    for url in (reverse("arshjulsmall_ny"), punkt.get_absolute_url()):
        yield sida(central, url)
        yield sida(central, url, **TOMT)
    krock = {"version": "0", "namn": "Ett annat namn"}
    yield sida(central, punkt.get_absolute_url(), krock)
    yield sida(central, reverse("arshjulsmall_ta_bort", args=[punkt.pk]))


def _adress(plan, namn, *mer):
    return reverse(namn, args=[plan.namnd.kort, plan.ar, *mer])
