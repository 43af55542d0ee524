"""Two people have changed the same thing: what each changed, and what to choose.

Each side is the row's content as its history keeps it (`historia.innehall`), read by
the form's fields: what both began with, what this form was sent with (mine), what is
saved now (the other's). Only where both changed the same place is there a choice.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from django import forms
from django.utils.formats import localize_input
from django.utils.html import escape, format_html

from aktiviteter.models import Ansvar
from vbeplan.text.falt import HTML, RikTextFormField, slagfalt
from vbeplan.text.jamfor import jamfor_block, jamfor_ord
from vbeplan.text.sammanfoga import (
    KROCK,
    LIKA,
    MIN,
    Del,
    sammanfoga,
    tre_sidor,
)
from vbeplan.text.svenska import normalisera

VAL = "val-"  # how the names of the choices begin
TOMT = "Inte ifyllt"
UTAN_ANSVAR = "Inte ansvarig"
INTE = ("", None)  # the name and part of a role that an activity lacks
ANSVAR = "ansvar-"


@dataclass
class Fraga:
    """A part of a field: what stands there, or what to choose between."""

    falt: "Falt"
    del_: Del
    namn: str  # of the choice, as the page sends it

    @property
    def slag(self):
        return self.del_.slag

    @property
    def forval(self):
        return self.falt.val.get(self.namn) or self.del_.forval

    @property
    def bada_gar(self):
        """Both sides can stay only where each is paragraphs of its own."""
        return self.falt.rik and bool(self.del_.min and self.del_.annans)

    @property
    def lika(self):
        return self.falt.visa(self.del_.min, self.del_.min)

    @property
    def mina(self):
        return self._mot(self.del_.min, self.del_.annans)

    @property
    def andras(self):
        return self._mot(self.del_.annans, self.del_.min)

    def _mot(self, sidan, den_andra):
        """Mark what the side changed, or, without a base, what the other lacks."""
        fore = den_andra if self.falt.utan_bas else self.del_.bas
        return self.falt.visa(fore, sidan)


@dataclass
class Falt:
    """A field of the form, in the parts that it was changed in."""

    namn: str
    etikett: str
    delar: list[Del]
    utan_bas: bool
    ord: Callable | None = None  # a value in words; None for a rich text
    hela: bool = False  # a choice or a number is one or another, not words of it
    val: dict = field(default_factory=dict)  # the choices that were sent, by name

    @property
    def rik(self):
        return self.ord is None

    @property
    def krockar(self):
        return any(del_.slag == KROCK for del_ in self.delar)

    @property
    def andrat(self):
        return any(del_.slag != LIKA for del_ in self.delar)

    @property
    def fragor(self):
        return [
            Fraga(self, del_, f"{VAL}{self.namn}-{nr}")
            for nr, del_ in enumerate(self.delar)
        ]

    def varde(self):
        """Return the value that the choices give."""
        valda = [x for f in self.fragor for x in f.del_.vald(self.val.get(f.namn))]
        return "\n".join(valda) if self.rik else valda[0]

    def visa(self, fore, efter):
        """Return safe HTML: `efter`, with what was changed since `fore` marked."""
        if self.rik:
            par = jamfor_block("\n".join(fore), "\n".join(efter))
            return [p.markerat for p in par if p.markerat]
        fore, efter = ([self.ord(x) for x in sida] for sida in (fore, efter))
        if not fore or fore == efter or TOMT in fore + efter:
            return [escape(efter[0])]
        if self.hela:
            bitar = jamfor_ord(fore[0], ""), jamfor_ord("", efter[0])
            return [format_html("{} {}", *bitar)]
        return [jamfor_ord(fore[0], efter[0])]


class Krock:
    """What to ask, what is taken without asking, and the form that comes of it."""

    def __init__(self, form, bas, annans, val=()):
        """`bas` is None when nobody knows it; then every difference is asked."""
        self.form, self.val = form, dict(val)
        sidor = (bas, form.innehall(), annans)
        self.falt = [*self._falten(sidor), *self._rollerna(sidor)]
        self.annans = annans

    @property
    def fragor(self):
        return [falt for falt in self.falt if falt.krockar]

    @property
    def tagna(self):
        return [falt for falt in self.falt if falt.andrat and not falt.krockar]

    @property
    def inget_nytt(self):
        """Tell whether what this form would save is saved already."""
        return not any(
            del_.slag in (MIN, KROCK) for falt in self.falt for del_ in falt.delar
        )

    def _falten(self, sidor):
        bas, *bada = [sida and self.form.varden(sida) for sida in sidor]
        for namn, falt in self.form.falt_att_jamfora():
            mitt, annans = (sida[namn] for sida in bada)
            if isinstance(falt, RikTextFormField):
                delar, ord_ = sammanfoga(bas and bas[namn], mitt, annans), None
            else:
                delar = [tre_sidor(bas and [bas[namn]], [mitt], [annans])]
                ord_ = partial(i_ord, falt)
            yield Falt(
                namn,
                falt.label,
                delar,
                bas is None,
                ord_,
                hela=not isinstance(falt, forms.CharField),
                val=self.val,
            )

    def _rollerna(self, sidor):
        """Yield a field for each role that any of the three has: its part, or none."""
        bas, *bada = [None if sida is None else arter(sida) for sida in sidor]
        self._roller = _i_ordning(bas, *bada)
        for nr, norm in enumerate(self._roller):
            namn = next(s[norm][0] for s in (*bada, bas or {}) if norm in s)
            tre = [s if s is None else [s.get(norm, INTE)[1]] for s in (bas, *bada)]
            yield Falt(
                f"{ANSVAR}{nr}",
                f"Ansvarig: {namn}",
                [tre_sidor(*tre)],
                bas is None,
                _art_i_ord,
                hela=True,
                val=self.val,
            )

    def data(self, data):
        """Return form data as if what was chosen had been written in the form."""
        data = data.copy()
        fields = self.form.fields
        for falt in self.falt:
            if falt.namn in fields:
                data[falt.namn] = som_data(fields[falt.namn], falt.varde())
            if falt.rik:
                data[slagfalt(falt.namn)] = HTML
        return self._med_roller(data) if self._roller else data

    def _med_roller(self, data):
        rader = [
            (falt.etikett.removeprefix("Ansvarig: "), art)
            for falt in self.falt
            if falt.namn.startswith(ANSVAR) and (art := falt.varde())
        ]
        finns = len(self.annans["ansvariga"])
        tomma = [("", Ansvar.Art.HUVUDANSVARIG)] * max(0, finns - len(rader))
        for nr, (roll, art) in enumerate(rader + tomma):
            data[f"{ANSVAR}{nr}-roll"], data[f"{ANSVAR}{nr}-art"] = roll, art
        data[f"{ANSVAR}INITIAL_FORMS"] = str(finns)
        data[f"{ANSVAR}TOTAL_FORMS"] = str(len(rader + tomma))
        return data


def arter(innehall):
    """Return {normalised name: (name, part)} in order."""
    ansvariga = innehall.get("ansvariga", ())
    return {normalisera(namn): (namn, art) for namn, art, *_ in ansvariga}


def _i_ordning(bas, mina, andras):
    """Return all roles: in my order, or in the other's if I kept the one there was."""
    forst, sedan = (andras, mina) if bas and [*bas] == [*mina] else (mina, andras)
    return [*dict.fromkeys([*forst, *sedan, *(bas or ())])]


def _art_i_ord(art):
    return Ansvar.Art(art).label if art else UTAN_ANSVAR


def i_ord(falt, varde):
    """Return a field's value, as its history keeps it, in words."""
    if varde in (None, ""):
        return TOMT
    if isinstance(falt, forms.ChoiceField):
        namn = {str(pk): str(ord_) for pk, ord_ in falt.choices}
        return namn.get(str(varde), "Finns inte längre")
    return som_data(falt, varde)


def som_data(falt, varde):
    """Return a field's value, as its history keeps it, the way its form sends it."""
    if varde is None:
        return ""
    if isinstance(falt, forms.DecimalField):
        return localize_input(Decimal(varde).normalize())
    return str(varde)
