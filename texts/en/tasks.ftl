# Tasks: drafts, publication, answers, lists
task-due = { $due_when ->
    [none] no deadline
    [today] by { $due } today
    [tomorrow] by { $due } tomorrow
   *[other] by { $due } on { $due_day }
    }
task-head = 📌 Task { $number } · { $due }
task-photo = with a photo
task-to-verify = to be verified
task-text = { $title }: { $body }
task-signed = —— { $town } command post, { $at }
task-for = For: { $units }
task-hint = (Reply to this message with progress or photos, or send “done { $number }”)
task-hint-shared = (The buttons count for your own unit. You can also send “done { $number }”, or reply to this message with progress or photos)
task-taken = Withdrawn. Nothing more to do.
task-mine = { $name }: { $state } { $at } { $by }
task-mine-reason = {" "}“{ $reason }”
task-no-photo = The photo is still missing: send it in reply to this message.
task-answer-silent = no answer
task-answer-seen = got it
task-answer-doing = in progress
task-answer-done = done
task-answer-difficulty = difficulty
task-answer-returned = returned
task-count = { $state } { $n }{ $waiting ->
    [0] {""}
   *[other] {" "}({ $waiting } to verify)
    }
task-waiting = to be verified
task-verified = verified

task-button-seen = Got it
task-button-doing = In progress
task-button-done = Done
task-button-difficulty = Difficulty
task-button-of-seen = { $number } Got it
task-button-of-doing = { $number } In progress
task-button-of-done = { $number } Done
task-button-of-difficulty = { $number } Difficulty
task-button-publish = Publish at { $at }
task-button-now = Publish now
task-button-edit = Edit
task-button-verified = Verify
task-button-unverified = No verifying
task-button-cancel = Cancel
task-button-skip = Skip
task-button-leave = Stop writing
task-button-all = All units
task-button-hour = { $days ->
    [1] Tomorrow { $hour }
   *[other] In 2 days { $hour }
    }
task-button-no-limit = No deadline
task-button-photo = With a photo
task-button-no-photo = Without
task-button-open = Show { $number }
task-button-unfold = Show all { $n }

task-draft-head = 📝 Task { $number }, draft · { $due }
task-confirmed-head = 📝 Task { $number } · { $due }
task-draft-all = For: everybody ({ $units ->
    [one] { $units } unit
   *[other] { $units } units
    })
task-draft-all-of = For: all of { $scope } ({ $units ->
    [one] { $units } unit
   *[other] { $units } units
    })
task-draft-some = For: { $audience } ({ $units ->
    [one] { $units } unit
   *[other] { $units } units
    })
task-draft-hint = (You can also send “publish { $number }”, “publish now { $number }”, “cancel { $number }”, or “edit { $number }” with the new text)
task-draft-hint-unclear = (To publish it, settle this first: send “edit { $number }” and on the next line what changes, like 「对象：黄溪村」)
task-draft-confirmed = ✅ Goes out { $when ->
    [today] today
    [tomorrow] tomorrow
   *[other] on { $publish_day }
    } at { $tasks_at }
task-draft-missed = { $tasks_at } has gone by today. To send it now, press “Publish now”.
task-draft-published = ✅ Published { $at }
task-draft-cancelled = Cancelled.
task-draft-below = 📝 Task { $number } { $title }: see the new preview below
task-problem = ❓ { $problem }
task-problem-title = There is no title. Write it on the first line.
task-problem-unit = There is no unit “{ $word }”. Do you mean: { $candidates }
task-problem-stranger = There is no unit “{ $word }”. Write a unit’s name or code, an area or a tag.
task-problem-nobody = No unit below “{ $word }” reports.
task-problem-outside = { $units }: not in your care. Choose other units, or let the command post publish it.
task-problem-no-units = It is for no unit at all.
when-unknown = The deadline “{ $words }” was not understood. Write it like 2-8 18:00, 明天12点, 三日内 or 不限.
when-past = The deadline “{ $words }” has gone by ({ $at_day } { $at }). Please give a later one.
task-audience-gone = That unit is not on the list now.
task-due-too-early = Not set: the deadline of task { $number } ({ $due_when ->
    [today] today
    [tomorrow] tomorrow
   *[other] { $due_day }
    } { $due }) comes before its publication. Send “publish now { $number }”, or “edit { $number }” with another deadline.
