"""The answers to an enkät: a field for each question, of its kind."""

from decimal import Decimal, InvalidOperation

from django import forms

from blanketter.forms.vaktad import Fritext

STORSTA_TEXT = 2000
STORSTA_TAL, LANGSTA_TAL = 10**9, 40
KRYSS = {"class": "form-check-input"}
TALRUTA = {"class": "form-control enkat-tal", "autocomplete": "off"}
OKAND_KOD = (
    "Svaret finns inte bland dem som går att välja. Välj ett av dem som står här."
)
VALJ_ETT = "Välj ett av svaren."
VALJ_NAGOT = "Välj minst ett av svaren."
SKRIV = "Skriv ditt svar."
FOR_LANG = (
    "Texten är %(show_value)s tecken. Korta den till högst %(limit_value)s tecken."
)


class Tal(forms.Field):
    """A number as people write it: 1 200, 2,5. Gives an int, or a Decimal."""

    def __init__(self, *, minst, hogst, decimaler=0, **mer):
        self.minst, self.hogst, self.decimaler = minst, hogst, decimaler
        lage = "decimal" if decimaler else "numeric"
        mer["widget"] = forms.TextInput(TALRUTA | {"inputmode": lage})
        super().__init__(**mer)

    def to_python(self, value):
        text = "".join((value or "").split())
        if not text:
            return None
        try:
            if len(text) > LANGSTA_TAL:
                raise InvalidOperation
            tal = Decimal(text.replace(",", ".").replace("\u2212", "-"))
        except InvalidOperation:
            raise forms.ValidationError(self._sa_har()) from None
        if not tal.is_finite():
            raise forms.ValidationError(self._sa_har())
        return self._i_mattet(tal)

    def _i_mattet(self, tal):
        if not self.minst <= tal <= self.hogst:
            raise forms.ValidationError(
                f"Skriv ett tal från {self.minst} till {self.hogst}."
            )
        tusental = tal.as_tuple().exponent == -3 and self.decimaler < 3  # 1.000
        if tusental or tal != round(tal, self.decimaler):
            raise forms.ValidationError(
                f"Skriv högst {self.decimaler} decimaler."
                if self.decimaler
                else "Skriv ett helt tal, utan decimaler."
            )
        return tal.normalize() if self.decimaler else int(tal)

    def _sa_har(self):
        exempel = "2,5" if self.decimaler else "12"
        return f"Skriv bara siffror, till exempel {exempel}."


def _en(fraga):
    return forms.ChoiceField(
        choices=[(v["kod"], v["text"]) for v in fraga["val"]],
        widget=forms.RadioSelect(KRYSS),
        error_messages={"required": VALJ_ETT, "invalid_choice": OKAND_KOD},
    )


def _flera(fraga):
    return forms.MultipleChoiceField(
        choices=[(v["kod"], v["text"]) for v in fraga["val"]],
        widget=forms.CheckboxSelectMultiple(KRYSS),
        error_messages={"required": VALJ_NAGOT, "invalid_choice": OKAND_KOD},
    )


def _skala(fraga):
    return forms.TypedChoiceField(
        choices=skalsteg(fraga),
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect(KRYSS),
        error_messages={"required": VALJ_ETT, "invalid_choice": OKAND_KOD},
    )


def _tal(fraga):
    return Tal(
        minst=fraga.get("min", 0),
        hogst=fraga.get("max", STORSTA_TAL),
        decimaler=fraga.get("decimaler", 0),
        error_messages={"required": "Skriv ett tal."},
    )


def _text(fraga):
    falt = Fritext(
        max_length=STORSTA_TEXT,
        error_messages={"required": SKRIV, "max_length": FOR_LANG},
    )
    falt.widget.attrs["rows"] = 5
    del falt.widget.attrs["maxlength"]  # a browser would cut what is pasted, unsaid
    return falt


FALT = {"en": _en, "flera": _flera, "skala": _skala, "tal": _tal, "text": _text}


def skalsteg(fraga):
    """Return the steps of a scale as (code, words), the ends with words of theirs."""
    steg = range(fraga["min"], fraga["max"] + 1)
    ord_ = {fraga["min"]: fraga.get("lag", ""), fraga["max"]: fraga.get("hog", "")}
    return [(str(n), f"{n} – {ord_[n]}" if ord_.get(n) else str(n)) for n in steg]


class EnkatsvarForm(forms.Form):
    """`fragor` is a list of questions, see Enkatversion; a field has the question's
    code for its name, with `PREFIX` before it.

    `svaren()` gives what was answered. Draw it with lagesbild/enkatsvar_falt.html.
    """

    PREFIX = "svar_"
    use_required_attribute = False

    def __init__(self, fragor, data=None, **mer):
        self.fragor = fragor
        super().__init__(data, **mer)
        for fraga in fragor:
            falt = FALT[fraga["slag"]](fraga)
            falt.label, falt.help_text = fraga["fraga"], fraga.get("hjalp", "")
            falt.required = bool(fraga.get("kravs"))
            self.fields[self.PREFIX + fraga["kod"]] = falt

    @property
    def rader(self):
        """Return (question, bound field) in the questions' order."""
        return [(f, self[self.PREFIX + f["kod"]]) for f in self.fragor]

    def svaren(self):
        """Return ({code: code | [codes] | number}, {code: words}) of what was answered.

        Decimals as floats: they are stored as JSON.
        """
        svar, texter = {}, {}
        for fraga in self.fragor:
            varde = self.cleaned_data.get(self.PREFIX + fraga["kod"])
            if varde in (None, "", []):
                continue
            vart = texter if fraga["slag"] == "text" else svar
            vart[fraga["kod"]] = float(varde) if isinstance(varde, Decimal) else varde
        return svar, texter
