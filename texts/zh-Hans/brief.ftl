# 简报
brief-first = 📋 { $day } { $node }简报：已报 { $heard }/{ $expected }{ $beside }
brief-closed = { $states }　数字以 { $close } 截止为准
brief-open = { $states }　截至 { $at }，{ $close } 才截止
brief-all = 没有未报、迟报和待确认的单元。
brief-totals-first = 📋 合计
brief-totals-more = 📋 合计（续）
brief-row = { $figure }{ $before }{ $running }
brief-row-none = { $name } —{ $before }{ $running }
brief-before = ｜昨 { $value }（{ $change }）
brief-before-only = ｜昨 { $value }
brief-running = ｜累计 { $value }
brief-same = 平
brief-zero = 报了 0：{ $names }
brief-few-before = （昨天报的单元少，不比较）
brief-no-figures = 还没有任何数字。
brief-since-first = 🕓 截止以后的变化
brief-change = { $name } { $change }
brief-moved = { $before } → { $after }{ $measure }
brief-later-first = 🕓 { $at } 定稿以后
brief-later-came = 补报：{ $names }
brief-problems-first = ❓ 单元反映的问题 { $n } 条
brief-problems-more = ……还有 { $n } 条：{ $names }。发「/unit 单元名」看
brief-practices-first = 👏 好做法 { $n } 条
brief-practice = { $unit }：{ $text }{ $waits }
brief-practice-waits = （待定，「经验 转发 { $number }」）
brief-problem = { $unit }：{ $text }
brief-tasks-first = 📌 没完成的任务 { $n } 项
brief-task = { $number } { $title }（{ $units } 个单元）
    { $states }
brief-tasks-waiting = 今晚待发任务 { $n } 项
task-state-silent = 没回应 { $n }
task-state-seen = 收到 { $n }
task-state-doing = 进行中 { $n }
task-state-done = 完成 { $n }{ $waiting ->
    [0] {""}
   *[other] （待验收 { $waiting }）
    }
task-state-returned = 退回 { $n }
task-state-difficulty = 有困难 { $n }
list-dot = {" · "}
brief-targets-first = 📌 目标落后 { $n } 项
brief-target-all = { $name } { $reached }/{ $amount }{ $measure }（{ $percent }%），过了 { $gone }/{ $days } 天，应到 { $expected }%
brief-target-each = { $name }每个单元 { $amount }{ $measure }，{ $full }/{ $units } 个单元已满（{ $percent }%），过了 { $gone }/{ $days } 天，应到 { $expected }%
brief-target-late = 落后的单元：{ $names }
brief-targets-why = （应到多少，按天数平均算）
