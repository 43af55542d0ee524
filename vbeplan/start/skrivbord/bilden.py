"""Read: what a coordinator's picture waits for, as one line on her desk."""

from django.urls import reverse

from lagesbild.models import Lagesbild
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.post import post

Status = Lagesbild.Status
SKRIV = ("kartlaggning", "analys")


def oppna_bilder(user):
    """Return each board's newest picture that she works on; one query."""
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    rader = Lagesbild.objects.filter(namnd__in=namnder) if namnder else ()
    nyaste = {}
    for bild in rader and rader.nyast_forst():
        nyaste.setdefault(bild.namnd_id, bild)
    return [bild for bild in nyaste.values() if not bild.ar_klar]


def att_borja(user, egna):
    """The picture that a board's newest plan (`egna`, the newest first) waits for.

    One query, when any of the newest plans is a draft.
    """
    namnder, nyaste = set(user.namnd_id(Ratt.SAMORDNARE)), {}
    for plan in egna:
        nyaste.setdefault(plan.namnd_id, plan)
    utkast = [p for p in nyaste.values() if p.namnd_id in namnder and not p.datum]
    bilder = Lagesbild.objects.filter(namnd__in=namnder) if utkast else None
    har = set(bilder.values_list("namnd", "ar")) if utkast else ()
    for plan in utkast:
        if (plan.namnd_id, plan.ar) not in har:
            yield post(
                f"Lägesbilden för {plan.ar} är inte påbörjad",
                f"{plan.namnd}: planen bygger på den. Begär in underlag först.",
                reverse("lagesbild_ny"),
                "Börja på lägesbilden",
            )


def bildernas(bilder):
    """The next deed of each picture.

    What its sources wait for stands by itself (see lagesbild.py).
    """
    for bild in bilder:
        if bild.status in _VAD:
            vad, varfor, knapp = _VAD[bild.status](bild)
            namn = f"Lägesbild {bild.ar}, {bild.namnd}"
            yield post(vad, f"{namn}: {varfor}", bild.get_absolute_url(), knapp)


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
