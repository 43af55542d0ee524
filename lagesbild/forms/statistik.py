"""A file of statistics that waits: correcting what was guessed, saying yes."""

from django import forms
from django.db import transaction

from lagesbild.forms.statistikfragor import om_aret, om_dagordningen, om_omradena
from lagesbild.handlingar.ta_in_statistik import (
    IngenAndring,
    NagonHannFore,
    minns_orden,
    ta_in,
)
from lagesbild.statistikfil.granskning import Granskning
from lagesbild.statistikfil.ord import (
    ANTAL,
    DELOMRADE,
    INGET,
    MILJO,
    PLATS,
    ROLLORD,
    SLAG,
    UPPDELNING,
    VARDE,
)
from lagesbild.statistikfil.oversatt import UTELAMNA

MEST_ORD = 400  # words to translate; a server takes no more fields than it is set to
FA_KOLUMNER = 4
INGEN = "ingen"  # a choice that says: none of the codes
FALTORD = {
    MILJO: "Miljö",
    SLAG: "Händelse",
    PLATS: "Sorts plats",
    DELOMRADE: "Delområde",
}
_INGET_AV = {
    SLAG: "Går inte att säga",
    PLATS: "Går inte att säga",
    DELOMRADE: "Hela nämnden, eller okänt",
}
AR_FEL = "Skriv året med fyra siffror."
HANN_FORE = (
    "Serien har ändrats sedan du såg den här sidan. Inget är sparat. Titta igenom vad "
    "som ändras nu och spara igen."
)
ANDRAT = (
    "Du har ändrat hur filen läses. Titta igenom vad det blev, och spara när det "
    "stämmer."
)


