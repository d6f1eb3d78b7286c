# 看板、各單元、合計
board-first = 📋 { $day } 日報 { $heard }/{ $expected }{ $excused } · 更新 { $at }
board-first-node = 📋 { $day } { $node } 日報 { $heard }/{ $expected }{ $excused } · 更新 { $at }
board-paused = 日程已暫停
board-skipped = 今天沒有日程（已跳過）
board-more-totals = ……還有 { $more } 項，看 /total
stock-figure = { $figure }（現有）
pin = 看板
board-refreshed = 已重新整理
button-refresh = 重新整理

units-first = 📋 { $day } { $node } { $states }
units-page = 第 { $page }/{ $pages } 頁
units-branch = { $name } { $states }
units-row = { $sign } { $name } { $at }
units-row-questions = { $sign } { $name } { $at } 待確認 { $n } 處
units-row-reason = { $sign } { $name } { $reason }
button-previous = 上一頁
button-next = 下一頁

totals-first = 📋 { $day } { $node } 合計（{ $at }）
totals-none = 還沒有任何數字。
totals-zero = 都是 0：{ $names }
totals-last = 點一項看是誰報的；也可以寫：合計 勸返
button-up = 上一級
button-all-totals = 全部合計
total-first = 📋 { $node } { $figure }（{ $day } { $at }）
total-first-none = 📋 { $node } { $day } 沒有單元報{ $name }
total-unit = { $name } { $value }：{ $messages }
total-unit-bare = { $name } { $value }
total-not-counted = { $line }（上級已含，不另加）
total-message = { $sender } { $day_before }{ $at }
total-message-part = { $sender } { $day_before }{ $at }（{ $value }）
total-message-day = { $day }{" "}
total-link = { $link }
total-page = 第 { $page } 頁，共 { $pages } 頁
total-silent = ⏳ 還有 { $n } 個單元未報
indicator-unknown = 表裡沒有「{ $word }」。發 /total 看全部。

unit-day-first = { $sign } { $unit } { $day } { $state ->
    [reported] { $at } 已報
    [late] { $at } 遲報
    [questions] { $at } 已報，有待確認
    [excused] 免報
    [silent] 還沒報
   *[node] 不單獨報
 }
unit-day-versions = 改過 { $n } 次
unit-day-question = ❓ { $what }
unit-day-text = { $name }：{ $text }
unit-day-reason = 原因：{ $reason }
unit-day-below = 下屬合計：
