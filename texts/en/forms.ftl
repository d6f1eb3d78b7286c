# Mistakes in a form file
mistake-no-indicators = there is none; write at least one [[indicator]]
mistake-code-twice = the code “{ $code }” is used twice
mistake-not-tables = must be tables, written [[…]] or [….…]
mistake-not-text = must be a text in quotation marks
mistake-not-words = must be a list of words like ["入户", "走访"]
mistake-word-twice = “{ $word }” is written twice
mistake-not-names = must be names by language, like { "{" } en = "Households" { "}" }
mistake-not-yes-or-no = must be true or false
mistake-bad-number = must be a number above 0, not { $value }
mistake-not-factors = must be factors, like { "{" } "毫升" = 0.001 { "}" }
mistake-unknown-kind = must be "flow" (of the day) or "stock" (how many there are now), not { $value }
mistake-bad-code = the code “{ $code }” may hold letters, digits and underscores only, a letter first
mistake-bad-hashtag = should be an HXL hashtag such as #affected+infected, and is { $value }
mistake-unknown-code = there is no indicator with the code “{ $code }”
mistake-rule-of-itself = “{ $code }” compared with itself says nothing
mistake-unknown-rule = there is only "at_most" so far, not { $value }
mistake-unknown-day = must be "same" or "before", not { $value }
mistake-word-shared = “{ $word }” stands for { $codes } alike, and their measures do not tell them apart
