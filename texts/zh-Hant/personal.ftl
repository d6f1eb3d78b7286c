# 自己的資料：看、刪
mydata = 你的資料：{ $what }
mydata-part = 你的資料 { $number }/{ $parts }
mydata-none = 這裡沒有你的資料，只有帳號 { $account }。
mydata-raw = 收到的原始訊息另存 { $days } 天。
mydata-account = 帳號 { $account }
mydata-phone = 電話 { $phone }
mydata-sent = 發過 { $n } 條
mydata-file = 你的資料在這個檔案裡。
forget-ask = { $own ->
    [yes] 刪除你的資料？
   *[no] 刪除 { $name } 的資料？
 }
    姓名、電話、帳號、發過的原話和語音都刪掉，不再在名冊裡；單元報過的數和照片留著，群裡已有的訊息不撤回。刪了找不回來。
    { $own ->
    [yes] 也可以發「刪除資料 確認」。
   *[no] 也可以發「刪除資料 { $name } 確認」。
 }
button-forget = 確認刪除
forgotten = { $own ->
    [yes] 已刪除。單元報過的數和照片留著。
   *[no] 已刪除 { $name } 的資料。單元報過的數和照片留著。
 }
forget-others = 沒有刪：別人的資料只有運維能刪。自己的，發「刪除資料」。
forget-which = 沒有刪：名冊裡有幾個「{ $name }」。請寫手機號，或在姓名後寫單元。
