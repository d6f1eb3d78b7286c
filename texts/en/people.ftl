# People: posts, being recognised, invitations, handing over, leaving, removing
role-warden = warden
role-lead = unit lead
role-leader = leader
role-inspector = inspector
role-operator = operator
place-private = a private chat
place-unit = a unit’s group
place-command = the command group
place-town = the town group
place-none = a group that is not bound yet
post-of-unit = { $unit } { $role }
post-of-town = town { $role }

ask-card = This is the reporting bot of { $town }. It does not know you yet.
    Press “Send my card” below: if your number is on the roster, you are in. An invitation link works too.
button-card = Send my card
card-foreign = That is somebody else’s card. Press “Send my card” to send your own.
card-unknown = This number is not on the roster. Ask { $who } to enter you, or for an invitation link.
card-unknown-whom = the town’s command post
welcome = ✅ { $name }, recognised: { $posts }
welcome-no-posts = ✅ { $name }, recognised; you hold no post yet. Please ask the command post.
welcome-field = Report each day’s figures before { $collect }: write them as you always do, here or in your unit’s group. What is unclear is asked back.
welcome-command = /board and /brief work at any time; /task writes a task.
welcome-inspector = /board and /brief work at any time.
welcome-operator = Send the tables of units and people (.csv or .xlsx) here to import them; /bind in a group says whose group it is.
welcome-more = /help shows what else works.

claim-how = Please send: /claim and the code (it is on the screen where gridwarden run runs)
claim-done = ✅ { $name }, you are the operator now.
    Next: send the tables of units and people (.csv or .xlsx) here to import them; then add the bot to groups and send /bind there.
claim-wrong = { $left ->
        [0] The code is wrong. Please try again tomorrow.
        [one] The code is wrong. { $left } try is left.
       *[other] The code is wrong. { $left } tries are left.
    }
claim-too-many = Too many wrong codes. Please try again tomorrow. The code is on the screen where gridwarden run runs.
claim-closed = There is an operator already, so there is nothing to claim. To become one, ask the operator for an invitation.

unit-unknown = There is no unit “{ $name }”. Try its full name or its code.
unit-unclear = Several units are called “{ $name }”. Please write the code.
invite-how = Please name the unit: /invite 黄溪村, or: /invite 黄溪村 lead
invite-link = Invitation: { $posts } (works once, until { $until_day } { $until })
    { $link }
    Pass it on to that person, who opens it and presses “Start”.
invite-not-yours = No link was made: { $posts } is not yours to invite. Unit leads invite their unit’s wardens, leaders the people of their area, operators everybody else.
invite-unknown = This invitation link is not right. Please ask for a new one.
invite-used = This invitation has been used; each works once. Please ask for a new one.
invite-expired = This invitation has run out. Please ask for a new one.
invite-taken = ✅ { $name } has used the invitation: { $posts }

handover-ask = Hand over your post ({ $posts })?
    You get a link; whoever opens it takes your post. You can also send “/handover yes”.
button-handover = Make the link
handover-link = Handover: { $posts } (works once, until { $until_day } { $until })
    { $link }
    Pass it on to the person who takes over. Nothing changes until they open it and press “Start”.
handover-taken = ✅ Handed over to { $name }: { $posts }
handover-self = This is your own handover link; the person who takes over opens it.
handover-nothing = You hold no post, so there is nothing to hand over.

leave-ask = Leave your post ({ $posts })?
    You get no more reminders; what you reported stays. You can also send “/leave yes”.
leave-ask-no-posts = Leave the roster?
    You get no more reminders; what you reported stays. You can also send “/leave yes”.
button-leave = Leave
button-not-now = Not now
left = You have left; what you reported stays. To come back, ask the unit lead for an invitation.
kept-as-it-was = Nothing was changed.
toast-settled = OK
last-operator = Not done: you are the last operator. First invite another: /invite operator
person-left = 🔔 { $name } has left: { $posts }. Please find somebody else: /invite

remove-how = Please give a name or phone number: /remove 张三
remove-ask = Remove { $name }{ $phone }, { $posts }?
    What they reported stays. You can also send “/remove { $name } yes”.
remove-ask-no-posts = Remove { $name }{ $phone } from the roster?
    What they reported stays. You can also send “/remove { $name } yes”.
remove-which = Several people have that name:
remove-which-line = { $number }. { $name }{ $phone }, { $posts }
remove-which-how = You can also send “/remove”, the phone number, and “yes”.
remove-phone = {" "}({ $phone })
button-remove = Remove
button-remove-one = Remove no. { $number }
removed = ✅ { $name } removed: no longer { $posts }
removed-no-posts = ✅ { $name } removed
person-unknown = “{ $name }” is not on the roster.
remove-not-yours = Not removed: { $name } is not in your care. Unit leads look after their unit’s wardens, leaders after the people of their area, operators after everybody else.
remove-self = To leave yourself, send /leave in a private chat.
remove-over = This person is no longer on the roster.
roster-removed = You have been taken off the roster and get no more reminders. If you have questions, ask your unit lead.
