# 没有办成的事：是什么、为什么、怎样才行
not-allowed = 这件事要由{ $roles }来做。需要的话请找指挥部或运维人员。
not-here = 这个命令请在{ $places }里用。
trouble = 这条消息已经留存，但程序处理时出了错，值班人员已知道。不用重发。
trouble-duty = ⚠️ 消息 { $update } 处理出错，已搁置留存：{ $error }（来自 { $sender }）
absent = ⚠️ 机器人与 Telegram 失联 { $minutes } 分钟，现已恢复（{ $other_day ->
    [yes] { $since_day } { $since }
   *[no] { $since }
 }—{ $until }）
    其间发来的报送照收，按发出时间算是否按时。{ $lost ->
    [yes] 24 小时以前发来的，Telegram 已不保留，请发信人重发。
   *[no] {""}
 }
unknown-command = 没有这个命令。发 /help 看能做什么。
too-many = 一下子来了很多条，都留着，先处理别人的，稍后处理你的。
