# 匯入單元表、人員表
import-table = { $table ->
        [units] 單元表
       *[people] 人員表
    }
import-preview = 📋 { $file }：{ $table }，還沒有匯入
import-counts = 新增 { $added } · 更新 { $updated } · 未變 { $unchanged }
import-bad-rows = ❓ 有 { $rows } 列不對：
import-bad-row = 第 { $row } 列 { $reason }
import-more = ……還有 { $more } 處
import-how-all = 也可以發「匯入」或「匯入 取消」。
import-how-good = 也可以發「匯入 好的」或「匯入 取消」。改好重發一次也行。
import-how-nothing = 沒有要改的。
button-import = 匯入
button-import-good = 只匯入好的
button-import-cancel = 取消
import-done = ✅ { $file } 已匯入：新增 { $added } · 更新 { $updated } · 未變 { $unchanged }{ $skipped ->
        [0] { "" }
       *[other] { " " }· 跳過 { $skipped } 列
    }
import-cancelled = 沒有匯入 { $file }。
import-nothing = 沒有等著匯入的表。把 .csv 或 .xlsx 發到這裡，先看一遍再匯入。
    單元表的欄：編碼、名稱、上級、別名、是否上報、覆蓋、截止；人員表的欄：姓名、電話、單元、角色。
import-over = 這張表已經處理過了。要再匯入，重發一次。
import-has-mistakes = 沒有匯入：有 { $rows } 列不對。發「匯入 好的」可以跳過它們。
import-not-fetched = 沒有取到 { $file }，請重發一次。

table-kind = 讀不了 { $name }。請另存為 .xlsx 或 .csv 再發。
table-too-big = 檔案太大，最多 { $most }。
table-too-long = 列數太多，最多 { $most } 列。
table-encoding = 讀不出文字。請另存為 UTF-8 編碼的 .csv，或 .xlsx。
table-broken = 檔案讀不完整，可能損壞了。請另存一次再發。
table-empty = 表裡沒有內容。
table-unknown = 看不出是單元表還是人員表。單元表要有「編碼」「名稱」兩欄，人員表要有「姓名」「角色」兩欄。
table-columns = 缺這幾欄：{ $columns }

mistake-table-formula = 裡面是公式，請複製後「貼上為數值」：{ $columns }
mistake-unit-code-missing = 沒有編碼
mistake-unit-code-bad = 編碼「{ $value }」不行：用字母、數字、漢字、點、橫線，最多 20 個
mistake-unit-code-reserved = 編碼「{ $value }」有別的用處，請換一個
mistake-unit-code-twice = 編碼「{ $value }」和第 { $first } 列重複
mistake-unit-name-missing = 沒有名稱
mistake-unit-name-long = 名稱太長，最多 { $most } 個字：{ $value }
mistake-unit-reports-unknown = 是否上報「{ $value }」看不懂，寫 是 或 否
mistake-unit-covers-unknown = 覆蓋「{ $value }」看不懂，寫 本級 或 全部
mistake-unit-deadline-unknown = 截止「{ $value }」看不懂，寫 15:00 這樣的鐘點
mistake-unit-deadline-late = { $name }的截止 { $value } 晚於上級{ $above }的 { $limit }
mistake-unit-deadline-after-town = { $name }的截止 { $value } 晚於全鎮的 { $limit }
mistake-unit-parent-unknown = 上級「{ $value }」沒有這個單元
mistake-unit-parent-unclear = 上級「{ $value }」不止一個，請寫編碼
mistake-unit-parent-bad = 上級「{ $value }」那一列有錯
mistake-unit-circle = 「{ $value }」成了自己的下級
mistake-unit-too-deep = 「{ $value }」上面的層級太多，最多 { $most } 層
mistake-person-name-missing = 沒有姓名
mistake-person-name-long = 姓名太長，最多 { $most } 個字：{ $value }
mistake-person-phone-bad = 電話「{ $value }」不像電話
mistake-person-phone-twice = 電話 { $value } 和第 { $first } 列是同一個，姓名卻不同
mistake-person-telegram-bad = Telegram 號「{ $value }」應當是一串數字
mistake-person-telegram-twice = Telegram 號 { $value } 和第 { $first } 列是同一個
mistake-person-two-accounts = { $value } 和第 { $first } 列的 Telegram 號不同
mistake-person-twice = { $value } 和第 { $first } 列重複
mistake-person-clash = { $value } 的電話和 Telegram 號在名冊裡是兩個人
mistake-person-role-missing = 沒有角色
mistake-person-role-unknown = 角色「{ $value }」看不懂：網格員、負責人、領導、督查、運維
mistake-person-unit-missing = 沒有單元（領導、督查、運維才可以不寫）
mistake-person-unit-unknown = 單元「{ $value }」沒有
mistake-person-unit-unclear = 單元「{ $value }」不止一個，請寫編碼
