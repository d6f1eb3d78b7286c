# 人：崗位、認人、邀請、交接、退出、移除
role-warden = 網格員
role-lead = 負責人
role-leader = 領導
role-inspector = 督查
role-operator = 運維
place-private = 私聊
place-unit = 單元群
place-command = 指揮部群
place-town = 全鎮群
place-none = 還沒綁定的群
post-of-unit = { $unit }{ $role }
post-of-town = 全鎮{ $role }

ask-card = 這裡是{ $town }的報送機器人，還不認識你。
    點下面的「傳送我的名片」，號碼在名冊裡就能用；有邀請連結的，點開連結也行。
button-card = 傳送我的名片
card-foreign = 這是別人的名片。請點「傳送我的名片」，發自己的。
card-unknown = 名冊裡沒有這個號碼。請找{ $who }登記，或要一個邀請連結。
card-unknown-whom = 本鎮指揮部
welcome = ✅ { $name }，認出來了：{ $posts }
welcome-no-posts = ✅ { $name }，認出來了，名下還沒有崗位。請找指揮部安排。
welcome-field = 每天 { $collect } 前報當天情況：照平時那樣寫，發在這裡或單元群裡，有疑問的會問一句。
welcome-command = 隨時可以發「看板」「簡報」；佈置任務發「任務」。
welcome-inspector = 隨時可以發「看板」「簡報」。
welcome-operator = 把單元表、人員表（.csv 或 .xlsx）發到這裡就能匯入；在群裡發 /bind 定下這個群是誰的。
welcome-more = 發「幫助」看還能做什麼。

claim-how = 請發：/claim 認領碼（執行 gridwarden run 的螢幕上有）
claim-done = ✅ { $name }，現在是運維。
    下一步：把單元表、人員表（.csv 或 .xlsx）發到這裡匯入；再把機器人拉進群，在群裡發 /bind。
claim-wrong = { $left ->
        [0] 認領碼不對。明天再試。
       *[other] 認領碼不對，還能試 { $left } 次。
    }
claim-too-many = 試錯太多次了，明天再試。認領碼在執行 gridwarden run 的螢幕上。
claim-closed = 已經有運維了，不用認領。要做運維，請現在的運維發一個邀請。

unit-unknown = 沒有叫「{ $name }」的單元。寫全名或編碼試試。
unit-unclear = 叫「{ $name }」的單元不止一個，請寫編碼。
invite-how = 請寫單元：邀請 黃溪村，或：邀請 黃溪村 負責人
invite-link = 邀請：{ $posts }（用一次，{ $until_day } { $until } 前有效）
    { $link }
    轉給本人，點開後按「開始」。
invite-not-yours = 沒有生成：{ $posts }不歸你邀請。負責人邀請本單元的網格員，領導邀請片內的人，其餘找運維。
invite-unknown = 這個邀請連結不對，請對方重發一個。
invite-used = 這個邀請已經用過，一個只能用一次。請對方再發一個。
invite-expired = 這個邀請已經失效。請對方再發一個。
invite-taken = ✅ { $name } 用了邀請，現在是{ $posts }

handover-ask = 把{ $posts }交接給別人？
    會生成一個連結，接手的人點開後，崗位就歸對方。也可以發「交接 確認」。
button-handover = 生成連結
handover-link = 交接：{ $posts }（用一次，{ $until_day } { $until } 前有效）
    { $link }
    轉給接手的人。對方點開按「開始」之前，崗位不變。
handover-taken = ✅ 已交接給 { $name }：{ $posts }
handover-self = 這是自己發的交接連結，要由接手的人點開。
handover-nothing = 名下沒有崗位，不用交接。

leave-ask = 退出{ $posts }？
    退出後收不到提醒，報過的都留著。也可以發「退出 確認」。
leave-ask-no-posts = 從名冊退出？
    退出後收不到提醒，報過的都留著。也可以發「退出 確認」。
button-leave = 確認退出
button-not-now = 先不
left = 已退出，報過的都留著。要再回來，請負責人發一個邀請。
kept-as-it-was = 沒有改動。
toast-settled = 好的
last-operator = 沒有辦：這是最後一位運維。先發「邀請 運維」請別人接手。
person-left = 🔔 { $name } 退出了{ $posts }。請安排別人：發「邀請」。

remove-how = 請寫姓名或手機號：移除 張三
remove-ask = 移除 { $name }{ $phone }，不再是{ $posts }？
    報過的都留著。也可以發「移除 { $name } 確認」。
remove-ask-no-posts = 把 { $name }{ $phone } 從名冊移除？
    報過的都留著。也可以發「移除 { $name } 確認」。
remove-which = 叫這個名字的不止一位：
remove-which-line = { $number }. { $name }{ $phone }，{ $posts }
remove-which-how = 也可以發「移除 手機號 確認」。
remove-phone = （{ $phone }）
button-remove = 確認移除
button-remove-one = 移除第 { $number } 位
removed = ✅ 已移除 { $name }，不再是{ $posts }
removed-no-posts = ✅ 已移除 { $name }
person-unknown = 名冊裡沒有「{ $name }」。
remove-not-yours = 沒有移除：{ $name } 不歸你管。負責人管本單元的網格員，領導管片內的人，其餘找運維。
remove-self = 自己要退出，請私聊發「退出」。
remove-over = 這位已經不在名冊裡了。
roster-removed = 已從名冊移除，以後收不到提醒。有疑問請找單元負責人。
