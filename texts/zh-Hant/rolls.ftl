# 接龍：整份重發時只算變化的行，變化在一條訊息裡說
roll-first = 📋 { $day }接龍：{ $counts }
roll-count-new = 新 { $n }
roll-count-changed = 改 { $n }
roll-count-gone = 少 { $n }
roll-count-stale = 舊 { $n }
roll-row-new = 新：{ $unit } { $figures }（{ $sender } { $at }）
roll-row-changed = 改：{ $unit } { $changes }（{ $sender } { $at }）
roll-row-same = 改：{ $unit } 數沒有變（{ $sender } { $at }）
roll-row-waits = 改：{ $unit } 等這個單位確認（{ $sender } { $at }）
roll-row-gone = 少：{ $unit } 那一行不在了（{ $sender } { $at }），已報的仍算數；要撤回請點
roll-row-back = 少：{ $unit } 又接上了
roll-row-kept = 少：{ $unit } 保留（{ $by }）
roll-row-withdrawn = 少：{ $unit } 已撤回（{ $by }）
roll-row-stale = 舊：{ $unit } 是改之前的那一行，仍按改後的算（{ $sender } { $at }）
roll-figures-more = { $figures } ……共 { $n } 項
roll-zero = 零報告
roll-nothing = 沒有數
button-roll-drop = 撤回{ $unit }
button-roll-keep = 保留{ $unit }
roll-done = { $keeps ->
    [yes] 好，仍算數
   *[no] 已撤回
 }
roll-unknown = 這一行找不到了。
roll-not-yours = 沒有撤回：{ $unit }的數由報的人或這個單位的人來定。
roll-settled = 這一行已經定過了。
roll-which = 寫明是哪個單位。例：撤回 黃溪村
