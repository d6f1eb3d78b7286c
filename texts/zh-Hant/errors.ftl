# 沒有辦成的事：是什麼、為什麼、怎樣才行
not-allowed = 這件事要由{ $roles }來做。需要的話請找指揮部或運維人員。
not-here = 這個指令請在{ $places }裡用。
trouble = 這條訊息已經留存，但程式處理時出了錯，值班人員已知道。不用重發。
trouble-duty = ⚠️ 訊息 { $update } 處理出錯，已擱置留存：{ $error }（來自 { $sender }）
absent = ⚠️ 機器人與 Telegram 失聯 { $minutes } 分鐘，現已恢復（{ $other_day ->
    [yes] { $since_day } { $since }
   *[no] { $since }
 }—{ $until }）
    其間發來的報送照收，按發出時間算是否按時。{ $lost ->
    [yes] 24 小時以前發來的，Telegram 已不保留，請發信人重發。
   *[no] {""}
 }
unknown-command = 沒有這個指令。發 /help 看能做什麼。
too-many = 一下子來了很多條，都留著，先處理別人的，稍後處理你的。
