# 全部訊息共用的詞
day = { $month }月{ $date }日
list-comma = 、
list-folded = { $shown }……還有 { $more } 個
figure = { $name } { $value }{ $measure }
language-name = 繁體
language-set = 以後在這裡用繁體中文。
language-unknown = 可以選：{ $languages }。例：/language en
