# Daily reports: received, doubtful, corrected, not taken, waiting for a nod
report-received-first = { $late ->
    [yes] 🌙
   *[no] ✅
 } { $unit } { $day } received { $at }{ $late ->
    [yes] {" "}(late)
   *[no] { "" }
 }{ $zero ->
    [yes] , nothing to report
   *[no] { "" }
 }{ $proxy ->
    [none] { "" }
   *[other] {" "}(sent by { $proxy })
 }
report-received-many = ✅ Received from { $n ->
    [one] { $n } unit
   *[other] { $n } units
 }: { $units }
report-received-nothing = Nothing of this message was counted.
report-figures = { $figures } … { $n } items in all
report-figures-all = { $figures }
report-cumulative = In all so far: { $figures }
report-text = { $name }: { $text }
report-asked-still = { $n ->
    [one] { $n } figure
   *[other] { $n } figures
 } still to confirm
report-asked-over = ✅ { $units }: settled by a later message
report-same = ✅ The same as what is noted; nothing has changed.
report-corrected-first = ✏️ { $unit } { $today ->
    [yes] { "" }
   *[no] { $day } { "" }
 }{ $added ->
    [yes] added
   *[no] corrected
 }: { $changes }{ $first ->
    [none] { "" }
   *[other] {" "}(still in time: { $first })
 }
report-change = { $indicator } { $before } → { $after } { $measure }
report-change-new = { $indicator } { $after } { $measure }
report-change-gone = { $indicator } taken out
change-comma = {", "}

report-asked-first = ❓ { $unit }: { $n ->
    [one] { $n } item
   *[other] { $n } items
 } noted, { $doubts } to confirm
report-asked-first-none = ❓ { $unit }: { $doubts } to confirm
report-asked-first-many = ❓ { $units }: { $doubts } to confirm
report-asked-first-several = ❓ { $n } units, { $doubts } to confirm
report-verdict = ✅ { $unit }: { $n ->
    [one] { $n } item
   *[other] { $n } items
 } received
report-verdict-zero = ✅ { $unit }: zero report
report-verdict-asked = ❓ { $unit }: { $n ->
    [one] { $n } item
   *[other] { $n } items
 } received, { $asked } to confirm
report-verdict-only-asked = ❓ { $unit }: { $asked } to confirm
report-verdict-waits = ❓ { $unit }: counts when that unit nods
report-asked-first-unclear = ❓ { $doubts } to say the unit of
report-asked-unit-near = ❓ “{ $written }”: is that { $unit }?
report-asked-unit-several = ❓ “{ $written }”: which unit is that?
report-asked-unit-none = ❓ “{ $written }” is not on the list of units: which one is it?
report-asked-unit-unnamed = ❓ One of them names no unit: which one is it?
report-asked-how-unit = Or reply: { $written } is { $unit }
button-unit-is = It is { $unit }
button-unit-none = { $written ->
    [none] Leave out the one without a unit
   *[other] Leave out { $written }
 }
report-asked-day = {" "}({ $day })
report-asked-line = { $number }. { $what } – { $why }
report-asked-line-unit = { $number }. { $unit } { $what } – { $why }
report-asked-more = … and { $n } more, asked when these are settled
report-asked-what = “{ $quote }”
report-asked-what-named = { $indicator } “{ $quote }”
report-asked-what-figure = { $figure }
report-asked-what-total = running total { $figure }
why-approximate = about so many; which number should be noted?
why-conflict = two numbers; which one should be noted?
why-unknown = not in the form
why-too-large = over { $limit }; is it right?
why-rule = more than { $right }:{ $right_value }– is it right?
why-rule-before = more than yesterday’s { $right }:{ $right_value }– is it right?
why-rule-plain = does not go with another figure; is it right?
why-impossible = this cannot be; what is the number?
why-measure = another measure; how many { $measure }?
why-unusual = usually about { $usual }; is it right?
why-total-fell = less than the running total { $before } of { $before_day }; is it right?
why-total-fell-yesterday = less than yesterday’s running total { $before }; is it right?
why-total-sum = yesterday’s total { $before } and today’s { $today } make { $wanted }; is it right?
why-flow-of-stock = this item is how many there are now; how many in all?
report-asked-how-value = You can also reply: { $number } = { $value }
report-asked-how-drop = You can also reply: { $number } ignore
report-asked-how-both = You can also reply: { $number } = { $value }, { $other } ignore
button-value = { $number }{ $value }
button-other = { $number }Another number
button-drop = { $number }Leave it out
button-ignore = { $number }Ignore
button-note = { $number }Into the remarks
button-is = { $number }It is: { $indicator }
button-show-all = Show all
button-correct = Correct

question-done = { $way ->
    [drop] OK, left out
    [note] Put into the remarks
   *[other] Noted
 }
