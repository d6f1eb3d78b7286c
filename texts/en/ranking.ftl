# The ranking: by how units work, never by how much they count
rank-first-week = 🏅 { $node }: ranking of the last 7 days, to { $day }
rank-first-day = 🏅 { $node }: ranking of { $day }
rank-fewer = { " " }({ $n ->
        [one] 1 day
       *[other] { $n } days
    } with reports)
rank-row = { $place }. { $unit } { $points }: { $why }
rank-on-time = on time { $share }
rank-complete = complete { $rate }%
rank-response = first answer { $time }
rank-unanswered = { $n ->
        [one] 1 task
       *[other] { $n } tasks
    } not answered
rank-silent = none
rank-done = done { $share }
rank-minutes = { $n } min
rank-hours = { $n } h
rank-page = Page { $page }/{ $pages }
rank-left-out = Not ranked (excused throughout): { $names }
rank-rule = On time, complete, first answer and tasks done: 25 points each, whatever the size of the unit. Excused days and days without a cycle do not count; without tasks the middle of the town is taken, and what was seen seldom is drawn towards it.
rank-none = No day has closed yet: there is nothing to compare.
rank-more = { $n ->
        [one] 1 more unit
       *[other] { $n } more units
    }: press “The list”
rank-title = { $node }: ranking
rank-subtitle-week = last 7 days, to { $last_day }
rank-subtitle-day = { $last_day }
rank-column-place = Place
rank-column-unit = Unit
rank-column-on-time = On time
rank-column-complete = Complete
rank-column-response = First answer
rank-column-done = Tasks done
rank-column-points = Points
rank-own = { $n ->
        [one] The last day
       *[other] The last { $n } days
    }: { $why }
rank-own-place = { " " }· place { $place } of { $units }
rank-own-middle = Middle of the town: { $why }
rank-how = “{ $words }” was not understood. Send /rank (the last 7 days) or /rank day.
rank-command-only = The ranking is shown to the command only. For your own unit, send /mine in private.
button-rank-list = The list
button-rank-week = Last 7 days
button-rank-day = The day
ranking-file = { $on } { $node } ranking
