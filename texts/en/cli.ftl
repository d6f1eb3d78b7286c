# The command line
cli-about = Grid warden: a township’s day of reports, meeting and tasks, run in its chat groups
cli-run = run the bot
cli-run-clock = a faster clock, for drills
cli-drill = watch a town of 58 units play a day
cli-doctor = say what is wrong before 16:00 does
cli-town = the town’s rules, town.toml: write, check, copy a form
cli-units = import the table of units
cli-people = import the table of people
cli-state = how a day stands, as one JSON object
cli-export = exports an Excel workbook, CSV or JSON
cli-export-file = the file to write: .xlsx for people, .csv and .json for programs
cli-export-from = from which day; without it, one day alone
cli-export-to = until which day; without it, today
cli-export-unit = only the unit of this code and what is below it
cli-export-hxl = with a row of HXL hashtags under the headings
cli-export-language = the workbook's language; without it, that of town.toml
cli-export-kind = { $name } should end in .xlsx, .csv or .json
cli-export-written = Exported to { $path }
cli-parse = read reports: one JSON string a line in, one JSON object a line out
cli-reparse = read stored messages again with today’s form and reader, and tell every difference
cli-reparse-to = up to which day; today when left out
cli-reparse-apply = let it count, as a new version; without it nothing is changed
cli-reparse-days = --to must not be before --from
cli-reparse-found = { $n ->
    [one] { $n } difference
   *[other] { $n } differences
 }; nothing was changed. Add --apply to let them count.
cli-reparse-applied = { $n ->
    [one] { $n } difference
   *[other] { $n } differences
 }, now counted; { $changed ->
    [one] { $changed } report changed
   *[other] { $changed } reports changed
 }.
reparse-message = { $unit } { $day } · { $sender } { $at } “{ $quote }”
reparse-figure = { $indicator } { $before } → { $after }
reparse-total = running total of { $indicator } { $before } → { $after }
reparse-text = { $name }: { $before } → { $after }
reparse-zero = { $zero ->
    [yes] is a zero report now
   *[no] is no zero report any more
 }
reparse-asked-now = to be asked: “{ $quote }”
reparse-asked-no-more = no longer asked: “{ $quote }”
reparse-nothing = none
cli-aside = messages that could not be handled: why, and once more
cli-aside-trace = show the whole trace
cli-aside-again = after the repair: handle them once more; all of them when no id is named
cli-aside-one = #{ $id }  { $at }  { $text }
cli-aside-wordless = (no words)
cli-aside-count = { $n ->
    [0] No message was set aside.
    [one] One message could not be handled, and is kept. After the repair: `gridwarden aside --again`.
   *[other] { $n } messages could not be handled, and are kept. After the repair: `gridwarden aside --again`.
 }
cli-aside-waits = { $n ->
    [one] One message is handled once more, by the time at which it was sent.
   *[other] { $n } messages are handled once more, by the time at which they were sent.
 }
cli-db = the database: make a copy, put one back, check the sums
cli-key = the key that encrypts what is private
cli-key-new = make a new key, for GRIDWARDEN_KEY
cli-people-export = print all that is kept of one person, as one JSON object
cli-people-who = a name, a phone number, or a name and a unit
export-which = There are several people called “{ $name }” on the roster. Give the phone number, or the unit behind the name.
cli-import = brings back days that were kept by hand or exported before
cli-restore-file = a .csv or .json, its columns as in docs/export.md
cli-restore-apply = enter them; without it nothing is changed
cli-restore-replace = put the file's figures in the place of what people sent, too
cli-restore-by = who enters them; without it, the login name
cli-import-table = import a .csv or .xlsx file
cli-import-file = the table’s file
cli-import-skip-bad = leave out bad rows and import the rest
cli-imported = Imported: { $added } new, { $updated } updated, { $unchanged } unchanged, { $skipped } left out
cli-not-imported = { $skipped ->
    [one] { $skipped } mistake
   *[other] { $skipped } mistakes
    }, so nothing was imported. Mend the table and try again, or add --skip-bad to leave bad rows out.
cli-town-new = write a town.toml with comments
cli-town-check = check town.toml and name every mistake
cli-town-form = print a shipped form, to be changed
cli-town-path = where town.toml stands
cli-town-example = Dongguan Town
cli-town-written = { $path } is written. Change it, then check it with `gridwarden town check`.
cli-town-good = No mistakes in { $path }: { $town }, { $indicators ->
    [one] a form of { $indicators } item
   *[other] a form of { $indicators } items
    }