question-fill-toast = Please send the number
question-fill = “{ $quote }”: how many? Just send the number, or “cancel” to leave it.
question-fill-figure = { $indicator }: how many? Just send the number, or “cancel” to leave it.
question-unknown = This question cannot be found any more. Please send the figure again.
question-settled = This has been confirmed. To change it, send 「更正」 and the new figure.
question-needs-value = Not noted: please say how many, like: 1 = 287. To leave it out: 1 ignore.
question-name-needed = Not noted: the form has no such item. Say which one it is, like: { $number } 是{ $indicator }. To leave it out: { $number } ignore.
question-still-about = Not noted: that is still a rough figure. Please send an exact one, like: { $number } = { $value }. Not sure? { $number } ignore.
question-hint = ❓ { $n } still to confirm. All right? Reply “all right”. To change one: { $number } = { $value }. To leave it out: { $number } ignore.
question-which-one = Several are still to confirm; please say which one, like: { $number } = { $value }
question-not-there = Not noted: there is no such number. Still to confirm: { $numbers }.
question-no-remarks = The form has no remarks; this can be ignored.
not-your-report = This report is confirmed by whoever sent it or by the unit’s people.
not-your-unit = The unit’s lead decides this.
value-negative = Not noted: { $indicator } cannot be { $value }. Please send a number of 0 or more.
value-decimal = Not noted: { $indicator } must be a whole number, not { $value }.
value-somebodys = Not noted: { $indicator } cannot be that large; it looks like a telephone or identity number. Send the figure alone.
cancelled = OK, nothing was changed.
nothing-to-cancel = There is nothing to cancel.

report-withdrawn = ✏️ { $units }: the figures of this message are taken back; mend it and send it again.
report-day-refused = { $why ->
    [future] Not noted: “{ $written }” has not come yet. Today is { $today_day }; for an earlier day, begin with it, like 「补报昨天」.
    [impossible] Not noted: there is no day “{ $written }”. Today is { $today_day }; for an earlier day, begin with it, like 「补报昨天」.
   *[old] Not noted: “{ $written }” is too long ago; { $oldest_day } is the earliest. Begin with the day, like 「补报昨天」.
 }
report-hint = No figures were found in this. Write them like: 入户120户，排查356人，返乡无. /report asks item by item; nothing to report: /zero
report-not-for-you = Not noted: reports come from a unit’s people; inspectors only look.
report-stranger-private = This was not counted, as I do not know you yet. Send /start to share your card, then report again.
report-noted = 👌 Received

zero-after-figures = Not noted: { $unit } has reported { $n ->
    [one] { $n } item that is
   *[other] { $n } items that are
 } not 0 today. To change them, send 「更正」 and the new figures.

held-stranger = ❓ { $sender } is not on the roster and reported for { $unit } at { $at }:
    “{ $quote }”
    Should it count? You can also send: /admit { $number } or /refuse { $number }
held-proxy = ❓ { $sender } is not of { $unit } and reported for { $unit } at { $at }:
    “{ $quote }”
    Should it count? You can also send: /admit { $number } or /refuse { $number }
report-proxy-waits = ❓ Passed on to whoever answers for { $units }; it counts once they nod
report-proxy-refused = ➖ Whoever answers for { $unit } says that this does not count
button-admit = Count it
button-not-admit = Do not count
held-settled = { $state ->
    [counted] ✅ What { $sender } reported for { $unit } counts
   *[refused] ➖ What { $sender } reported for { $unit } does not count
 }
held-done = { $counts ->
    [yes] It counts now
   *[no] OK, it does not count
 }
held-which = Send the number too, like: /admit 7 or /refuse 7. It stands in the message that asks you.
held-unknown = No report { $number } is waiting.
held-settled-already = This has been decided already.
held-gone = This report cannot be found any more, please send it again.

report-unit-unclear = { $written ->
    [none] ❓ Which unit is this report for?
   *[other] ❓ Which unit is “{ $written }”?
 }
report-unit-unclear-none = { $written ->
    [none] ❓ This report names no unit. Just send the unit’s name, and it is noted there.
   *[other] ❓ “{ $written }” is not on the roster. Just send the unit’s name as it is there, and the report is noted there.
 }
report-unit-unclear-how = Press a unit, or just send its name.
button-drop-report = None of these, drop it
unit-chosen = { $state ->
    [counted] ✅ Noted for { $unit }{ $learned ->
        [none] { "" }
       *[other] . From now on “{ $learned }” means { $unit } here; /aliases takes it back
     }
    [passed] ❓ Noted for { $unit } and passed on to its lead; it counts when they nod
    [reworded] ✅ The message was changed and is noted as it reads now
   *[refused] ➖ This report was not noted
 }
unit-chosen-toast = { $state ->
    [counted] Noted
    [learned] Noted, and known from now on
    [passed] Passed on to that unit, it counts when they nod
   *[refused] OK, not noted
 }

