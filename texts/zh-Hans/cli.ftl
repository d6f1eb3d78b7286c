# 命令行
cli-about = 网格值守：乡镇一天的报送、会商、任务，在聊天群里跑起来
cli-run = 运行机器人
cli-run-clock = 演练用的快钟
cli-drill = 看一个 58 个单元的镇演一天
cli-doctor = 体检：在 16:00 之前说出哪里不对
cli-town = 本镇规则 town.toml：新建、检查、取报表
cli-units = 导入单元表
cli-people = 导入人员表
cli-state = 某一天的状态，一个 JSON
cli-export = 导出 Excel 工作簿、CSV 或 JSON
cli-export-file = 写到哪个文件：.xlsx 给人看，.csv、.json 给程序
cli-export-from = 从哪一天；不写就只导出一天
cli-export-to = 到哪一天；不写就是今天
cli-export-unit = 只导出这个编码的单元和它下面的
cli-export-hxl = 表头下加一行 HXL 标签
cli-export-language = 工作簿的语言；不写就按 town.toml
cli-export-kind = { $name } 的后缀要是 .xlsx、.csv 或 .json
cli-export-written = 已导出到 { $path }
cli-parse = 读报送消息：每行一个 JSON 字符串，输出每行一个 JSON
cli-reparse = 按现在的报表和读法重读存下的消息，说出每一处不同
cli-reparse-to = 到哪一天为止；不写就到今天
cli-reparse-apply = 按重读的记，作为新的一版；不加就只看不改
cli-reparse-days = --to 不能早于 --from
cli-reparse-found = 有 { $n } 处不同；什么都没有改。要按重读的记，加 --apply。
cli-reparse-applied = 有 { $n } 处不同，已按重读的记，{ $changed } 份日报有变化。
reparse-message = { $unit } { $day } · { $sender } { $at }「{ $quote }」
reparse-figure = { $indicator } { $before } → { $after }
reparse-total = 累计{ $indicator } { $before } → { $after }
reparse-text = { $name }：{ $before } → { $after }
reparse-zero = { $zero ->
    [yes] 现在是零报告
   *[no] 不再是零报告
 }
reparse-asked-now = 要问：「{ $quote }」
reparse-asked-no-more = 不用再问：「{ $quote }」
reparse-nothing = 无
cli-aside = 没能处理的消息：看原因，再处理一次
cli-aside-trace = 显示完整的出错记录
cli-aside-again = 修好后再处理一次；不写编号就是全部
cli-aside-one = #{ $id }  { $at }  { $text }
cli-aside-wordless = （没有文字）
cli-aside-count = { $n ->
    [0] 没有搁置的消息。
   *[other] { $n } 条消息没能处理，都还留着。修好后用 `gridwarden aside --again` 再处理一次。
 }
