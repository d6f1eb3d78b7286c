# 日报：收到、有疑问、更正、不收、待认可
report-received-first = { $late ->
    [yes] 🌙
   *[no] ✅
 } { $unit } { $day } 已收 { $at }{ $late ->
    [yes] （迟报）
   *[no] { "" }
 }{ $zero ->
    [yes] {" "}零报告
   *[no] { "" }
 }{ $proxy ->
    [none] { "" }
   *[other] （{ $proxy } 代报）
 }
report-received-many = ✅ 已收 { $n } 个单位：{ $units }
report-received-nothing = 这条消息里的都没有计入。
report-figures = { $figures } ……共 { $n } 项
report-figures-all = { $figures }
report-cumulative = 累计：{ $figures }
report-text = { $name }：{ $text }
report-asked-still = 还有 { $n } 处待确认
report-asked-over = ✅ { $units } 这几处已由后来的消息定下
report-same = ✅ 和已收到的一样，没有变化。
report-corrected-first = ✏️ { $unit } { $today ->
    [yes] { "" }
   *[no] { $day } { "" }
 }{ $added ->
    [yes] 追加
   *[no] 更正
 }：{ $changes }{ $first ->
    [none] { "" }
   *[other] （按时仍算 { $first }）
 }
report-change = { $indicator } { $before } → { $after } { $measure }
report-change-new = { $indicator } { $after } { $measure }
report-change-gone = { $indicator } 不报
change-comma = ，

report-asked-first = ❓ { $unit } 已收 { $n } 项，{ $doubts } 处请确认
report-asked-first-none = ❓ { $unit } { $doubts } 处请确认
report-asked-first-many = ❓ { $units } 共 { $doubts } 处请确认
report-asked-first-several = ❓ { $n } 个单位，{ $doubts } 处请确认
report-verdict = ✅ { $unit } 已收 { $n } 项
report-verdict-zero = ✅ { $unit } 零报告
report-verdict-asked = ❓ { $unit } 已收 { $n } 项，{ $asked } 处待确认
report-verdict-only-asked = ❓ { $unit } { $asked } 处待确认
report-verdict-waits = ❓ { $unit } 等这个单位点头后计入
report-asked-first-unclear = ❓ { $doubts } 份请说是哪个单位
report-asked-unit-near = ❓ 「{ $written }」是{ $unit }吗？
report-asked-unit-several = ❓ 「{ $written }」是哪个单位？
report-asked-unit-none = ❓ 名册里没有「{ $written }」，是哪个单位？
report-asked-unit-unnamed = ❓ 有一份没写单位，是哪个单位？
report-asked-how-unit = 也可以直接回复：{ $written }是{ $unit }
button-unit-is = 是{ $unit }
button-unit-none = { $written ->
    [none] 没写单位的不报
   *[other] { $written }不报
 }
report-asked-day = （{ $day }）
report-asked-line = { $number }. { $what }——{ $why }
report-asked-line-unit = { $number }. { $unit }{ $what }——{ $why }
report-asked-more = ……还有 { $n } 处，这几处确认后再问
report-asked-what = 「{ $quote }」
report-asked-what-named = { $indicator }「{ $quote }」
report-asked-what-figure = { $figure }
report-asked-what-total = 累计{ $figure }
why-approximate = 是约数，按多少记？
why-conflict = 有两个数，按哪个记？
why-unknown = 表里没有这一项
why-too-large = 超过 { $limit }，没写错吧？
why-rule = 比{ $right }{ $right_value }还多，没写错吧？
why-rule-before = 比昨天的{ $right }{ $right_value }还多，没写错吧？
why-rule-plain = 和别的数对不上，没写错吧？
why-impossible = 这个数不可能，应是多少？
why-measure = 单位对不上，应是多少{ $measure }？
why-unusual = 平时约 { $usual }，没写错吧？
why-total-fell = 比{ $before_day }报的累计 { $before } 还少，没写错吧？
why-total-fell-yesterday = 比昨天报的累计 { $before } 还少，没写错吧？
why-total-sum = 昨天累计 { $before }，加今天 { $today } 是 { $wanted }，没写错吧？
why-flow-of-stock = 这一项报现有数，现在共多少？
report-asked-how-value = 也可以直接回复：{ $number } 是 { $value }
report-asked-how-drop = 也可以直接回复：{ $number } 忽略
report-asked-how-both = 也可以直接回复：{ $number } 是 { $value }，{ $other } 忽略
button-value = { $number }{ $value }
button-other = { $number }填别的数
button-drop = { $number }不报这项
button-ignore = { $number }忽略
button-note = { $number }记入备注
button-is = { $number }就是：{ $indicator }
button-show-all = 看全部
button-correct = 更正

question-done = { $way ->
    [drop] 好，不记这一处
    [note] 已记入备注
   *[other] 已记
 }
