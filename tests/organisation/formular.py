"""What the tests of this room send: a sign-in, a role with its holders."""

from django.urls import reverse

from tests.bygge import LOSENORD

LOGGA_IN = reverse("account_login")


def logga_in(client, epost="maria@ekhamra.example", losenord=LOSENORD, **mer):
    return client.post(LOGGA_IN, {"login": epost, "password": losenord, **mer})


def innehav(*rader, finns=0):
    """Return the formset's part of a POST; a row is name, from, to, and its pk."""
    data = {"innehav-TOTAL_FORMS": len(rader), "innehav-INITIAL_FORMS": finns}
    for nr, rad in enumerate(rader):
        falt = zip(("namn", "fran", "till", "id", "DELETE"), rad, strict=False)
        data |= {f"innehav-{nr}-{namn}": varde for namn, varde in falt if varde}
    return data


def redigera(client, roll, *rader, namn=None, finns=0):
    data = {"namn": namn or roll.namn, **innehav(*rader, finns=finns)}
    return client.post(roll.get_absolute_url(), data)


def text(svar):
    return svar.content.decode()
