# Days that were kept by hand, or exported before, come back (on the command line)
restore-kind = { $name } cannot be read: it should be a .csv or a .json.
restore-columns = These columns are missing: { $columns }
restore-unknown-columns = These columns mean nothing here: { $columns }. Columns have the codes of the form's indicators, see docs/export.md.
restore-columns-twice = These columns stand twice: { $columns }
restore-format = This is no exported file: it should say { $format }.
restore-day-line = { $on }: { $added } added · { $changed } updated · { $replaced } replaced · { $same } the same
restore-changed = { $on } { $unit }: { $changes }
restore-would = Would add { $added }, update { $changed }, replace { $replaced }, leave { $same }, skip { $bad } bad rows; { $empty } rows say that nobody reported. Nothing is entered yet: add --apply.
restore-entered = Entered: { $added } added, { $changed } updated, { $replaced } replaced, { $same } the same, { $bad } bad rows skipped; { $empty } rows say that nobody reported.
restore-refused = { $bad } rows are wrong and nothing was entered. Mend them, or add --skip-bad to skip them.
mistake-restore-day = the day “{ $word }” cannot be read; for example 2026-02-06
mistake-restore-future = { $word } has not come yet
mistake-restore-unit = no unit has the code “{ $word }”
mistake-restore-figure = { $column }: “{ $word }” is no number
mistake-restore-range = { $column }: “{ $word }” should be neither below zero nor above a trillion
mistake-restore-split = { $column }: “{ $word }” should be a whole number, its measure is { $measure }
mistake-restore-zero = zero is 0, 1 or empty, and was “{ $word }”
mistake-restore-zero-figures = said to be a zero report, and has figures of the day that are not 0
mistake-restore-first-at = the first submission “{ $word }” cannot be read; for example 2026-02-06T15:12:00+08:00
mistake-restore-first-at-when = the first submission { $word } lies before the day, or has not come yet
mistake-restore-twice = the same unit and day stand in row { $first } already
mistake-restore-nothing = holds no figure; zero = 1 says that nothing happened, state = silent that nobody reported
mistake-restore-theirs = { $unit } { $on }: people have reported other figures; --replace puts these in their place
