# The board, the list of units, the totals
board-first = 📋 { $day } reports { $heard }/{ $expected }{ $excused } · updated { $at }
board-first-node = 📋 { $day } { $node } reports { $heard }/{ $expected }{ $excused } · updated { $at }
board-paused = The day’s steps are paused
board-skipped = Today has no steps (left out)
board-more-totals = … and { $more } more, see /total
stock-figure = { $figure } (now)
pin = Board
board-refreshed = Refreshed
button-refresh = Refresh

units-first = 📋 { $day } { $node } { $states }
units-page = Page { $page }/{ $pages }
units-branch = { $name } { $states }
units-row = { $sign } { $name } { $at }
units-row-questions = { $sign } { $name } { $at }, { $n } to confirm
units-row-reason = { $sign } { $name } { $reason }
button-previous = Previous
button-next = Next

totals-first = 📋 { $day } { $node } totals ({ $at })
totals-none = No figures yet.
totals-zero = All 0: { $names }
totals-last = Press one to see who reported it; you can also send /total and its name
button-up = One level up
button-all-totals = All totals
total-first = 📋 { $node } { $figure } ({ $day } { $at })
total-first-none = 📋 { $node } { $day }: no unit reported { $name }
total-unit = { $name } { $value }: { $messages }
total-unit-bare = { $name } { $value }
total-not-counted = { $line } (within the node above, not added)
total-message = { $sender } { $day_before }{ $at }
total-message-part = { $sender } { $day_before }{ $at } ({ $value })
total-message-day = { $day }{" "}
total-link = { $link }
total-page = Page { $page } of { $pages }
total-silent = ⏳ { $n ->
    [one] { $n } unit has
   *[other] { $n } units have
    } not reported
indicator-unknown = “{ $word }” is not in the form. /total shows all of it.

unit-day-first = { $sign } { $unit } { $day } { $state ->
    [reported] reported { $at }
    [late] reported late, { $at }
    [questions] reported { $at }, with something to confirm
    [excused] excused
    [silent] not reported yet
   *[node] does not report by itself
 }
unit-day-versions = Changed { $n ->
    [one] once
   *[other] { $n } times
 }
unit-day-question = ❓ { $what }
unit-day-text = { $name }: { $text }
unit-day-reason = Reason: { $reason }
unit-day-below = Totals below:
