# 日報：收到、有疑問、更正、不收、待認可
report-received-first = { $late ->
    [yes] 🌙
   *[no] ✅
 } { $unit } { $day } 已收 { $at }{ $late ->
    [yes] （遲報）
   *[no] { "" }
 }{ $zero ->
    [yes] {" "}零報告
   *[no] { "" }
 }{ $proxy ->
    [none] { "" }
   *[other] （{ $proxy } 代報）
 }
report-received-many = ✅ 已收 { $n } 個單位：{ $units }
report-received-nothing = 這條訊息裡的都沒有計入。
report-figures = { $figures } ……共 { $n } 項
report-figures-all = { $figures }
report-cumulative = 累計：{ $figures }
report-text = { $name }：{ $text }
report-asked-still = 還有 { $n } 處待確認
report-asked-over = ✅ { $units } 這幾處已由後來的訊息定下
report-same = ✅ 和已收到的一樣，沒有變化。
report-corrected-first = ✏️ { $unit } { $today ->
    [yes] { "" }
   *[no] { $day } { "" }
 }{ $added ->
    [yes] 追加
   *[no] 更正
 }：{ $changes }{ $first ->
    [none] { "" }
   *[other] （按時仍算 { $first }）
 }
report-change = { $indicator } { $before } → { $after } { $measure }
report-change-new = { $indicator } { $after } { $measure }
report-change-gone = { $indicator } 不報
change-comma = ，

report-asked-first = ❓ { $unit } 已收 { $n } 項，{ $doubts } 處請確認
report-asked-first-none = ❓ { $unit } { $doubts } 處請確認
report-asked-first-many = ❓ { $units } 共 { $doubts } 處請確認
report-asked-first-several = ❓ { $n } 個單位，{ $doubts } 處請確認
report-verdict = ✅ { $unit } 已收 { $n } 項
report-verdict-zero = ✅ { $unit } 零報告
report-verdict-asked = ❓ { $unit } 已收 { $n } 項，{ $asked } 處待確認
report-verdict-only-asked = ❓ { $unit } { $asked } 處待確認
report-verdict-waits = ❓ { $unit } 等這個單位點頭後計入
report-asked-first-unclear = ❓ { $doubts } 份請說是哪個單位
report-asked-unit-near = ❓ 「{ $written }」是{ $unit }嗎？
report-asked-unit-several = ❓ 「{ $written }」是哪個單位？
report-asked-unit-none = ❓ 名冊裡沒有「{ $written }」，是哪個單位？
report-asked-unit-unnamed = ❓ 有一份沒寫單位，是哪個單位？
report-asked-how-unit = 也可以直接回覆：{ $written }是{ $unit }
button-unit-is = 是{ $unit }
button-unit-none = { $written ->
    [none] 沒寫單位的不報
   *[other] { $written }不報
 }
report-asked-day = （{ $day }）
report-asked-line = { $number }. { $what }——{ $why }
report-asked-line-unit = { $number }. { $unit }{ $what }——{ $why }
report-asked-more = ……還有 { $n } 處，這幾處確認後再問
report-asked-what = 「{ $quote }」
report-asked-what-named = { $indicator }「{ $quote }」
report-asked-what-figure = { $figure }
report-asked-what-total = 累計{ $figure }
why-approximate = 是約數，按多少記？
why-conflict = 有兩個數，按哪個記？
why-unknown = 表裡沒有這一項
why-too-large = 超過 { $limit }，沒寫錯吧？
why-rule = 比{ $right }{ $right_value }還多，沒寫錯吧？
why-rule-before = 比昨天的{ $right }{ $right_value }還多，沒寫錯吧？
why-rule-plain = 和別的數對不上，沒寫錯吧？
why-impossible = 這個數不可能，應是多少？
why-measure = 單位對不上，應是多少{ $measure }？
why-unusual = 平時約 { $usual }，沒寫錯吧？
why-total-fell = 比{ $before_day }報的累計 { $before } 還少，沒寫錯吧？
why-total-fell-yesterday = 比昨天報的累計 { $before } 還少，沒寫錯吧？
why-total-sum = 昨天累計 { $before }，加今天 { $today } 是 { $wanted }，沒寫錯吧？
why-flow-of-stock = 這一項報現有數，現在共多少？
report-asked-how-value = 也可以直接回覆：{ $number } 是 { $value }
report-asked-how-drop = 也可以直接回覆：{ $number } 忽略
report-asked-how-both = 也可以直接回覆：{ $number } 是 { $value }，{ $other } 忽略
button-value = { $number }{ $value }
button-other = { $number }填別的數
button-drop = { $number }不報這項
button-ignore = { $number }忽略
button-note = { $number }記入備註
button-is = { $number }就是：{ $indicator }
button-show-all = 看全部
button-correct = 更正

question-done = { $way ->
    [drop] 好，不記這一處
    [note] 已記入備註
   *[other] 已記
 }
