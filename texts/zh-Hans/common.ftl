# 全部消息共用的词
day = { $month }月{ $date }日
list-comma = 、
list-folded = { $shown }……还有 { $more } 个
figure = { $name } { $value }{ $measure }
language-name = 简体
language-set = 以后在这里用简体中文。
language-unknown = 可以选：{ $languages }。例：/language en