cli-state-day = which day, like 2026-02-06
cli-parse-form = the form: epidemic, fire, flood or a file
cli-parse-town = town.toml; without it, units are told by how the message names them
cli-parse-explain = no JSON: what each stretch was read as, and why; a message a line, its line ends written \n
cli-explain-silence = no report; nothing is said
cli-explain-total = running total { $figure }
cli-explain-left = the figure stands right behind the name
cli-explain-right = the name stands right behind the figure
cli-explain-around = the figure stands inside the name
cli-explain-extended = the same word; the measure decides
cli-explain-part = a part of the figure before it
cli-explain-corrected = the figure put right; the one before it does not count
cli-explain-table = by column and row of the table
cli-explain-none = said to be none: 0
cli-explain-unknown = the form has no such line; asked
cli-explain-unit = the unit that reports
cli-explain-day = the day reported
cli-explain-text = kept as words
cli-explain-aside = nobody’s number ({ $kind ->
    [date] a date
    [time] a time
    [span] a span of time
    [temperature] a temperature
    [phone] a telephone number
    [id] an identity number
    [long] a long number
    [plate] a plate number
    [road] a road or a train
    [place] a building or group
    [age] an age
    [percent] a percentage
    [money] money
    [length] a distance
    [list] a number in a list
    [ordinal] an ordinal
    [each] how often, or to each
    [difference] a difference
    [area] the size of the area
    [size] a size
    [idiom] a figure of speech
    [worked] a sum written out
    [plan] a plan, a target or a condition
    [story] told of others
    [yesterday] of yesterday or before
    [reject] an old figure taken back
    [part] a part of the figure before it
   *[other] a code or the like
})
cli-explain-asked = to be asked: { $what } { $value }, { $reason }
cli-explain-reason = { $reason ->
    [approximate] only about
    [conflict] two figures, or more than one reading
    [unknown_name] the form has no such line
    [too_large] suspiciously large
    [rule] does not agree with another line
    [impossible] impossible
    [measure] another measure
    [flow_of_stock] only the change is told
    [unit_unclear] the unit is not clear
   *[day_refused] the day is refused
}
cli-db-backup = copy the database to a new file while it runs
cli-db-check = hold the sums over the days against the reports
cli-db-repair = make the sums anew from the reports
cli-db-off = { $unit }, { $indicator }: kept { $kept }, should be { $true }
cli-db-good = The sums are what the reports add up to.
cli-db-bad = { $n ->
    [one] { $n } sum is
   *[other] { $n } sums are
    } off. `gridwarden db check --repair` makes them anew from the reports.
cli-db-repaired = { $n ->
    [one] { $n } sum was
   *[other] { $n } sums were
    } off and made anew from the reports.
