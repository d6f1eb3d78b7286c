# 人：岗位、认人、邀请、交接、退出、移除
role-warden = 网格员
role-lead = 负责人
role-leader = 领导
role-inspector = 督查
role-operator = 运维
place-private = 私聊
place-unit = 单元群
place-command = 指挥部群
place-town = 全镇群
place-none = 还没绑定的群
post-of-unit = { $unit }{ $role }
post-of-town = 全镇{ $role }

ask-card = 这里是{ $town }的报送机器人，还不认识你。
    点下面的「发送我的名片」，号码在名册里就能用；有邀请链接的，点开链接也行。
button-card = 发送我的名片
card-foreign = 这是别人的名片。请点「发送我的名片」，发自己的。
card-unknown = 名册里没有这个号码。请找{ $who }登记，或要一个邀请链接。
card-unknown-whom = 本镇指挥部
welcome = ✅ { $name }，认出来了：{ $posts }
welcome-no-posts = ✅ { $name }，认出来了，名下还没有岗位。请找指挥部安排。
welcome-field = 每天 { $collect } 前报当天情况：照平时那样写，发在这里或单元群里，有疑问的会问一句。
welcome-command = 随时可以发「看板」「简报」；布置任务发「任务」。
welcome-inspector = 随时可以发「看板」「简报」。
welcome-operator = 把单元表、人员表（.csv 或 .xlsx）发到这里就能导入；在群里发 /bind 定下这个群是谁的。
welcome-more = 发「帮助」看还能做什么。

claim-how = 请发：/claim 认领码（运行 gridwarden run 的屏幕上有）
claim-done = ✅ { $name }，现在是运维。
    下一步：把单元表、人员表（.csv 或 .xlsx）发到这里导入；再把机器人拉进群，在群里发 /bind。
claim-wrong = { $left ->
        [0] 认领码不对。明天再试。
       *[other] 认领码不对，还能试 { $left } 次。
    }
claim-too-many = 试错太多次了，明天再试。认领码在运行 gridwarden run 的屏幕上。
claim-closed = 已经有运维了，不用认领。要做运维，请现在的运维发一个邀请。

unit-unknown = 没有叫「{ $name }」的单元。写全名或编码试试。
unit-unclear = 叫「{ $name }」的单元不止一个，请写编码。
invite-how = 请写单元：邀请 黄溪村，或：邀请 黄溪村 负责人
invite-link = 邀请：{ $posts }（用一次，{ $until_day } { $until } 前有效）
    { $link }
    转给本人，点开后按「开始」。
invite-not-yours = 没有生成：{ $posts }不归你邀请。负责人邀请本单元的网格员，领导邀请片内的人，其余找运维。
invite-unknown = 这个邀请链接不对，请对方重发一个。
invite-used = 这个邀请已经用过，一个只能用一次。请对方再发一个。
invite-expired = 这个邀请已经失效。请对方再发一个。
invite-taken = ✅ { $name } 用了邀请，现在是{ $posts }

handover-ask = 把{ $posts }交接给别人？
    会生成一个链接，接手的人点开后，岗位就归对方。也可以发「交接 确认」。
button-handover = 生成链接
handover-link = 交接：{ $posts }（用一次，{ $until_day } { $until } 前有效）
    { $link }
    转给接手的人。对方点开按「开始」之前，岗位不变。
handover-taken = ✅ 已交接给 { $name }：{ $posts }
handover-self = 这是自己发的交接链接，要由接手的人点开。
handover-nothing = 名下没有岗位，不用交接。

leave-ask = 退出{ $posts }？
    退出后收不到提醒，报过的都留着。也可以发「退出 确认」。
leave-ask-no-posts = 从名册退出？
    退出后收不到提醒，报过的都留着。也可以发「退出 确认」。
button-leave = 确认退出
button-not-now = 先不
left = 已退出，报过的都留着。要再回来，请负责人发一个邀请。
kept-as-it-was = 没有改动。
toast-settled = 好的
last-operator = 没有办：这是最后一位运维。先发「邀请 运维」请别人接手。
person-left = 🔔 { $name } 退出了{ $posts }。请安排别人：发「邀请」。

remove-how = 请写姓名或手机号：移除 张三
remove-ask = 移除 { $name }{ $phone }，不再是{ $posts }？
    报过的都留着。也可以发「移除 { $name } 确认」。
remove-ask-no-posts = 把 { $name }{ $phone } 从名册移除？
    报过的都留着。也可以发「移除 { $name } 确认」。
remove-which = 叫这个名字的不止一位：
remove-which-line = { $number }. { $name }{ $phone }，{ $posts }
remove-which-how = 也可以发「移除 手机号 确认」。
remove-phone = （{ $phone }）
button-remove = 确认移除
button-remove-one = 移除第 { $number } 位
removed = ✅ 已移除 { $name }，不再是{ $posts }
removed-no-posts = ✅ 已移除 { $name }
person-unknown = 名册里没有「{ $name }」。
remove-not-yours = 没有移除：{ $name } 不归你管。负责人管本单元的网格员，领导管片内的人，其余找运维。
remove-self = 自己要退出，请私聊发「退出」。
remove-over = 这位已经不在名册里了。
roster-removed = 已从名册移除，以后收不到提醒。有疑问请找单元负责人。
