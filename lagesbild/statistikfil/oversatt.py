"""The words of a source → the house's codes: a first guess, never more than that.

`sakert` guesses are those that a word can hardly mean otherwise; the command line uses
only them, the page shows all and lets the coordinator choose.
"""

import re
from dataclasses import dataclass

from lagesbild.statistikfil.ord import DELOMRADE, MILJO, PLATS, SLAG
from vbeplan.text.svenska import normalisera

UTELAMNA = "-"  # in a choice: rows with the word are left out


@dataclass(frozen=True)
class Gissning:
    """What a word may mean: a code ("" for none) and whether it is sure."""

    kod: str
    saker: bool = True


# In order: the first that fits. Only codes of the city's own questions are ever given.
_ORD = {
    MILJO: (
        ("vit_makt", r"vit ?-?makt|nazis|nynazis|nmr\b|nordiska mot|white ?power|"
                     r"hakkors|högerextrem|nationalsocial|rasis|rasideolog|aktivklubb|"
                     r"höger(?:radikal|populis)?\b|antisemit|vitmakt"),
        ("autonom", r"autonom|vänster(?:extrem|autonom)?|\bafa\b|antifa|anarkis"),
        ("islamistisk", r"islamis|jihad|\bis\b|\bisis\b|\bisil\b|daesh|salafi|"
                        r"al[- ]?qaida|religiös(?:t)? extremis"),
        ("oklart", r"okän|oklar|vet (?:ej|inte)|ej (?:känd|angiv|bedöm|möjlig|klassad)|"
                   r"ospec|saknas|uppgift saknas|inte angiv|osäker|\?+$|-$|–$|"
                   r"ingen uppgift|ej identifier"),
        ("annan", r"anna[nt]|övrig|andra|kriminell|gäng|enfråge|djurrätt|incel|"
                  r"anti-?stat|separatis|konspira"),
    ),
    SLAG: (
        ("natet", r"nät(?:et)?\b|internet|sociala medier|digital|online|inlägg|webb"),
        ("klotter", r"klotter|klister|graffit|sticker|dekal|tagg|skadegörelse|målning|"
                    r"ristning|lapp|åverkan|vandalis|sprej|spray"),
        ("flygblad", r"flygblad|affisch|flyer|brev|propaganda|broschyr|utdelning|"
                     r"banderoll"),
        ("hot", r"hot\b|hot |hotfull|olaga hot|våld|misshandel|ofred|trakasser|attack|"
                r"bombhot|sabotage|mordbrand|anlagd"),
        ("uttalanden", r"uttal|kränk|hets|diskrim|verbal|muntlig|skällsord|förolämp|"
                       r"rasistisk|hatbrott|okväd|budskap"),
        ("rekrytering", r"rekryt|värv|radikaliser"),
        ("samling", r"möte|marsch|manifest|demonstr|samling|torg|sammankomst|"
                    r"uppvisning"),
        ("symboler", r"symbol|flagg|kläd|emblem|märke|hälsning"),
        ("kontakt", r"besök|film|kontakt|kartlägg|närma|fotograf"),
        ("annat", r"anna[nt]|övrig|andra|okän|oklar|ospec|saknas|vet (?:ej|inte)"),
    ),
    PLATS: (
        ("forskola", r"förskol"),
        ("skola", r"skol|fritidshem|gymnasi"),
        ("fritid", r"fritidsgård|mötesplats|ungdomsgård|fritid"),
        ("kultur", r"bibliotek|kultur|museum|teater|medborgarhus"),
        ("idrott", r"idrott|sim|gym\b|arena|bollplan|ishall|sporthall"),
        ("omsorg", r"omsorg|boende|hemtjänst|äldre|vård|\blss\b"),
        ("resa", r"buss|tåg|station|spårvagn|hållplats|kollektivtrafik|resecentrum|"
                 r"tunnelbana"),
        ("utomhus", r"gata|gatu|torg|park|tunnel|bro\b|viadukt|elskåp|vägmärke|skylt|"
                    r"utomhus|gång|cykel|plank|stolp|lekplats|natur|allmän plats"),
        ("bostad", r"bostad|trapp|port\b|källare|hyreshus|fasad|garage|villa"),
        ("kontor", r"kontor|reception|förvaltning"),
        ("natet", r"nät|internet|digital|sociala medier"),
        ("annan", r"anna[nt]|övrig|andra|okän|oklar|ospec|saknas|vet (?:ej|inte)"),
    ),
}  # fmt: skip
_MONSTER = {
    falt: [(kod, re.compile(text)) for kod, text in par] for falt, par in _ORD.items()
}
_HELA = re.compile(
    r"hela (?:nämnden|stadsdelen|området|sdn)|okän\w*|oklar\w*|övrigt?|ospec\w*|saknas|"
    r"ej angiv\w*|vet (?:ej|inte)|uppgift saknas|gemensamt?|flera|-|–|\?"
)


