"""Back to what one wrote: after the session had ended, or with a form that was old."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from vbeplan.organisation.skrivet import kasta, skribent, undanlagt


@never_cache
def visa(request):
    """Show what was laid aside, one press from saved; POST throws it away."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    skrivet = undanlagt(request)
    if skrivet is None:
        messages.info(request, "Det finns ingen undanlagd text att ta fram.")
        return redirect("skrivbord")
    if request.method == "POST":
        kasta(request)
        messages.success(request, "Texten är kastad.")
        return redirect("skrivbord")
    varden = {"skrivet": skrivet, "skribent": skribent(request.user, skrivet.sida)}
    return render(request, "account/skrivet.html", varden)


@never_cache
@require_GET
def inloggad(request):
    """Answer a form's script who is signed in here now, and with which token."""
    return JsonResponse({"vem": request.user.pk, "token": get_token(request)})
