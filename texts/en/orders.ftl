# Urgent orders: out at once, sent again until they are answered
order-head = 🔔 Order { $number } · answer "received" now
order-head-settled = 🔔 Order { $number }
order-draft-head = 🔔 Order { $number }, draft
order-draft-to = To: { $audience } ({ $units } units; { $chats } groups and private chats will ring)
order-everybody = all
order-draft-hint = (or send "publish now { $number }", "cancel { $number }", or "edit { $number }" with the new text)
order-hint = (or send "received { $number }"; a reply to this message is taken as progress)
order-empty = Write the order behind it: /order Everybody leaves the river bank before 19:00. For some units only, add a line "对象: 东片".
order-again = 🔔 Order { $number }: no answer yet from { $units }
order-again-hint = (sent at { $sent_at }, this is time { $times }; press the button or send "received { $number }")
order-live = 🔔 Order { $number } answered { $answered }/{ $units }
order-live-silent = No answer: { $silent }
order-live-sent = Sent { $sent_at }{ $rounds ->
    [0] {""}
    [1] , sent again once
   *[other] , sent again { $rounds } times
    } · updated { $at }
order-cancelled = Cancelled, nothing to be done.
order-silent = 🔔 Order { $number }, sent { $times } times: no answer from { $silent } of { $units } units
order-silent-row = ⏳ { $unit }: { $people }
order-silent-more = … and: { $names }
order-silent-hint = (Please telephone; unit by unit: /tasks { $number })
order-person = { $name } { $phone }
order-nobody = no lead is registered
task-button-order = Send to { $units } units now
