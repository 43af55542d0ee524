"""What was answered in words of one's own: for the coordinator's eyes alone.

Each text stands by itself. Which texts came in one answer, of which group and beside
which other answers can't be seen: a text is known by a key of its own, and the order
is another each time. When so few of those that were asked a question have answered
the enkät that the list of them tells who wrote, its words are not shown.
"""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from random import SystemRandom

from django.conf import settings
from django.db import transaction

from blanketter.lasning import utpekande
from lagesbild.enkatfragor.lista import fragor_for
from lagesbild.enkatfragor.svarande import fick_fragan
from lagesbild.models import Enkat, Enkatsvar
from vbeplan import nycklar
from vbeplan.organisation.models import Spar


@dataclass(frozen=True)
class Enkattext:
    """One text; `pekar_ut` are its words that may point at somebody."""

    nyckel: str
    kod: str
    fraga: str
    text: str
    pekar_ut: tuple[str, ...] = ()


@dataclass
class Enkattexter:
    """The texts of a closed enkät."""

    enkat: Enkat

    def per_fraga(self):
        """Return [(question, [Enkattext, …])] of the questions with words; None for
        the words of one that too few were asked."""
        alla = [(rad, json.loads(rad.texter)) for rad in self._rader()]
        ut = []
        for fraga in self._fragor():
            if not self._visas(fraga):
                ut.append((fraga["fraga"], None))
                continue
            texter = [
                self._text(rad, fraga, ord_[fraga["kod"]])
                for rad, ord_ in alla
                if fraga["kod"] in ord_
            ]
            SystemRandom().shuffle(texter)
            ut.append((fraga["fraga"], texter))
        return ut

    def en(self, nyckel):
        """Return the Enkattext of a key, else None."""
        traff = self._hitta(nyckel)
        return self._text(*traff) if traff else None

    @transaction.atomic
    def byt(self, texten, nytt, *, av):
        """Let a text be `nytt`, "" for none; False when it is not as it was read."""
        traff = self._hitta(texten.nyckel, lasta=True)
        if not traff or traff[2] != texten.text:
            return False
        rad, _, _ = traff
        ord_ = json.loads(rad.texter)
        ord_[texten.kod] = nytt
        if not nytt:
            del ord_[texten.kod]
        rad.texter = json.dumps(ord_, ensure_ascii=False) if ord_ else None
        rad.save(update_fields=["texter"])
        vad = f"ett svar med egna ord i {self.enkat}"
        self.enkat.spar(Spar.Handling.BORTREDIGERAD, vad, av)
        return True

    def _rader(self):
        rader = Enkatsvar.objects.raknade().filter(enkat=self.enkat)
        return rader.exclude(texter=None)

    def _fragor(self):
        return [f for f in fragor_for(self.enkat) if f["slag"] == "text"]

    def _visas(self, fraga):
        svarade = (n for g, n in self._per_grupp.items() if self._fick(fraga, g))
        return sum(svarade) >= settings.SMATALSGRANS

    def _fick(self, fraga, grupp):
        return fick_fragan(self.enkat, fraga, grupp)

    @cached_property
    def _per_grupp(self):
        rader = Enkatsvar.objects.raknade().filter(enkat=self.enkat)
        return Counter(rader.values_list("grupp", flat=True))

    def _hitta(self, nyckel, *, lasta=False):
        """Return (the answer, the question, the words) of a key, else None."""
        rader = self._rader().select_for_update() if lasta else self._rader()
        for rad in rader:
            for fraga in filter(self._visas, self._fragor()):
                text = json.loads(rad.texter).get(fraga["kod"])
                if text and self._nyckel(rad, fraga) == nyckel:
                    return rad, fraga, text
        return None

    def _text(self, rad, fraga, text):
        ord_ = tuple(dict.fromkeys(text[s.start : s.slut] for s in utpekande(text, ())))
        nyckel = self._nyckel(rad, fraga)
        return Enkattext(nyckel, fraga["kod"], fraga["fraga"], text, ord_)

    def _nyckel(self, rad, fraga):
        """Return a text's name, which no two texts of an answer have in common."""
        vad = f"{rad.pk}:{fraga['kod']}".encode()
        return blake2b(vad, key=self._hemligheten, digest_size=16).hexdigest()

    @cached_property
    def _hemligheten(self):
        return bytes.fromhex(nycklar.hmac("enkattext", str(self.enkat.pk)))
