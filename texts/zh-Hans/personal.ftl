# 自己的资料：看、删
mydata = 你的资料：{ $what }
mydata-part = 你的资料 { $number }/{ $parts }
mydata-none = 这里没有你的资料，只有账号 { $account }。
mydata-raw = 收到的原始消息另存 { $days } 天。
mydata-account = 账号 { $account }
mydata-phone = 电话 { $phone }
mydata-sent = 发过 { $n } 条
mydata-file = 你的资料在这个文件里。
forget-ask = { $own ->
    [yes] 删除你的资料？
   *[no] 删除 { $name } 的资料？
 }
    姓名、电话、账号、发过的原话和语音都删掉，不再在名册里；单元报过的数和照片留着，群里已有的消息不撤回。删了找不回来。
    { $own ->
    [yes] 也可以发「删除资料 确认」。
   *[no] 也可以发「删除资料 { $name } 确认」。
 }
button-forget = 确认删除
forgotten = { $own ->
    [yes] 已删除。单元报过的数和照片留着。
   *[no] 已删除 { $name } 的资料。单元报过的数和照片留着。
 }
forget-others = 没有删：别人的资料只有运维能删。自己的，发「删除资料」。
forget-which = 没有删：名册里有几个「{ $name }」。请写手机号，或在姓名后写单元。
