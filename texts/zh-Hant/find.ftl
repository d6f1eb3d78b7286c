# 查詢：誰寫過什麼
found-first = 🔎 「{ $words }」最近 { $n } 條
found-page = 🔎 「{ $words }」第 { $page } 頁
found-none = 沒有找到「{ $words }」。可以換個詞，幾個詞用空格分開。
found-row = { $when } { $unit }（{ $sender }）：{ $text }
found-row-task = { $when } { $unit }（{ $sender }）任務 { $task }：{ $text }
found-units = { $unit }等 { $n } 個
found-older = 更早的發：查詢 { $words } 第{ $page }頁
find-what = 找什麼？例：查詢 口罩
button-find-older = 更早
