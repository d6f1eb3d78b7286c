# Verifying: what waits, what passes, what is returned
task-verify = 📌 Task { $number } { $title }: { $waiting ->
    [0] { $verified ->
        [0] nothing to verify
       *[other] all verified, { $verified }
        }
   *[other] { $waiting } to verify{ $verified ->
        [0] {""}
       *[other] , { $verified } verified
        }
    }{ $pages ->
    [1] {""}
   *[other] {" "}(page { $page } of { $pages })
    }
task-verify-row = { $unit } { $at }
task-verify-no-photo = no photo
task-verify-withdrawn = 📌 Task { $number } { $title }: withdrawn, nothing to verify
task-verify-below = 📌 Task { $number } { $title }: what is to be verified stands in the newer message below
task-verify-hint = (or send "pass { $number } { $unit }", "return { $number } { $unit } reason", "pass { $number } all")
task-button-pass = Pass { $unit }
task-button-return = Return { $unit }
task-button-pass-all = Pass all ({ $n })
task-button-judge = Verify { $n }
task-toast-passed = Passed: { $n ->
    [1] { $unit }
   *[other] { $n } units
    }
task-toast-reason = Please write why
task-return-ask = Why is { $unit }'s task { $number } returned? Please reply to this (or send "return { $number } { $unit } reason"); to leave it, send "cancel".
task-return-left = Task { $number } was not returned.
task-passed = ✅ Task { $number } verified: { $units }
task-sent-back = Task { $number } returned: { $units }
task-judged-not-done = Not done yet, so not taken: { $units }
task-returned = 📌 { $unit }: task { $number } { $title } returned: "{ $reason }" — { $by }
task-returned-hint = (when it is put right, send "done { $number }", or reply to this)
task-return-reason = Not returned: please say why, such as "return { $number } 黄溪村 the photo is blurred".
task-verify-nobody = Task { $number } has no unit to verify.
task-verify-not-yours = { $units } is not yours to verify; please ask who gave the task, or the command.
task-verify-not-done = Not taken: { $units } has not said done.
task-verify-which = Not taken: several wait for task { $number } ({ $units }). Please name the unit{ $word ->
    [pass] , or send "pass { $number } all"
   *[return] , such as "return { $number } unit reason"
    }.
task-button-photos = Photos { $n }
task-toast-photos = { $n ->
    [one] One photo
   *[other] { $n } photos
    }
task-photos = 📎 Task { $number } { $title }: { $unit }, { $left ->
    [yes] the last { $shown } of { $n } photos
   *[no] { $n ->
        [one] one photo
       *[other] { $n } photos
        }
    }
task-photos-none = { $unit } sent no photos for task { $number }.
task-photos-which = { $n ->
    [0] No unit has sent photos for task { $number } yet.
   *[other] Several units sent photos for task { $number } ({ $units }). Please name one: `photos { $number } UNIT`.
    }
