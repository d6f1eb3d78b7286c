# 走势和单元近况：图下的几行字，和图上的字
trend-first = 📈 { $node } { $indicator } 近 { $n } 天
trend-none = 这些天没有人报过这一项。
trend-now = 今天 { $figure }（截至 { $at }）
trend-nothing = 还没有数
trend-yesterday = ，昨天 { $value }
trend-usual = 此前日均 { $value }
trend-total = { $n } 天共 { $value }
trend-most = 最多 { $on_day } { $value }
trend-least = 最少 { $on_day } { $value }
trend-title = { $node } · { $name }（{ $unit }）
trend-subtitle = 近 { $n } 天，截至 { $last_day } { $at }
trend-usual-line = 此前日均 { $value }
trend-large = { $value }万
trend-large-step = 10000
trend-file = { $on } { $node }走势
trend-which = 看哪一项？例：走势 劝返。后面可加 30（天）或单元名。
trend-comes = 稍等，马上发来
button-trend = 近 { $n } 天
button-unit-pictures = 近 14 天图
unit-file = { $on } { $node }近况
unit-picture-first = 📈 { $unit } 近 { $n } 天
unit-picture-subtitle = 近 { $n } 天，截至 { $last_day } { $at }
unit-recent = 此前 { $n } 天：{ $counts }
unit-recent-on-time = 按时 { $n }
unit-recent-late = 迟报 { $n }
unit-recent-silent = 未报 { $n }
unit-recent-excused = 免报 { $n }
unit-tasks = 没完成的任务 { $n } 项
unit-task = { $number } { $title }（{ $state }，{ $due }）
unit-chart = { $name }（{ $unit }）
unit-pace = 近 7 天任务 { $n } 项：{ $parts }
unit-pace-answered = 回应 { $n }
unit-pace-first = 中位 { $minutes ->
    [0] 不到1分钟
   *[other] { $minutes } 分钟
    }响应
unit-pace-in-time = 按时完成 { $n }/{ $due }
unit-pace-verified = 验收 { $n }
unit-pace-returned = 退回 { $n } 次
