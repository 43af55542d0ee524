"""Free words are encrypted at rest: every field of text here is, or says why it isn't.

A new field fails the first test until somebody has decided.
"""

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.urls import reverse

from blanketter.models import Blankett, Meddelande
from tests import bygge
from vbeplan.nycklar.falt import KrypteradText
from vbeplan.organisation.models import Ratt
from vbeplan.organisation.skrivet import skribent

KOD = "a code of the question set; the form takes no other (forms/blankett.py)"
SLUMP = "random, or a keyed hash: says nothing by itself"
STADENS = "the municipality's own words, shown to everybody on the open pages"
ARKIV = "the reference of a public decision"
ENHETEN = "what a workplace is called; the guard refuses persons (forms/utan_person.py)"
OKRYPTERADE = {
    "Blankett.regnr": SLUMP,
    "Blankett.kvitto": SLUMP,
    "Blankett.nyckel": SLUMP,
    "Blankett.slag": KOD,
    "Blankett.miljo": KOD,
    "Blankett.plats": KOD,
    "Blankett.arbetsplats": KOD,
    "Blankett.atgarder": KOD,
    "Blankett.klass_slag": KOD,
    "Blankett.klass_miljo": KOD,
    "Meddelande.nyckel": SLUMP,
    "Enhet.namn": ENHETEN,
    "Enhet.namn_norm": ENHETEN,
    "Enhet.epost": ENHETEN,
    "Enhet.arbetsplats": KOD,
    "Enhet.nyckel": SLUMP,
    "Rapportering.tidigare": "days to answer in, and the days when that changed",
    "Frageversion.fragor": STADENS,
    "Fragutkast.fragor": STADENS,
    "Rutinsteg.kod": STADENS,
    "Rutinsteg.fraga": STADENS,
    "Rutinsteg.gor": STADENS,
    "Rutinsteg.mer": STADENS,
    "Rutinsteg.telefon": STADENS,
    "Rutinsteg.lank": STADENS,
    "Rutinsteg.lanktext": STADENS,
    "Rutinval.ordning": STADENS,
    "Rutinval.dolda": STADENS,
    "Kontakt.kod": STADENS,
    "Kontakt.funktion": STADENS,
    "Kontakt.telefon": STADENS,
    "Kontakt.epost": STADENS,
    "Kontakt.tider": STADENS,
    "Gallringsregel.dnr": ARKIV,
    "Gallringsregel.paragraf": ARKIV,
    "Gallringsprotokoll.utforare": "the name of a command",
    "Gallringsstopp.skal": "a coordinator's reason, for the file; the guard refuses "
    "persons in it",
    "Namnlista.namn": "what the operator calls a list",
    "Namnlista.ord": "common names, many thousands, of no one person",
    "Namnlista.avtryck": SLUMP,
}
ORDFALT = (models.CharField, models.TextField, models.JSONField, models.BinaryField)


def textfalt():
    """Return every field here that can hold words, but those of fixed choices."""
    return {
        f"{modell.__name__}.{falt.name}": falt
        for modell in apps.get_app_config("blanketter").get_models()
        for falt in modell._meta.local_fields
        if isinstance(falt, ORDFALT) and not falt.choices
    }


def test_every_field_of_words_is_encrypted_or_says_why_not():
    klara = {n for n, f in textfalt().items() if not isinstance(f, KrypteradText)}

    assert klara == set(OKRYPTERADE)


def test_what_the_public_writes_is_encrypted():
    krypterade = {n for n, f in textfalt().items() if isinstance(f, KrypteradText)}

    assert krypterade >= {"Blankett.text", "Meddelande.text"}


@pytest.mark.django_db
def test_no_word_of_a_form_or_its_dialogue_lies_plain_in_any_table(client):
    from blanketter.dolda_delar import Spann
    from blanketter.handlingar.dialog import stalla_fraga, svara
    from blanketter.handlingar.lasa import lasa
    from blanketter.handlingar.maskera import maskera

    namnd = bygge.ny_namnd()
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    blankett = bygge.ny_blankett(namnd, text="Kanariefågel ett satt på lyktstolpen.")
    lasa(blankett, av=samordnare)
    stalla_fraga(blankett, "Kanariefågel två, var satt den?", "f", av=samordnare)
    svara(blankett, "Kanariefågel tre satt bredvid.", "s")
    maskera(blankett, [Spann(0, 12, "namn")], av=samordnare, sedd=blankett.rakning)
    client.force_login(samordnare)
    client.get(blankett.get_absolute_url())

    assert Blankett.objects.get().text.startswith("Kanariefågel ett")
    assert Meddelande.objects.count() == 2
    assert traffar("anarief") == []


def traffar(ord_):
    """Return where a word stands, in any column of any table."""
    with connection.cursor() as sql:
        funna = []
        for tabell in connection.introspection.table_names(sql):
            namn = connection.ops.quote_name(tabell)
            sql.execute(f"SELECT * FROM {namn}")  # noqa: S608
            funna += [tabell for rad in sql.fetchall() if ord_ in repr(rad)]
    return funna


@pytest.mark.django_db
def test_what_is_laid_aside_when_a_session_ends_is_encrypted_too(client):
    namnd = bygge.ny_namnd()
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(samordnare)
    adress = reverse("gallring_stopp_nytt", args=[namnd.kort])
    client.logout()

    falt = {"skribent": skribent(samordnare, adress), "skal": "Kanariefågel fyra satt."}
    client.post(adress, falt)

    rader = [rad.get_decoded() for rad in Session.objects.all()]
    assert any("skrivet" in rad for rad in rader)
    assert "anarief" not in repr(rader)
    client.force_login(samordnare)
    assert "Kanariefågel fyra" in client.get(reverse("skrivet")).content.decode()
