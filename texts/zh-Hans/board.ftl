# 看板、各单元、合计
board-first = 📋 { $day } 日报 { $heard }/{ $expected }{ $excused } · 更新 { $at }
board-first-node = 📋 { $day } { $node } 日报 { $heard }/{ $expected }{ $excused } · 更新 { $at }
board-paused = 日程已暂停
board-skipped = 今天没有日程（已跳过）
board-more-totals = ……还有 { $more } 项，看 /total
stock-figure = { $figure }（现有）
pin = 看板
board-refreshed = 已刷新
button-refresh = 刷新

units-first = 📋 { $day } { $node } { $states }
units-page = 第 { $page }/{ $pages } 页
units-branch = { $name } { $states }
units-row = { $sign } { $name } { $at }
units-row-questions = { $sign } { $name } { $at } 待确认 { $n } 处
units-row-reason = { $sign } { $name } { $reason }
button-previous = 上一页
button-next = 下一页

totals-first = 📋 { $day } { $node } 合计（{ $at }）
totals-none = 还没有任何数字。
totals-zero = 都是 0：{ $names }
totals-last = 点一项看是谁报的；也可以写：合计 劝返
button-up = 上一级
button-all-totals = 全部合计
total-first = 📋 { $node } { $figure }（{ $day } { $at }）
total-first-none = 📋 { $node } { $day } 没有单元报{ $name }
total-unit = { $name } { $value }：{ $messages }
total-unit-bare = { $name } { $value }
total-not-counted = { $line }（上级已含，不另加）
total-message = { $sender } { $day_before }{ $at }
total-message-part = { $sender } { $day_before }{ $at }（{ $value }）
total-message-day = { $day }{" "}
total-link = { $link }
total-page = 第 { $page } 页，共 { $pages } 页
total-silent = ⏳ 还有 { $n } 个单元未报
indicator-unknown = 表里没有「{ $word }」。发 /total 看全部。

unit-day-first = { $sign } { $unit } { $day } { $state ->
    [reported] { $at } 已报
    [late] { $at } 迟报
    [questions] { $at } 已报，有待确认
    [excused] 免报
    [silent] 还没报
   *[node] 不单独报
 }
unit-day-versions = 改过 { $n } 次
unit-day-question = ❓ { $what }
unit-day-text = { $name }：{ $text }
unit-day-reason = 原因：{ $reason }
unit-day-below = 下属合计：