class GranskaForm(forms.Form):
    """The choices about a waiting file, and the yes.

    `spara_val` keeps the choices; `ta_in` stores the figures and lets go of the file.
    """

    markera_frivilliga = False  # what must be answered is decided by the file
    sett = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, fil, **kwargs):
        super().__init__(*args, **kwargs)
        self.fil = fil
        self.granskning = Granskning(fil)
        self._bygg()

    def _bygg(self):
        g = self.granskning
        if len(g.bladen) > 1:
            val = [(str(f.nr), self._bladord(f)) for f in g.forslagen]
            self._valfalt("blad", "Blad", val, str(g.bladnr))
        self.fields["ar"] = forms.IntegerField(
            label="År som filen gäller",
            required=False,
            min_value=1990,
            max_value=2100,
            initial=g.val.ar,
            help_text=om_aret(g),
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), AR_FEL),
        )
        if g.korta_ar:
            etikett, val, nu = om_dagordningen(g)
            self._valfalt("dagordning", etikett, val, nu, krav=False)
        if g.andra_omraden:
            self._valfalt("omraden", *om_omradena(g), g.omraden, krav=False)
        self._kolumnfalten(g)
        self._ordfalten(g)
        self.fields["sett"].initial = g.sett

    @staticmethod
    def _bladord(forslag):
        rader = forslag.utfall.rader
        return f"{forslag.namn} ({rader} {'rad' if rader == 1 else 'rader'} att räkna)"

    def _kolumnfalten(self, g):
        self.kolumner = []
        for nr, kolumn in enumerate(g.blad["kolumner"]):
            if "slappt" in kolumn:
                continue
            val = [(roll, ord_) for roll, ord_ in ROLLORD.items()]
            namn = f"roll_{nr}"
            self._valfalt(namn, kolumn["rubrik"], val, g.val.roller[nr])
            self.kolumner.append((namn, kolumn, g.val.roller[nr]))
        if VARDE in g.val.roller:
            val = [("", "Bara tid, eller inget särskilt"), *FALTORD.items()]
            val.append((UPPDELNING, "Något annat"))
            self._valfalt(
                "kolumnfalt", "Vad säger rubrikerna?", val, g.val.kolumnfalt, krav=False
            )

    def _ordfalten(self, g):
        self.orden = []
        for nr, ett in enumerate(g.ordvalen[:MEST_ORD]):
            namn = f"ord_{nr}"
            val = [
                *([("", "Välj")] if ett.kod is None else []),
                *((f"kod:{kod}", text) for kod, text in g.koder.val[ett.falt].items()),
                *([(INGEN, _INGET_AV[ett.falt])] if ett.falt in _INGET_AV else []),
                (UTELAMNA, "Utelämna raderna"),
            ]
            self._valfalt(namn, ett.ord or "(tomt)", val, _i_valet(ett), krav=False)
            self.orden.append((namn, ett))
        for falt in (SLAG, MILJO):
            if falt in g.utan_kolumn:
                val = [(f"kod:{kod}", text) for kod, text in g.koder.val[falt].items()]
                if falt == SLAG:
                    val.insert(0, (INGEN, _INGET_AV[falt]))
                nu = g.standard.get(falt) or g.koder.okant(falt)
                self._valfalt(
                    f"standard_{falt}",
                    f"{FALTORD[falt]} för alla rader",
                    val,
                    f"kod:{nu}" if nu else INGEN,
                )

    def _valfalt(self, namn, etikett, val, initial, *, krav=True):
        self.fields[namn] = forms.ChoiceField(
            label=etikett,
            choices=val,
            initial=initial,
            required=krav,
            widget=forms.Select(attrs={"class": "form-select form-select-sm"}),
        )

    @property
    def vantar_dagordning(self):
        """Whether nothing but an answer says how two-digit years are read."""
        korta = self.granskning.korta_ar
        return bool(korta) and not (korta.saker or self.granskning.val.dagordning)

    @property
    def vantar_svar(self):
        return self.vantar_dagordning or self.granskning.utfall.saknar_ar

    @property
    def standardfalt(self):
        return [self[n] for n in self.fields if n.startswith("standard_")]

    @property
    def ordgrupper(self):
        """Return [(field's words, [(bound field, Ordval)])] for the page."""
        svar = {}
        for namn, ett in self.orden:
            svar.setdefault(ett.falt, []).append((self[namn], ett))
        return [(FALTORD[falt], rader) for falt, rader in svar.items()]

    @property
    def tolkade(self):
        """Return [(field's words, [(words, count)])]: what the file becomes."""
        return [(FALTORD[falt], rader) for falt, rader in self.granskning.tolkade()]

    @property
    def kolumnrader(self):
        """Return (bound field, column, up to three examples) for the page."""
        gomda = {namn for namn, *_ in self._antalskolumner()}
        return [self._kolumnrad(*k) for k in self.kolumner if k[0] not in gomda]

    @property
    def antalskolumner(self):
        """The same for columns of counts, when they are so many that they hide all."""
        return [self._kolumnrad(*k) for k in self._antalskolumner()]

    def _antalskolumner(self):
        svar = [k for k in self.kolumner if k[2] == VARDE]
        return svar if len(svar) > FA_KOLUMNER else []

    def _kolumnrad(self, namn, kolumn, _roll):
        return self[namn], kolumn, [v for v in kolumn["varden"] if v != ""][:3]

    def spara_val(self):
        """Keep the choices with the file; return whether they change how it is read."""
        data, g = self.cleaned_data, self.granskning
        roller = [INGET] * len(g.blad["kolumner"])
        for nr in range(len(roller)):
            roller[nr] = data.get(f"roll_{nr}", INGET)
        bladnr = int(data.get("blad") or g.bladnr)
        nytt = {
            "blad": bladnr,
            "ar": data.get("ar"),
            "dagordning": data.get("dagordning", "") if bladnr == g.bladnr else "",
            "omraden": data.get("omraden", g.omraden),
            "roller": roller if bladnr == g.bladnr else [],
            "kolumnfalt": data.get("kolumnfalt", g.val.kolumnfalt),
            "ord": self._valda_ord(),
            "standard": {
                falt: _som_kod(data[f"standard_{falt}"])
                for falt in (SLAG, MILJO)
                if f"standard_{falt}" in data
            },
        }
        dagordning = self["dagordning"].initial if "dagordning" in self.fields else ""
        lasning = (g.bladnr, g.val.ar, g.val.roller, g.val.kolumnfalt, dagordning)
        ny_lasning = (
            bladnr,
            nytt["ar"],
            roller,
            nytt["kolumnfalt"],
            data.get("dagordning", ""),
        )
        lasning, ny_lasning = (*lasning, g.omraden), (*ny_lasning, nytt["omraden"])
        self.fil.data = {**self.fil.data, "val": nytt}
        self.fil.save(update_fields=["data"])
        self.granskning = Granskning(self.fil)
        return lasning != ny_lasning

    def _valda_ord(self):
        """What has been chosen; a guess that stands is remembered as one."""
        return [
            [ett.falt, ett.ord, _som_kod(val)]
            for namn, ett in self.orden
            if (val := self.cleaned_data.get(namn))
        ]

    def hinder(self):
        """Return why the file cannot be taken in as chosen now, "" when it can."""
        g = self.granskning
        if self.vantar_dagordning:
            return (
                "Datumen har bara två siffror för året. Välj hur "
                f"{g.korta_ar.exempel} ska läsas."
            )
        if g.utfall.saknar_ar and not g.utfall.rader:
            return "Året framgår inte. Skriv vilket år filen gäller."
        if not (ANTAL in g.val.roller or VARDE in g.val.roller or g.utfall.rader):
            return (
                "Ingen kolumn säger när. Välj vilken kolumn som är datum eller månad."
            )
        if not g.utfall.rader:
            return "Ingen rad går att räkna med de här valen. Ändra vad kolumnerna är."
        if g.andra_omraden and not g.omraden:
            if self.cleaned_data["sett"] != g.sett:
                return HANN_FORE
            orden = ", ".join(g.andra_omraden)
            return f"Välj vad som ska hända med det som redan är inläst för {orden}."
        if len(g.ordvalen) > MEST_ORD:
            return (
                f"Filen har {len(g.ordvalen)} olika ord och högst {MEST_ORD} går att "
                "översätta. Är någon kolumn ingen uppdelning? Välj Används inte."
            )
        if g.obesvarade:
            orden = ", ".join(f"”{v.ord}”" for v in g.obesvarade[:5])
            return f"Välj vad som ska hända med {orden}. Utelämna är också ett svar."
        return ""

    def ta_in(self, *, av):
        """Store the figures and return the Statistikimport; None with the reason."""
        g = self.granskning
        try:
            with transaction.atomic():
                minns_orden(self.fil.serie, g.ordvalen)
                intagen = ta_in(
                    self.fil.serie, g.underlag, av=av, sett=self.cleaned_data["sett"]
                )
                self.fil.delete()
                return intagen
        except NagonHannFore:
            self.add_error(None, HANN_FORE)
        except IngenAndring:
            self.add_error(
                None,
                "Filen säger samma sak som redan är inläst. Det finns inget att spara.",
            )
        return None


def _i_valet(ett):
    if ett.kod is None:
        return ""
    if ett.kod in ("", UTELAMNA):
        return ett.kod or INGEN
    return f"kod:{ett.kod}"


def _som_kod(val):
    return "" if val == INGEN else val.removeprefix("kod:")