question-fill-toast = 請發數字
question-fill = 「{ $quote }」按多少記？發個數字就行；不改了發「取消」。
question-fill-figure = { $indicator }按多少記？發個數字就行；不改了發「取消」。
question-unknown = 這一處找不到了，請重新發一次這個數。
question-settled = 這一處已經確認過了。要改，發「更正」加新的數。
question-needs-value = 沒有記：要寫明按多少記。例：1 是 287；不要就寫：1 忽略。
question-name-needed = 沒有記：表裡沒有這一項。寫明是哪一項，例：{ $number } 是{ $indicator }；不要就寫：{ $number } 忽略，或 { $number } 記備註。
question-still-about = 沒有記：還是個約數。寫一個準數，例：{ $number } 是 { $value }；說不準就寫：{ $number } 忽略。
question-hint = ❓ 還有 { $n } 處沒確認。都沒錯就回「都對」，要改寫「{ $number } 是 { $value }」，不要寫「{ $number } 忽略」。
question-which-one = 還有幾處沒確認，寫明是第幾處。例：{ $number } 是 { $value }
question-not-there = 沒有記：沒有這一處。還沒確認的是第 { $numbers } 處。
question-no-remarks = 表裡沒有備註欄，可以忽略這一處。
not-your-report = 這份報告由報的人或這個單位的人來確認。
not-your-unit = 這件事由這個單位的負責人來定。
value-negative = 沒有記：{ $indicator } 不能是 { $value }。請發一個不小於 0 的數。
value-decimal = 沒有記：{ $indicator } 要整數，不能是 { $value }。
value-somebodys = 沒有記：{ $indicator } 不會這麼大，像是電話或證件號碼。請只發數。
cancelled = 好，不改了。
nothing-to-cancel = 現在沒有要取消的。

report-withdrawn = ✏️ { $units } 這條訊息報的數已撤回；改好後再發一次就行。
report-day-refused = { $why ->
    [future] 沒有記：「{ $written }」還沒到。今天是 { $today_day }；補以前的，寫「補報{ $example_day }」。
    [impossible] 沒有記：沒有「{ $written }」這一天。今天是 { $today_day }；補以前的，寫「補報{ $example_day }」。
   *[old] 沒有記：「{ $written }」太早，最早只能補到 { $oldest_day }。補以前的，寫「補報{ $example_day }」。
 }
report-hint = 這句沒有看出要報的數。報數可以這樣寫：入戶120戶，排查356人，返鄉無。逐項填發 /report，沒有情況發 /zero。
report-not-for-you = 沒有記：日報由單位的人來報，督查只看不報。
report-stranger-private = 還不認識您，這條沒有計入。先發 /start 分享名片，認出後再報一次。
report-noted = 👌 已收

zero-after-figures = 沒有記：{ $unit } 今天已報 { $n } 項不是 0 的數。要改，發「更正」加新的數。

held-stranger = ❓ { $sender } 不在名冊，{ $at } 替{ $unit }報了：
    「{ $quote }」
    要計入嗎？也可以發：計入 { $number }，或 不計 { $number }
held-proxy = ❓ { $sender } 不是{ $unit }的人，{ $at } 替{ $unit }報了：
    「{ $quote }」
    要計入嗎？也可以發：計入 { $number }，或 不計 { $number }
report-proxy-waits = ❓ 已轉給{ $units }的負責人，點頭後計入
report-proxy-refused = ➖ { $unit }的負責人說這份不計
button-admit = 計入
button-not-admit = 不計
held-settled = { $state ->
    [counted] ✅ { $sender } 替{ $unit }報的已計入
   *[refused] ➖ { $sender } 替{ $unit }報的不計
 }
held-done = { $counts ->
    [yes] 已計入
   *[no] 好，不計
 }
held-which = 寫上編號，比如：計入 7，或 不計 7。編號在問您的那條訊息裡。
held-unknown = 沒有編號 { $number } 的待認可報告。
held-settled-already = 這一份已經定過了。
held-gone = 這份報告找不到了，請重新發一次。

report-unit-unclear = { $written ->
    [none] ❓ 這份報告是哪個單位的？
   *[other] ❓ 「{ $written }」是哪個單位？
 }
report-unit-unclear-none = { $written ->
    [none] ❓ 這份報告沒寫是哪個單位。直接發單位名，就記在那裡。
   *[other] ❓ 名冊裡沒有「{ $written }」。直接發名冊上的單位名，就記在那裡。
 }
report-unit-unclear-how = 點單位，或直接發單位名。
button-drop-report = 都不是，不報了
unit-chosen = { $state ->
    [counted] ✅ 記在{ $unit }{ $learned ->
        [none] { "" }
       *[other] 。以後這裡寫「{ $learned }」就是{ $unit }，/aliases 可撤
     }
    [passed] ❓ 記為{ $unit }，已轉給{ $unit }的負責人，點頭後計入
    [reworded] ✅ 原訊息已改，按改後的記
   *[refused] ➖ 這份沒有記
 }
unit-chosen-toast = { $state ->
    [counted] 已記
    [learned] 已記，以後這樣寫就認
    [passed] 已轉給這個單位，點頭後計入
   *[refused] 好，不記
 }

