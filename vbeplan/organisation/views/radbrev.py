"""Letters to the rows of a list: she reads each before it goes in the outbox."""

from django.contrib import messages
from django.shortcuts import redirect, render


def visa_breven(request, mall, context, breven, skicka):
    """Show the letters; POST sends those that are ticked and leads to "avbryt".

    `breven` are `RadbrevForm`; `skicka` takes [Radbrev] and returns `Utskick`.
    `context` is what `mall`, made of organisation/radbrev.html, says besides.
    """
    valda = [brev for brev in breven if brev.ska_skickas]
    giltiga = [brev.is_valid() for brev in valda]  # each tells its own errors
    if request.method == "POST" and all(giltiga):
        _beratta(request, skicka([brev.brev() for brev in valda]))
        return redirect(context["avbryt"])
    fel = any(brev.errors for brev in valda)
    return render(request, mall, context | {"breven": breven, "fel": fel})


def _beratta(request, utskick):
    if utskick.skickade:
        vem = ", ".join(map(str, utskick.skickade))
        vad = "Brevet är på väg" if len(utskick.skickade) == 1 else "Breven är på väg"
        messages.success(
            request, f"{vad} till {vem}. Går något inte fram står det på skrivbordet."
        )
    if utskick.redan:
        vem = ", ".join(map(str, utskick.redan))
        messages.info(request, f"Redan skickat, eller ändrat av någon annan: {vem}.")
    if not (utskick.skickade or utskick.redan):
        messages.info(request, "Inget brev var valt. Inget är skickat.")
