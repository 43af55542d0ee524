"""Read: what waits on a coordinator's desk about forms: to read, to answer, to keep."""

from django.urls import reverse
from django.utils.formats import date_format

from blanketter.gallring.lage import gallras_snart
from blanketter.models import Blankett, Gallringsregel
from blanketter.nyheter import vantar_pa
from vbeplan.start.skrivbord.post import ord_antal, post, samordnade

# A mail tells no number of forms, not even that there is one or several.
NYTT = "Det finns nytt i inkorgen, {}"


def blanketternas(user):
    """What the boards' inboxes hold that nobody has read: forms, then answers."""
    namnder = samordnade(user)
    vantar = vantar_pa([n.pk for n in namnder]) if namnder else {}
    for namnd in namnder:
        olasta, svar = vantar.get(namnd.pk, (0, 0))
        inkorg = f"{reverse('inkorg')}?namnd={namnd.kort}"
        if olasta:
            yield post(
                ord_antal(olasta, "oläst blankett", "olästa blanketter"),
                f"{namnd}: den som skrev kan se när den är läst.",
                f"{inkorg}&status=ny",
                "Läs",
                i_brev=NYTT.format(namnd),
            )
        if svar:
            yield post(
                ord_antal(svar, "nytt svar", "nya svar") + " på dina frågor",
                f"{namnd}: den som skrev en blankett har svarat.",
                f"{inkorg}&status=svar",
                "Läs svaret" if svar == 1 else "Läs svaren",
                i_brev=NYTT.format(namnd),
            )


def gallringens(user, idag):
    """What the rules remove within a fortnight, while there is time to stop it."""
    namnder = samordnade(user)
    snart = gallras_snart([n.pk for n in namnder], idag) if namnder else {}
    for namnd in namnder:
        if namnd.pk in snart:
            delar, forst = snart[namnd.pk]
            vad = " och ".join(ord_antal(*del_) for del_ in delar)
            yield post(
                f"{vad} gallras inom två veckor",
                f"{namnd}: tidigast den {date_format(forst, 'j F')}. Stoppa det som "
                "behöver vara kvar.",
                f"{reverse('gallring_forvarnade')}?namnd={namnd.kort}",
                "Se vilka" if sum(d[0] for d in delar) > 1 else "Se vilken",
                dag=forst,
                i_brev=f"Texter gallras inom två veckor, {namnd}",
            )


def reglernas(user):
    """That texts come in and no rule says when they go: the förvaltare's to mend."""
    if not user.ar_forvaltare or Gallringsregel.objects.galler().exists():
        return
    if Blankett.objects.exists():
        yield post(
            "Ingen gallringsregel finns",
            "Blanketternas texter sparas tills vidare. Lägg in regeln när "
            "gallringsbeslutet är fattat.",
            reverse("gallringsregel_ny"),
            "Ny regel",
        )