task-changed-meanwhile = Task { $number } has just been changed by somebody. Please look at it again and decide.
task-not-your-draft = Task { $number } is not yours to decide. Its writer or the command post can.

task-confirmed = ✅ Task { $number } goes out { $when ->
    [today] today
    [tomorrow] tomorrow
   *[other] on { $publish_day }
    } at { $tasks_at }{ $missed ->
    [yes] . { $tasks_at } has gone by today; to send it now: publish now { $number }
   *[no] {""}
    }
task-published-now = ✅ Task { $number } published, { $units ->
    [one] { $units } unit
   *[other] { $units } units
    }
task-cancelled-now = Task { $number } cancelled
task-taken-back = 📌 Task { $number } "{ $title }" is withdrawn, nothing more to do{ $told ->
    [yes] : { $reason }
   *[no] .
    }
task-toast-edited = Task { $number } changed
task-toast-verify = Task { $number }: completions { $verify ->
    [yes] are verified
   *[no] count as they come
    }
task-toast-edit = Send the new text of task { $number }
task-edit-prompt = ✏️ What should task { $number } say? Reply to this message with the whole task, or only the line that changes, like 「截止：2-8 18:00」; “cancel” leaves it as it is. It says now:
task-edit-audience = 对象：{ $audience }
task-edit-everybody = 对象：全部
task-edit-due = 截止：{ $due }
task-edit-photo = 要求：照片
task-edit-left = Task { $number } stays as it was.

task-ask-title = 📝 New task. What is its title? (one line; or send the whole task at once)
task-ask-body = What is to be done? (“skip” if the title says it all)
task-ask-audience = For whom? (“all”, or the names of units or areas with commas between them)
task-ask-due = By when? (like 2-8 18:00 or 明天12点; 「不限」 for no deadline)
task-ask-photo = With a photo? (yes / no)
task-asked-body = What is to be done? → { $value }
task-asked-audience = For whom? → { $value }
task-asked-due = By when? → { $value }
task-asked-photo = With a photo? → { $value ->
    [yes] yes
   *[no] no
    }
task-asked-title = Title: { $value }
task-asked-nothing = nothing more
task-asked-everybody = all units
task-photo-unclear = Send “yes” for a photo, “no” for none.
task-left = No task was written.
task-toast-old = That step is over
task-toast-noted = OK

task-preview-head = { $n ->
    [0] 🕓 No task is set for today { $at }
    [one] 🕓 { $n } task goes out today at { $at }
   *[other] 🕓 { $n } tasks go out today at { $at }
    }
task-preview-line = 📌 { $number } { $title } · { $due } · { $units ->
    [one] { $units } unit
   *[other] { $units } units
    }
task-preview-hint = (To change one, send “edit { $number }”; to hold it back, “cancel { $number }”)
task-preview-drafts = { $drafts ->
    [one] { $drafts } draft is
   *[other] { $drafts } drafts are
    } not confirmed yet, see below. What nobody confirms does not go out.
tasks-out-head = ✅ { $at }: { $n ->
    [one] { $n } task
   *[other] { $n } tasks
    } published
tasks-out-line = 📌 { $number } { $title }: { $units ->
    [one] { $units } unit
   *[other] { $units } units
    }
tasks-out-unreached = Not reached: { $units } (no group, and nobody registered)

task-remind = ⏳ { $unit } has not answered task { $number } yet · { $due }
task-remind-hint = (Sent at { $sent_at }; you can also send “got it { $number }”)
task-remind-several = ⏳ { $units }: { $n ->
    [one] { $n } task has
   *[other] { $n } tasks have
    } no answer yet
