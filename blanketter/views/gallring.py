"""Retention as a board's coordinator sees it: how it stands, what is next, protocols.

Numbers, days and registration numbers; never a word of a text.
"""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from blanketter.gallring.lage import antal_forvarnade, laget, per_manad
from blanketter.gallring.protokollista import som_csv
from blanketter.gallring.slag import alla_slag
from blanketter.models import (
    Forvarning,
    Gallringskorning,
    Gallringsprotokoll,
    Gallringsstopp,
)
from vbeplan.organisation.behorighet import bara_samordnare, lasbar
from vbeplan.organisation.models import Namnd, Spar

PER_SIDA = 50
PROTOKOLL = Gallringsprotokoll.objects.select_related("namnd", "regel", "regel__namnd")
FLIKAR = (
    ("gallring", "Översikt"),
    ("gallring_forvarnade", "Förvarnade"),
    ("gallring_stopp", "Stopp"),
    ("gallring_protokoll", "Protokoll"),
    ("gallring_regler", "Regler"),
)


@require_safe
@bara_samordnare
def gallring(request):
    """How it stands, class by class, and what would go in which month."""
    namnd, namnder = vald_namnd(request)
    idag = timezone.localdate()
    lagen = laget(namnd, idag)
    i_bruk = [lage for lage in lagen if lage.regel]
    context = sidram(request, "Gallring", namnd, namnder) | {
        "lagen": lagen,
        "i_bruk": i_bruk,
        "manader": per_manad(i_bruk),
        "korning": Gallringskorning.objects.filter(namnd=namnd).first(),
        "idag": idag,
        "stoppen": Gallringsstopp.objects.galler(idag)
        .for_namnd(namnd)
        .filter(blankett=None),
    }
    return render(request, "blanketter/gallring/oversikt.html", context)


@require_safe
@bara_samordnare
def forvarnade(request):
    """What has been told to go, with the first day: the forms, and the few others."""
    namnd, namnder = vald_namnd(request)
    rader = Forvarning.objects.for_namnd(namnd).select_related("blankett", "regel")
    rader = rader.order_by("forfaller", "blankett__regnr", "klass")
    context = sidram(request, "Förvarnade", namnd, namnder) | {
        "sida": Paginator(rader, PER_SIDA).get_page(request.GET.get("sida")),
        "ovriga": _ovriga(namnd),
        "idag": timezone.localdate(),
    }
    return render(request, "blanketter/gallring/forvarnade.html", context)


def _ovriga(namnd):
    """Return the warnings of what isn't a form."""
    return [
        varning
        for slag in alla_slag()
        if slag.forvarning is not Forvarning
        for varning in slag.forvarning.objects.for_namnd(namnd)
        .select_related(slag.post, "regel")
        .order_by("forfaller", "klass")
    ]


@require_safe
@bara_samordnare
def protokollen(request):
    namnd, namnder = vald_namnd(request)
    rader = PROTOKOLL.filter(namnd=namnd)
    context = sidram(request, "Protokoll", namnd, namnder) | {
        "sida": Paginator(rader, PER_SIDA).get_page(request.GET.get("sida"))
    }
    return render(request, "blanketter/gallring/protokollen.html", context)


@require_safe
def protokoll(request, pk):
    """One protocol, as a sheet to print."""
    rad = lasbar(PROTOKOLL, request.user, pk=pk)
    context = sidram(request, str(rad), rad.namnd, ()) | {"protokoll": rad}
    return render(request, "blanketter/gallring/protokoll.html", context)


@require_POST
@bara_samordnare
def protokollfil(request):
    """Give a board's protocols as CSV, with a trace."""
    namnd, _ = vald_namnd(request, request.POST.get("namnd"))
    text = som_csv(PROTOKOLL.filter(namnd=namnd).order_by("dag", "pk"))
    Spar.objects.skriv(
        Spar.Handling.EXPORTERAD, "gallringsprotokollen", av=request.user, namnd=namnd
    )
    svar = HttpResponse(text, content_type="text/csv; charset=utf-8")
    namn = f"Gallringsprotokoll {namnd}.csv"
    svar["Content-Disposition"] = content_disposition_header(True, namn)
    svar["Cache-Control"] = "private, no-store"
    return svar


def vald_namnd(request, kort=None):
    """Return the board that the address asks for, and all that she coordinates.

    Without one it is the first; another's is 404.
    """
    namnder = list(Namnd.objects.samordnade_av(request.user).i_ordning())
    kort = kort or request.GET.get("namnd")
    if not kort:
        return next(iter(namnder), None), namnder
    if namnd := next((n for n in namnder if n.kort == kort), None):
        return namnd, namnder
    raise Http404


def sidram(request, rubrik, namnd, namnder):
    """Return what the pages of the room have in common; `namnd` None for the city."""
    flikar = FLIKAR if namnd else [f for f in FLIKAR if f[0] in FORVALTARENS]
    efter = f"?namnd={namnd.kort}" if namnd else ""
    har = request.resolver_match.url_name
    return {
        "rubrik": rubrik,
        "namnd": namnd,
        "aktuell_namnd": namnd,
        "namnder": namnder,
        "smulor": _smulor(namnd, efter, har),
        "flikar": [
            {
                "text": text,
                "url": reverse(namn) + efter,
                "vald": namn == har,
                "antal": antal_forvarnade(namnd)
                if namn == "gallring_forvarnade"
                else 0,
            }
            for namn, text in flikar
        ],
    }


FORVALTARENS = ("gallring_stopp", "gallring_regler")


def _smulor(namnd, efter, har):
    if not namnd:
        uppat = [("Organisation", reverse("organisation"))]
        return uppat if har == "gallring_regler" else [
            *uppat, ("Gallring", reverse("gallring_regler"))
        ]  # fmt: skip
    uppat = [("Blanketter", reverse("inkorg") + efter)]
    return uppat if har == "gallring" else [
        *uppat, ("Gallring", reverse("gallring") + efter)
    ]  # fmt: skip
