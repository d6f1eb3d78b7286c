# 自己的资料：看、删
mydata = 你的资料 { $number }/{ $parts }
    { $text }
mydata-file = 你的资料在这个文件里。
forget-ask = { $own ->
    [yes] 删除你的资料？
   *[no] 删除 { $name } 的资料？
 }
    姓名、电话、账号、发过的原话都删掉，不再在名册里；单元报过的数都留着。删了找不回来。
    { $own ->
    [yes] 也可以发「删除资料 确认」。
   *[no] 也可以发「删除资料 { $name } 确认」。
 }
button-forget = 确认删除
forgotten = { $own ->
    [yes] 已删除。单元报过的数都留着。
   *[no] 已删除 { $name } 的资料。单元报过的数都留着。
 }
forget-others = 没有删：别人的资料只有运维能删。自己的，发「删除资料」。
forget-which = 没有删：名册里有几个「{ $name }」。请写手机号，或在姓名后写单元。
