# 命令列
cli-about = 網格值守：鄉鎮一天的報送、會商、任務，在聊天群裡跑起來
cli-run = 執行機器人
cli-run-clock = 演練用的快鐘
cli-drill = 看一個 58 個單元的鎮演一天
cli-doctor = 體檢：在 16:00 之前說出哪裡不對
cli-town = 本鎮規則 town.toml：新建、檢查、取報表
cli-units = 匯入單元表
cli-people = 匯入人員表
cli-state = 某一天的狀態，一個 JSON
cli-export = 匯出 Excel 工作簿、CSV 或 JSON
cli-export-file = 寫到哪個檔案：.xlsx 給人看，.csv、.json 給程式
cli-export-from = 從哪一天；不寫就只匯出一天
cli-export-to = 到哪一天；不寫就是今天
cli-export-unit = 只匯出這個編碼的單元和它下面的
cli-export-hxl = 表頭下加一行 HXL 標籤
cli-export-language = 工作簿的語言；不寫就按 town.toml
cli-export-kind = { $name } 的字尾要是 .xlsx、.csv 或 .json
cli-export-written = 已匯出到 { $path }
cli-parse = 讀報送訊息：每行一個 JSON 字串，輸出每行一個 JSON
cli-reparse = 按現在的報表和讀法重讀存下的訊息，說出每一處不同
cli-reparse-to = 到哪一天為止；不寫就到今天
cli-reparse-apply = 按重讀的記，作為新的一版；不加就只看不改
cli-reparse-days = --to 不能早於 --from
cli-reparse-found = 有 { $n } 處不同；什麼都沒有改。要按重讀的記，加 --apply。
cli-reparse-applied = 有 { $n } 處不同，已按重讀的記，{ $changed } 份日報有變化。
reparse-message = { $unit } { $day } · { $sender } { $at }「{ $quote }」
reparse-figure = { $indicator } { $before } → { $after }
reparse-total = 累計{ $indicator } { $before } → { $after }
reparse-text = { $name }：{ $before } → { $after }
reparse-zero = { $zero ->
    [yes] 現在是零報告
   *[no] 不再是零報告
 }
reparse-asked-now = 要問：「{ $quote }」
reparse-asked-no-more = 不用再問：「{ $quote }」
reparse-nothing = 無
cli-aside = 沒能處理的訊息：看原因，再處理一次
cli-aside-trace = 顯示完整的出錯記錄
cli-aside-again = 修好後再處理一次；不寫編號就是全部
cli-aside-one = #{ $id }  { $at }  { $text }
cli-aside-wordless = （沒有文字）
cli-aside-count = { $n ->
    [0] 沒有擱置的訊息。
   *[other] { $n } 條訊息沒能處理，都還留著。修好後用 `gridwarden aside --again` 再處理一次。
 }
