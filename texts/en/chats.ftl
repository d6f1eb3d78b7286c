# Groups: joining, binding, losing touch
group-hello = I am in; whose group is this? Would a leader or operator please send one of:
    /bind and a unit’s name or code · that unit’s group
    /bind command · the command post
    /bind town · shared by all units
bind-how = Please say whose group this is: /bind 黄溪村 (name or code) · /bind command (command post) · /bind town (whole town) · /bind none (nobody’s)
bind-not-yours = Not bound: leaders bind the units of their area; the command and town groups are bound by a leader of the whole town or an operator.
bound = { $place ->
        [unit] ✅ This is the group of { $unit } now: reports, tasks and reminders come here
        [command] ✅ This is the command post now: board, roll-call, alerts and brief come here
        [node] ✅ This is the command post of { $unit } now: its board, roll-call, alerts and brief come here
        [town] ✅ This is the town group now: every unit can report here
       *[none] ✅ Unbound: what is said here is no longer read as reports
    }
bound-lacks-deaf = Only commands and replies can be read here, no plain messages: please make the bot an admin.
bound-lacks-no-pins = The board cannot be pinned yet: please give the bot the right to pin messages.
chat-lost-private = { $reason ->
        [blocked] 🔔 { $title }{ $units } has blocked the bot: reminders and tasks do not arrive
       *[other] 🔔 { $title }{ $units }: the account is closed, reminders and tasks do not arrive
    }
chat-lost-private-how = Please call them. Once they open the bot again and press “Start”, all is well.
chat-lost-group = { $reason ->
        [shown-out] 🔔 The bot was removed from the group “{ $title }”{ $units }
       *[other] 🔔 Nothing can be sent to the group “{ $title }”{ $units }
    }
chat-lost-group-how = Add the bot to the group again, and all is well.
chat-lost-unit-how = Until then its people are written to in private. Add the bot to the group again, and all is well.
chat-lost-units = {" "}({ $units })
