"""Search over every plan one may see, the same on SQLite and PostgreSQL.

ord, stam: words as they are compared, and what they are forms of
stycken: which words of a plan are searched, and where they stand
utlosare: database triggers that note what was written, whoever wrote it
index: keeps the index true: reads what was noted before every search
fraga: what was typed → terms; ordlista: terms → known words; databas: words → SQL
traffar: the answer, plan by plan; utdrag: words in their place; forslag: «Menade du»
"""
