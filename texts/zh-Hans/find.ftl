# 查找：谁写过什么
found-first = 🔎 「{ $words }」最近 { $n } 条
found-page = 🔎 「{ $words }」第 { $page } 页
found-none = 没有找到「{ $words }」。可以换个词，几个词用空格分开。
found-row = { $when } { $unit }（{ $sender }）：{ $text }
found-row-task = { $when } { $unit }（{ $sender }）任务 { $task }：{ $text }
found-units = { $unit }等 { $n } 个
found-older = 更早的发：查找 { $words } 第{ $page }页
find-what = 找什么？例：查找 口罩
button-find-older = 更早
