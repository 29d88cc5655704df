/** What whoever opens the archive reads first; it may be read years later, and without this program. */
export const ARCHIVE_README = `Everything that this Ladehaus has kept / Alles, was dieses Ladehaus aufbewahrt hat

ENGLISH
manifest.json  which site, which program and when; each table with its columns and how many rows it has
tables/        each table twice, with the same rows: as CSV (UTF-8, comma, point) and as JSON lines (one object a line)
uploads/       files that stations have sent, named by the number of their upload
documents/     photos and documents of stations, named by their number in the table station_document; those that were
               removed are not in here

Moments are UTC in ISO 8601; numbers in JSON fields whose name ends in At, from, to or since are milliseconds since
1970. Energies end in wh (watt-hours), powers in w (watts). Truth values are 0 and 1. Numbers in columns that end in
_id are the id of a row in the table of that name. A cell of the CSV that a spreadsheet would run as a formula begins
with an apostrophe that is not part of the text. The journal has every message of every station as it was sent.
Passwords, keys and other secrets are not in here, nor in any form that they could be found out from.

DEUTSCH
manifest.json  welcher Standort, welches Programm und wann; jede Tabelle mit ihren Spalten und der Zahl ihrer Zeilen
tables/        jede Tabelle zweimal, mit denselben Zeilen: als CSV (UTF-8, Komma, Punkt) und als JSON Lines
uploads/       Dateien, die Stationen gesendet haben, benannt nach der Nummer ihrer Übertragung
documents/     Fotos und Dokumente von Stationen, benannt nach ihrer Nummer in der Tabelle station_document; entfernte
               sind nicht enthalten

Zeitpunkte sind UTC nach ISO 8601; Zahlen in JSON-Feldern, deren Name auf At, from, to oder since endet, sind
Millisekunden seit 1970. Energien enden auf wh (Wattstunden), Leistungen auf w (Watt). Wahrheitswerte sind 0 und 1.
Zahlen in Spalten, die auf _id enden, sind die id einer Zeile der Tabelle dieses Namens. Eine Zelle der CSV-Dateien,
die eine Tabellenkalkulation als Formel ausführen würde, beginnt mit einem Apostroph, der nicht zum Text gehört. Das
Journal enthält jede Nachricht jeder Station so, wie sie gesendet wurde. Kennwörter, Schlüssel und andere Geheimnisse
sind nicht enthalten, auch nicht in einer Form, aus der sie zu ermitteln wären.
`;
