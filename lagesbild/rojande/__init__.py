"""Disclosure control: which figures may be shown so that none gives anybody away.

    skydda([Tabell(…), …], troskel=5, kant=…) → Skyddat, or Rojer: then show less

What is promised, for a threshold t of at least 3:

1. Counts from 1 to t − 1 are small and hidden. Zero is shown, with one exception (4).
2. From the figures that are shown, a small cell could be anything from zero to t: they
   tell nothing of it that its own words don't. Where the words of the cells above and
   beneath leave less than that (two parts of a sum that is itself «färre än 5»), all
   that they leave. A known small sum of hidden cells is thereby out of the question.
   Of 9, 3 and 2 with their total all three are hidden at t = 5, though 3 + 2 = 5 alone
   would leave both from one to four: it is so only when the sum is just t, and to show
   the 9 then would say of every other table that theirs isn't.
3. No hidden cell has one possible value, to a reader who knows everything published,
   the words of the hidden cells and rules 1, 4 and 5. `angrip` tries, with an integer
   programme of its own, before anything leaves `skydda`.
4. Beneath a small sum with t − 2 or more parts that aren't zero, some zeros are hidden
   too, until as many parts are hidden as t: «färre än 5» over four parts of which none
   is zero would otherwise be four parts of one.
5. The words: small cells say «färre än t», those hidden for their sake «visas inte»
   (which tells that they are t or more; the search and the attack reckon with it).
   When the small cells' own words would give one away, and always when t is 2, all
   hidden cells of the serie say «visas inte».
6. As few cells as can be are hidden. The order between equally many never depends on
   the figures, and a sum is hidden for another's sake only with its large parts (all,
   when they are at most three): what is left open mustn't tell why.

`kant` is what is public already. A figure that was another when it was published and
now differs by less than t is hidden, so that the difference isn't shown. A small cell
that is public already (the threshold was raised) is hidden like others, though the
reader who has kept it knows it; it is then in `Skyddat.redan_ute`, as are those that
can be computed from earlier figures alone. What was hidden is hidden again (None in
`kant`): whoever lays two pictures of a period beside each other, with a late event
between them, would otherwise read in the second what the first one hid.

Not promised: protection from a reader who runs this program on every possible table to
see which of them would have been hidden in the same way. Rule 6 makes that find little:
in one axis of two values nothing, in one of three at t = 3 three tables of a thousand.
Nor is looked at what tables that go round in a ring (a × b, b × c, c × a) tell together
of a × b × c; tables in a chain tell no more together than what they share.

Tables of answers (enkät) are tables like others: Axel("grupp", …) × Axel("svar", …),
with flerval=True where several may be chosen; one serie per question, the same serie
for all tables of that question. Last year's answers are other persons' answers: a serie
of their own. Every answer is in one of the groups, the last of them «övriga», so that
the groups and «all» are protected together.

Sources: Cox (1980), «Suppression methodology and statistical disclosure control», JASA
75; Fischetti and Salazar (2001), Management Science 47(7); Hundepool et al. (2012),
«Statistical Disclosure Control», chapter 4 (tables of magnitude and frequency); Wong et
al. (2007), «Minimality attack in privacy preserving data publishing», VLDB.
"""

from lagesbild.rojande.angrip import angrip
from lagesbild.rojande.prosa import Varning, varna_prosa
from lagesbild.rojande.skydda import skydda
from lagesbild.rojande.skyddat import Cell, Rojer, Skyddat
from lagesbild.rojande.tabell import ALLA, Axel, Tabell

__all__ = [
    "ALLA",
    "Axel",
    "Cell",
    "Rojer",
    "Skyddat",
    "Tabell",
    "Varning",
    "angrip",
    "skydda",
    "varna_prosa",
]
