# 体检 gridwarden doctor
doctor-ok = ✅ { $told }
doctor-warn = ❓ { $told }
doctor-bad = 🔔 { $told }
doctor-sum = { $bad ->
        [0] { $warn ->
            [0] 都好，{ $ok } 项
           *[other] 能跑起来；{ $warn } 处要留意
        }
       *[other] { $bad } 处不行，{ $warn } 处要留意
    }
doctor-town-good = 规则 { $path }：{ $town }，报表 { $indicators } 项
doctor-zone = 时区 { $zone }，现在 { $time }
doctor-operator-ids = OPERATOR_IDS 应当是 Telegram 号，多个用逗号分开
doctor-key = 电话和大家写的话加密存放，钥匙 { $name }
doctor-no-key = 没有 GRIDWARDEN_KEY：电话和大家写的话在数据库里不加密（gridwarden key new 造一把）
doctor-key-missing = 数据库是用钥匙 { $name } 加密的，设置里没有这一把，打不开
doctor-database = 数据库第 { $version } 版，可以读
doctor-database-missing = 数据库还没有，第一次运行时会建
doctor-database-unknown = DATABASE_URL 不认识，写 sqlite:///文件 或 postgresql://用户:密码@主机/库
doctor-database-away = 数据库现在用不了：{ $why }
doctor-database-old = 数据库是第 { $version } 版，下次运行时升到第 { $wanted } 版（先用 gridwarden db backup 备份）
doctor-database-new = 数据库是第 { $version } 版，比程序（第 { $wanted } 版）新，请更新程序
doctor-never-polled = 还没有从 Telegram 收过消息：gridwarden run 跑过了吗
doctor-poll-old = 最后一次收消息在 { $age }（小时:分）前：gridwarden run 停了吗
doctor-poll-good = 正在收消息
doctor-last-update = 最近一条消息在 { $age }（小时:分）前
doctor-inbox-stuck = 有 { $n } 条消息收下了还没处理
doctor-aside = 有 { $n } 条消息处理出错，搁置留存
doctor-failed = 24 小时内有 { $n } 条没有发出去：{ $reasons }
doctor-no-units = 还没有单元：gridwarden units import 单元.csv
doctor-units = 单元 { $units } 个，每天报的 { $reporting } 个
doctor-units-no-people = { $n } 个单元没有人：{ $units }
doctor-units-no-lead = { $n } 个单元没有负责人：{ $units }
doctor-units-bare = { $n } 个单元既没有群，也没有认出来的人，提醒送不到：{ $units }
doctor-people = 名册 { $n } 人
doctor-no-operator = 没有运维：填 OPERATOR_IDS，或用 gridwarden run 显示的认领码
doctor-no-command-chat = 没有指挥部群：把机器人拉进群，在群里发 /bind command
doctor-people-unknown = { $n } 人还没认出来（没点过「发送我的名片」）：{ $people }
doctor-people-gone = { $n } 人的私聊送不到（屏蔽了，或没点过「开始」）：{ $people }
doctor-no-token = 没有 TELEGRAM_TOKEN：到 @BotFather 建机器人，把令牌写进 .env
doctor-token-refused = Telegram 不认这个令牌（{ $code }）：到 @BotFather 核对
doctor-token-good = 令牌可用：@{ $bot }
doctor-no-line = 连不上 { $server }（{ $trouble }）
doctor-clock-good = 时钟准
doctor-clock-off = 时钟和 Telegram 差 { $seconds } 秒，请校时
doctor-webhook = 设着 webhook（{ $waiting } 条在等），gridwarden run 会把它取下
doctor-line-waiting = Telegram 那边有 { $waiting } 条等着收
doctor-privacy-off = 隐私模式已关：群里的话都看得到
doctor-privacy-on = 隐私模式开着：只有设为管理员的群里，普通消息才看得到
doctor-chat-good = 群「{ $title }」正常
doctor-chat-out = 群「{ $title }」里没有机器人了，请重新拉进去
doctor-chat-no-purpose = 群「{ $title }」还没绑定：在群里发 /bind
doctor-chat-deaf = 群「{ $title }」里看不到普通消息：请把机器人设为管理员
doctor-chat-no-pins = 群「{ $title }」里不能置顶看板：请给「置顶消息」权限
doctor-disk = 磁盘 { $path } 还剩 { $free }
doctor-font = 打印用的字体齐全
doctor-no-font = 缺字体 { $font }，打印件会缺字：请重装程序