question-fill-toast = 请发数字
question-fill = 「{ $quote }」按多少记？发个数字就行；不改了发「取消」。
question-fill-figure = { $indicator }按多少记？发个数字就行；不改了发「取消」。
question-unknown = 这一处找不到了，请重新发一次这个数。
question-settled = 这一处已经确认过了。要改，发「更正」加新的数。
question-needs-value = 没有记：要写明按多少记。例：1 是 287；不要就写：1 忽略。
question-name-needed = 没有记：表里没有这一项。写明是哪一项，例：{ $number } 是{ $indicator }；不要就写：{ $number } 忽略，或 { $number } 记备注。
question-still-about = 没有记：还是个约数。写一个准数，例：{ $number } 是 { $value }；说不准就写：{ $number } 忽略。
question-hint = ❓ 还有 { $n } 处没确认。都没错就回「都对」，要改写「{ $number } 是 { $value }」，不要写「{ $number } 忽略」。
question-which-one = 还有几处没确认，写明是第几处。例：{ $number } 是 { $value }
question-not-there = 没有记：没有这一处。还没确认的是第 { $numbers } 处。
question-no-remarks = 表里没有备注栏，可以忽略这一处。
not-your-report = 这份报告由报的人或这个单位的人来确认。
not-your-unit = 这件事由这个单位的负责人来定。
value-negative = 没有记：{ $indicator } 不能是 { $value }。请发一个不小于 0 的数。
value-decimal = 没有记：{ $indicator } 要整数，不能是 { $value }。
value-somebodys = 没有记：{ $indicator } 不会这么大，像是电话或证件号码。请只发数。
cancelled = 好，不改了。
nothing-to-cancel = 现在没有要取消的。

report-withdrawn = ✏️ { $units } 这条消息报的数已撤回；改好后再发一次就行。
report-day-refused = { $why ->
    [future] 没有记：「{ $written }」还没到。今天是 { $today_day }；补以前的，写「补报{ $example_day }」。
    [impossible] 没有记：没有「{ $written }」这一天。今天是 { $today_day }；补以前的，写「补报{ $example_day }」。
   *[old] 没有记：「{ $written }」太早，最早只能补到 { $oldest_day }。补以前的，写「补报{ $example_day }」。
 }
report-hint = 这句没有看出要报的数。报数可以这样写：入户120户，排查356人，返乡无。逐项填发 /report，没有情况发 /zero。
report-not-for-you = 没有记：日报由单位的人来报，督查只看不报。
report-stranger-private = 还不认识您，这条没有计入。先发 /start 分享名片，认出后再报一次。
report-noted = 👌 已收

zero-after-figures = 没有记：{ $unit } 今天已报 { $n } 项不是 0 的数。要改，发「更正」加新的数。

held-stranger = ❓ { $sender } 不在名册，{ $at } 替{ $unit }报了：
    「{ $quote }」
    要计入吗？也可以发：计入 { $number }，或 不计 { $number }
held-proxy = ❓ { $sender } 不是{ $unit }的人，{ $at } 替{ $unit }报了：
    「{ $quote }」
    要计入吗？也可以发：计入 { $number }，或 不计 { $number }
report-proxy-waits = ❓ 已转给{ $units }的负责人，点头后计入
report-proxy-refused = ➖ { $unit }的负责人说这份不计
button-admit = 计入
button-not-admit = 不计
held-settled = { $state ->
    [counted] ✅ { $sender } 替{ $unit }报的已计入
   *[refused] ➖ { $sender } 替{ $unit }报的不计
 }
held-done = { $counts ->
    [yes] 已计入
   *[no] 好，不计
 }
held-which = 写上编号，比如：计入 7，或 不计 7。编号在问您的那条消息里。
held-unknown = 没有编号 { $number } 的待认可报告。
held-settled-already = 这一份已经定过了。
held-gone = 这份报告找不到了，请重新发一次。

report-unit-unclear = { $written ->
    [none] ❓ 这份报告是哪个单位的？
   *[other] ❓ 「{ $written }」是哪个单位？
 }
report-unit-unclear-none = { $written ->
    [none] ❓ 这份报告没写是哪个单位。直接发单位名，就记在那里。
   *[other] ❓ 名册里没有「{ $written }」。直接发名册上的单位名，就记在那里。
 }
report-unit-unclear-how = 点单位，或直接发单位名。
button-drop-report = 都不是，不报了
unit-chosen = { $state ->
    [counted] ✅ 记在{ $unit }{ $learned ->
        [none] { "" }
       *[other] 。以后这里写「{ $learned }」就是{ $unit }，/aliases 可撤
     }
    [passed] ❓ 记为{ $unit }，已转给{ $unit }的负责人，点头后计入
    [reworded] ✅ 原消息已改，按改后的记
   *[refused] ➖ 这份没有记
 }
unit-chosen-toast = { $state ->
    [counted] 已记
    [learned] 已记，以后这样写就认
    [passed] 已转给这个单位，点头后计入
   *[refused] 好，不记
 }

