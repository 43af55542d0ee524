"""Links and reminders to the roles: she reads the letter before it goes."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from aktiviteter.forms.uppfoljning import MottagareForm
from aktiviteter.handlingar.uppfoljning import skicka_lankar
from aktiviteter.uppfoljning.brev import LANKEN, amnesrad, brevets_ord, svansen
from aktiviteter.uppfoljning.rader import rollernas_lage, tillfallets_rader
from aktiviteter.views.uppfoljning import TILLFALLEN, under
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.tema.formular import RenText

UTAN = (
    "Fick inget brev, för adressen saknas: {0}. Ge rollen en innehavare eller en "
    "adress, eller rapportera själv för den."
)


class BrevForm(RenText, forms.Form):
    """The words that all letters have in common; each role's link comes after."""

    amne = forms.CharField(label="Ämne", max_length=200)
    text = forms.CharField(
        label="Brevet", max_length=4000, widget=forms.Textarea(attrs={"rows": 11})
    )


def lankar(request, pk):
    """First letters to roles that have something left and have had none."""
    return _brev(request, pk, paminnelse=False)


def paminn(request, pk):
    """Reminders to roles that were asked and have something left."""
    return _brev(request, pk, paminnelse=True)


def _brev(request, pk, *, paminnelse):
    ett = redigerbar(TILLFALLEN, request.user, pk=pk)
    if not ett.ar_oppet:
        messages.info(request, f"{ett} är stängt, så inga brev behöver skickas.")
        return redirect(ett)
    lagen, _ = rollernas_lage(ett, tillfallets_rader(ett))
    lagen = [r for r in lagen if r.kvar and r.ar_tillfragad == paminnelse]
    post = request.POST if request.method == "POST" else None
    brev = BrevForm(
        post,
        initial={
            "amne": amnesrad(ett, paminnelse=paminnelse),
            "text": brevets_ord(ett, request.user, paminnelse=paminnelse),
        },
    )
    mottagare = [MottagareForm(post, lage=lage) for lage in lagen]
    giltiga = [form.is_valid() for form in (brev, *mottagare)]  # each tells its errors
    if post is not None and all(giltiga):
        _skicka(request, ett, brev, mottagare, paminnelse)
        return redirect(ett)
    context = under(ett, "Påminn rollerna" if paminnelse else "Skicka länkar") | {
        "form": brev,
        "mottagare": mottagare,
        "fel": post is not None,
        "svans": svansen(ett, "Rollen", 2, LANKEN).strip(),
        "paminnelse": paminnelse,
    }
    return render(request, "aktiviteter/uppfoljning/brev.html", context)


def _skicka(request, ett, brev, mottagare, paminnelse):
    valda = [form for form in mottagare if form.cleaned_data["epost"]]
    antal = {form.lage.roll: len(form.lage.kvar) for form in valda}

    def text(roll, lank):
        return brev.cleaned_data["text"] + svansen(ett, roll, antal[roll], lank)

    utskick = skicka_lankar(
        ett,
        [(form.lage.roll, form.cleaned_data["epost"]) for form in valda],
        brev.cleaned_data["amne"],
        text,
        av=request.user,
        adress=request.build_absolute_uri,
        paminnelse=paminnelse,
    )
    for ord_, roller in (
        ("Brevet är på väg till", utskick.lagda),
        ("Fick redan ett brev i dag:", utskick.redan_i_dag),
        ("Den länk som gick till den gamla adressen gäller inte:", utskick.bytta),
    ):
        if roller:
            namn = ", ".join(map(str, roller))
            messages.success(request, f"{ord_} {namn}.")
    utan = [str(form.lage.roll) for form in mottagare if form not in valda]
    if utan and valda:
        messages.warning(request, UTAN.format(", ".join(utan)))
    if not (utskick.lagda or utskick.redan_i_dag):
        messages.info(request, "Ingen roll hade en adress. Inget är skickat.")
