"""Statistics that come as files: read, guessed at, shown, taken in.

In a child process, without Django (a file from outside):
las.py       bytes → tables with columns; `avkoda.py` text files, `bok.py` workbooks
             (`bokdold.py` what they hide), `tabeller.py` several tables on a sheet,
             `rubriker.py` where the head stands, `pivot.py` groups laid out in rows,
             `kolumner.py` what may be kept
In the web process, plain Python on what was kept:
tid.py tal.py    what a cell says: a month, a number, or why it says neither;
                 `tidord.py` what such an answer is, `tidmonster.py` the patterns,
                 `kortar.py` two-digit years by the whole column
gissa.py         what each column is (`tidspalter.py` which say when, `handelser.py`
                 which count events), of `spalter.py`, by the words of `ord.py`
tolka.py         a table and the choices → `utfall.py`: counts and refusals;
                 `radlasare.py` one row, `summor.py` the file's own sums held to its
                 rows, `delsummor.py` sums without a word, `varden.py` a column's values
oversatt.py      the file's words → the house's codes, a first guess
ordval.py        each word remembered, guessed or asked about; counts in the codes
inlasning.py     a file's bytes → its tables and what is proposed
granskning.py    a waiting file with the choices made so far · stegvis.py a large one,
                 read while its page says how far it is
"""
