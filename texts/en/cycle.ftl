# The day's course: morning call, reminders, close, chasing, and what leaders change of the day
sign-reported = ✅
sign-late = 🌙
sign-questions = ❓
sign-silent = ⏳
sign-excused = ➖
sign-node = ·

rate = { $rate }% in time
rate-both = { $rate }% in time, { $before }% yesterday
in-brackets = {" "}({ $words })
besides-excused = { $n } more excused
brackets-comma = {", "}
# Lines that several messages share
line-silent = ⏳ Not reported: { $names }
line-silent-head = ⏳ { $n ->
    [one] { $n } unit has
   *[other] { $n } units have
    } not reported:
line-group = { $node } { $states }
line-group-silent = { $node } { $states }{ $leader }: { $names }
line-asking = ❓ To confirm: { $names }
asking-unit = { $unit } ({ $n })
line-late = 🌙 Late: { $names }
line-alerts = 🔔 Alerts: { $alerts }
alert-figure = { $figure } ({ $units })
alert-unit = { $unit } { $value }
list-semicolon = {"; "}
lines-folded = { $more ->
    [one] … and { $more } more line
   *[other] … and { $more } more lines
    }

# The morning call
morning-first = 🕓 { $day } { $unit }: today’s report closes at { $close }
morning-first-reported = ✅ { $day } { $unit }: today’s report is in; more can be added until { $close }
morning-town-first = 🕓 { $day }: today’s reports close at { $close }, { $n ->
    [one] { $n } unit
   *[other] { $n } units
    }
morning-tasks = 📌 { $n ->
    [one] { $n } open task:
   *[other] { $n } open tasks:
    }
morning-task = { $number } { $title }{ $due }{ $mark }
morning-task-due = {" "}(by { $due } on { $due_day })
morning-task-overdue = {" "}(was due { $due_day } { $due })
morning-task-unanswered = {" "}– no answer yet, please send “got it { $number }”
morning-example = What is asked today (leave out what did not happen):
morning-blank = { $name } ＿{ $measure }
morning-zero = /report asks item by item; if nothing happened all day: /zero

# Reminders
remind = ⏳ { $unit } has not reported today; the close is at { $close } ({ $minutes } min left){ $items ->
    [0] {""}
    [one] {"\u000A"}Yesterday it reported { $items } item, today none yet.
   *[other] {"\u000A"}Yesterday it reported { $items } items, today none yet.
 }
remind-lead = ⏳ { $unit } has not reported today; the close is at { $close } ({ $minutes } min left). It has been reminded already: would its lead please look into it.
remind-questions-first = ❓ { $unit }: { $n ->
    [one] { $n } figure of today’s report is
   *[other] { $n } figures of today’s report are
 } still to be confirmed; the close is at { $close }, and what is not confirmed does not count
remind-unclear = ❓ Your report of { $at }{ $units } still lacks its unit; the close is at { $close }, and without it it does not count
    Press a button under the message that asked, or just send the unit’s name.
remind-nod = ❓ What { $sender } reported for { $unit } at { $at } still waits for you; the close is at { $close }
    Send 计入 { $number } or 不计 { $number }, or press a button under the message that asked.
remind-questions-last = Press a button under the message that asked, or reply to it.
chase = ⏳ { $unit } has not reported for { $day } yet (the close was at { $close }). A report is still welcome, marked as late.
chase-leader = ⏳ { $day }: { $n ->
    [one] { $n } unit
   *[other] { $n } units
 } in your care not reported yet: { $units }
button-form = Item by item
button-zero = Nothing to report
button-excuse-me = Excuse us today

# The roll-call at the close
rollcall-first = 🕓 { $day } { $node }{ $close } close: { $units ->
    [one] { $units } unit
   *[other] { $units } units
 }{ $excused }, { $states }{ $rate }
rollcall-all = Everybody has reported.
rollcall-last = Totals come with the brief at { $brief }
rollcall-leader = ⏳ { $day } { $close } close, { $node }: { $n ->
    [one] { $n } unit
   *[other] { $n } units
    } not reported: { $names }
    { $states }{ $rate }
button-call-silent = Remind the silent
button-extend = { $minutes } min more
button-units = All units
called-silent = { $n ->
    [one] { $n } unit reminded
   *[other] { $n } units reminded
 }
call-none-silent = There is nobody to remind: all have reported or are excused.
call-too-soon = They were reminded at { $at }; please wait 10 minutes.

