"""The coordinator's side of the dialogue: to ask, to note that an answer is read."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from blanketter.forms.fraga import FragaForm
from blanketter.handlingar import las_svar
from blanketter.views.inkommen import BLANKETTER, fran_sidan, sidan
from vbeplan.organisation.behorighet import redigerbar

OPPNA_FORST = "Öppna och läs texten först. Sedan kan du ställa en fråga om den."
SKICKAD = "Frågan är skickad. Svaret syns här och i inkorgen när det kommer."


@fran_sidan
def fraga(request, pk):
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    if not blankett.ar_last:
        messages.info(request, OPPNA_FORST)
        return redirect(blankett)
    form = FragaForm(request.POST, blankett=blankett)
    if form.is_valid() and form.stall(av=request.user):
        messages.success(request, SKICKAD)
        return redirect(f"{blankett.get_absolute_url()}#dialog")
    return sidan(request, blankett, fragform=form)


@require_POST
def svar_last(request, pk):
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    las_svar(blankett)
    return redirect(f"{blankett.get_absolute_url()}#dialog")
