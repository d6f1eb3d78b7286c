# 急令：立即发出，逐个催到回应
order-head = 🔔 急令 { $number } · 请马上回「收到」
order-head-settled = 🔔 急令 { $number }
order-draft-head = 🔔 急令 { $number } 草稿
order-draft-to = 对象：{ $audience }（{ $units } 个单元，{ $chats } 个群和私聊会同时响）
order-everybody = 全部
order-draft-hint = （也可以发「立即发布 { $number }」「取消 { $number }」，或「修改 { $number }」加新内容）
order-hint = （或发「收到 { $number }」；回复本条可报进展）
order-empty = 急令写在后面，如：急令 19点前全员撤离河边。要指定对象，另起一行写「对象：东片」。
order-again = 🔔 急令 { $number }：还没收到{ $units }的回应
order-again-hint = （{ $sent_at } 发的，这是第 { $times } 次；回「收到」，或发「收到 { $number }」）
order-live = 🔔 急令 { $number } 回应 { $answered }/{ $units }
order-live-silent = 没回应：{ $silent }
order-live-sent = { $sent_at } 发出{ $rounds ->
    [0] {""}
   *[other] ，再发 { $rounds } 次
    } · 更新 { $at }
order-cancelled = 已取消，不用再办。
order-silent = 🔔 急令 { $number } 发了 { $times } 次，{ $silent }/{ $units } 个单元没有回应
order-silent-row = ⏳ { $unit }：{ $people }
order-silent-more = ……还有：{ $names }
order-silent-hint = （请打电话；逐个看发「/tasks { $number }」）
order-person = { $name } { $phone }
order-nobody = 没有登记负责人
task-button-order = 现在发给 { $units } 个单元
