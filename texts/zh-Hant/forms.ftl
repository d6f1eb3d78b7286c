# 報表檔案裡的錯誤
mistake-no-indicators = 一項都沒有，至少寫一個 [[indicator]]
mistake-code-twice = 編碼「{ $code }」用了兩次
mistake-not-tables = 應當寫成 [[…]] 或 [….…] 的表
mistake-not-text = 應當是一段文字，寫在引號裡
mistake-not-words = 應當是一列詞，如 ["入戶", "走訪"]
mistake-word-twice = 「{ $word }」寫了兩次
mistake-not-names = 應當是各語言的名稱，如 { "{" } en = "Households" { "}" }
mistake-not-yes-or-no = 應當是 true 或 false
mistake-bad-number = 應當是大於 0 的數，寫成了 { $value }
mistake-not-factors = 應當是換算，如 { "{" } "毫升" = 0.001 { "}" }
mistake-unknown-kind = 應當是 "flow"（當日數）或 "stock"（現有數），寫成了 { $value }
mistake-bad-code = 編碼「{ $code }」只能用英文字母、數字和下劃線，字母開頭
mistake-bad-hashtag = 應當是 #affected+infected 這樣的 HXL 標籤，寫成了 { $value }
mistake-unknown-code = 沒有編碼為「{ $code }」的項
mistake-rule-of-itself = 「{ $code }」和自己比沒有意義
mistake-unknown-rule = 現在只有 "at_most"，寫成了 { $value }
mistake-unknown-day = 應當是 "same" 或 "before"，寫成了 { $value }
mistake-word-shared = 「{ $word }」同時屬於 { $codes }，計量單位又分不開
