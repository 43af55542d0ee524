r"""The time and follow-up language: what coordinators write, as structured values.

    >>> tolka_tidplan("T.o.m. 2019-31-12", ar=2019).forslag
    'T.o.m. 2019-12-31'

A cell is read in four steps: tecken (characters → tokens) → lexem, ordlista and
stavning (tokens → words with a class, slips of the hand mended) → datum, tidpunkt,
spann, aterkomst and hanvisning (the rules below) → led, tidplan and uppfoljning (what
the clauses mean together). Words that fit no rule are passed over, so that «Workshop i
oktober 2025» is October 2025. Case, dashes, no-break spaces, soft hyphens and full
stops do not matter.

Grammar (EBNF; words in capitals are classes of ordlista, NUMBER is 1–2 figures)::

    tidplan     = hänvisning | { led } ;
    led         = återkomst | lista | gräns | villkor | läge | passerat ord ;
    gräns       = ( FRAN | TILL | KLAR | FORE | INFOR | EFTER ) , lista
                | lista , ( "–" , [ LOPANDE ] | FRAMAT ) | "–" , lista ;
    läge        = LOPANDE | "24/7" | ORDINARIE | PABORJAT | KLAR | GJORD | NEG , ord ;
    villkor     = ( VILLKOR | INFOR | FORE | EFTER | INOM | VARJE ) , ord ;

    lista       = spann , { ( OCH | "," | "/" ) , ( spann | NUMBER ) } ;
    spann       = punkt , [ ( "–" | TILL ) , ( punkt | NUMBER ) ]
                | MELLAN , punkt , OCH , punkt
                | NUMBER , { "," | OCH , NUMBER } , ( "–" | OCH ) , dag ;
    punkt       = [ DEL ] , ( dag | enhet ) , [ år ] | år , [ "," ] , enhet | år ;
    dag         = år "-" månad "-" dag | ååååmmdd | ååmmdd | dag "/" månad
                | dag "." månad "." år | dag "-" månad "-" år | NUMBER , MANAD
                | MANAD , NUMBER | ORDNING , MANAD | HOGTID ;
    enhet       = MANAD | "månad" , NUMBER | år "-" månad | ååååmm
                | ( "vecka" | KORT ) , NUMBER | ORDNING , "veckan i" , MANAD
                | ( "kvartal" | "tertial" | "halvår" | KORT ) , NUMBER
                | ORDNING , ( "kvartalet" | "tertialet" | "halvåret" )
                | ARSTID | TERMIN | LOV | ARET | "mandatperioden"
                | ( LASAR | "årsskiftet" ) , [ år , [ "/" , år ] ]
                | "månadsskiftet" , MANAD , [ "/" , MANAD ] ;
    år          = 4 figures , [ "/" , 2 figures ] | "-" , 2 figures | "'" , 2 figures
                | 2 figures | ARET ;

    återkomst   = ADVERB | VARJE , [ ORDNING ] , ( ENHET | PERIODSTART | enhet )
                | VARANNAN , ENHET
                | antal , [ "–" , antal ] , [ GANG | ord ] , per ;
    per         = ( "per" | "/" | "i" | "om" | VARJE ) , ENHET | ADVERB ;
    hänvisning  = DITO | '-"-' | SE , ( OVAN | [ RADORD ] , nummer ) ;
    nummer      = NUMBER , { ( OCH | "," | "–" ) , NUMBER } ;

    uppföljning = hänvisning | { rapport | återkomst | LOPANDE | SYSTEM | METOD
                | passerat ord } ;
    rapport     = KANAL , [ NUMBER ] , [ lista ] | år , "års" , KANAL
                | ( tertial | kvartal ) , { OCH , NUMBER } | ORDINARIE ;

Years that are not written come from the neighbour in the same list or range, else from
the plan («hösten», «VB», «T1»); two figures mean the nearest such year. Months that run
backwards cross New Year («november–februari») when the first is June or later and the
second June or earlier. Which months a season, term or tertial has: see kalender. The
period of a report is what it covers: T1 January–April, T2 May–August, T3
September–December, a delårsrapport from 1 January to the day it names (no end when it
names none), verksamhetsberättelse and årsredovisning the whole year.

A time that cannot be is never dropped and never guessed: ``fel`` says what is wrong,
``start`` and ``slut`` stay None, and ``forslag`` is a wording that may have been meant.
"""

from .avstamning import foresla_avstamning
from .beskrivning import beskriv_tidplan, beskriv_uppfoljning
from .hanvisning import pekar_pa_rad
from .tidplan import tolka_tidplan
from .uppfoljning import tolka_uppfoljning
from .utbyte import avstamning_ur, fran_dict, som_dict
from .varden import (
    Aterkommer,
    Kanal,
    Precision,
    Rapport,
    Tidplan,
    Tidtyp,
    Uppfoljning,
)

__all__ = [
    "Aterkommer",
    "Kanal",
    "Precision",
    "Rapport",
    "Tidplan",
    "Tidtyp",
    "Uppfoljning",
    "avstamning_ur",
    "beskriv_tidplan",
    "beskriv_uppfoljning",
    "foresla_avstamning",
    "fran_dict",
    "pekar_pa_rad",
    "som_dict",
    "tolka_tidplan",
    "tolka_uppfoljning",
]
