# 簡報
brief-first = 📋 { $day } { $node }簡報：已報 { $heard }/{ $expected }{ $beside }
brief-closed = { $states }　數字以 { $close } 截止為準
brief-open = { $states }　截至 { $at }，{ $close } 才截止
brief-all = 沒有未報、遲報和待確認的單元。
brief-totals-first = 📋 合計
brief-totals-more = 📋 合計（續）
brief-row = { $figure }{ $before }{ $running }
brief-row-none = { $name } —{ $before }{ $running }
brief-before = ｜昨 { $value }（{ $change }）
brief-before-only = ｜昨 { $value }
brief-running = ｜累計 { $value }
brief-same = 平
brief-zero = 報了 0：{ $names }
brief-few-before = （昨天報的單元少，不比較）
brief-no-figures = 還沒有任何數字。
brief-since-first = 🕓 截止以後的變化
brief-change = { $name } { $change }
brief-moved = { $before } → { $after }{ $measure }
brief-later-first = 🕓 { $at } 定稿以後
brief-later-came = 補報：{ $names }
brief-problems-first = ❓ 單元反映的問題 { $n } 條
brief-problems-more = ……還有 { $n } 條：{ $names }。發「/unit 單元名」看
brief-practices-first = 👏 好做法 { $n } 條
brief-practice = { $unit }：{ $text }{ $waits }
brief-practice-waits = （待定，「經驗 轉發 { $number }」）
brief-problem = { $unit }：{ $text }
brief-tasks-first = 📌 沒完成的任務 { $n } 項
brief-task = { $number } { $title }（{ $units } 個單元）
    { $states }
brief-tasks-waiting = 今晚待發任務 { $n } 項
task-state-silent = 沒回應 { $n }
task-state-seen = 收到 { $n }
task-state-doing = 進行中 { $n }
task-state-done = 完成 { $n }{ $waiting ->
    [0] {""}
   *[other] （待驗收 { $waiting }）
    }
task-state-returned = 退回 { $n }
task-state-difficulty = 有困難 { $n }
list-dot = {" · "}
brief-targets-first = 📌 目標落後 { $n } 項
brief-target-all = { $name } { $reached }/{ $amount }{ $measure }（{ $percent }%），過了 { $gone }/{ $days } 天，應到 { $expected }%
brief-target-each = { $name }每個單元 { $amount }{ $measure }，{ $full }/{ $units } 個單元已滿（{ $percent }%），過了 { $gone }/{ $days } 天，應到 { $expected }%
brief-target-late = 落後的單元：{ $names }
brief-targets-why = （應到多少，按天數平均算）
