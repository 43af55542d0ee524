"""The letters of an enkät: what its coordinator has written, the link and its day."""

from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def brevtext(enkat, vem, lank, *, paminnelse=False):
    """Return the whole letter to `vem`, as it is sent and as it is shown before."""
    varden = {
        "enkat": enkat,
        "vem": vem,
        "lank": lank,
        "text": enkat.paminnelse if paminnelse else enkat.brev,
    }
    return render_to_string("lagesbild/enkat/brev.txt", varden)


def brevet(inbjudan, lank, forbindelse, *, paminnelse=False):
    """Return the mail to one that is invited."""
    enkat = inbjudan.enkat
    return EmailMessage(
        subject=f"Påminnelse: {enkat.amne}" if paminnelse else enkat.amne,
        body=brevtext(enkat, inbjudan.respondent, lank, paminnelse=paminnelse),
        to=[inbjudan.respondent.epost],
        reply_to=[enkat.svar_till] if enkat.svar_till else None,
        connection=forbindelse,
    )