alert = { $certain ->
    [yes] 🔔 { $indicator } { $value } { $measure } · { $unit } { $at } (from { $sender })
   *[no] 🔔 To be checked: { $indicator } { $value } { $measure } · { $unit } { $at } (from { $sender }, being confirmed)
 }
alert-day = { $line } · for { $day }

evidence-kept = { $piece ->
    [photo] 📎 Photo received, kept with the { $day } report of { $unit }
    [voice] 📎 Voice message received, kept with the { $day } report of { $unit }
    [video] 📎 Video received, kept with the { $day } report of { $unit }
   *[document] 📎 File received, kept with the { $day } report of { $unit }
 }
evidence-numbers = { $piece ->
    [photo] 📎 The photo is kept ({ $unit }). I cannot read its figures; please type them.
    [voice] 📎 The voice message is kept ({ $unit }). I cannot listen to it; please type the figures.
    [video] 📎 The video is kept ({ $unit }). I cannot watch it; please type the figures.
   *[document] 📎 The file is kept ({ $unit }). Please type the figures.
 }
evidence-whose = { $piece ->
    [photo] 📎 I cannot read the numbers in a picture. Please name the unit and type them, like: 黄溪村 入户20户
    [voice] 📎 I cannot listen to voice messages. Please name the unit and type the numbers, like: 黄溪村 入户20户
    [video] 📎 I cannot watch videos. Please name the unit and type the numbers, like: 黄溪村 入户20户
   *[document] 📎 I cannot read the numbers in a file. Please name the unit and type them, like: 黄溪村 入户20户
 }

form-private = Item by item works in private: open @{ $bot } and send /report. Here you can simply type the figures.
form-no-unit = You have no unit to fill in a form for.
form-not-yours = The form here is for your own unit only. For another one, simply write: 红星村 入户20户.
form-which-unit = For which unit?
form-nothing-left = { $unit } has reported every item today. To change one, send 「更正」 and the new figure.
form-no-question = All is filled in; press “Send”.
form-empty = Nothing is filled in yet, so nothing was sent.
form-first = 📝 { $unit } { $day }, item { $number } of { $total }
form-question = { $indicator }: how many { $measure }?
form-question-yesterday = { $indicator }: how many { $measure }? Yesterday { $yesterday }
form-how = Press a button or just send the number
form-doubtful = { $indicator } { $value } { $measure } is over { $limit }; is it right?
form-about = { $indicator } is a rough figure. Note it as { $value } { $measure }?
form-expects = 📝 Still at { $number }/{ $total }: { $indicator }. Just send a number, like: 30
    None: send 0. To skip: 跳过. To stop: cancel.
form-expects-sure = 📝 Note { $indicator } as { $value } { $measure }? Send 没错 if it is right, 重填 if not.
form-expects-send = 📝 { $n } filled in, not sent yet. Send 提交 to hand it in, cancel to drop it.
question-fill-expects = Just send a number, like: 30. To leave it as it is: cancel.
form-answered = 📝 { $indicator } { $value } { $measure }
form-summary-first = 📝 { $unit } { $day }: { $n ->
    [one] { $n } item
   *[other] { $n } items
 } filled in, not sent yet
form-summary-empty = 📝 { $unit } { $day }: nothing filled in yet
form-started = One by one
form-noted = OK
form-sent = Sent
form-cancelled = Cancelled, nothing was sent
button-form-yesterday = As yesterday: { $value }
button-form-zero = 0
button-form-skip = Skip
button-form-back = Back
button-form-done = That is all
button-form-cancel = Cancel
button-form-sure = It is right
button-form-again = Another number
button-form-send = Send
button-form-more = Go on, { $left } left

mine-first = 👤 { $name }: { $posts }
mine-first-none = 👤 { $name }
mine-post = { $role ->
    [warden] warden
    [lead] unit lead
    [leader] leader
    [inspector] inspector
   *[operator] operator
 }
mine-post-unit = { $unit } { $post }
mine-silent = ⏳ { $unit } { $day } not reported yet
mine-excused = ➖ { $unit } { $day } excused
mine-doubt = ❓ { $what } to confirm
mine-kept = 📎 { $n ->
    [one] { $n } attachment
   *[other] { $n } attachments
 }
mine-tasks = 📌 { $n ->
    [one] { $n } open task
   *[other] { $n } open tasks
 }, see /tasks
mine-none = You have no unit to report for. /board shows the whole.
report-how-to-correct = Send the item that changes: 更正 劝返 13. You can also edit the message itself. To add to an item: 追加 返乡 2
report-not-there = There is no such report, or it is not yours to see.
button-old = This button is out of date; please use the newest message.

button-which = { $number }It is in the form…
button-indicator = { $indicator }
question-which-toast = Please choose the item
question-which = “{ $quote }”: which item is it?
question-which-settled = ✅ “{ $quote }” noted as { $indicator }
