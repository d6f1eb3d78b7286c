# Search: who wrote what
found-first = 🔎 “{ $words }”, newest { $n }
found-page = 🔎 “{ $words }”, page { $page }
found-none = Nothing found for “{ $words }”. Try another word; several words go with spaces between.
found-row = { $when } { $unit } ({ $sender }): { $text }
found-row-task = { $when } { $unit } ({ $sender }) task { $task }: { $text }
found-units = { $unit } and others, { $n } in all
found-older = For older ones send: /find { $words } 第{ $page }页
find-what = Find what? E.g. /find 口罩
button-find-older = Older
