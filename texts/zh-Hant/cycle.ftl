# 一天的流程：早間通知、提醒、截止、催報，以及領導對當天的改動
sign-reported = ✅
sign-late = 🌙
sign-questions = ❓
sign-silent = ⏳
sign-excused = ➖
sign-node = ·

rate = 按時率 { $rate }%
rate-both = 按時率 { $rate }%，昨日 { $before }%
in-brackets = （{ $words }）
besides-excused = 另免報 { $n }
brackets-comma = ，
# 共用的行
line-silent = ⏳ 未報：{ $names }
line-silent-head = ⏳ 未報 { $n } 個：
line-group = { $node } { $states }
line-group-silent = { $node } { $states }{ $leader }：{ $names }
line-asking = ❓ 待確認：{ $names }
asking-unit = { $unit } { $n } 處
line-late = 🌙 遲報：{ $names }
line-alerts = 🔔 預警：{ $alerts }
alert-figure = { $figure }（{ $units }）
alert-unit = { $unit }{ $value }
list-semicolon = ；
lines-folded = ……還有 { $more } 行

# 早間通知
morning-first = 🕓 { $day } { $unit } 今天的日報 { $close } 截止
morning-first-reported = ✅ { $day } { $unit } 今天的日報已收，{ $close } 前可以補充
morning-town-first = 🕓 { $day } 今天的日報 { $close } 截止，共 { $n } 個單元
morning-tasks = 📌 還沒完成的任務 { $n } 項：
morning-task = { $number } { $title }{ $due }{ $mark }
morning-task-due = （{ $due_day } { $due } 前）
morning-task-overdue = （已過 { $due_day } { $due }）
morning-task-unanswered = ：還沒回應，請回「收到 { $number }」
morning-example = 報法（照抄填數，沒有的項不寫）：
morning-blank = { $name }＿{ $measure }
morning-zero = 全天沒有情況，發「零報告」；逐項填，發 /report。

# 提醒
remind = ⏳ { $unit }今天還沒報，{ $close } 截止（還有 { $minutes } 分鐘）{ $items ->
    [0] {""}
   *[other] {"\u000A"}昨天報了 { $items } 項，今天一項還沒有。
 }
remind-lead = ⏳ { $unit }今天還沒報，{ $close } 截止（還有 { $minutes } 分鐘）。今天提醒過了，請負責人過問。
remind-questions-first = ❓ { $unit }今天的日報還有 { $n } 處沒確認，{ $close } 截止；沒確認的不計入合計
remind-unclear = ❓ 您 { $at } 報的{ $units }還沒說清是哪個單位，{ $close } 截止；沒說清的不計入
    點原來那條訊息下的按鈕，或者直接發單位名。
remind-nod = ❓ { $sender } { $at } 替{ $unit }報的還等您定，{ $close } 截止
    發「計入 { $number }」或「不計 { $number }」，也可以點原來那條訊息下的按鈕。
remind-questions-last = 點原來那條訊息下的按鈕，或者回覆它。
chase = ⏳ { $unit } { $day } 的日報還沒報（{ $close } 已截止）。現在報也收，記遲報。
chase-leader = ⏳ { $day } 你這邊還有 { $n } 個單元沒報：{ $units }
button-form = 逐項填
button-zero = 零報告
button-excuse-me = 今天免報

# 截止點名
rollcall-first = 🕓 { $day } { $node }{ $close } 截止：{ $units } 個單元{ $excused }，{ $states }{ $rate }
rollcall-all = 全部報齊。
rollcall-last = 彙總見簡報 { $brief }
rollcall-leader = ⏳ { $day } { $close } 截止，{ $node } { $n } 個單元未報：{ $names }
    { $states }{ $rate }
button-call-silent = 催未報
button-extend = 延時{ $minutes }分鐘
button-units = 看各單元
called-silent = 已催 { $n } 個單元
call-none-silent = 沒有單元要催：都報了，或者免報。
call-too-soon = { $at } 剛催過，過 10 分鐘再催。

