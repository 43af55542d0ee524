"""A form whose words say functions, never persons."""

import re

from django import forms

from blanketter.vakten import hitta

NUMMER = {"personnummer", "samordningsnummer", "fodelsedatum"}
BEHALL = "pekar_inte_ut"
SOM_NAMN = (
    "”%s” ser ut som ett namn på en person. Skriv funktionen i stället, till exempel "
    "”mottagningsgruppen”, eller bocka i längst ner att det inte pekar ut någon."
)
SOM_NUMMER = "”%s” pekar ut en person. Ta bort det."
_SKILJER = re.compile(r"[._-]+")


class UtanPerson(forms.Form):
    """Refuses what looks like a person in the fields of `VAKTADE`.

    A name-like word can be kept after a tick that is shown when it is needed; a number
    that is somebody's can't.
    """

    VAKTADE = ()
    pekar_inte_ut = forms.BooleanField(
        label="Det här pekar inte ut någon", required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields([n for n in self.fields if n != BEHALL])
        if not self.is_bound:
            del self.fields[BEHALL]

    def clean(self):
        data = super().clean()
        namnlika = False
        for namn, text in self._vaktat(data):
            nummer, namnen = personer(text)
            namnlika = namnlika or bool(namnen)
            for ord_ in nummer:
                self.add_error(namn, SOM_NUMMER % ord_)
            if namnen and not data.get(BEHALL):
                self.add_error(namn, SOM_NAMN % "”, ”".join(namnen))
        if not namnlika:
            self.fields.pop(BEHALL, None)
        return data

    def _vaktat(self, data):
        """Yield (field or None, words) of all that is looked at."""
        for namn in self.VAKTADE:
            yield namn, data.get(namn) or ""


def personer(text):
    """Return what is a person's number in a text, and what looks like a name."""
    if "@" in text and " " not in text.strip():
        # anna.ek@… names somebody; mottagningen.barn@… doesn't.
        text = _SKILJER.sub(" ", text.split("@")[0]).title()
    fynd = [(f.typ, text[f.start : f.end]) for f in hitta(text)]
    nummer = [ord_ for typ, ord_ in fynd if typ in NUMMER]
    return nummer, [ord_ for typ, ord_ in fynd if typ == "namn"]
