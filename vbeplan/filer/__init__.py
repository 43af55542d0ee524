"""Files that come in from outside: looked at before they are parsed, parsed apart.

fel.py      FilFel, the one exception; its text is what the user reads
filslag.py  Word and Excel files, in the words that a user is told
zipvakt.py  the zip directory of such a file, before anything is unpacked
xmlvakt.py  XML without entities, network or huge trees
barn.py     runs a parser in a child process with limits on time and memory
barnet.py   the child's side of it
framsteg.py what the child says of how far it is

Nothing here imports Django: the child must start in a few milliseconds.
"""
