# gridwarden doctor
doctor-ok = ✅ { $told }
doctor-warn = ❓ { $told }
doctor-bad = 🔔 { $told }
doctor-sum = { $bad ->
        [0] { $warn ->
            [0] All well, { $ok ->
                [one] { $ok } check
               *[other] { $ok } checks
            }
            [one] It can run; { $warn } thing to look at
           *[other] It can run; { $warn } things to look at
        }
       *[other] { $bad ->
            [one] { $bad } thing does not work
           *[other] { $bad } things do not work
        }, { $warn } to look at
    }
doctor-town-good = Rules { $path }: { $town }, { $indicators ->
    [one] a form of { $indicators } item
   *[other] a form of { $indicators } items
    }
doctor-zone = Time zone { $zone }, it is { $time } now
doctor-operator-ids = OPERATOR_IDS must be Telegram ids with commas between them
doctor-key = Phone numbers and what people write are kept encrypted, key { $name }
doctor-no-key = There is no GRIDWARDEN_KEY: phone numbers and what people write stand in the database in clear (`gridwarden key new` makes one)
doctor-key-missing = The database is encrypted with key { $name }, which the settings do not have; it cannot be opened
doctor-database = The database is of version { $version } and reads well
doctor-database-missing = There is no database yet; the first run makes it
doctor-database-unknown = DATABASE_URL is not understood; write sqlite:///file or postgresql://user:password@host/database
doctor-database-away = The database cannot be used now: { $why }
doctor-database-old = The database is of version { $version }; the next run takes it to { $wanted } (first make a copy: gridwarden db backup)
doctor-database-new = The database is of version { $version }, newer than this program’s { $wanted }: please update the program
doctor-never-polled = Nothing has ever been fetched from Telegram: has gridwarden run been started?
doctor-poll-old = The last fetch of messages was { $age } (hours:minutes) ago: has gridwarden run stopped?
doctor-poll-good = Messages are being fetched
doctor-last-update = The newest message came { $age } (hours:minutes) ago
doctor-inbox-stuck = { $n ->
    [one] { $n } message was
   *[other] { $n } messages were
    } taken in and not handled yet
doctor-aside = { $n ->
    [one] { $n } message
   *[other] { $n } messages
    } failed and set aside
doctor-failed = Not sent in the last 24 hours: { $n } ({ $reasons })
doctor-no-units = There are no units yet: gridwarden units import units.csv
doctor-units = { $units ->
    [one] { $units } unit
   *[other] { $units } units
    }, { $reporting } reporting every day
doctor-units-no-people = { $n ->
    [one] { $n } unit has
   *[other] { $n } units have
    } no people: { $units }
doctor-units-no-lead = { $n ->
    [one] { $n } unit has
   *[other] { $n } units have
    } no lead: { $units }
doctor-units-bare = { $n ->
    [one] { $n } unit has
   *[other] { $n } units have
    } neither a group nor anybody recognised, so no reminder arrives: { $units }
doctor-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
    } on the roster
doctor-no-operator = There is no operator: fill in OPERATOR_IDS, or use the code that gridwarden run shows
doctor-no-command-chat = There is no command group: add the bot to a group and send /bind command there
doctor-people-unknown = { $n ->
    [one] { $n } person is
   *[other] { $n } people are
    } not recognised yet (they never pressed “Send my card”): { $people }
doctor-people-gone = { $n ->
    [one] { $n } person
   *[other] { $n } people
    } cannot be written to (blocked the bot, or never pressed “Start”): { $people }
doctor-no-token = There is no TELEGRAM_TOKEN: make a bot at @BotFather and put its token into .env
doctor-token-refused = Telegram refuses this token ({ $code }): check it at @BotFather
doctor-token-good = The token works: @{ $bot }
doctor-no-line = { $server } cannot be reached ({ $trouble })
doctor-clock-good = The clock is right
doctor-clock-off = The clock is { $seconds } seconds off Telegram’s: please set it
doctor-webhook = A webhook is set ({ $waiting } waiting); gridwarden run takes it away
doctor-line-waiting = { $waiting ->
    [one] { $waiting } message waits
   *[other] { $waiting } messages wait
    } at Telegram
doctor-privacy-off = Privacy mode is off: what groups say can be read
doctor-privacy-on = Privacy mode is on: plain messages can be read only in groups where the bot is an admin
doctor-chat-good = Group “{ $title }” is fine
doctor-chat-out = The bot is no longer in group “{ $title }”: please add it again
doctor-chat-no-purpose = Group “{ $title }” is not bound: send /bind there
doctor-chat-deaf = Plain messages in group “{ $title }” cannot be read: please make the bot an admin
doctor-chat-no-pins = The board cannot be pinned in group “{ $title }”: please give the right to pin messages
doctor-disk = Disk { $path }: { $free } left
doctor-font = The fonts for what is printed are there
doctor-no-font = The font { $font } is missing: what is printed will lack characters (install the program anew)