cli-aside-waits = { $n } 条消息会再处理一次，按原来发送的时间算。
cli-db = 数据库：备份、恢复、核对累计
cli-key = 加密用的钥匙
cli-key-new = 造一把新钥匙，写进 GRIDWARDEN_KEY
cli-people-export = 导出一个人的全部资料，一个 JSON
cli-people-who = 姓名、手机号，或「姓名 单元」
export-which = 名册里有几个「{ $name }」。请写手机号，或在姓名后写单元。
cli-import = 把手工记的、或导出过的日子导回来
cli-restore-file = .csv 或 .json，列见 docs/export.md
cli-restore-apply = 真的导入；不加就只看不改
cli-restore-replace = 人报过的数也换成文件里的
cli-restore-by = 谁导入的；不写就是登录名
cli-import-table = 导入 .csv 或 .xlsx
cli-import-file = 表格文件
cli-import-skip-bad = 跳过错行，导入其余
cli-imported = 已导入：新增 { $added }，更新 { $updated }，未变 { $unchanged }，跳过 { $skipped }
cli-not-imported = 有 { $skipped } 处错误，什么都没有导入。改好再来，或加 --skip-bad 跳过错行。
cli-town-new = 写一份带注释的 town.toml
cli-town-check = 检查 town.toml，说出每一处错误
cli-town-form = 打印自带的报表，供修改
cli-town-path = town.toml 的位置
cli-town-example = 东观镇
cli-town-written = 已写好 { $path }。改好后用 `gridwarden town check` 检查。
cli-town-good = { $path } 没有错误：{ $town }，报表 { $indicators } 项
cli-state-day = 哪一天，如 2026-02-06
cli-parse-form = 报表：epidemic、fire、flood 或一个文件
cli-parse-town = town.toml；不写就按消息里的写法认单元
cli-parse-explain = 不输出 JSON，逐段说明每个数读成了什么、为什么；每行一条消息，换行写作 \n
cli-explain-silence = 不是报送，不作声
cli-explain-total = 累计 { $figure }
cli-explain-left = 数紧跟在名称后面
cli-explain-right = 名称紧跟在数后面
cli-explain-around = 数在名称中间
cli-explain-extended = 同一个词，按计量单位归到这一项
cli-explain-part = 前一个数的其中一部分
cli-explain-corrected = 更正后的数，前面的不算
cli-explain-table = 表格里按列（行）对应
cli-explain-none = 说了没有，记 0
cli-explain-unknown = 表里没有这一项，要问
cli-explain-unit = 报送单元
cli-explain-day = 报送日期
cli-explain-text = 按原文保存
cli-explain-aside = 不是谁的数（{ $kind ->
    [date] 日期
    [time] 钟点
    [span] 时长
    [temperature] 温度
    [phone] 电话
    [id] 证件号
    [long] 长号码
    [plate] 车牌
    [road] 道路、车次
    [place] 楼栋、小组
    [age] 年龄
    [percent] 百分数
    [money] 金额
    [length] 距离
    [list] 序号
    [ordinal] 序数
    [each] 频次、每份
    [difference] 相差多少
    [area] 辖区规模
    [size] 规模
    [idiom] 惯用语
    [worked] 算式
    [plan] 计划、任务、条件
    [story] 说的是别处、别人
    [yesterday] 昨天或以前的
    [reject] 说了不算的旧数
    [part] 前一个数的其中一部分
   *[other] 编号等
}）
cli-explain-asked = 要问：{ $what } { $value }，{ $reason }
cli-explain-reason = { $reason ->
    [approximate] 是约数
    [conflict] 前后不一或不止一种读法
    [unknown_name] 表里没有这一项
    [too_large] 大得反常
    [rule] 与另一项不合
    [impossible] 不可能的数
    [measure] 计量单位不合
    [flow_of_stock] 只说了增减
    [unit_unclear] 单元认不准
   *[day_refused] 日期不收
}
cli-db-backup = 在运行中备份到一个新文件
cli-db-check = 核对各单元的累计与报送记录是否相符
cli-db-repair = 按报送记录重算累计
cli-db-off = { $unit } { $indicator }：记着 { $kept }，应为 { $true }
cli-db-good = 累计与报送记录相符。
cli-db-bad = { $n } 处不符。用 `gridwarden db check --repair` 按报送记录重算。
cli-db-repaired = { $n } 处不符，已按报送记录重算。
cli-db-copied = 已备份到 { $path }（{ $size }，结构版本 { $version }），已检查完好
cli-db-load = 把 SQLite 文件或备份导入空的 PostgreSQL 数据库
cli-db-loaded = 已从 { $path } 导入
cli-db-load-file = load 只用于 PostgreSQL。SQLite 文件用 gridwarden db restore 恢复。
database-not-empty = 数据库里已经有内容，没有导入。请用一个空的数据库。
database-away = 数据库现在用不了：{ $why }
cli-db-restore = 用备份恢复；机器人须先停下
cli-db-restored = 已恢复到 { $path }（{ $size }，结构版本 { $version }）
cli-db-kept = 原来的数据库留在 { $path }
cli-db-not-now = 现在办不成：{ $reason }
cli-db-server = 这里只备份文件数据库。PostgreSQL 请用 pg_dump 备份、pg_restore 恢复（见 docs/operating.md）。
database-broken = { $path } 已损坏或不是 gridwarden 的数据库：{ $reason }
database-newer = { $path } 的结构版本 { $version } 比本程序认得的 { $known } 新，请先升级程序
database-older = { $path } 的结构版本 { $version } 比本程序认得的 { $known } 旧：启动一次 gridwarden run 就会升级
cli-no-token = 没有 TELEGRAM_TOKEN。到 @BotFather 建一个机器人，把令牌写进 .env（见 .env.example）。
cli-bad-token = TELEGRAM_TOKEN 不对，Telegram 不认。到 @BotFather 核对，重写进 .env。
cli-no-file = 没有这个文件：{ $path }
cli-no-form = 没有叫 { $name } 的报表（{ $known }）
cli-file-there = { $path } 已经在了，没有覆盖
cli-not-json = 第 { $line } 行不是 JSON 字符串：{ $detail }
cli-claim-code = 还没有运维人员。私聊机器人发：/claim { $code } ，第一个发的人就是运维。
cli-cannot-listen = { $place } 不能用：{ $reason }
cli-running = { $town } 已在值守（@{ $bot }）。按 Ctrl-C 停止。
database-unknown = 不认识的数据库地址：{ $url }（写 sqlite:///文件 或 postgresql://用户:密码@主机/库）
database-missing = 数据库还没有：{ $path }
database-taken = 数据库正由另一个 gridwarden run 使用：{ $path }。一个文件只能由一个进程运行；要多个进程，用 PostgreSQL。
key-missing = 数据库是用钥匙 { $name } 加密的，GRIDWARDEN_KEY 里没有这一把
key-broken = 数据库里有一处用钥匙 { $name } 解不开：内容被改动过