alert = { $certain ->
    [yes] 🔔 { $indicator } { $value } { $measure } · { $unit } { $at }（{ $sender } 报）
   *[no] 🔔 待核实：{ $indicator } { $value } { $measure } · { $unit } { $at }（{ $sender } 报，正在确认）
 }
alert-day = { $line } · 补报 { $day }

evidence-kept = { $piece ->
    [photo] 📎 照片已收，附在{ $unit } { $day }日报
    [voice] 📎 语音已收，附在{ $unit } { $day }日报
    [video] 📎 视频已收，附在{ $unit } { $day }日报
   *[document] 📎 文件已收，附在{ $unit } { $day }日报
 }
evidence-numbers = { $piece ->
    [photo] 📎 照片已留存（{ $unit }）。照片里的数我读不了，请把数打字发来。
    [voice] 📎 语音已留存（{ $unit }）。语音我听不了，请把数打字发来。
    [video] 📎 视频已留存（{ $unit }）。视频我看不了，请把数打字发来。
   *[document] 📎 文件已留存（{ $unit }）。请把数打字发来。
 }
evidence-whose = { $piece ->
    [photo] 📎 照片里的数我读不了。请写明单位，把数打字发来，例：黄溪村 入户20户
    [voice] 📎 语音我听不了。请写明单位，把数打字发来，例：黄溪村 入户20户
    [video] 📎 视频我看不了。请写明单位，把数打字发来，例：黄溪村 入户20户
   *[document] 📎 文件里的数我读不了。请写明单位，把数打字发来，例：黄溪村 入户20户
 }

form-private = 逐项填要在私聊里：点 @{ $bot } 打开，发 /report。在这里可以直接把数打字发出来。
form-no-unit = 您名下还没有单位，填不了表。
form-not-yours = 这里只填自己单位的表。替别的单位报，直接写：红星村 入户20户。
form-which-unit = 填哪个单位的？
form-nothing-left = { $unit }今天各项都报过了。要改，发「更正」加新的数。
form-no-question = 都填完了，点「提交」。
form-empty = 还没有填数，提交不了。
form-first = 📝 { $unit } { $day } 第 { $number }/{ $total } 项
form-question = { $indicator }多少{ $measure }？
form-question-yesterday = { $indicator }多少{ $measure }？昨天 { $yesterday }
form-how = 点按钮，或直接发数字
form-doubtful = { $indicator } { $value }{ $measure }，超过 { $limit }，没写错吧？
form-about = { $indicator }是约数，按 { $value }{ $measure }记吗？
form-expects = 📝 还在第 { $number }/{ $total } 项：{ $indicator }。发一个数就行，例：30
    没有发 0，不填发「跳过」，不想填了发「取消」。
form-expects-sure = 📝 { $indicator }按 { $value }{ $measure }记吗？对就发「没错」，不对发「重填」。
form-expects-send = 📝 填了 { $n } 项，还没提交。发「提交」就报上去，不要了发「取消」。
question-fill-expects = 这里发一个数就行，例：30；不改了发「取消」。
form-answered = 📝 { $indicator } { $value }{ $measure }
form-summary-first = 📝 { $unit } { $day } 填了 { $n } 项，还没提交
form-summary-empty = 📝 { $unit } { $day } 还没填数
form-started = 一项一项来
form-noted = 好
form-sent = 已提交
form-cancelled = 已取消，没有提交
button-form-yesterday = 同昨天 { $value }
button-form-zero = 0
button-form-skip = 跳过
button-form-back = 上一项
button-form-done = 填完了
button-form-cancel = 取消
button-form-sure = 没错
button-form-again = 重填
button-form-send = 提交
button-form-more = 继续填其余 { $left } 项

mine-first = 👤 { $name }：{ $posts }
mine-first-none = 👤 { $name }
mine-post = { $role ->
    [warden] 网格员
    [lead] 负责人
    [leader] 领导
    [inspector] 督查
   *[operator] 运维
 }
mine-post-unit = { $unit }{ $post }
mine-silent = ⏳ { $unit } { $day } 还没报
mine-excused = ➖ { $unit } { $day } 免报
mine-doubt = ❓ { $what } 待确认
mine-kept = 📎 { $n } 个附件
mine-tasks = 📌 未办完的任务 { $n } 个，看 /tasks
mine-none = 您名下没有要报的单位。看全局发 /board。
report-how-to-correct = 改哪项就发哪项：更正 劝返 13。也可以直接改原来那条消息。多报了一项就发：追加 返乡 2。
report-not-there = 没有这份报告，或者不归您看。
button-old = 这个按钮过时了，请用最新的那条消息。

button-which = { $number }是表里的……
button-indicator = { $indicator }
question-which-toast = 请选是哪一项
question-which = 「{ $quote }」是哪一项？
question-which-settled = ✅ 「{ $quote }」记为{ $indicator }
