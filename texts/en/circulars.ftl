# Circulars and good practice: shown to the command before they go out; who has read them is counted after
circular-draft = 📣 Circular { $number }, draft
practice-draft = 👏 Practice { $number } · { $unit }, { $day } { $at }
circular-files = ({ $n ->
        [one] 1 photo or file
       *[other] { $n } photos or files
    })
circular-all = all { $nodes }
circular-whom = To: { $audience } ({ $units ->
        [one] 1 unit
       *[other] { $units } units
    })
practice-whom = Goes to { $units ->
        [one] 1 other unit
       *[other] { $units } other units
    } in this unit’s name; telephone numbers are masked.
circular-typed = (or send “/circular send { $number }”, “/circular drop { $number }”)
practice-typed = (or send “/practice send { $number }”, “/practice drop { $number }”)
circular-button-send = Send
circular-button-drop = Do not send
practice-button-send = Tell all
practice-button-drop = Do not tell
circular-button-read = Read
circular-sent = 📣 Circular { $number } sent to { $units ->
        [one] 1 unit
       *[other] { $units } units
    }, { $at }
practice-sent = 👏 Practice { $number } · { $unit }: told to { $units ->
        [one] 1 unit
       *[other] { $units } units
    }, { $at }
circular-dropped = Circular { $number } was not sent
practice-dropped = Practice { $number } · { $unit }: not told
circular-read = Read by { $read }/{ $units }
circular-unread = Not yet: { $names }
circular-first = 📣 Circular { $number }
circular-last = — Command of { $town }, { $at }
practice-first = 👏 Good practice { $number } · { $unit }
practice-last = — recommended by the command of { $town }, { $at }
circulars-first = 📣 The latest circulars
circulars-row = { $number }. { $day } { $text }
circulars-none = No circular yet. Write /circular and the words; with a photo or file, write it as the caption or reply to that message.
circulars-how = /circular 3 shows one; /circular and words writes one; a line “对象：黄溪村、东片” addresses some units only.
circulars-waiting = ❓ waits: { $row }
practices-first = 👏 The latest good practice
practices-row = { $number }. { $day } { $unit }: { $text }
practices-none = Nothing told yet. Write #经验 into a message, and the command passes it on with one tap.
practices-how = /practice 3 shows one; to tell your own, write #经验 into the message.
practice-how = /practice 3 shows one; to tell your own, write #经验 into a message (with photos if you like).
practice-kept = 👏 Noted. Once the command has seen it, all units get it in your unit’s name; telephone numbers are masked.
practice-told = 👏 All units have been told of this (number { $number }).
practice-nothing = There are no words and no photos in it to pass on.
practice-known = This is noted already and will not be told twice.
circular-how = Write /circular and the words; with a photo or file, write it as the caption or reply to that message.
circular-whom-unknown = “{ $words }” in the audience was not understood. Write units, codes or tags, parted by commas.
circular-decided = { $send ->
        [yes] ✅ { $number } is out
       *[no] { $number } is not sent
    }
circular-toast-send = It is out
circular-toast-drop = Not sent
circular-toast-read = Noted
circular-toast-known = Noted before
circular-over = { $number } was decided before.
circular-unknown = There is no { $number } of these.
circular-nobody = None of these units reports.
circular-not-yours = A leader over all of these units decides on it.
circular-not-to-you = This was not sent to a unit of yours.