cli-aside-waits = { $n } 條訊息會再處理一次，按原來發送的時間算。
cli-db = 資料庫：備份、恢復、核對累計
cli-key = 加密用的鑰匙
cli-key-new = 造一把新鑰匙，寫進 GRIDWARDEN_KEY
cli-people-export = 匯出一個人的全部資料，一個 JSON
cli-people-who = 姓名、手機號，或「姓名 單元」
export-which = 名冊裡有幾個「{ $name }」。請寫手機號，或在姓名後寫單元。
cli-import = 把手工記的、或匯出過的日子導回來
cli-restore-file = .csv 或 .json，列見 docs/export.md
cli-restore-apply = 真的匯入；不加就只看不改
cli-restore-replace = 人報過的數也換成檔案裡的
cli-restore-by = 誰匯入的；不寫就是登入名
cli-import-table = 匯入 .csv 或 .xlsx
cli-import-file = 表格檔案
cli-import-skip-bad = 跳過錯列，匯入其餘
cli-imported = 已匯入：新增 { $added }，更新 { $updated }，未變 { $unchanged }，跳過 { $skipped }
cli-not-imported = 有 { $skipped } 處錯誤，什麼都沒有匯入。改好再來，或加 --skip-bad 跳過錯列。
cli-town-new = 寫一份帶註釋的 town.toml
cli-town-check = 檢查 town.toml，說出每一處錯誤
cli-town-form = 列印自帶的報表，供修改
cli-town-path = town.toml 的位置
cli-town-example = 東觀鎮
cli-town-written = 已寫好 { $path }。改好後用 `gridwarden town check` 檢查。
cli-town-good = { $path } 沒有錯誤：{ $town }，報表 { $indicators } 項
cli-state-day = 哪一天，如 2026-02-06
cli-parse-form = 報表：epidemic、fire、flood 或一個檔案
cli-parse-town = town.toml；不寫就按訊息裡的寫法認單元
cli-parse-explain = 不輸出 JSON，逐段說明每個數讀成了什麼、為什麼；每行一條訊息，換行寫作 \n
cli-explain-silence = 不是報送，不作聲
cli-explain-total = 累計 { $figure }
cli-explain-left = 數緊跟在名稱後面
cli-explain-right = 名稱緊跟在數後面
cli-explain-around = 數在名稱中間
cli-explain-extended = 同一個詞，按計量單位歸到這一項
cli-explain-part = 前一個數的其中一部分
cli-explain-corrected = 更正後的數，前面的不算
cli-explain-table = 表格裡按列（行）對應
cli-explain-none = 說了沒有，記 0
cli-explain-unknown = 表裡沒有這一項，要問
cli-explain-unit = 報送單元
cli-explain-day = 報送日期
cli-explain-text = 按原文儲存
cli-explain-aside = 不是誰的數（{ $kind ->
    [date] 日期
    [time] 鐘點
    [span] 時長
    [temperature] 溫度
    [phone] 電話
    [id] 證件號
    [long] 長號碼
    [plate] 車牌
    [road] 道路、車次
    [place] 樓棟、小組
    [age] 年齡
    [percent] 百分數
    [money] 金額
    [length] 距離
    [list] 序號
    [ordinal] 序數
    [each] 頻次、每份
    [difference] 相差多少
    [area] 轄區規模
    [size] 規模
    [idiom] 慣用語
    [worked] 算式
    [plan] 計劃、任務、條件
    [story] 說的是別處、別人
    [yesterday] 昨天或以前的
    [reject] 說了不算的舊數
    [part] 前一個數的其中一部分
   *[other] 編號等
}）
cli-explain-asked = 要問：{ $what } { $value }，{ $reason }
cli-explain-reason = { $reason ->
    [approximate] 是約數
    [conflict] 前後不一或不止一種讀法
    [unknown_name] 表裡沒有這一項
    [too_large] 大得反常
    [rule] 與另一項不合
    [impossible] 不可能的數
    [measure] 計量單位不合
    [flow_of_stock] 只說了增減
    [unit_unclear] 單元認不準
   *[day_refused] 日期不收
}
cli-db-backup = 在執行中備份到一個新檔案
cli-db-check = 核對各單元的累計與報送記錄是否相符
cli-db-repair = 按報送記錄重算累計
cli-db-off = { $unit } { $indicator }：記著 { $kept }，應為 { $true }
cli-db-good = 累計與報送記錄相符。
cli-db-bad = { $n } 處不符。用 `gridwarden db check --repair` 按報送記錄重算。
cli-db-repaired = { $n } 處不符，已按報送記錄重算。
cli-db-copied = 已備份到 { $path }（{ $size }，結構版本 { $version }），已檢查完好
cli-db-load = 把 SQLite 檔案或備份匯入空的 PostgreSQL 資料庫
cli-db-loaded = 已從 { $path } 匯入
cli-db-load-file = load 只用於 PostgreSQL。SQLite 檔案用 gridwarden db restore 恢復。
database-not-empty = 資料庫裡已經有內容，沒有匯入。請用一個空的資料庫。
database-away = 資料庫現在用不了：{ $why }
cli-db-restore = 用備份恢復；機器人須先停下
cli-db-restored = 已恢復到 { $path }（{ $size }，結構版本 { $version }）
cli-db-kept = 原來的資料庫留在 { $path }
cli-db-not-now = 現在辦不成：{ $reason }
cli-db-server = 這裡只備份檔案資料庫。PostgreSQL 請用 pg_dump 備份、pg_restore 恢復（見 docs/operating.md）。
database-broken = { $path } 已損壞或不是 gridwarden 的資料庫：{ $reason }
database-newer = { $path } 的結構版本 { $version } 比本程式認得的 { $known } 新，請先升級程式
database-older = { $path } 的結構版本 { $version } 比本程式認得的 { $known } 舊：啟動一次 gridwarden run 就會升級
cli-no-token = 沒有 TELEGRAM_TOKEN。到 @BotFather 建一個機器人，把權杖寫進 .env（見 .env.example）。
cli-bad-token = TELEGRAM_TOKEN 不對，Telegram 不認。到 @BotFather 核對，重寫進 .env。
cli-no-file = 沒有這個檔案：{ $path }
cli-no-form = 沒有叫 { $name } 的報表（{ $known }）
cli-file-there = { $path } 已經在了，沒有覆蓋
cli-not-json = 第 { $line } 行不是 JSON 字串：{ $detail }
cli-claim-code = 還沒有運維人員。私聊機器人發：/claim { $code } ，第一個發的人就是運維。
cli-cannot-listen = { $place } 不能用：{ $reason }
cli-running = { $town } 已在值守（@{ $bot }）。按 Ctrl-C 停止。
database-unknown = 不認識的資料庫地址：{ $url }（寫 sqlite:///檔案 或 postgresql://使用者:密碼@主機/庫）
database-missing = 資料庫還沒有：{ $path }
database-taken = 資料庫正由另一個 gridwarden run 使用：{ $path }。一個檔案只能由一個程序執行；要多個程序，用 PostgreSQL。
key-missing = 資料庫是用鑰匙 { $name } 加密的，GRIDWARDEN_KEY 裡沒有這一把
key-broken = 資料庫裡有一處用鑰匙 { $name } 解不開：內容被改動過

