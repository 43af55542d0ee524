"""What has changed since the last plan, in words: text and numbers, nothing else."""

from dataclasses import dataclass

from aktiviteter.bilagor.bilaga import BORTA, NYTT, Cell, Lopa
from vbeplan.tema.for_mallar import ForMallar

ANDRAT = "andrat"
_SLUTTECKEN = tuple(".,;:!?)]")


@dataclass(frozen=True, slots=True)
class Ordpar(ForMallar):
    """A field or a block that differs, word for word.

    `etikett` is the field's name, "" for a block of text. `slag` of a block is
    "andrat", "nytt" or "borta"; `flyttat`: it stands unchanged elsewhere in the text.
    """

    etikett: str
    lopor: Cell
    slag: str = ANDRAT
    flyttat: bool = False

    @property
    def fore(self):
        """Return the old words, those that are gone marked."""
        return _stad(lopa for lopa in self.lopor if lopa.slag != NYTT)

    @property
    def efter(self):
        return _stad(lopa for lopa in self.lopor if lopa.slag != BORTA)


@dataclass(frozen=True, slots=True)
class NyAktivitet(ForMallar):
    """An activity that the last plan did not have."""

    nummer: int
    titel: str
    kapitel: str
    ansvarig: str
    tidplan: str


@dataclass(frozen=True, slots=True)
class AndradAktivitet(ForMallar):
    """One that both plans have. `gammalt_nummer` when it had another, else None.

    `fran` is the chapter that it has left for `kapitel`, "" when it stands where it
    stood; `skal` why, as the revision says.
    """

    nummer: int
    titel: str
    kapitel: str
    falt: tuple[Ordpar, ...]
    gammalt_nummer: int | None = None
    fran: str = ""
    skal: str = ""


@dataclass(frozen=True, slots=True)
class UpphordAktivitet(ForMallar):
    """One that the last plan had. `val` is «Slutförd», «Avsluta» or "" when unsaid."""

    nummer: int
    titel: str
    kapitel: str
    val: str
    skal: str
    resultat: str = ""


@dataclass(frozen=True, slots=True)
class Kapitelandring(ForMallar):
    """A chapter whose heading, text or place differs; `slag` as of an `Ordpar`.

    `rubriken` is the heading with its changed words marked. `nummer` is "" for one that
    is gone.
    """

    slag: str
    nummer: str
    niva: int
    rubrik: str
    rubriken: Cell
    block: tuple[Ordpar, ...] = ()
    flyttat: bool = False

    @property
    def namn(self):
        return f"{self.nummer} {self.rubrik}".strip()


@dataclass(frozen=True, slots=True)
class Andringar(ForMallar):
    """All that differs between a plan and the one before it.

    `mot` names that one («planen för 2026»), `mot_ar` is its year. `oforandrade` and
    `lika_kapitel` count the activities and chapters that are as they were.
    """

    ar: int
    mot: str
    mot_ar: int
    framsida: tuple[Ordpar, ...] = ()
    nya: tuple[NyAktivitet, ...] = ()
    andrade: tuple[AndradAktivitet, ...] = ()
    upphorda: tuple[UpphordAktivitet, ...] = ()
    kapitel: tuple[Kapitelandring, ...] = ()
    oforandrade: int = 0
    lika_kapitel: int = 0

    @property
    def lika(self):
        """Whether not a word differs."""
        delar = (self.framsida, self.nya, self.andrade, self.upphorda, self.kapitel)
        return not any(delar)

    @property
    def i_ord(self):
        """Return it in numbers: ["1 ny aktivitet", "3 ändrade aktiviteter", …]."""
        rader = (
            (self.nya, "ny aktivitet", "nya aktiviteter"),
            (self.andrade, "ändrad aktivitet", "ändrade aktiviteter"),
            (self.upphorda, "upphörd aktivitet", "upphörda aktiviteter"),
            (self.kapitel, "ändrat kapitel", "ändrade kapitel"),
        )
        ut = [f"{len(x)} {ord_[len(x) != 1]}" for x, *ord_ in rader if x]
        return [*ut, *(["ändrad framsida"] if self.framsida else [])]


def _stad(lopor):
    """Return runs without the spaces that stood round what is left out."""
    ut = []
    for text, slag in lopor:
        if ut and ut[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if ut and text[:1] in _SLUTTECKEN:
            ut[-1] = Lopa(ut[-1].text.rstrip(" "), ut[-1].slag)
        if text and ut and ut[-1].slag == slag:
            ut[-1] = Lopa(ut[-1].text + text, slag)
        elif text:
            ut.append(Lopa(text, slag))
    while ut and not ut[0].text.strip():
        del ut[0]
    if ut:
        ut[0] = Lopa(ut[0].text.lstrip(), ut[0].slag)
        ut[-1] = Lopa(ut[-1].text.rstrip(), ut[-1].slag)
    return tuple(lopa for lopa in ut if lopa.text)