alert = { $certain ->
    [yes] 🔔 { $indicator } { $value } { $measure } · { $unit } { $at }（{ $sender } 報）
   *[no] 🔔 待核實：{ $indicator } { $value } { $measure } · { $unit } { $at }（{ $sender } 報，正在確認）
 }
alert-day = { $line } · 補報 { $day }

evidence-kept = { $piece ->
    [photo] 📎 照片已收，附在{ $unit } { $day }日報
    [voice] 📎 語音已收，附在{ $unit } { $day }日報
    [video] 📎 影片已收，附在{ $unit } { $day }日報
   *[document] 📎 檔案已收，附在{ $unit } { $day }日報
 }
evidence-numbers = { $piece ->
    [photo] 📎 照片已留存（{ $unit }）。照片裡的數我讀不了，請把數打字發來。
    [voice] 📎 語音已留存（{ $unit }）。語音我聽不了，請把數打字發來。
    [video] 📎 影片已留存（{ $unit }）。影片我看不了，請把數打字發來。
   *[document] 📎 檔案已留存（{ $unit }）。請把數打字發來。
 }
evidence-whose = { $piece ->
    [photo] 📎 照片裡的數我讀不了。請寫明單位，把數打字發來，例：黃溪村 入戶20戶
    [voice] 📎 語音我聽不了。請寫明單位，把數打字發來，例：黃溪村 入戶20戶
    [video] 📎 影片我看不了。請寫明單位，把數打字發來，例：黃溪村 入戶20戶
   *[document] 📎 檔案裡的數我讀不了。請寫明單位，把數打字發來，例：黃溪村 入戶20戶
 }

form-private = 逐項填要在私聊裡：點 @{ $bot } 開啟，發 /report。在這裡可以直接把數打字發出來。
form-no-unit = 您名下還沒有單位，填不了表。
form-not-yours = 這裡只填自己單位的表。替別的單位報，直接寫：紅星村 入戶20戶。
form-which-unit = 填哪個單位的？
form-nothing-left = { $unit }今天各項都報過了。要改，發「更正」加新的數。
form-no-question = 都填完了，點「提交」。
form-empty = 還沒有填數，提交不了。
form-first = 📝 { $unit } { $day } 第 { $number }/{ $total } 項
form-question = { $indicator }多少{ $measure }？
form-question-yesterday = { $indicator }多少{ $measure }？昨天 { $yesterday }
form-how = 點按鈕，或直接發數字
form-doubtful = { $indicator } { $value }{ $measure }，超過 { $limit }，沒寫錯吧？
form-about = { $indicator }是約數，按 { $value }{ $measure }記嗎？
form-expects = 📝 還在第 { $number }/{ $total } 項：{ $indicator }。發一個數就行，例：30
    沒有發 0，不填發「跳過」，不想填了發「取消」。
form-expects-sure = 📝 { $indicator }按 { $value }{ $measure }記嗎？對就發「沒錯」，不對發「重填」。
form-expects-send = 📝 填了 { $n } 項，還沒提交。發「提交」就報上去，不要了發「取消」。
question-fill-expects = 這裡發一個數就行，例：30；不改了發「取消」。
form-answered = 📝 { $indicator } { $value }{ $measure }
form-summary-first = 📝 { $unit } { $day } 填了 { $n } 項，還沒提交
form-summary-empty = 📝 { $unit } { $day } 還沒填數
form-started = 一項一項來
form-noted = 好
form-sent = 已提交
form-cancelled = 已取消，沒有提交
button-form-yesterday = 同昨天 { $value }
button-form-zero = 0
button-form-skip = 跳過
button-form-back = 上一項
button-form-done = 填完了
button-form-cancel = 取消
button-form-sure = 沒錯
button-form-again = 重填
button-form-send = 提交
button-form-more = 繼續填其餘 { $left } 項

mine-first = 👤 { $name }：{ $posts }
mine-first-none = 👤 { $name }
mine-post = { $role ->
    [warden] 網格員
    [lead] 負責人
    [leader] 領導
    [inspector] 督查
   *[operator] 運維
 }
mine-post-unit = { $unit }{ $post }
mine-silent = ⏳ { $unit } { $day } 還沒報
mine-excused = ➖ { $unit } { $day } 免報
mine-doubt = ❓ { $what } 待確認
mine-kept = 📎 { $n } 個附件
mine-tasks = 📌 未辦完的任務 { $n } 個，看 /tasks
mine-none = 您名下沒有要報的單位。看整體發 /board。
report-how-to-correct = 改哪項就發哪項：更正 勸返 13。也可以直接改原來那條訊息。多報了一項就發：追加 返鄉 2。
report-not-there = 沒有這份報告，或者不歸您看。
button-old = 這個按鈕過時了，請用最新的那條訊息。

button-which = { $number }是表裡的……
button-indicator = { $indicator }
question-which-toast = 請選是哪一項
question-which = 「{ $quote }」是哪一項？
question-which-settled = ✅ 「{ $quote }」記為{ $indicator }
