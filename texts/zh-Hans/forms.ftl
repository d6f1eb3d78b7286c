# 报表文件里的错误
mistake-no-indicators = 一项都没有，至少写一个 [[indicator]]
mistake-code-twice = 编码「{ $code }」用了两次
mistake-not-tables = 应当写成 [[…]] 或 [….…] 的表
mistake-not-text = 应当是一段文字，写在引号里
mistake-not-words = 应当是一列词，如 ["入户", "走访"]
mistake-word-twice = 「{ $word }」写了两次
mistake-not-names = 应当是各语言的名称，如 { "{" } en = "Households" { "}" }
mistake-not-yes-or-no = 应当是 true 或 false
mistake-bad-number = 应当是大于 0 的数，写成了 { $value }
mistake-not-factors = 应当是换算，如 { "{" } "毫升" = 0.001 { "}" }
mistake-unknown-kind = 应当是 "flow"（当日数）或 "stock"（现有数），写成了 { $value }
mistake-bad-code = 编码「{ $code }」只能用英文字母、数字和下划线，字母开头
mistake-bad-hashtag = 应当是 #affected+infected 这样的 HXL 标签，写成了 { $value }
mistake-unknown-code = 没有编码为「{ $code }」的项
mistake-rule-of-itself = 「{ $code }」和自己比没有意义
mistake-unknown-rule = 现在只有 "at_most"，写成了 { $value }
mistake-unknown-day = 应当是 "same" 或 "before"，写成了 { $value }
mistake-word-shared = 「{ $word }」同时属于 { $codes }，计量单位又分不开