# The day's steps
cycle-first = 🕓 { $day }, close at { $close }
cycle-first-skipped = ➖ { $day } has no steps (left out)
cycle-rests = ➖ No cycle within 30 days on: { $days }
cycle-rest-day = { $day }
cycle-rest-span = { $from_day } to { $to_day }
cycle-levels = Closing earlier: { $levels }
cycle-level = { $at } { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
cycle-paused = Paused: steps that fall due wait; “/cycle resume” goes on.
cycle-step-several = { $name }: { $hours }
cycle-hour = { $at } { $sign }
cycle-sign-done = ✅
cycle-sign-waiting = ⏳
cycle-sign-missed = missed
cycle-sign-skipped = left out
step-morning = Morning call
step-remind = Reminders
step-collect = Roll-call at the close
step-chase = Chasing the silent
step-brief = Brief
step-meeting = Meeting
step-preview = Preview of tasks
step-tasks = Tasks go out
step-chase_tasks = Chasing tasks
button-close = Close now
button-pause = Pause today
button-resume = Resume
button-skip = Leave today out
button-restore = Bring today back
button-yes = Yes
button-no = No change
cycle-words = You can send: /cycle extend 15, /cycle close, /cycle skip 2-7, /cycle restore 2-7, /cycle pause, /cycle resume.
cycle-kept = Nothing was changed.
cycle-order-not-yours = The day’s steps are changed by leaders or operators, in the command group or in private.
close-extended = 🕓 { $day } closes at { $close } now ({ $by })
close-early = 🕓 { $day } closed early, at { $close } ({ $by })
close-confirm = Close the reports of { $day } now? { $heard }/{ $expected } have reported, { $silent } have not; the close would be at { $close }.
    You can also send: /cycle close yes
skip-confirm = Leave { $day } out? No morning call, no reminders, no roll-call; reports that come are taken.
    You can also send /cycle skip, the day and yes, written like: /cycle skip 2-7 yes
skipped = ➖ { $day } left out, no steps ({ $by })
restored = 🕓 { $day } is back on ({ $by })
paused = 🕓 { $day } paused ({ $by }); reports that come are taken, tomorrow goes on as ever.
resumed = 🕓 { $day } steps go on again ({ $by })
close-moved-already = The close has been moved already; it is at { $close } now.
close-past = The close was at { $close }.
extend-minutes = Please say by how many minutes, 1 to { $most }, like: /cycle extend 15
extend-after-brief = The brief is out, so the close stays. Late reports are taken and marked as late.
extend-past-midnight = The close cannot go past midnight.
day-skipped = { $day } is left out. To bring it back, send /cycle restore and the day, like: /cycle restore 2-7
day-not-skipped = { $day } is not left out.
day-paused = { $day } is paused already.
day-not-paused = { $day } is not paused.
day-past = { $day } has gone by; today is { $today_day }.
day-far = { $day } is too far off; 60 days ahead is the most.
day-unread = Which day is “{ $words }”? Please write it like 2-7.

# Excused units
excused = ➖ { $unit } is excused { $several ->
    [yes] from { $from_day } to { $to_day }
   *[no] on { $from_day }
 }{ $explained ->
    [yes] : { $reason }
   *[no] {""}
 } ({ $by })
excuse-revoked = ⏳ { $unit } reports again ({ $by })
excuse-asked = ➖ { $unit } asks to be excused on { $day } ({ $by }){ $explained ->
    [yes] : { $reason }
   *[no] {""}
 }
    You can also send: /excuse { $unit }
excuse-sent = The command post has been asked to excuse { $unit } and will answer.
excuse-refused = ⏳ { $unit } is not excused on { $day } ({ $by }); please report as ever.
excuse-words = Please name the unit, and if you like the last day and the reason: /excuse 高坪村 until 2-9 road cut. To take it back: /excuse revoke 高坪村
excuse-none = { $unit } is not excused now.
excuse-not-lead = The unit’s lead is the one to ask for this.
excuse-today-only = Only today ({ $today_day }) can be asked for.
excuse-reported = { $unit } has reported today; there is nothing to excuse.
excuse-already = { $unit } is excused on { $day } already.
excuse-no-command = No command group is bound yet; please ask the command post directly.
excuse-asked-already = { $unit } has asked already; the command post will answer.
button-agree = Agree
button-refuse = Refuse

# Which unit is meant
unit-several = Several units are called “{ $word }”; please write the code: { $units }
unit-which = Please name the unit, like: /unit 黄溪村
unit-not-yours = { $unit } is not in your care.
unit-reports-not = { $unit } need not report at all.
town-not-yours = The whole town is for the town’s leaders; /board shows what is in your care.
press-done = OK
