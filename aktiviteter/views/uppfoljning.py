"""Follow-up as the coordinator sees it: a plan's occasions, and one of them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from aktiviteter.forms.uppfoljning import DagForm, OppnaIgenForm, TillfalleForm
from aktiviteter.handlingar import uppfoljning as deed
from aktiviteter.models import Handlingsplan, Tillfalle
from aktiviteter.uppfoljning.dagar import nasta_tillfalle
from aktiviteter.uppfoljning.laget import med_antal, tillfallets_lage
from aktiviteter.uppfoljning.rader import rollernas_lage, tillfallets_rader
from aktiviteter.views.avsnitt import smulor
from vbeplan.organisation.behorighet import lasbar, redigerbar, samordnad
from vbeplan.organisation.models import Roll
from vbeplan.tema.formular import radnummer

PLANER = Handlingsplan.objects.select_related("namnd")
TILLFALLEN = Tillfalle.objects.select_related("plan__namnd", "andrad_av")
STANGD_REDAN = "Någon annan har redan stängt tillfället."


@require_safe
def oversikt(request, namnd, ar):
    """A plan's occasions. Its board's own, also when the plan is shared."""
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    if not plan.visar_utkast_for(request.user):
        raise Http404
    alla = plan.aktiviteter.count()
    tillfallen = med_antal(plan.tillfallen.order_by("-ar", "-senast", "-pk"))
    context = {
        "rubrik": f"Uppföljning {plan.ar}",
        "plan": plan,
        "lagen": [tillfallets_lage(t, alla) for t in tillfallen],
        "samordnar": plan.samordnas_av(request.user),
        "inte_beslutad": "" if plan.har_beslutats else deed.INTE_BESLUTAD,
        "smulor": smulor(plan),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/uppfoljning/oversikt.html", context)


def ny(request, namnd, ar):
    """Open a new occasion."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    hem = reverse("plan_uppfoljning", args=[namnd, ar])
    if not plan.har_beslutats:
        messages.info(request, deed.INTE_BESLUTAD)
        return redirect(hem)
    rapportar, period = nasta_tillfalle(plan)
    form = TillfalleForm(
        request.POST if request.method == "POST" else None,
        instance=Tillfalle(plan=plan),
        initial={"ar": rapportar, "period": period},
    )
    if form.is_valid():
        try:
            nytt = deed.oppna_tillfalle(plan, **form.cleaned_data, av=request.user)
        except deed.KanInteFoljasUpp as fel:
            form.add_error(None, str(fel))
        else:
            messages.success(
                request, f"{nytt} är öppet. Skicka länkar till rollerna härnäst."
            )
            return redirect(nytt)
    context = {
        "rubrik": "Öppna ett uppföljningstillfälle",
        "ingress": "Varje aktivitet får en rad som rollerna fyller i. Inga brev "
        "skickas än.",
        "form": form,
        "spara": "Öppna tillfället",
        "avbryt": hem,
        "smulor": [*smulor(plan), ("Uppföljning", hem)],
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "komponenter/formularsida.html", context)


@require_safe
def tillfalle(request, pk):
    """One occasion: what is missing, per role and per activity."""
    ett = lasbar(TILLFALLEN, request.user, pk=pk)
    rader = tillfallets_rader(ett)
    samordnar = ett.plan.samordnas_av(request.user)
    roller, utan_roll = rollernas_lage(ett, rader) if samordnar else ([], [])
    context = ram(ett, str(ett)) | {
        "rader": rader,
        "kvar": [rad for rad in rader if not rad.ar_rapporterad],
        "roller": roller,
        "utan_roll": utan_roll,
        "utan_adress": [r for r in roller if r.kvar and not r.epost],
        "att_fraga": [r for r in roller if r.kvar and not r.ar_tillfragad],
        "att_paminna": [r for r in roller if r.kvar and r.ar_tillfragad],
        "samordnar": samordnar,
    }
    return render(request, "aktiviteter/uppfoljning/tillfalle.html", context)


