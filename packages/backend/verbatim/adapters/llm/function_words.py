"""Words that are no topic: what sentences are held together with, in languages that much is recorded in.

Counting alone cannot tell them from what a short recording is about. Words of fewer than four letters are never topics,
so they are not listed.
"""

from __future__ import annotations

from typing import Final

_ENGLISH = """
about above after again also another anything around because been before being below between both cannot come coming
could does doing done down during each even every everyone everything first from further getting give going gonna good
have having here hers herself himself into itself just know like little look made make many maybe more most much must
myself need never next nothing okay only other others ours over perhaps please quite rather really right said same says
should since some somebody someone something still such sure take talk tell than thank thanks that that's their theirs
them themselves then there there's these they they're thing things think this those through today together tomorrow
under until very want wanted wants well went were we're what when where which while whom whose will with within without
would yeah year yesterday your yours yourself you're
"""
_GERMAN = """
aber alle allem allen aller alles also andere anderen auch beim bereits bisschen bitte dafür damit danach danke dann
daran darauf darum dass davon dazu deine dem denn deren dessen diese diesem diesen dieser dieses doch dort durch eben
eigentlich eine einem einen einer eines einfach etwas euch eure ganz gerade genau gibt habe haben hatte hatten hier
ihnen ihre ihrem ihren ihrer immer irgendwie jede jedem jeden jeder jedes jetzt kann kein keine keinen können könnte
machen macht mal manche mehr mein meine meinen mich mir möchte muss müssen nach nämlich natürlich nein nicht nichts noch
nur oder ohne schon sehr sein seine seinen seiner seit selbst sich sind sogar soll sollen sollte sollten sondern sonst
über überhaupt unter unser unsere unseren vielleicht viel viele vom vor wann waren warum weil weiter welche wenig wenn
werde werden wieder will wirklich wirst woher wollen wollte worden wurde wurden würde würden zwar zwischen
"""
_FRENCH = """
alors après aussi autre autres avant avec avoir beaucoup bien bon c'est cela celle celui cette ceux chez comme comment
dans depuis dire donc elle elles encore entre être faire fait faut ils jamais j'ai leur leurs lorsque mais merci même
mes moins notre nous parce pendant peut peux plus pour pourquoi près puis quand quel quelle quelque quelques sans sera
ses sont sous suis sur tous tout toute toutes très trop une vers voilà votre vous était étaient
"""
_SPANISH = """
ahora algo alguien alguna algunas alguno algunos antes aquel aquí así aunque bien bueno cada casi como cómo con contra
cosa cosas creo cual cuando cuándo desde después donde dónde durante ella ellas ellos entonces entre era eran eres esa
esas esos esta está estaba están estar estas este esto estos fue fueron gracias había hace hacer hacia hasta hay
igual incluso luego menos mientras misma mismo mucho muchos nada nadie nosotros nuestra nuestro nunca otra otras otro
otros para pero poco porque puede pueden pues quien quién según ser será siempre sin sino sobre solo sólo somos son soy
también tanto tener tengo tiene tienen toda todas todavía todo todos unas unos usted ustedes vamos veces
"""

FUNCTION_WORDS: Final = frozenset(f"{_ENGLISH} {_GERMAN} {_FRENCH} {_SPANISH}".casefold().split())
