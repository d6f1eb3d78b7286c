# 走勢和單元近況：圖下的幾行字，和圖上的字
trend-first = 📈 { $node } { $indicator } 近 { $n } 天
trend-none = 這些天沒有人報過這一項。
trend-now = 今天 { $figure }（截至 { $at }）
trend-nothing = 還沒有數
trend-yesterday = ，昨天 { $value }
trend-usual = 此前日均 { $value }
trend-total = { $n } 天共 { $value }
trend-most = 最多 { $on_day } { $value }
trend-least = 最少 { $on_day } { $value }
trend-title = { $node } · { $name }（{ $unit }）
trend-subtitle = 近 { $n } 天，截至 { $last_day } { $at }
trend-usual-line = 此前日均 { $value }
trend-large = { $value }萬
trend-large-step = 10000
trend-file = { $on } { $node }走勢
trend-which = 看哪一項？例：走勢 勸返。後面可加 30（天）或單元名。
trend-comes = 稍等，馬上發來
button-trend = 近 { $n } 天
button-unit-pictures = 近 14 天圖
unit-file = { $on } { $node }近況
unit-picture-first = 📈 { $unit } 近 { $n } 天
unit-picture-subtitle = 近 { $n } 天，截至 { $last_day } { $at }
unit-recent = 此前 { $n } 天：{ $counts }
unit-recent-on-time = 按時 { $n }
unit-recent-late = 遲報 { $n }
unit-recent-silent = 未報 { $n }
unit-recent-excused = 免報 { $n }
unit-tasks = 沒完成的任務 { $n } 項
unit-task = { $number } { $title }（{ $state }，{ $due }）
unit-chart = { $name }（{ $unit }）
unit-pace = 近 7 天任務 { $n } 項：{ $parts }
unit-pace-answered = 回應 { $n }
unit-pace-first = 中位 { $minutes ->
    [0] 不到1分鐘
   *[other] { $minutes } 分鐘
    }回應
unit-pace-in-time = 按時完成 { $n }/{ $due }
unit-pace-verified = 驗收 { $n }
unit-pace-returned = 退回 { $n } 次
