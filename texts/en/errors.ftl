# What was not done: what, why, and what works
not-allowed = That is for: { $roles }. If you need it, ask the command post or an operator.
not-here = That command works in: { $places }.
trouble = Your message is kept, but the program failed on it. The people on duty know. No need to send it again.
trouble-duty = ⚠️ Message { $update } could not be handled and was set aside: { $error } (from { $sender })
absent = ⚠️ The bot was cut off from Telegram for { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
 } and is back ({ $other_day ->
    [yes] { $since_day } { $since }
   *[no] { $since }
 }–{ $until })
    What was sent meanwhile is taken in, and judged by when it was sent.{ $lost ->
    [yes] { " " }What was sent more than 24 hours ago is no longer kept by Telegram: its senders should send it again.
   *[no] {""}
 }
unknown-command = There is no such command. /help shows what works.
too-many = Many messages came at once. All are kept; the others’ go first, yours a little later.