cli-db-copied = Copied to { $path } ({ $size }, schema { $version }), and looked through
cli-db-load = bring an SQLite file or a copy of one into an empty PostgreSQL database
cli-db-loaded = Loaded from { $path }
cli-db-load-file = `load` is for PostgreSQL. An SQLite file is put back by `gridwarden db restore`.
database-not-empty = The database is not empty; nothing was loaded. Please use an empty one.
database-away = The database cannot be used now: { $why }
cli-db-restore = put a copy back; the bot has to be stopped first
cli-db-restored = Restored to { $path } ({ $size }, schema { $version })
cli-db-kept = What was there before is kept as { $path }
cli-db-not-now = Not now: { $reason }
cli-db-server = Only a file is copied here. Back PostgreSQL up with pg_dump and restore it with pg_restore (docs/operating.md).
database-broken = { $path } is broken or no database of gridwarden: { $reason }
database-newer = { $path } has schema { $version }, newer than { $known }, which this program knows: upgrade the program first
database-older = { $path } has schema { $version }; this program reads { $known }, to which the next `gridwarden run` brings it
cli-no-token = There is no TELEGRAM_TOKEN. Make a bot at @BotFather and put its token into .env (see .env.example).
cli-bad-token = Telegram does not know this TELEGRAM_TOKEN. Check it at @BotFather and put the right one into .env.
cli-no-file = There is no such file: { $path }
cli-no-form = There is no form called { $name } (there are: { $known })
cli-file-there = { $path } is there already and was not overwritten
cli-not-json = Line { $line } is not a JSON string: { $detail }
cli-claim-code = There is no operator yet. Send the bot, in private: /claim { $code } – whoever sends it first is the operator.
cli-cannot-listen = Cannot listen at { $place }: { $reason }
cli-running = { $town } is on duty (@{ $bot }). Ctrl-C ends it.
database-unknown = Unknown database address: { $url } (write sqlite:///file or postgresql://user:password@host/database)
database-missing = There is no database yet: { $path }
database-taken = Another `gridwarden run` is using the database: { $path }. A file serves one process; for several, use PostgreSQL.
key-missing = The database is encrypted with key { $name }, which GRIDWARDEN_KEY does not have
key-broken = Something in the database does not open with key { $name }: it has been tampered with

# Mistakes in town.toml and in forms
mistake-file-missing = there is no such file; `gridwarden town new` writes one
mistake-not-toml = not valid TOML: { $detail }
mistake-unknown-key = there is no such key; known are: { $known }
mistake-not-a-table = must be a [table], not { $value }
mistake-missing = is required
mistake-not-a-weekday = must be 1 (Monday) to 7 (Sunday), or 0; it is { $value }
mistake-not-a-word = must be a word, not { $value }
mistake-unknown-zone = there is no time zone “{ $value }”; for example: Asia/Shanghai
mistake-unknown-form = there is no form and no form file “{ $value }”
mistake-not-one-of = “{ $value }” will not do; choose one of: { $known }
mistake-not-ids = should be Telegram ids separated by commas, and is { $value }
mistake-not-a-place = should be HOST:PORT, such as 127.0.0.1:8082, and is { $value }
mistake-not-a-key = is no key: it should be one made by `gridwarden key new`, several separated by commas
mistake-not-a-key-file = no keys could be read from { $path }; it should hold one a line
mistake-not-a-webhook-url = should be an address that begins with https://
mistake-not-a-webhook-secret = should be 16 to 256 letters, digits, _ or -
mistake-not-a-webhook-listen = should be host:port, such as 127.0.0.1:8081
mistake-not-a-list = must be a list like ["14:30", "15:30"], not { $value }
mistake-not-an-hour = must be a time like "HH:MM", not { $value }
mistake-not-a-number = must be a whole number of at least 0, not { $value }
mistake-wrong-kind = must be { $wanted }, not { $value }
mistake-not-a-calendar-weekday = must be 1 to 7 (7 is Sunday), not { $value }
mistake-not-a-span = must be a date like "2026-02-17" or a span like "2026-02-17..2026-02-23", not { $value }
mistake-before = is earlier than { $earlier }: the order is wrong
mistake-after-close = { $value } is after the close; reminders come before it
cli-drill-seed = the drill’s random seed: one seed, one day
cli-drill-speed = how many seconds go by in one second of the drill; 800 makes a day of about a minute
cli-drill-out = the folder for the board, the brief, the chats and the database
cli-drill-kills = how often the bot is killed during the day, at random (SIGKILL), to see whether anything gets lost
cli-drill-county = play a county of three levels (so many towns, villages, cells) to see whether the figures agree at each
cli-county-begins = The county’s drill begins: { $towns } towns, { $villages } villages, { $cells } cells, about { $minutes } minutes. Cells close at 15:00, villages at 15:30, the county at 16:00.
cli-county-level = { $level }: totals and states agree, { $equal } / { $of }
cli-county-county = County
cli-county-towns = Towns
cli-county-villages = Villages
cli-county-cells = Cells
cli-county-good = The figures agree with what really happened at every level. Database and state.json are in { $out }
cli-county-bad = Something does not agree, see above. Database and state.json are in { $out }
cli-drill-begins = The drill begins: seed { $seed }, about { $minutes } minutes. The real bot, a Telegram made for the drill.
cli-drill-units = Units that agree: { $equal } / { $of }
cli-drill-nodes = Totals that agree: { $equal } / { $of }
cli-drill-tasks = Tasks that agree: { $equal } / { $of }
cli-drill-good = The bot’s books agree with what really happened. Board, brief, chats and database are in { $out }
cli-drill-bad = Something does not agree, see above. Board, brief, chats and database are in { $out }
drill-page = The chats, in a browser: { $url }
drill-progress = { $reported }/{ $units } reported
drill-command-chat = What the command post sees:
drill-counts = { $sent } sent · { $refused } told to wait · { $kills ->
    [one] { $kills } kill
   *[other] { $kills } kills
    }
