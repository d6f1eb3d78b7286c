# 导入单元表、人员表
import-table = { $table ->
        [units] 单元表
       *[people] 人员表
    }
import-preview = 📋 { $file }：{ $table }，还没有导入
import-counts = 新增 { $added } · 更新 { $updated } · 未变 { $unchanged }
import-bad-rows = ❓ 有 { $rows } 行不对：
import-bad-row = 第 { $row } 行 { $reason }
import-more = ……还有 { $more } 处
import-how-all = 也可以发「导入」或「导入 取消」。
import-how-good = 也可以发「导入 好的」或「导入 取消」。改好重发一次也行。
import-how-nothing = 没有要改的。
button-import = 导入
button-import-good = 只导入好的
button-import-cancel = 取消
import-done = ✅ { $file } 已导入：新增 { $added } · 更新 { $updated } · 未变 { $unchanged }{ $skipped ->
        [0] { "" }
       *[other] { " " }· 跳过 { $skipped } 行
    }
import-cancelled = 没有导入 { $file }。
import-nothing = 没有等着导入的表。把 .csv 或 .xlsx 发到这里，先看一遍再导入。
    单元表的列：编码、名称、上级、别名、是否上报、覆盖、截止；人员表的列：姓名、电话、单元、角色。
import-over = 这张表已经处理过了。要再导入，重发一次。
import-has-mistakes = 没有导入：有 { $rows } 行不对。发「导入 好的」可以跳过它们。
import-not-fetched = 没有取到 { $file }，请重发一次。

table-kind = 读不了 { $name }。请另存为 .xlsx 或 .csv 再发。
table-too-big = 文件太大，最多 { $most }。
table-too-long = 行数太多，最多 { $most } 行。
table-encoding = 读不出文字。请另存为 UTF-8 编码的 .csv，或 .xlsx。
table-broken = 文件读不完整，可能损坏了。请另存一次再发。
table-empty = 表里没有内容。
table-unknown = 看不出是单元表还是人员表。单元表要有「编码」「名称」两列，人员表要有「姓名」「角色」两列。
table-columns = 缺这几列：{ $columns }

mistake-table-formula = 里面是公式，请复制后「粘贴为数值」：{ $columns }
mistake-unit-code-missing = 没有编码
mistake-unit-code-bad = 编码「{ $value }」不行：用字母、数字、汉字、点、横线，最多 20 个
mistake-unit-code-reserved = 编码「{ $value }」有别的用处，请换一个
mistake-unit-code-twice = 编码「{ $value }」和第 { $first } 行重复
mistake-unit-name-missing = 没有名称
mistake-unit-name-long = 名称太长，最多 { $most } 个字：{ $value }
mistake-unit-reports-unknown = 是否上报「{ $value }」看不懂，写 是 或 否
mistake-unit-covers-unknown = 覆盖「{ $value }」看不懂，写 本级 或 全部
mistake-unit-deadline-unknown = 截止「{ $value }」看不懂，写 15:00 这样的钟点
mistake-unit-deadline-late = { $name }的截止 { $value } 晚于上级{ $above }的 { $limit }
mistake-unit-deadline-after-town = { $name }的截止 { $value } 晚于全镇的 { $limit }
mistake-unit-parent-unknown = 上级「{ $value }」没有这个单元
mistake-unit-parent-unclear = 上级「{ $value }」不止一个，请写编码
mistake-unit-parent-bad = 上级「{ $value }」那一行有错
mistake-unit-circle = 「{ $value }」成了自己的下级
mistake-unit-too-deep = 「{ $value }」上面的层级太多，最多 { $most } 层
mistake-person-name-missing = 没有姓名
mistake-person-name-long = 姓名太长，最多 { $most } 个字：{ $value }
mistake-person-phone-bad = 电话「{ $value }」不像电话
mistake-person-phone-twice = 电话 { $value } 和第 { $first } 行是同一个，姓名却不同
mistake-person-telegram-bad = Telegram 号「{ $value }」应当是一串数字
mistake-person-telegram-twice = Telegram 号 { $value } 和第 { $first } 行是同一个
mistake-person-two-accounts = { $value } 和第 { $first } 行的 Telegram 号不同
mistake-person-twice = { $value } 和第 { $first } 行重复
mistake-person-clash = { $value } 的电话和 Telegram 号在名册里是两个人
mistake-person-role-missing = 没有角色
mistake-person-role-unknown = 角色「{ $value }」看不懂：网格员、负责人、领导、督查、运维
mistake-person-unit-missing = 没有单元（领导、督查、运维才可以不写）
mistake-person-unit-unknown = 单元「{ $value }」没有
mistake-person-unit-unclear = 单元「{ $value }」不止一个，请写编码
