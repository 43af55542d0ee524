"""Builds ordform.json: how names and other words are spelt (naive Bayes, trigrams).

Run as bygg.py, after it and with the same arguments.
"""

import json
import random
import re
import sys
from collections import Counter
from math import log
from pathlib import Path

from blanketter.avidentifiering.data import fler_namn
from blanketter.avidentifiering.data.affix import ordformer
from blanketter.avidentifiering.data.bygg import KALLOR
from blanketter.avidentifiering.data.fakernamn import faker_namn
from blanketter.avidentifiering.namn.ordform import FIL, i_trior

KORTAST = 4  # letters
ORD = 12_000  # of each dictionary
MINST = 3  # times a group is met, to say anything
SVAGT = 2  # tenths


def main(svenska: str, engelska: str) -> None:
    slump = random.Random(1)  # noqa: S311 — the same words each time
    namn = _namn()
    annat = _ur_kallor("grupper*.txt", "orter*.txt")
    for mapp, svensk in ((svenska, True), (engelska, False)):
        former = {f for f, _ in ordformer(Path(mapp), svensk=svensk)}
        langa = sorted(f for f in former if f.islower() and _passar(f))
        annat.update(slump.sample(langa, ORD))
    vikter = _vikter(_trior(namn), _trior(annat - namn))
    FIL.write_text(json.dumps(vikter, ensure_ascii=False, sort_keys=True), "utf-8")
    print(len(namn), "names,", len(annat - namn), "others,", len(vikter), "groups")  # noqa: T201


def _namn():
    alla = _ur_kallor("fornamn*.txt", "efternamn*.txt")
    alla.update(namn.lower() for lista in faker_namn() for namn in lista)
    alla.update(namn for namn, vanligt in fler_namn.fornamn() if vanligt)
    return {namn for namn in alla if _passar(namn)}


def _ur_kallor(*monster):
    texter = (
        rad.partition("#")[0].lower()
        for ett in monster
        for fil in KALLOR.glob(ett)
        for rad in fil.read_text("utf-8").splitlines()
    )
    return {o for text in texter for o in re.findall(r"[^\W\d_]+", text) if _passar(o)}


def _passar(ord_):
    return len(ord_) >= KORTAST and ord_.isalpha()


def _trior(orden):
    return Counter(tre for ord_ in orden for tre in i_trior(ord_))


def _vikter(namn, annat):
    alla = {tre for tre in namn | annat if namn[tre] + annat[tre] >= MINST}
    i_namn, i_annat = namn.total() + len(alla) / 2, annat.total() + len(alla) / 2
    vikter = {
        tre: round(10 * log((namn[tre] + 0.5) / i_namn * i_annat / (annat[tre] + 0.5)))
        for tre in alla
    }
    return {tre: vikt for tre, vikt in vikter.items() if abs(vikt) >= SVAGT}


if __name__ == "__main__":
    main(*sys.argv[1:])
