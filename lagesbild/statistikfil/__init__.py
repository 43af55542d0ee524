"""Statistics that come as files: read, guessed at, shown, taken in.

In a child process, without Django (a file from outside):
las.py       bytes → sheets with columns; `avkoda.py` text files, `bok.py` workbooks,
             `rubriker.py` where the head stands, `kolumner.py` what may be kept
In the web process, plain Python on what was kept:
tid.py tal.py    what a cell says: a month, a number, or why it says neither
gissa.py         what each column is; `ord.py` the words by which it is known
tolka.py         a table and the choices → counts, what was refused, sums of the file
oversatt.py      the file's words → the house's codes, a first guess
forslag.py       all choices for a file: remembered, guessed, asked for
"""
