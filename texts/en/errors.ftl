# What was not done: what, why, and what works
not-allowed = That is for: { $roles }. If you need it, ask the command post or an operator.
not-here = That command works in: { $places }.
trouble = Your message is kept, but the program failed on it. The people on duty know. No need to send it again.
trouble-duty = ⚠️ Message { $update } could not be handled and was set aside: { $error } (from { $sender })
unknown-command = There is no such command. /help shows what works.