task-remind-none = ✅ { $units }: every task is answered
task-remind-unit = { $unit }:{" "}
task-remind-line = { $unit }task { $number } { $title } · { $due }
task-remind-answered = ✅ { $unit }task { $number } { $title }: { $state }
task-remind-several-hint = (You can also send “got it { $number }”; “got it” in reply to this message is for all of them)
task-reply-number = Not noted: which of the tasks { $numbers } is it? Name its number, such as “done { $number }”, or reply to that task.
task-toast-said = { $changed ->
    [yes] Noted: { $unit }, { $state }
   *[no] { $unit } already says “{ $state }”
    }
task-toast-which = You have several units, please choose one
task-toast-shown = Task { $number }
task-which = Task { $number }, “{ $state }”: for which unit?
task-said = ✅ { $unit }, task { $number } { $title }: { $state }
task-ask-reason = { $unit }, task { $number }: what is the difficulty? Reply to this message in a sentence (or send “difficulty { $number }” and the reason).
task-ask-picture = { $unit }, task { $number } is noted as done. The photo is still missing: send it in reply to this message.
task-reply-which = Not noted: you have several units ({ $units }). Please name the unit in your reply.
task-difficulty = 🔔 { $unit }, task { $number } { $title }: difficulty{ $told ->
    [yes] {" "}“{ $words }”
   *[no] , no reason given yet
    }
task-unknown = There is no task { $number }. /tasks shows the list.
task-already-out = Task { $number } has already been published.
task-cancelled = Task { $number } is cancelled. Nothing more to do.
task-not-your-unit = This task is { $unit }’s, and its people answer it.
task-not-addressed = Task { $number } was not sent to your unit.

tasks-none = No task has been published. Write one with /task
tasks-mine-none = ✅ No open tasks.
tasks-mine-head = 📌 { $n ->
    [one] { $n } open task
   *[other] { $n } open tasks
    }
tasks-mine-line = { $number } { $title } · { $due } · { $state }
tasks-mine-more = … and { $n } more
tasks-matrix-head = 📌 Task { $number } { $title } · { $units ->
    [one] { $units } unit
   *[other] { $units } units
    }
tasks-matrix-line = 📌 { $number } { $title }: done { $done }/{ $units }{ $waiting ->
    [0] {""}
   *[other] {" "}({ $waiting } to verify)
    }
tasks-unverified = To verify { $n }: { $tasks }
tasks-unverified-one = task { $number } ({ $n })
tasks-matrix-silent = No answer: { $silent }{ $reminded ->
    [0] {""}
    [one] {" "}(reminded once)
   *[other] {" "}(reminded { $reminded } times)
    }
tasks-matrix-troubled = Difficulty: { $troubled }
tasks-troubled-one = { $names } “{ $reason }”
tasks-matrix-quick = Quickest: { $fastest }, { $fastest_minutes ->
    [0] under 1 min
   *[other] { $fastest_minutes } min
    } · median { $median_minutes ->
    [0] under 1 min
   *[other] { $median_minutes } min
    }
tasks-matrix-done = median to done { $minutes }
span-minutes = { $n ->
    [0] under a minute
   *[other] { $n } min
    }
span-hours = { $n } h
span-days = { $n } days
tasks-matrix-more = … and { $n } more; “/tasks” with a number shows one
tasks-waiting-draft = 📝 { $number } { $title }: draft, not confirmed
tasks-waiting-confirmed = 🕓 { $number } { $title }: goes out { $when ->
    [today] today
    [tomorrow] tomorrow
   *[other] on { $publish_day }
    } at { $tasks_at }
tasks-row = { $name }: { $state }
tasks-row-time = { $day } { $at }
tasks-row-returned = returned { $n } ×
tasks-row-reminded = { $n ->
    [one] reminded once
   *[other] reminded { $n } times
    }
tasks-row-photos = { $n ->
    [one] { $n } photo
   *[other] { $n } photos
    }
tasks-row-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
    }
tasks-row-feedback = { $n ->
    [one] { $n } note
   *[other] { $n } notes
    }
tasks-row-more = … and { $n } more; send “/tasks { $number } all”
