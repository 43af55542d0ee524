"""A plan's activities as a workbook to fill in, and what comes back of it.

kolumner     the columns: what a cell holds of an activity, and how it is read
skriv        activities → .xlsx bytes
las          .xlsx bytes → rows of words, in a child process
skillnader   rows against the plan as it is now: what would change, row by row

A cell is compared as the words that were written in it, so that a file which nobody has
touched says nothing. What it was when the file was fetched is found by the hidden key
of its row; so a change of somebody else's is told from one in the file.
"""
