# 一天的流程：早间通知、提醒、截止、催报，以及领导对当天的改动
sign-reported = ✅
sign-late = 🌙
sign-questions = ❓
sign-silent = ⏳
sign-excused = ➖
sign-node = ·

rate = 按时率 { $rate }%
rate-both = 按时率 { $rate }%，昨日 { $before }%
in-brackets = （{ $words }）
besides-excused = 另免报 { $n }
brackets-comma = ，
# 共用的行
line-silent = ⏳ 未报：{ $names }
line-silent-head = ⏳ 未报 { $n } 个：
line-group = { $node } { $states }
line-group-silent = { $node } { $states }{ $leader }：{ $names }
line-asking = ❓ 待确认：{ $names }
asking-unit = { $unit } { $n } 处
line-late = 🌙 迟报：{ $names }
line-alerts = 🔔 预警：{ $alerts }
alert-figure = { $figure }（{ $units }）
alert-unit = { $unit }{ $value }
list-semicolon = ；
lines-folded = ……还有 { $more } 行

# 早间通知
morning-first = 🕓 { $day } { $unit } 今天的日报 { $close } 截止
morning-first-reported = ✅ { $day } { $unit } 今天的日报已收，{ $close } 前可以补充
morning-town-first = 🕓 { $day } 今天的日报 { $close } 截止，共 { $n } 个单元
morning-tasks = 📌 还没完成的任务 { $n } 项：
morning-task = { $number } { $title }{ $due }{ $mark }
morning-task-due = （{ $due_day } { $due } 前）
morning-task-overdue = （已过 { $due_day } { $due }）
morning-task-unanswered = ：还没回应，请回「收到 { $number }」
morning-example = 报法（照抄填数，没有的项不写）：
morning-blank = { $name }＿{ $measure }
morning-zero = 全天没有情况，发「零报告」；逐项填，发 /report。

# 提醒
remind = ⏳ { $unit }今天还没报，{ $close } 截止（还有 { $minutes } 分钟）{ $items ->
    [0] {""}
   *[other] {"\u000A"}昨天报了 { $items } 项，今天一项还没有。
 }
remind-lead = ⏳ { $unit }今天还没报，{ $close } 截止（还有 { $minutes } 分钟）。今天提醒过了，请负责人过问。
remind-questions-first = ❓ { $unit }今天的日报还有 { $n } 处没确认，{ $close } 截止；没确认的不计入合计
remind-unclear = ❓ 您 { $at } 报的{ $units }还没说清是哪个单位，{ $close } 截止；没说清的不计入
    点原来那条消息下的按钮，或者直接发单位名。
remind-nod = ❓ { $sender } { $at } 替{ $unit }报的还等您定，{ $close } 截止
    发「计入 { $number }」或「不计 { $number }」，也可以点原来那条消息下的按钮。
remind-questions-last = 点原来那条消息下的按钮，或者回复它。
chase = ⏳ { $unit } { $day } 的日报还没报（{ $close } 已截止）。现在报也收，记迟报。
chase-leader = ⏳ { $day } 你这边还有 { $n } 个单元没报：{ $units }
button-form = 逐项填
button-zero = 零报告
button-excuse-me = 今天免报

# 截止点名
rollcall-first = 🕓 { $day } { $node }{ $close } 截止：{ $units } 个单元{ $excused }，{ $states }{ $rate }
rollcall-all = 全部报齐。
rollcall-last = 汇总见简报 { $brief }
rollcall-leader = ⏳ { $day } { $close } 截止，{ $node } { $n } 个单元未报：{ $names }
    { $states }{ $rate }
button-call-silent = 催未报
button-extend = 延时{ $minutes }分钟
button-units = 看各单元
called-silent = 已催 { $n } 个单元
call-none-silent = 没有单元要催：都报了，或者免报。
call-too-soon = { $at } 刚催过，过 10 分钟再催。