# 日程
cycle-first = 🕓 { $day } 日程，{ $close } 截止
cycle-first-skipped = ➖ { $day } 沒有日程（已跳過）
cycle-rests = ➖ 近 30 天裡沒有日程：{ $days }
cycle-rest-day = { $day }
cycle-rest-span = { $from_day } 至 { $to_day }
cycle-levels = 先截止的：{ $levels }
cycle-level = { $at } { $units } 個單元
cycle-paused = 已暫停，到時的步驟先等著；發「日程 繼續」接著走。
cycle-step-several = { $name }：{ $hours }
cycle-hour = { $at } { $sign }
cycle-sign-done = ✅
cycle-sign-waiting = ⏳
cycle-sign-missed = 沒趕上
cycle-sign-skipped = 略過
step-morning = 早間通知
step-remind = 提醒未報
step-collect = 截止點名
step-chase = 催未報
step-brief = 簡報
step-meeting = 會議
step-preview = 任務預覽
step-tasks = 發布任務
step-chase_tasks = 催任務
button-close = 現在截止
button-pause = 暫停今天
button-resume = 繼續
button-skip = 跳過今天
button-restore = 恢復今天
button-yes = 確認
button-no = 不改
cycle-words = 可以寫：日程 延時 15、日程 提前截止、日程 跳過 2月7日、日程 恢復 2月7日、日程 暫停、日程 繼續。
cycle-kept = 沒有改。
cycle-order-not-yours = 改日程要由領導或運維人員在指揮部群或私聊裡做。
close-extended = 🕓 { $day } 截止改為 { $close }（{ $by }）
close-early = 🕓 { $day } 提前截止：{ $close }（{ $by }）
close-confirm = 現在截止 { $day } 的日報嗎？已報 { $heard }/{ $expected }，未報 { $silent } 個，原定 { $close }。
    也可以寫：日程 提前截止 確認
skip-confirm = 跳過 { $day } 嗎？當天不通知、不提醒、不點名，報來的照收。
    也可以寫：日程 跳過 { $day } 確認
skipped = ➖ { $day } 跳過，沒有日程（{ $by }）
restored = 🕓 { $day } 恢復日程（{ $by }）
paused = 🕓 { $day } 日程暫停（{ $by }），報來的照收；明天照常。
resumed = 🕓 { $day } 日程繼續（{ $by }）
close-moved-already = 截止已經改過，現在是 { $close }。
close-past = { $close } 已經截止。
extend-minutes = 寫延多少分鐘，1 到 { $most }，比如：日程 延時 15。
extend-after-brief = 簡報已經出了，截止不再改；遲報的照收，記遲報。
extend-past-midnight = 截止不能過當天 24:00。
day-skipped = { $day } 已經跳過。要恢復，發「日程 恢復 { $day }」。
day-not-skipped = { $day } 沒有跳過。
day-paused = { $day } 已經暫停。
day-not-paused = { $day } 沒有暫停。
day-past = { $day } 已經過去，今天是 { $today_day }。
day-far = { $day } 太遠了，只能改 60 天以內的。
day-unread = 沒看懂「{ $words }」是哪天，寫成 2月7日 這樣。

# 免報
excused = ➖ { $unit } { $several ->
    [yes] { $from_day } 至 { $to_day }
   *[no] { $from_day }
 } 免報{ $explained ->
    [yes] ：{ $reason }
   *[no] {""}
 }（{ $by }）
excuse-revoked = ⏳ { $unit } 恢復報送（{ $by }）
excuse-asked = ➖ { $unit } 申請 { $day } 免報（{ $by }）{ $explained ->
    [yes] ：{ $reason }
   *[no] {""}
 }
    也可以寫：免報 { $unit }
excuse-sent = { $unit }的免報已報給指揮部，等答覆。
excuse-refused = ⏳ { $unit } { $day } 免報沒有同意（{ $by }），請照常報。
excuse-words = 寫單元名，可以加到哪天和原因，比如：免報 高坪村 到2月9日 道路中斷。撤銷：免報 撤銷 高坪村。
excuse-none = { $unit } 現在沒有免報。
excuse-not-lead = 申請免報要由本單元負責人提出。
excuse-today-only = 只能申請今天（{ $today_day }）的免報。
excuse-reported = { $unit } 今天已經報了，不用免報。
excuse-already = { $unit } { $day } 已經免報。
excuse-no-command = 指揮部群還沒有綁定，請直接聯絡指揮部。
excuse-asked-already = { $unit }的免報已經申請過，等指揮部答覆。
button-agree = 同意
button-refuse = 不同意

# 指哪個單元
unit-several = 「{ $word }」有幾個，請寫編號：{ $units }
unit-which = 寫上單元名，比如：/unit 黃溪村
unit-not-yours = { $unit } 不在你負責的範圍裡。
unit-reports-not = { $unit } 本來就不用報。
town-not-yours = 全鎮的由鎮領導看；你負責的發 /board。
press-done = 好
