"""Which received forms to show, as the address says it: the address is the filter."""

from django import forms
from django.db.models import Q
from django.utils.functional import cached_property

from blanketter.inkorg import SVAR, antal_per_flik, versionerna
from blanketter.models import Blankett, Enhet
from blanketter.models.blankett import som_regnr
from blanketter.models.fragor import FRAGOR
from blanketter.models.koder import en_kod
from vbeplan.organisation.models import Delomrade, Namnd
from vbeplan.tema.adressfilter import IAdressen
from vbeplan.tema.formular import Dag, RenText
from vbeplan.text.svenska import normalisera

ALLA = ("", "Alla")
FLERA = ("slag", "atgarder")  # the questions with several answers
SMAORD = {"och", "eller", "i", "på", "av", "för", "till", "en", "ett", "från"}
KORTAST = 2
OBEDOMD = "ingen"
ALDST = "aldst"
FLIKAR = [
    ("", "Alla"),
    ("ny", "Olästa"),
    (SVAR, "Nya svar"),
    ("last", "Lästa"),
    ("klassad", "Klassade"),
    ("ingar", "I lägesbilden"),
    ("dubblett", "Dubbletter"),
    ("ej_vbe", "Inte VBE"),
    ("atertagen", "Återtagna"),
]


class InkorgForm(IAdressen, RenText, forms.Form):
    """A GET form. `filter` narrows a queryset of forms; `namnden` is the board chosen.

    One board at a time: their records are apart.
    """

    INTE_VALDA = ("namnd", "status", "ordning")

    namnd = forms.ChoiceField(label="Nämnd", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=FLIKAR, widget=forms.HiddenInput
    )
    ord = forms.CharField(
        label="Nummer eller ord ur svaren",
        max_length=100,
        required=False,
        help_text="Till exempel 7K3M eller klotter skola. Texten går inte att söka i, "
        "för den är krypterad.",
    )
    miljo = forms.ChoiceField(label="Miljö", required=False)
    slag = forms.ChoiceField(label="Händelse", required=False)
    delomrade = forms.ChoiceField(label="Delområde", required=False)
    plats = forms.ChoiceField(label="Plats", required=False)
    arbetsplats = forms.ChoiceField(label="Arbetsplats", required=False)
    bedomning = forms.ChoiceField(
        label="Bedömning",
        required=False,
        choices=[ALLA, (OBEDOMD, "Inte bedömd än"), *Blankett.Bedomning.choices],
    )
    hande_fran = forms.DateField(label="Hände tidigast", required=False, widget=Dag())
    hande_till = forms.DateField(label="Hände senast", required=False, widget=Dag())
    fran = forms.DateField(label="Inkom från och med", required=False, widget=Dag())
    till = forms.DateField(label="Inkom till och med", required=False, widget=Dag())
    ordning = forms.ChoiceField(
        label="Ordning",
        required=False,
        choices=[("", "Senast inkommen först"), (ALDST, "Äldst inkommen först")],
    )

    def __init__(self, data, *, user):
        super().__init__(data)
        self.namnder = list(Namnd.objects.samordnade_av(user).i_ordning())
        self.versioner = versionerna()
        self.fields["namnd"].choices = [(n.kort, n.namn) for n in self.namnder]
        if len(self.namnder) == 1:
            del self.fields["namnd"]
        for fraga in ("miljo", "slag", "plats", "arbetsplats"):
            self.fields[fraga].choices = [ALLA, *self._val(fraga).items()]
        self.fields["delomrade"].choices = [ALLA, *self.delomradena.items()]
        if not self.delomradena:
            del self.fields["delomrade"]

    def clean(self):
        data = super().clean()
        for forsta, sista in (("fran", "till"), ("hande_fran", "hande_till")):
            fran, till = data.get(forsta), data.get(sista)
            if fran and till and till < fran:
                self.add_error(sista, "Välj en dag efter den första.")
        return data

    @cached_property
    def namnden(self):
        kort = self.data.get("namnd")
        valda = [n for n in self.namnder if n.kort == kort]
        return (valda or self.namnder)[0]

    @cached_property
    def delomradena(self):
        rader = Delomrade.objects.filter(namnd=self.namnden)
        return {str(pk): namn for pk, namn in rader.values_list("pk", "namn")}

    def _val(self, fraga):
        """Return code and words of a question; the newest version's words win.

        Without the kinds of workplaces that would name a unit: neither the list nor a
        word of theirs finds a form by them.
        """
        ord_ = {}
        for version in reversed(self.versioner.values()):
            ord_ |= dict(version.val(fraga))
        if fraga == "arbetsplats":
            return {kod: o for kod, o in ord_.items() if kod not in self.sma_slag}
        return ord_

    @cached_property
    def sma_slag(self):
        return Enhet.objects.sma_slag(self.namnden)

    def filter(self, queryset):
        """Return the forms of `queryset` that the address asks for, the tab left out.

        None of them when a part can't be read: the form then says which.
        """
        rader = queryset.filter(namnd=self.namnden)
        if not self.is_valid():
            return rader.none()
        for namn, varde in self.cleaned_data.items():
            if varde and (smalna := getattr(self, f"_{namn}", None)):
                rader = smalna(rader, varde)
        return rader

    def pa_fliken(self, rader):
        status = self.is_valid() and self.cleaned_data["status"]
        if status == SVAR:
            return rader.med_nya_svar()
        return rader.filter(status=status) if status else rader

    @property
    def aldst_forst(self):
        return self.is_valid() and self.cleaned_data["ordning"] == ALDST

    def _miljo(self, rader, kod):
        return rader.med_miljo(kod)

    def _slag(self, rader, kod):
        return rader.med_slag(kod)

    def _delomrade(self, rader, pk):
        return rader.filter(delomrade=pk)

    def _plats(self, rader, kod):
        return rader.filter(plats=kod)

    def _arbetsplats(self, rader, kod):
        return rader.filter(arbetsplats=kod)

    def _bedomning(self, rader, kod):
        return rader.filter(bedomning="" if kod == OBEDOMD else kod)

    def _hande_fran(self, rader, dag):
        return rader.handa_mellan(fran=dag)

    def _hande_till(self, rader, dag):
        return rader.handa_mellan(till=dag)

    def _fran(self, rader, dag):
        return rader.filter(inkom__gte=dag)

    def _till(self, rader, dag):
        return rader.filter(inkom__lte=dag)

    def _ord(self, rader, text):
        ord_ = [o for o in normalisera(text).split() if o not in SMAORD]
        if not ord_:
            return rader.none()
        alla_ord = Q(*(self._ett_ord(ett) for ett in ord_))
        regnr = som_regnr(text)
        return rader.filter(
            alla_ord | Q(regnr__startswith=regnr) if regnr else alla_ord
        )

    def _ett_ord(self, sokt):
        """Where a word is the number's beginning or stands in an answer's words."""
        villkor = Q(regnr__startswith=sokt.upper())
        if len(sokt) < KORTAST:
            return villkor
        for fraga in FRAGOR:
            for kod, ord_ in self._val(fraga).items():
                if _star_i(sokt, ord_):
                    villkor |= _har_kod(fraga, kod)
        delar = [pk for pk, namn in self.delomradena.items() if _star_i(sokt, namn)]
        return villkor | Q(delomrade__in=delar) if delar else villkor

    def antal(self, rader):
        """Return the tabs: name, address, how many, whether it is the open one."""
        antal = antal_per_flik(rader)
        oppen = self.data.get("status", "")
        alla = sum(antal.values()) - antal.get(SVAR, 0)
        return [
            {
                "text": text,
                "url": f"?{self.adress(status=status)}",
                "antal": antal.get(status, 0) if status else alla,
                "vald": status == oppen,
            }
            for status, text in FLIKAR
        ]


def _star_i(sokt, text):
    """Tell whether a word stands in a text, or is an ending longer than one there."""
    norm = normalisera(text)
    return sokt in norm or any(
        len(ord_) > 3 and sokt.startswith(ord_) for ord_ in norm.split()
    )


def _har_kod(fraga, kod):
    if fraga == "slag":
        klassad = Q(klass_slag__contains=en_kod(kod))
        return klassad | Q(slag__contains=en_kod(kod))
    if fraga in FLERA:
        return Q(**{f"{fraga}__contains": en_kod(kod)})
    return Q(klass_miljo=kod) | Q(miljo=kod) if fraga == "miljo" else Q(**{fraga: kod})