# town.toml 與報表檔案裡的錯誤
mistake-file-missing = 沒有這個檔案；用 `gridwarden town new` 寫一份
mistake-not-toml = 不是合法的 TOML：{ $detail }
mistake-unknown-key = 沒有這個鍵；可用的有：{ $known }
mistake-not-a-table = 應當是一個 [表]，寫成了 { $value }
mistake-missing = 必須寫
mistake-not-a-weekday = 應當是 1（星期一）到 7（星期日），或 0，寫成了 { $value }
mistake-not-a-word = 應當是一個詞，寫成了 { $value }
mistake-unknown-zone = 沒有叫「{ $value }」的時區，例：Asia/Shanghai
mistake-unknown-form = 沒有叫「{ $value }」的報表或報表檔案
mistake-not-one-of = 「{ $value }」不行，可用的有：{ $known }
mistake-not-ids = 應當是 Telegram 號，幾個用逗號隔開，寫成了 { $value }
mistake-not-a-place = 應當寫成 地址:埠，如 127.0.0.1:8082，寫成了 { $value }
mistake-not-a-key = 不是鑰匙：應當是 gridwarden key new 造的，幾把用逗號隔開
mistake-not-a-key-file = { $path } 裡沒有讀到鑰匙，應當一行一把
mistake-not-a-webhook-url = 應當是 https:// 開頭的地址
mistake-not-a-webhook-secret = 應當是 16 到 256 個字母、數字、_ 或 -
mistake-not-a-webhook-listen = 應當是 主機:埠，例如 127.0.0.1:8081
mistake-not-a-list = 應當是一個列表，如 ["14:30", "15:30"]，寫成了 { $value }
mistake-not-an-hour = 應當是 "HH:MM" 這樣的時刻，寫成了 { $value }
mistake-not-a-number = 應當是不小於 0 的整數，寫成了 { $value }
mistake-wrong-kind = 應當是 { $wanted }，寫成了 { $value }
mistake-not-a-calendar-weekday = 應當是 1 到 7（7 是週日），寫成了 { $value }
mistake-not-a-span = 應當是 "2026-02-17" 這樣的日期，或 "2026-02-17..2026-02-23" 這樣的一段，寫成了 { $value }
mistake-before = 比 { $earlier } 還早，順序不對
mistake-after-close = { $value } 在截止之後，提醒要在截止之前
cli-drill-seed = 演練的隨機種子：同一個種子是同一天
cli-drill-speed = 演練的一秒等於幾秒；700 約一分鐘一天
cli-drill-out = 看板、簡報、聊天記錄、資料庫留在哪個資料夾
cli-drill-kills = 一天裡隨機強殺機器人幾次（SIGKILL），看它有沒有丟東西
cli-drill-county = 演一個三級的縣（鎮、村、組各幾個），只看各級數字對不對得上
cli-county-begins = 縣級演練開始：{ $towns } 個鎮、{ $villages } 個村、{ $cells } 個組，約 { $minutes } 分鐘。組 15:00、村 15:30、縣 16:00 截止。
cli-county-level = { $level }：合計和各狀態一致 { $equal } / { $of }
cli-county-county = 縣
cli-county-towns = 鎮
cli-county-villages = 村
cli-county-cells = 組
cli-county-good = 每一級的數字都與真實情況一致。資料庫和 state.json 在 { $out }
cli-county-bad = 有出入，見上。資料庫和 state.json 在 { $out }
cli-drill-begins = 演練開始：種子 { $seed }，約 { $minutes } 分鐘。真的機器人，演練用的 Telegram。
cli-drill-units = 單元核對一致：{ $equal } / { $of }
cli-drill-nodes = 各級合計一致：{ $equal } / { $of }
cli-drill-tasks = 任務核對一致：{ $equal } / { $of }
cli-drill-good = 機器人的帳與真實情況完全一致。看板、簡報、聊天記錄和資料庫在 { $out }
cli-drill-bad = 有出入，見上。看板、簡報、聊天記錄和資料庫在 { $out }
drill-page = 在瀏覽器裡看各個群：{ $url }
drill-progress = 已報 { $reported }/{ $units }
drill-command-chat = 指揮部看到的：
drill-counts = 發出 { $sent } · 限流 { $refused } · 強殺 { $kills }
