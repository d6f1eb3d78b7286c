# 全部訊息共用的詞
day = { $month }月{ $date }日
list-comma = 、
list-folded = { $shown }……還有 { $more } 個
figure = { $name } { $value }{ $measure }
