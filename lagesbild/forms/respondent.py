"""Respondents: one, and a list of them."""

from django import forms
from django.db import IntegrityError, transaction

from blanketter.forms.lista import Listform
from blanketter.forms.sedd import SeddForm
from blanketter.forms.utan_person import UtanPerson, personer
from lagesbild.models import Grupp, Respondent
from lagesbild.respondentlista import KOLUMNER, las_lista
from vbeplan.organisation.models import Spar
from vbeplan.tema.formular import Dag

FINNS = "Det namnet finns redan i registret."
PERSONS_NAMN = (
    "Namnet ser ut som en persons. Registret är till för organisationer: skriv "
    "föreningens eller bolagets namn."
)
PERSONS_ADRESS = (
    "E-postadressen ser ut som en persons. Använd organisationens gemensamma om den "
    "har en."
)


class RespondentForm(UtanPerson, SeddForm):
    """One respondent. What a unit decides of its own is changed with the unit."""

    VAKTADE = ("namn", "epost")

    class Meta:
        model = Respondent
        fields = ["namn", "grupp", "epost", "till"]
        widgets = {"till": Dag()}
        help_texts = {
            "namn": "Organisationens namn, aldrig en persons.",
            "epost": "Organisationens gemensamma adress, till exempel "
            "kansliet@foreningen.example. Utan adress skriver du ut ett ark.",
            "till": "Fylls i när organisationen inte ska få enkäten längre.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["grupp"].choices = [
            ("", "Välj") if not kod else (kod, ord_)
            for kod, ord_ in self.fields["grupp"].choices
        ]
        if self.instance.enhet_id:
            for namn in ("namn", "epost", "till"):
                del self.fields[namn]

    def clean_namn(self):
        namn = self.cleaned_data["namn"]
        lika = Respondent(namnd=self.instance.namnd, namn=namn).med_samma_namn()
        if lika.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(FINNS)
        return namn

    def spara(self, *, av):
        """Save the respondent with its trace; tell whether it went."""
        rad = self.instance
        ny, namnd = rad._state.adding, rad.namnd
        handling = Spar.Handling.SKAPAD if ny else Spar.Handling.ANDRAD
        try:
            with transaction.atomic():
                if not ny and self.annan_hann_fore(self._sparad()):
                    return False
                self.save()
                Spar.objects.skriv(handling, f"respondenten {rad}", av=av, namnd=namnd)
        except IntegrityError:
            self.add_error("namn", FINNS)
            return False
        return True

    def _sparad(self):
        return Respondent.objects.select_for_update().get(pk=self.instance.pk)


class RespondentlistaForm(Listform):
    """A list of organisations."""

    HJALP = (
        f"En på varje rad: {KOLUMNER}. Adressen får vara tom. Kopiera gärna rakt ur "
        "Excel."
    )
    HANN_FORE = "Någon annan lade just in en av dem. Titta igen."
    ORDLISTANS_RUBRIK = "Grupperna som går att skriva"
    ORD, vad = ("respondent", "respondenter"), "respondenten"
    kolumner = ("Namn", "Grupp", "E-post")
    ordlista = Grupp.labels

    def las(self, data):
        return las_lista(data["text"], self.namnd)

    def gamla(self, namnd):
        finns = self.namnd.respondenter.values("namn_norm")
        for r in namnd.respondenter.aktiva().exclude(namn_norm__in=finns).i_ordning():
            yield r.namn, r.get_grupp_display(), r.epost

    def raden(self, rad):
        return rad.respondent

    def celler(self, rad):
        grupp = rad.respondent.grupp
        return Grupp(grupp).label if grupp else rad.ord, rad.respondent.epost

    def varna(self):
        """Remark what looks like a person's; a person's number can't be taken in."""
        for rad in self.rader:
            nummer, namnen = personer(rad.respondent.namn)
            rad.fel += [f"”{ord_}” pekar ut en person. Ta bort det." for ord_ in nummer]
            varningar = [PERSONS_NAMN] if namnen else []
            if any(personer(rad.respondent.epost)):
                varningar.append(PERSONS_ADRESS)
            rad.varning = " ".join(varningar)
