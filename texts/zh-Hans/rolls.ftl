# 接龙：整份重发时只算变化的行，变化在一条消息里说
roll-first = 📋 { $day }接龙：{ $counts }
roll-count-new = 新 { $n }
roll-count-changed = 改 { $n }
roll-count-gone = 少 { $n }
roll-count-stale = 旧 { $n }
roll-row-new = 新：{ $unit } { $figures }（{ $sender } { $at }）
roll-row-changed = 改：{ $unit } { $changes }（{ $sender } { $at }）
roll-row-same = 改：{ $unit } 数没有变（{ $sender } { $at }）
roll-row-waits = 改：{ $unit } 等这个单位确认（{ $sender } { $at }）
roll-row-gone = 少：{ $unit } 那一行不在了（{ $sender } { $at }），已报的仍算数；要撤回请点
roll-row-back = 少：{ $unit } 又接上了
roll-row-kept = 少：{ $unit } 保留（{ $by }）
roll-row-withdrawn = 少：{ $unit } 已撤回（{ $by }）
roll-row-stale = 旧：{ $unit } 是改之前的那一行，仍按改后的算（{ $sender } { $at }）
roll-figures-more = { $figures } ……共 { $n } 项
roll-zero = 零报告
roll-nothing = 没有数
button-roll-drop = 撤回{ $unit }
button-roll-keep = 保留{ $unit }
roll-done = { $keeps ->
    [yes] 好，仍算数
   *[no] 已撤回
 }
roll-unknown = 这一行找不到了。
roll-not-yours = 没有撤回：{ $unit }的数由报的人或这个单位的人来定。
roll-settled = 这一行已经定过了。
roll-which = 写明是哪个单位。例：撤回 黄溪村
