"""Read: what a coordinator's picture waits for, as one line on her desk."""

from django.urls import reverse
from django.utils import timezone

from lagesbild.models import Lagesbild
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.lagesbild import med_kallor
from vbeplan.start.skrivbord.post import post, senast

Status = Lagesbild.Status
SKRIV = ("kartlaggning", "analys")


def samordnades_bilder(user, idag=None):
    """Return the pictures of the boards she coordinates, newest first, with what their
    sources wait for; one query."""
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    if not namnder:
        return []
    idag = idag or timezone.localdate()
    bilder = Lagesbild.objects.filter(namnd__in=namnder).nyast_forst()
    return [b for b in med_kallor(bilder, idag) if not b.namnd.har_upphort(idag)]


def oppna_bilder(user, alla=None):
    """Return each board's newest picture that she works on.

    `alla` is `samordnades_bilder`, when they have been read.
    """
    nyaste = {}
    for bild in samordnades_bilder(user) if alla is None else alla:
        nyaste.setdefault(bild.namnd_id, bild)
    return [bild for bild in nyaste.values() if not bild.ar_klar]


def att_borja(user, egna, alla=None):
    """The picture that a board's newest plan (`egna`, the newest first) waits for.

    `alla` is `samordnades_bilder`, when they have been read.
    """
    namnder, nyaste = set(user.namnd_id(Ratt.SAMORDNARE)), {}
    for plan in egna:
        nyaste.setdefault(plan.namnd_id, plan)
    utkast = [
        plan
        for plan in nyaste.values()
        if plan.namnd_id in namnder and plan.ar_oppen and not plan.datum
        if not plan.namnd.har_upphort()
    ]
    alla = samordnades_bilder(user) if alla is None else alla
    har = {(bild.namnd_id, bild.ar) for bild in alla}
    for plan in utkast:
        if (plan.namnd_id, plan.ar) not in har:
            yield post(
                f"Lägesbilden för {plan.ar} är inte påbörjad",
                f"{plan.namnd}: planen bygger på den. Begär in underlag först.",
                reverse("lagesbild_ny"),
                "Börja på lägesbilden",
            )


def bildernas(bilder, dagar=None, idag=None):
    """The next deed of each picture; `dagar` say by (board, year) when it should be.

    What its sources wait for stands by itself (see lagesbild.py).
    """
    for bild in bilder:
        if bild.status in _VAD:
            vad, varfor, knapp = _VAD[bild.status](bild)
            namn = f"Lägesbild {bild.ar}, {bild.namnd}"
            dag = (dagar or {}).get((bild.namnd_id, bild.ar))
            nar = senast(dag, idag) if dag else {}
            url = bild.get_absolute_url()
            yield post(vad, f"{namn}: {varfor}", url, knapp, **nar)


def _utkast(bild):
    if all(getattr(bild, falt) for falt in SKRIV):
        return (
            "Gå igenom lägesbilden med polisen",
            "kartläggning och analys är skrivna. Skriv in dag och funktion efteråt.",
            "Öppna lägesbilden",
        )
    return (
        "Skriv lägesbildens texter",
        "kartläggning och analys. Ett utkast ur siffrorna finns att utgå från.",
        "Skriv",
    )


def _samradd(bild):
    return (
        "Publicera lägesbilden",
        "samrådet är inskrivet. Läs igenom och publicera, så kan nämnden läsa den.",
        "Läs igenom",
    )


_VAD = {Status.UTKAST: _utkast, Status.SAMRADD: _samradd}
