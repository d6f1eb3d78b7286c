# 会议
meeting-first = 🕓 { $day } 会议开始：已报 { $heard }/{ $expected }{ $beside }
meeting-agenda =
    1. 今天的日报：{ $states }
    2. 预警 { $alerts } 项，单元反映问题 { $problems } 条
    3. 没完成的任务 { $tasks } 项，明天的任务
    决定发「决定 内容」记入纪要，{ $ends } 截止。
meeting-present = 到会 { $n } 人：{ $names }
meeting-nobody = 还没有人签到，也可以发「到会」。
button-present = 到会
present-noted = 已记到会
present-known = 已经记过
meeting-stranger = 请先在私聊里发 /start 登记。
meeting-closed = 没有记：决定在 { $opens } 开会到 { $ends } 之间记。会外的事可以发任务：/task
decide-empty = 写上决定的内容，比如：决定 明天起卡点两班倒
decided = 📋 决定 { $number } 已记：{ $text }
decided-task = 📋 决定 { $number } 已记：{ $text }（已转为任务 { $task }）
minutes-first = 📋 { $day } 会议纪要：{ $n } 人到会，{ $decisions } 项决定
minutes-present = 到会：{ $names }
minutes-decision = { $number }. { $text }（{ $by } { $at }）
minutes-none = 没有记下决定。
minutes-more = 📋 { $day } 会议纪要补记 { $number }：{ $text }（{ $by }）
button-decision-task = 转为任务
decision-unknown = 没有这条决定。
decision-is-task = 这条决定已经转为任务 { $number }。
decision-drafted = 任务 { $number } 草稿
minutes-decision-task ={" "}→ 任务 { $task }
