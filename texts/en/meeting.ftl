# The meeting
meeting-first = 🕓 { $day } meeting begins: { $heard }/{ $expected } reported{ $beside }
meeting-agenda =
    1. Today’s reports: { $states }
    2. { $alerts ->
        [one] { $alerts } alert
       *[other] { $alerts } alerts
    }, { $problems ->
        [one] { $problems } problem
       *[other] { $problems } problems
    } named by units
    3. { $tasks ->
        [one] { $tasks } open task
       *[other] { $tasks } open tasks
    }, and the tasks for tomorrow
    Decisions: send /decide and the decision, until { $ends }; they go into the minutes.
meeting-present = { $n } present: { $names }
meeting-nobody = Nobody has checked in yet; you can also send /present.
button-present = I am here
present-noted = You are noted as present
present-known = You were noted already
meeting-stranger = Please register first: /start in a private chat.
meeting-closed = Not noted: decisions are taken down from { $opens }, when the meeting begins, until { $ends }. At other times, write a task: /task
decide-empty = Please write the decision behind it, like: /decide two shifts at the checkpoints from tomorrow
decided = 📋 Decision { $number } noted: { $text }
decided-task = 📋 Decision { $number } noted: { $text } (task { $task } came of it)
minutes-first = 📋 { $day } minutes: { $n } present, { $decisions ->
    [one] { $decisions } decision
   *[other] { $decisions } decisions
    }
minutes-present = Present: { $names }
minutes-decision = { $number }. { $text } ({ $by } { $at })
minutes-none = No decision was noted.
minutes-more = 📋 { $day } minutes, added { $number }: { $text } ({ $by })
button-decision-task = Make it a task
decision-unknown = There is no such decision.
decision-is-task = This decision is task { $number } already.
decision-drafted = Task { $number }, draft
minutes-decision-task ={" "}→ task { $task }
