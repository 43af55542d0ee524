"""What the next coordinator needs to take over: one pack, as page and as PDF.

innehall: the pack and what is read once · kontakter, oppet: its parts, in words
papper: the PDF
"""
