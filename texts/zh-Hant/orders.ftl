# 急令：立即發出，逐個催到回應
order-head = 🔔 急令 { $number } · 請馬上回「收到」
order-head-settled = 🔔 急令 { $number }
order-draft-head = 🔔 急令 { $number } 草稿
order-draft-to = 對象：{ $audience }（{ $units } 個單元，{ $chats } 個群和私聊會同時響）
order-everybody = 全部
order-draft-hint = （也可以發「立即發布 { $number }」「取消 { $number }」，或「修改 { $number }」加新內容）
order-hint = （或發「收到 { $number }」；回覆本條可報進展）
order-empty = 急令寫在後面，如：急令 19點前全員撤離河邊。要指定對象，另起一行寫「對象：東片」。
order-again = 🔔 急令 { $number }：還沒收到{ $units }的回應
order-again-hint = （{ $sent_at } 發的，這是第 { $times } 次；回「收到」，或發「收到 { $number }」）
order-live = 🔔 急令 { $number } 回應 { $answered }/{ $units }
order-live-silent = 沒回應：{ $silent }
order-live-sent = { $sent_at } 發出{ $rounds ->
    [0] {""}
   *[other] ，再發 { $rounds } 次
    } · 更新 { $at }
order-cancelled = 已取消，不用再辦。
order-silent = 🔔 急令 { $number } 發了 { $times } 次，{ $silent }/{ $units } 個單元沒有回應
order-silent-row = ⏳ { $unit }：{ $people }
order-silent-more = ……還有：{ $names }
order-silent-hint = （請打電話；逐個看發「/tasks { $number }」）
order-person = { $name } { $phone }
order-nobody = 沒有登記負責人
task-button-order = 現在發給 { $units } 個單元
