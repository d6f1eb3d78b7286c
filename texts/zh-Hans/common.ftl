# 全部消息共用的词
day = { $month }月{ $date }日
list-comma = 、
list-folded = { $shown }……还有 { $more } 个
figure = { $name } { $value }{ $measure }
