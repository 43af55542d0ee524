"""Remarks as the margin shows them: in groups, many of a kind told as one.

One dismissal of many puts each away by itself: a ninth activity of the same fault is
then told alone, and one whose words change comes back alone.
"""

from collections import defaultdict
from dataclasses import dataclass

from aktiviteter.granskning.brist import Brist, nyckel
from aktiviteter.granskning.slagen import SLAGEN, Vikt

# So many of a kind are told as one, where each says something of its own.
MANGA = 4


@dataclass(frozen=True, slots=True)
class Post:
    """One entry of the margin: a remark, or many of a kind (`delar`)."""

    rubrik: str
    text: str
    vikt: Vikt
    nyckel: str
    delar: tuple[Brist, ...]

    @property
    def ensam(self):
        return self.delar[0] if len(self.delar) == 1 else None

    @property
    def var(self):
        """The place in words; of many, the words that name them all."""
        return (self.ensam.plats or self.text) if self.ensam else self.rubrik

    @property
    def lika(self):
        """Whether the places say all: a row of numbers, no sentence for each."""
        return SLAGEN[self.delar[0].slag].lika

    @property
    def inlast(self):
        return self.vikt == Vikt.INLAST


@dataclass(frozen=True, slots=True)
class Grupp:
    """The entries of one weight; an empty group stands hidden in the page."""

    vikt: Vikt
    poster: tuple[Post, ...]

    @property
    def antal(self):
        return len(self.poster)

    @property
    def oppen(self):
        return self.vikt in (Vikt.STOPP, Vikt.VANTAR) or self.antal <= MANGA


@dataclass(frozen=True, slots=True)
class Lagd:
    """An entry that has been put away: why, by whom, when."""

    post: Post
    skal: str
    av: str
    tid: object


@dataclass(frozen=True, slots=True)
class Samling:
    """All that the margin shows of a plan."""

    grupper: tuple[Grupp, ...]
    avfardade: tuple[Lagd, ...]

    @property
    def antal(self):
        return sum(grupp.antal for grupp in self.grupper)

    def post(self, sokt):
        """Return the open entry with this fingerprint, or None."""
        poster = (post for grupp in self.grupper for post in grupp.poster)
        return next((post for post in poster if post.nyckel == sokt), None)

    def avfardad(self, sokt):
        """Return the put away entry with this fingerprint, or None."""
        return next((a for a in self.avfardade if a.post.nyckel == sokt), None)


def samla(brister, avfardade):
    """Return remarks in reading order as a `Samling`.

    `avfardade` is an iterable of rows (`models.Avfardad`, or what is like them).
    """
    bort = {rad.nyckel: rad for rad in avfardade}
    kvar = [b for b in brister if b.nyckel not in bort]
    lagda = defaultdict(list)
    for b in brister:
        if rad := bort.get(b.nyckel):
            lagda[(rad.tid, b.slag, rad.skal)].append((b, rad))
    poster = _poster(kvar)
    return Samling(
        tuple(Grupp(v, tuple(p for p in poster if p.vikt == v)) for v in Vikt),
        tuple(_lagd(par) for par in lagda.values()),
    )


def _poster(brister):
    """Return entries in the order in which their first remark is read."""
    av_slag = defaultdict(list)
    for b in brister:
        av_slag[b.inlast or b.slag].append(b)
    ut, klara = [], set()
    for b in brister:
        delar = av_slag[b.inlast or b.slag]
        if not _ihop(delar):
            ut.append(_post([b]))
        elif b.slag not in klara:
            klara.add(b.slag)
            ut.append(_post(delar))
    return ut


def _ihop(delar):
    if delar[0].inlast:
        return False
    return len(delar) >= (2 if SLAGEN[delar[0].slag].lika else MANGA)


def _post(delar):
    b = delar[0]
    if len(delar) == 1:
        return Post(b.rubrik, b.text, b.vikt, b.nyckel, (b,))
    slag = SLAGEN[b.slag]
    return Post(
        slag.flera.format(n=len(delar)),
        slag.gor,
        b.vikt,
        nyckel(*(d.nyckel for d in delar)),
        tuple(delar),
    )


def _lagd(par):
    rad = par[0][1]
    return Lagd(_post([b for b, _ in par]), rad.skal, str(rad.av), rad.tid)