def ram(ett, rubrik, *vag):
    """Return the context of a page below an occasion's; `vag` are more crumbs."""
    plan = ett.plan
    hem = reverse("plan_uppfoljning", args=[plan.namnd.kort, plan.ar])
    return {
        "rubrik": rubrik,
        "tillfalle": ett,
        "plan": plan,
        "smulor": [*smulor(plan), ("Uppföljning", hem), *vag],
        "aktuell_namnd": plan.namnd,
    }


def under(ett, rubrik):
    """Return the context of a page that is left for the occasion's own."""
    hem = ett.get_absolute_url()
    return ram(ett, rubrik, (str(ett), hem)) | {"avbryt": hem}


def stang(request, pk):
    ett = redigerbar(TILLFALLEN, request.user, pk=pk)
    if request.method == "POST":
        if deed.stang_tillfalle(ett, av=request.user):
            messages.success(request, f"{ett} är stängt. Rapporten kan hämtas.")
        else:
            messages.info(request, STANGD_REDAN)
        return redirect(ett)
    saknas = [rad for rad in tillfallets_rader(ett) if not rad.ar_rapporterad]
    foljder = [
        "Ingen kan ändra det som är rapporterat, och rollernas länkar slutar gälla",
        "Du kan öppna tillfället igen. Det syns i spåret",
    ]
    if saknas:
        antal = "1 aktivitet" if len(saknas) == 1 else f"{len(saknas)} aktiviteter"
        foljder.insert(
            0, f"{antal} saknar rapport och redovisas som ”Inte rapporterad”"
        )
    context = under(ett, f"Stäng {ett}?") | {
        "fraga": "Det här händer:",
        "foljder": foljder,
        "knapp": "Stäng tillfället",
    }
    return render(request, "aktiviteter/uppfoljning/stang.html", context)


def oppna_igen(request, pk):
    ett = redigerbar(TILLFALLEN, request.user, pk=pk)
    if ett.ar_oppet:
        messages.info(request, f"{ett} är redan öppet.")
        return redirect(ett)
    return _ny_dag(
        request,
        ett,
        deed.oppna_igen,
        f"Öppna {ett} igen",
        "Det som är rapporterat kan ändras igen, och de länkar som har skickats gäller "
        "till den nya dagen.",
        "Öppna igen",
        OppnaIgenForm,
    )


def dag(request, pk):
    ett = redigerbar(TILLFALLEN, request.user, pk=pk)
    if not ett.ar_oppet:
        messages.info(request, f"{ett} är stängt. Öppna det igen för att ändra dagen.")
        return redirect(ett)
    return _ny_dag(
        request,
        ett,
        deed.andra_dag,
        f"Ändra sista dagen för {ett}",
        "Länkar som redan är skickade gäller till den nya dagen.",
        "Spara",
    )


def _ny_dag(request, ett, gor, rubrik, ingress, spara, form=DagForm):
    initial = {"senast": ett.senast} if ett.ar_oppet else None
    form = form(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        gor(ett, **form.cleaned_data, av=request.user)
        messages.success(request, "Sparat.")
        return redirect(ett)
    context = under(ett, rubrik) | {"form": form, "ingress": ingress, "spara": spara}
    return render(request, "komponenter/formularsida.html", context)


@require_POST
def ny_lank(request, pk):
    """Let a role's link stop working, when it has come into the wrong hands."""
    ett = redigerbar(TILLFALLEN, request.user, pk=pk)
    roller = Roll.objects.filter(namnd=ett.plan.namnd_id)
    roll = roller.filter(pk=radnummer(request.POST.get("roll", ""))).first()
    if roll and deed.fornya_lank(ett, roll, av=request.user):
        messages.success(
            request, f"Länken till {roll} gäller inte längre. Skicka en ny."
        )
    else:
        messages.info(request, "Rollen hade ingen länk.")
    return redirect(ett)
