"""The bench behind `manage.py matning`: what pages, files and words cost.

rum: a directory and a database of its own, thrown away after · kluster: PostgreSQL
data: the big city, 290 boards with ten years of plans · wordplan: a plan as Word has it
sidor, pa_plats, granskning, inlasning, pdf, statistik: what is measured, a file each
urls: the empty page
tabell: one row per measurement, and the judgement against its budget
`__main__` is the child that does the work; it knows no database but the thrown-away.
"""
