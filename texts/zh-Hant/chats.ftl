# 群：進群、綁定、失聯
group-hello = 已進群，還不知道這個群是誰的。請領導或運維發一條：
    /bind 單元名或編碼 · 某個單元的群
    /bind command · 指揮部
    /bind town · 各單元共用的群
bind-how = 請寫這個群是誰的：/bind 黃溪村（名稱或編碼）· /bind command（指揮部）· /bind town（全鎮）· /bind none（解綁）
bind-not-yours = 沒有綁定：領導綁自己片內的單元；指揮部和全鎮群由管全鎮的領導或運維來綁。
bound = { $place ->
        [unit] ✅ 這裡是{ $unit }的群了：報送、任務、提醒都在這裡
        [command] ✅ 這裡是指揮部了：看板、點名、預警、簡報都發到這裡
        [node] ✅ 這裡是{ $unit }的指揮群了：{ $unit }的看板、點名、預警、簡報都發到這裡
        [town] ✅ 這裡是全鎮群了：各單元都可以在這裡報
       *[none] ✅ 已解綁，這個群裡的話不再當作報送
    }
bound-lacks-deaf = 還看不到群裡的普通訊息，只看得到指令和回覆：請把機器人設為管理員。
bound-lacks-no-pins = 還不能置頂看板：請給機器人「置頂訊息」的權限。
chat-lost-private = { $reason ->
        [blocked] 🔔 { $title }{ $units }封鎖了機器人，提醒和任務送不到本人
       *[other] 🔔 { $title }{ $units }的帳號停用了，提醒和任務送不到本人
    }
chat-lost-private-how = 請打電話告知。本人重新開啟機器人點「開始」就恢復。
chat-lost-group = { $reason ->
        [shown-out] 🔔 機器人被移出了群「{ $title }」{ $units }
       *[other] 🔔 群「{ $title }」{ $units }發不進去了
    }
chat-lost-group-how = 把機器人重新拉進群就恢復。
chat-lost-unit-how = 這段時間改發本人私聊。把機器人重新拉進群就恢復。
chat-lost-units = （{ $units }）