# town.toml 与报表文件里的错误
mistake-file-missing = 没有这个文件；用 `gridwarden town new` 写一份
mistake-not-toml = 不是合法的 TOML：{ $detail }
mistake-unknown-key = 没有这个键；可用的有：{ $known }
mistake-not-a-table = 应当是一个 [表]，写成了 { $value }
mistake-missing = 必须写
mistake-not-a-weekday = 应当是 1（星期一）到 7（星期日），或 0，写成了 { $value }
mistake-not-a-word = 应当是一个词，写成了 { $value }
mistake-unknown-zone = 没有叫「{ $value }」的时区，例：Asia/Shanghai
mistake-unknown-form = 没有叫「{ $value }」的报表或报表文件
mistake-not-one-of = 「{ $value }」不行，可用的有：{ $known }
mistake-not-ids = 应当是 Telegram 号，几个用逗号隔开，写成了 { $value }
mistake-not-a-place = 应当写成 地址:端口，如 127.0.0.1:8082，写成了 { $value }
mistake-not-a-key = 不是钥匙：应当是 gridwarden key new 造的，几把用逗号隔开
mistake-not-a-key-file = { $path } 里没有读到钥匙，应当一行一把
mistake-not-a-webhook-url = 应当是 https:// 开头的地址
mistake-not-a-webhook-secret = 应当是 16 到 256 个字母、数字、_ 或 -
mistake-not-a-webhook-listen = 应当是 主机:端口，例如 127.0.0.1:8081
mistake-not-a-list = 应当是一个列表，如 ["14:30", "15:30"]，写成了 { $value }
mistake-not-an-hour = 应当是 "HH:MM" 这样的时刻，写成了 { $value }
mistake-not-a-number = 应当是不小于 0 的整数，写成了 { $value }
mistake-wrong-kind = 应当是 { $wanted }，写成了 { $value }
mistake-not-a-calendar-weekday = 应当是 1 到 7（7 是周日），写成了 { $value }
mistake-not-a-span = 应当是 "2026-02-17" 这样的日期，或 "2026-02-17..2026-02-23" 这样的一段，写成了 { $value }
mistake-before = 比 { $earlier } 还早，顺序不对
mistake-after-close = { $value } 在截止之后，提醒要在截止之前
cli-drill-seed = 演练的随机种子：同一个种子是同一天
cli-drill-speed = 演练的一秒等于几秒；700 约一分钟一天
cli-drill-out = 看板、简报、聊天记录、数据库留在哪个文件夹
cli-drill-kills = 一天里随机强杀机器人几次（SIGKILL），看它有没有丢东西
cli-drill-county = 演一个三级的县（镇、村、组各几个），只看各级数字对不对得上
cli-county-begins = 县级演练开始：{ $towns } 个镇、{ $villages } 个村、{ $cells } 个组，约 { $minutes } 分钟。组 15:00、村 15:30、县 16:00 截止。
cli-county-level = { $level }：合计和各状态一致 { $equal } / { $of }
cli-county-county = 县
cli-county-towns = 镇
cli-county-villages = 村
cli-county-cells = 组
cli-county-good = 每一级的数字都与真实情况一致。数据库和 state.json 在 { $out }
cli-county-bad = 有出入，见上。数据库和 state.json 在 { $out }
cli-drill-begins = 演练开始：种子 { $seed }，约 { $minutes } 分钟。真的机器人，演练用的 Telegram。
cli-drill-units = 单元核对一致：{ $equal } / { $of }
cli-drill-nodes = 各级合计一致：{ $equal } / { $of }
cli-drill-tasks = 任务核对一致：{ $equal } / { $of }
cli-drill-good = 机器人的账与真实情况完全一致。看板、简报、聊天记录和数据库在 { $out }
cli-drill-bad = 有出入，见上。看板、简报、聊天记录和数据库在 { $out }
drill-page = 在浏览器里看各个群：{ $url }
drill-progress = 已报 { $reported }/{ $units }
drill-command-chat = 指挥部看到的：
drill-counts = 发出 { $sent } · 限流 { $refused } · 强杀 { $kills }
