# The brief
brief-first = 📋 { $day } { $node } brief: { $heard }/{ $expected } reported{ $beside }
brief-closed = { $states } · figures as of the { $close } close
brief-open = { $states } · as of { $at }, the close is at { $close }
brief-all = Nobody is silent, late or asked.
brief-totals-first = 📋 Totals
brief-totals-more = 📋 Totals (continued)
brief-row = { $figure }{ $before }{ $running }
brief-row-none = { $name } —{ $before }{ $running }
brief-before = {" "}| yesterday { $value } ({ $change })
brief-before-only = {" "}| yesterday { $value }
brief-running = {" "}| in all { $value }
brief-same = same
brief-zero = Reported as 0: { $names }
brief-few-before = (Few units reported yesterday: not compared)
brief-no-figures = No figures yet.
brief-since-first = 🕓 Since the close
brief-change = { $name } { $change }
brief-moved = { $before } → { $after } { $measure }
brief-later-first = 🕓 Since the brief was made at { $at }
brief-later-came = Reported since: { $names }
brief-problems-first = ❓ { $n ->
    [one] { $n } problem
   *[other] { $n } problems
    } named by units
brief-problems-more = … and { $n } more: { $names }. Send “/unit” and the unit’s name
brief-practices-first = 👏 Good practice: { $n }
brief-practice = { $unit }: { $text }{ $waits }
brief-practice-waits = { " " }(waits: “/practice send { $number }”)
brief-problem = { $unit }: { $text }
brief-tasks-first = 📌 { $n ->
    [one] { $n } open task
   *[other] { $n } open tasks
    }
brief-task = { $number } { $title } ({ $units ->
    [one] { $units } unit
   *[other] { $units } units
    })
    { $states }
brief-tasks-waiting = { $n ->
    [one] { $n } task goes
   *[other] { $n } tasks go
    } out tonight
task-state-silent = no answer { $n }
task-state-seen = got it { $n }
task-state-doing = in progress { $n }
task-state-done = done { $n }{ $waiting ->
    [0] {""}
   *[other] {" "}({ $waiting } to verify)
    }
task-state-returned = returned { $n }
task-state-difficulty = difficulty { $n }
list-dot = {" · "}
brief-targets-first = 📌 { $n ->
    [1] 1 target
   *[other] { $n } targets
    } behind plan
brief-target-all = { $name } { $reached }/{ $amount } { $measure } ({ $percent }%); day { $gone } of { $days }, { $expected }% expected
brief-target-each = { $name } { $amount } { $measure } a unit: full in { $full } of { $units } ({ $percent }%); day { $gone } of { $days }, { $expected }% expected
brief-target-late = Behind: { $names }
brief-targets-why = (expected: even work, day by day)
