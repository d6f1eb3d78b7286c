# 會議
meeting-first = 🕓 { $day } 會議開始：已報 { $heard }/{ $expected }{ $beside }
meeting-agenda =
    1. 今天的日報：{ $states }
    2. 預警 { $alerts } 項，單元反映問題 { $problems } 條
    3. 沒完成的任務 { $tasks } 項，明天的任務
    決定發「決定 內容」記入紀要，{ $ends } 截止。
meeting-present = 到會 { $n } 人：{ $names }
meeting-nobody = 還沒有人簽到，也可以發「到會」。
button-present = 到會
present-noted = 已記到會
present-known = 已經記過
meeting-stranger = 請先在私聊裡發 /start 登記。
meeting-closed = 沒有記：決定在 { $opens } 開會到 { $ends } 之間記。會外的事可以發任務：/task
decide-empty = 寫上決定的內容，比如：決定 明天起卡點兩班倒
decided = 📋 決定 { $number } 已記：{ $text }
decided-task = 📋 決定 { $number } 已記：{ $text }（已轉為任務 { $task }）
minutes-first = 📋 { $day } 會議紀要：{ $n } 人到會，{ $decisions } 項決定
minutes-present = 到會：{ $names }
minutes-decision = { $number }. { $text }（{ $by } { $at }）
minutes-none = 沒有記下決定。
minutes-more = 📋 { $day } 會議紀要補記 { $number }：{ $text }（{ $by }）
button-decision-task = 轉為任務
decision-unknown = 沒有這條決定。
decision-is-task = 這條決定已經轉為任務 { $number }。
decision-drafted = 任務 { $number } 草稿
minutes-decision-task ={" "}→ 任務 { $task }
