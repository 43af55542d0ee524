"""Reporting units: one, a list of them, and how often they are asked."""

from django import forms
from django.db import IntegrityError, transaction
from django.db.models import Q

from blanketter.enhetslista import KOLUMNER, las_lista
from blanketter.forms.lista import Listform
from blanketter.forms.raknad import NAGON_HANN_FORE
from blanketter.forms.sedd import SeddForm
from blanketter.forms.utan_person import UtanPerson, personer
from blanketter.models import Enhet, Frageversion, Rapportering
from vbeplan.organisation.models import Spar
from vbeplan.tema.formular import Dag

VILL_INTE = "vill_inte"  # a person's answer on the form, no kind of unit
FINNS = "Nämnden har redan en enhet med det namnet."
PERSONS_ADRESS = (
    "E-postadressen ser ut som en persons. Använd enhetens gemensamma om den har en."
)


def slagen():
    """Return the kinds of workplaces that a unit can be, as (code, words)."""
    val = Frageversion.objects.gallande().val("arbetsplats")
    return [(kod, ord_) for kod, ord_ in val if kod != VILL_INTE]


class EnhetForm(UtanPerson, SeddForm):
    """One unit. Who saves second sees what the first saved, as in `RaknadForm`."""

    VAKTADE = ("epost",)
    arbetsplats = forms.ChoiceField(
        label="Slags arbetsplats",
        help_text="Samma val som i blanketten, så att svaren går att jämföra.",
    )

    class Meta:
        model = Enhet
        fields = ["namn", "arbetsplats", "delomrade", "epost", "fran", "till"]
        widgets = {falt: Dag() for falt in ("fran", "till")}
        help_texts = {
            "namn": "Som enheten kallar sig själv, till exempel Linden, hemtjänst.",
            "fran": "Enheten tillfrågas om perioder som slutar den dagen eller senare.",
            "till": "Fylls i när enheten läggs ner eller byter nämnd.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        namnd = self.instance.namnd
        val = slagen()
        kvar = self.instance.arbetsplats
        if kvar and kvar not in dict(val):
            val.append((kvar, kvar))  # retired since, but not to be lost
        self.fields["arbetsplats"].choices = [("", "Välj"), *val]
        # A default that is worked out brings a second, hidden field of Django's.
        self.fields["fran"].show_hidden_initial = False
        valbara = namnd.delomraden.filter(
            Q(stangt=None) | Q(pk=self.instance.delomrade_id)
        )
        self.fields["delomrade"].queryset = valbara
        self.fields["delomrade"].empty_label = "Hela nämnden"
        if not valbara:
            del self.fields["delomrade"]

    def clean_namn(self):
        namn = self.cleaned_data["namn"]
        lika = Enhet(namnd=self.instance.namnd, namn=namn).med_samma_namn()
        if lika.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(FINNS)
        return namn

    def clean(self):
        data = super().clean()
        fran, till = data.get("fran"), data.get("till")
        if fran and till and till < fran:
            self.add_error("till", "Sista dagen är före den första.")
        return data

    def spara(self, *, av):
        """Save the unit with its trace; tell whether it went."""
        ny = self.instance._state.adding
        handling = Spar.Handling.SKAPAD if ny else Spar.Handling.ANDRAD
        namnd = self.instance.namnd
        try:
            with transaction.atomic():
                if not ny and self.annan_hann_fore(self._sparad()):
                    return False
                enhet = self.save()
                Spar.objects.skriv(handling, f"enheten {enhet}", av=av, namnd=namnd)
        except IntegrityError:
            self.add_error("namn", FINNS)
            return False
        return True

    def _sparad(self):
        return Enhet.objects.select_for_update().get(pk=self.instance.pk)


class EnhetslistaForm(Listform):
    """A list of units, all asked from one day."""

    HJALP = (
        f"En enhet på varje rad: {KOLUMNER}. De två sista får vara tomma. "
        "Kopiera gärna rakt ur Excel."
    )
    HANN_FORE = "Någon annan lade just in en av enheterna. Titta igen."
    ORDLISTANS_RUBRIK = "Slagen av arbetsplats som går att skriva"
    ORD, vad = ("enhet", "enheter"), "enheten"
    kolumner = ("Enhet", "Slags arbetsplats", "Delområde", "E-post")
    fran = forms.DateField(
        label="Med från",
        widget=Dag(),
        help_text="Enheterna tillfrågas om perioder som slutar den dagen eller senare.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.slag = slagen()

    def las(self, data):
        return las_lista(data["text"], self.namnd, self.slag, fran=data["fran"])

    def gamla(self, namnd):
        finns = self.namnd.enheter.values("namn_norm")
        delar = set(self.namnd.delomraden.oppna().values_list("namn", flat=True))
        ord_ = dict(slagen())
        rader = namnd.enheter.aktiva().exclude(namn_norm__in=finns)
        for e in rader.select_related("delomrade").i_ordning():
            del_ = str(e.delomrade) if e.delomrade else ""
            slag = ord_.get(e.arbetsplats, "")
            yield e.namn, slag, del_ if del_ in delar else "", e.epost

    def raden(self, rad):
        return rad.enhet

    def celler(self, rad):
        return rad.ord, rad.enhet.delomrade or "Hela nämnden", rad.enhet.epost

    @property
    def ordlista(self):
        return [ord_ for _, ord_ in self.slag]

    def varna(self):
        """Remark addresses that look like a person's; one may keep them."""
        for rad in self.rader:
            if any(personer(rad.enhet.epost)):
                rad.varning = PERSONS_ADRESS


class RapporteringForm(SeddForm):
    """How often; who saves second sees what the first saved, as with a unit."""

    class Meta:
        model = Rapportering
        fields = ["periodtyp", "svarstid"]

    def spara(self, *, av):
        """Save the choice with its trace; tell whether it went."""
        rad = self.instance
        try:
            with transaction.atomic():
                nu = self._sparad()
                if self.annan_hann_fore(nu):
                    return False
                rad.tidigare = nu.tidigare
                rad.minns_svarstid(nu.svarstid)
                self.save()
                vad = "hur ofta enheterna tillfrågas"
                Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=rad.namnd)
        except IntegrityError:
            self.add_error(None, NAGON_HANN_FORE)
            return False
        return True

    def _sparad(self):
        rader = Rapportering.objects.select_for_update()
        namnd = self.instance.namnd
        return rader.filter(namnd=namnd).first() or Rapportering(namnd=namnd)
