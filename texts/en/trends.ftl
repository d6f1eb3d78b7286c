# Trends, and a unit's last days: the lines under the picture, and the words in it
trend-first = 📈 { $node }: { $indicator }, last { $n } days
trend-none = Nobody reported this in these days.
trend-now = Today { $figure } (by { $at })
trend-nothing = nothing yet
trend-yesterday = , yesterday { $value }
trend-usual = { $value } a day before
trend-total = { $value } in { $n } days
trend-most = most { $value } on { $on_day }
trend-least = least { $value } on { $on_day }
trend-title = { $node } · { $name } ({ $unit })
trend-subtitle = last { $n } days, by { $last_day } { $at }
trend-usual-line = usual { $value }
trend-large = { $value }k
trend-large-step = 1000
trend-file = { $on } { $node } trend
trend-which = Which figure? For example: /trend 劝返. 30 (days) or a unit's name may follow.
trend-comes = One moment, it comes
button-trend = { $n } days
button-unit-pictures = Last 14 days
unit-file = { $on } { $node } last days
unit-picture-first = 📈 { $unit }, last { $n } days
unit-picture-subtitle = last { $n } days, by { $last_day } { $at }
unit-recent = { $n ->
        [one] The day before
       *[other] The { $n } days before
    }: { $counts }
unit-recent-on-time = { $n } on time
unit-recent-late = { $n } late
unit-recent-silent = { $n } silent
unit-recent-excused = { $n } excused
unit-tasks = { $n ->
        [one] 1 task not done
       *[other] { $n } tasks not done
    }
unit-task = { $number } { $title } ({ $state }, { $due })
unit-chart = { $name } ({ $unit })
unit-pace = Tasks of the last 7 days, { $n }: { $parts }
unit-pace-answered = answered { $n }
unit-pace-first = median first answer { $minutes ->
    [0] under a minute
   *[other] { $minutes } min
    }
unit-pace-in-time = done in time { $n }/{ $due }
unit-pace-verified = verified { $n }
unit-pace-returned = returned { $n } ×