@dataclass(frozen=True)
class Koder:
    """The house's codes of each field as {code: words}, and what lies elsewhere.

    `namnd` is the board's own name, `andras` the names of other boards and their parts;
    codes of a delområde are the keys of its row, as text.
    """

    val: dict
    namnd: str = ""
    andras: frozenset = frozenset()

    def gissa(self, falt, ord_):
        """Return the Gissning for a word of a field, None when there is none."""
        platt = normalisera(str(ord_))
        if falt == DELOMRADE:
            return self._delomrade(platt)
        return self._lika(falt, platt) or self._enligt_ord(falt, platt)

    def _lika(self, falt, platt):
        for kod, text in self.val.get(falt, {}).items():
            if platt in (normalisera(kod), normalisera(text)):
                return Gissning(kod)
        return None

    def _enligt_ord(self, falt, platt):
        if not platt:
            return Gissning(self.okant(falt))
        for kod, monster in _MONSTER.get(falt, ()):
            if kod in self.val.get(falt, {}) and monster.search(platt):
                return Gissning(kod)
        return None

    def okant(self, falt):
        """Return the field's code for not knowing, "" where nothing stands for it."""
        return "oklart" if falt == MILJO else ""

    def _delomrade(self, platt):
        delar = {normalisera(namn): kod for kod, namn in self.val[DELOMRADE].items()}
        if platt in delar:
            return Gissning(delar[platt])
        if not platt or _HELA.fullmatch(platt) or platt == normalisera(self.namnd):
            return Gissning("")
        inne = [kod for namn, kod in delar.items() if _star_i(namn, platt)]
        if len(inne) == 1:
            return Gissning(inne[0])
        if platt in self.andras:
            return Gissning(UTELAMNA)
        if (kort := _utan_form(platt)) != platt:
            return Gissning("" if self._ar_egen(kort) else UTELAMNA)
        if len(platt) > 3 and normalisera(self.namnd).startswith(platt):
            return Gissning("")
        return None

    def _ar_egen(self, kort):
        """Whether «Ekhamra», out of «SDF Ekhamra», is this board."""
        return len(kort) > 2 and normalisera(self.namnd).startswith(kort)

    def andel(self, falt, orden):
        """Return the share of words that the field has a guess for."""
        orden = [o for o in orden if o not in ("", None)]
        if not orden:
            return 0
        return sum(self._kand(falt, str(o)) for o in orden) / len(orden)

    def _kand(self, falt, ord_):
        platt = normalisera(ord_)
        if falt == DELOMRADE:
            svar = self._delomrade(platt)
            return svar is not None and (
                bool(svar.kod) or platt == normalisera(self.namnd)
            )
        return (self._lika(falt, platt) or self._enligt_ord(falt, platt)) is not None


# How a board is written beside its district: «SDF Ekhamra», «Ekhamra SDN».
_FORM = re.compile(
    r"\b(?:sdf|sdn|stadsdels(?:förvaltning|nämnd|område)(?:en)?|stadsdel(?:en)?|"
    r"kommundels(?:förvaltning|nämnd)(?:en)?|områdesnämnd(?:en)?)\b"
)


def _utan_form(platt):
    return " ".join(_FORM.sub(" ", platt).split()) if _FORM.search(platt) else platt


def _star_i(kort, lang):
    return (
        bool(kort) and re.search(rf"(?<!\w){re.escape(kort)}(?!\w)", lang) is not None
    )
