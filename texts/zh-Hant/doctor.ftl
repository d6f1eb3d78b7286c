# 體檢 gridwarden doctor
doctor-ok = ✅ { $told }
doctor-warn = ❓ { $told }
doctor-bad = 🔔 { $told }
doctor-sum = { $bad ->
        [0] { $warn ->
            [0] 都好，{ $ok } 項
           *[other] 能跑起來；{ $warn } 處要留意
        }
       *[other] { $bad } 處不行，{ $warn } 處要留意
    }
doctor-town-good = 規則 { $path }：{ $town }，報表 { $indicators } 項
doctor-zone = 時區 { $zone }，現在 { $time }
doctor-operator-ids = OPERATOR_IDS 應當是 Telegram 號，多個用逗號分開
doctor-key = 電話和大家寫的話加密存放，鑰匙 { $name }
doctor-no-key = 沒有 GRIDWARDEN_KEY：電話和大家寫的話在資料庫裡不加密（gridwarden key new 造一把）
doctor-key-missing = 資料庫是用鑰匙 { $name } 加密的，設定裡沒有這一把，打不開
doctor-database = 資料庫第 { $version } 版，可以讀
doctor-database-missing = 資料庫還沒有，第一次執行時會建
doctor-database-unknown = DATABASE_URL 不認識，寫 sqlite:///檔案 或 postgresql://使用者:密碼@主機/庫
doctor-database-away = 資料庫現在用不了：{ $why }
doctor-database-old = 資料庫是第 { $version } 版，下次執行時升到第 { $wanted } 版（先用 gridwarden db backup 備份）
doctor-database-new = 資料庫是第 { $version } 版，比程式（第 { $wanted } 版）新，請更新程式
doctor-never-polled = 還沒有從 Telegram 收過訊息：gridwarden run 跑過了嗎
doctor-poll-old = 最後一次收訊息在 { $age }（小時:分）前：gridwarden run 停了嗎
doctor-poll-good = 正在收訊息
doctor-last-update = 最近一條訊息在 { $age }（小時:分）前
doctor-inbox-stuck = 有 { $n } 條訊息收下了還沒處理
doctor-aside = 有 { $n } 條訊息處理出錯，擱置留存
doctor-failed = 24 小時內有 { $n } 條沒有發出去：{ $reasons }
doctor-no-units = 還沒有單元：gridwarden units import 單元.csv
doctor-units = 單元 { $units } 個，每天報的 { $reporting } 個
doctor-units-no-people = { $n } 個單元沒有人：{ $units }
doctor-units-no-lead = { $n } 個單元沒有負責人：{ $units }
doctor-units-bare = { $n } 個單元既沒有群，也沒有認出來的人，提醒送不到：{ $units }
doctor-people = 名冊 { $n } 人
doctor-no-operator = 沒有運維：填 OPERATOR_IDS，或用 gridwarden run 顯示的認領碼
doctor-no-command-chat = 沒有指揮部群：把機器人拉進群，在群裡發 /bind command
doctor-people-unknown = { $n } 人還沒認出來（沒點過「傳送我的名片」）：{ $people }
doctor-people-gone = { $n } 人的私聊送不到（封鎖了，或沒點過「開始」）：{ $people }
doctor-no-token = 沒有 TELEGRAM_TOKEN：到 @BotFather 建機器人，把權杖寫進 .env
doctor-token-refused = Telegram 不認這個權杖（{ $code }）：到 @BotFather 核對
doctor-token-good = 權杖可用：@{ $bot }
doctor-no-line = 連不上 { $server }（{ $trouble }）
doctor-clock-good = 時鐘準
doctor-clock-off = 時鐘和 Telegram 差 { $seconds } 秒，請校時
doctor-webhook = 設著 webhook（{ $waiting } 條在等），gridwarden run 會把它取下
doctor-line-waiting = Telegram 那邊有 { $waiting } 條等著收
doctor-privacy-off = 隱私模式已關：群裡的話都看得到
doctor-privacy-on = 隱私模式開著：只有設為管理員的群裡，普通訊息才看得到
doctor-chat-good = 群「{ $title }」正常
doctor-chat-out = 群「{ $title }」裡沒有機器人了，請重新拉進去
doctor-chat-no-purpose = 群「{ $title }」還沒綁定：在群裡發 /bind
doctor-chat-deaf = 群「{ $title }」裡看不到普通訊息：請把機器人設為管理員
doctor-chat-no-pins = 群「{ $title }」裡不能置頂看板：請給「置頂訊息」權限
doctor-disk = 磁碟 { $path } 還剩 { $free }
doctor-font = 列印用的字型齊全
doctor-no-font = 缺字型 { $font }，列印件會缺字：請重灌程式