# 日程
cycle-first = 🕓 { $day } 日程，{ $close } 截止
cycle-first-skipped = ➖ { $day } 没有日程（已跳过）
cycle-rests = ➖ 近 30 天里没有日程：{ $days }
cycle-rest-day = { $day }
cycle-rest-span = { $from_day } 至 { $to_day }
cycle-levels = 先截止的：{ $levels }
cycle-level = { $at } { $units } 个单元
cycle-paused = 已暂停，到时的步骤先等着；发「日程 继续」接着走。
cycle-step-several = { $name }：{ $hours }
cycle-hour = { $at } { $sign }
cycle-sign-done = ✅
cycle-sign-waiting = ⏳
cycle-sign-missed = 没赶上
cycle-sign-skipped = 略过
step-morning = 早间通知
step-remind = 提醒未报
step-collect = 截止点名
step-chase = 催未报
step-brief = 简报
step-meeting = 会议
step-preview = 任务预览
step-tasks = 发布任务
step-chase_tasks = 催任务
button-close = 现在截止
button-pause = 暂停今天
button-resume = 继续
button-skip = 跳过今天
button-restore = 恢复今天
button-yes = 确认
button-no = 不改
cycle-words = 可以写：日程 延时 15、日程 提前截止、日程 跳过 2月7日、日程 恢复 2月7日、日程 暂停、日程 继续。
cycle-kept = 没有改。
cycle-order-not-yours = 改日程要由领导或运维人员在指挥部群或私聊里做。
close-extended = 🕓 { $day } 截止改为 { $close }（{ $by }）
close-early = 🕓 { $day } 提前截止：{ $close }（{ $by }）
close-confirm = 现在截止 { $day } 的日报吗？已报 { $heard }/{ $expected }，未报 { $silent } 个，原定 { $close }。
    也可以写：日程 提前截止 确认
skip-confirm = 跳过 { $day } 吗？当天不通知、不提醒、不点名，报来的照收。
    也可以写：日程 跳过 { $day } 确认
skipped = ➖ { $day } 跳过，没有日程（{ $by }）
restored = 🕓 { $day } 恢复日程（{ $by }）
paused = 🕓 { $day } 日程暂停（{ $by }），报来的照收；明天照常。
resumed = 🕓 { $day } 日程继续（{ $by }）
close-moved-already = 截止已经改过，现在是 { $close }。
close-past = { $close } 已经截止。
extend-minutes = 写延多少分钟，1 到 { $most }，比如：日程 延时 15。
extend-after-brief = 简报已经出了，截止不再改；迟报的照收，记迟报。
extend-past-midnight = 截止不能过当天 24:00。
day-skipped = { $day } 已经跳过。要恢复，发「日程 恢复 { $day }」。
day-not-skipped = { $day } 没有跳过。
day-paused = { $day } 已经暂停。
day-not-paused = { $day } 没有暂停。
day-past = { $day } 已经过去，今天是 { $today_day }。
day-far = { $day } 太远了，只能改 60 天以内的。
day-unread = 没看懂「{ $words }」是哪天，写成 2月7日 这样。

# 免报
excused = ➖ { $unit } { $several ->
    [yes] { $from_day } 至 { $to_day }
   *[no] { $from_day }
 } 免报{ $explained ->
    [yes] ：{ $reason }
   *[no] {""}
 }（{ $by }）
excuse-revoked = ⏳ { $unit } 恢复报送（{ $by }）
excuse-asked = ➖ { $unit } 申请 { $day } 免报（{ $by }）{ $explained ->
    [yes] ：{ $reason }
   *[no] {""}
 }
    也可以写：免报 { $unit }
excuse-sent = { $unit }的免报已报给指挥部，等答复。
excuse-refused = ⏳ { $unit } { $day } 免报没有同意（{ $by }），请照常报。
excuse-words = 写单元名，可以加到哪天和原因，比如：免报 高坪村 到2月9日 道路中断。撤销：免报 撤销 高坪村。
excuse-none = { $unit } 现在没有免报。
excuse-not-lead = 申请免报要由本单元负责人提出。
excuse-today-only = 只能申请今天（{ $today_day }）的免报。
excuse-reported = { $unit } 今天已经报了，不用免报。
excuse-already = { $unit } { $day } 已经免报。
excuse-no-command = 指挥部群还没有绑定，请直接联系指挥部。
excuse-asked-already = { $unit }的免报已经申请过，等指挥部答复。
button-agree = 同意
button-refuse = 不同意

# 指哪个单元
unit-several = 「{ $word }」有几个，请写编号：{ $units }
unit-which = 写上单元名，比如：/unit 黄溪村
unit-not-yours = { $unit } 不在你负责的范围里。
unit-reports-not = { $unit } 本来就不用报。
town-not-yours = 全镇的由镇领导看；你负责的发 /board。
press-done = 好
