# 任务：草稿、发布、回应、任务单
task-due = { $due_when ->
    [none] 不限时
    [today] 今天 { $due } 前
    [tomorrow] 明天 { $due } 前
   *[other] { $due_day } { $due } 前
    }
task-head = 📌 任务 { $number } · { $due }
task-photo = 要照片
task-to-verify = 要验收
task-text = { $title }：{ $body }
task-signed = —— { $town }指挥部，{ $at }
task-for = 给：{ $units }
task-hint = （回复本条可报进展、发照片；或发「完成 { $number }」）
task-hint-shared = （按钮按自己的单元记；也可以发「完成 { $number }」，或回复本条报进展、发照片）
task-taken = 已撤销，不用再办。
task-mine = { $name }：{ $state } { $at } { $by }
task-mine-reason = 「{ $reason }」
task-no-photo = 还差照片：回复本条发来即可。
task-answer-silent = 没回应
task-answer-seen = 收到
task-answer-doing = 进行中
task-answer-done = 完成
task-answer-difficulty = 有困难
task-answer-returned = 退回
task-count = { $state } { $n }{ $waiting ->
    [0] {""}
   *[other] （待验收 { $waiting }）
    }
task-waiting = 待验收
task-verified = 已验收

task-button-seen = 收到
task-button-doing = 进行中
task-button-done = 完成
task-button-difficulty = 有困难
task-button-of-seen = { $number } 收到
task-button-of-doing = { $number } 进行中
task-button-of-done = { $number } 完成
task-button-of-difficulty = { $number } 有困难
task-button-publish = { $at }发布
task-button-now = 立即发布
task-button-edit = 修改
task-button-cancel = 取消
task-button-verified = 要验收
task-button-unverified = 不用验收
task-button-skip = 跳过
task-button-leave = 不写了
task-button-all = 全部
task-button-hour = { $days ->
    [1] 明天 { $hour }
   *[other] 后天 { $hour }
    }
task-button-no-limit = 不限时
task-button-photo = 要照片
task-button-no-photo = 不要
task-button-open = 看 { $number }
task-button-unfold = 看全部 { $n } 个

task-draft-head = 📝 任务 { $number } 草稿 · { $due }
task-confirmed-head = 📝 任务 { $number } · { $due }
task-draft-all = 对象：全部（{ $units } 个单元）
task-draft-all-of = 对象：{ $scope }全部（{ $units } 个单元）
task-draft-some = 对象：{ $audience }（{ $units } 个单元）
task-draft-hint = （也可以发「发布 { $number }」「立即发布 { $number }」「取消 { $number }」，或「修改 { $number }」加新内容）
task-draft-hint-unclear = （改好才能发布：发「修改 { $number }」，下一行写要改的，如「对象：黄溪村」）
task-draft-confirmed = ✅ { $when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $publish_day }
    } { $tasks_at } 发布
task-draft-missed = 今天的 { $tasks_at } 已过，要现在发就按「立即发布」。
task-draft-published = ✅ 已发布 { $at }
task-draft-cancelled = 已取消。
task-draft-below = 📝 任务 { $number } { $title }：见下面的新预览
task-problem = ❓ { $problem }
task-problem-title = 没有标题。第一行写标题。
task-problem-unit = 对象「{ $word }」没有这个单元，是不是：{ $candidates }
task-problem-stranger = 对象「{ $word }」没有这个单元。写单元名、编号、片区或标签。
task-problem-nobody = 对象「{ $word }」下面没有要上报的单元。
task-problem-outside = { $units }不在您管的范围内，请换对象，或请指挥部发布。
task-problem-no-units = 对象里一个单元也没有。
when-unknown = 截止「{ $words }」没看懂。可以写：明天12点、2月8日18:00、三日内、不限。
when-past = 截止「{ $words }」已经过了（{ $at_day } { $at }）。请写以后的时间。
task-audience-gone = 这个单元现在不在名单里。
task-due-too-early = 没有定下：任务 { $number } 的截止（{ $due_when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $due_day }
    } { $due }）在发布之前。可以「立即发布 { $number }」，或「修改 { $number }」改截止。
task-changed-meanwhile = 任务 { $number } 刚有人改过，请看新的内容再定。
task-not-your-draft = 任务 { $number } 不归您管，请它的起草人或指挥部来定。

task-confirmed = ✅ 任务 { $number } 定于{ $when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $publish_day }
    } { $tasks_at } 发布{ $missed ->
    [yes] 。今天的 { $tasks_at } 已过，要现在发：立即发布 { $number }
   *[no] {""}
    }
task-published-now = ✅ 任务 { $number } 已发布，{ $units } 个单元
task-cancelled-now = 任务 { $number } 已取消
task-taken-back = 📌 任务 { $number }「{ $title }」撤销，不用再办{ $told ->
    [yes] ：{ $reason }
   *[no] 。
    }
task-toast-edited = 任务 { $number } 已改
task-toast-verify = 任务 { $number }：完成后{ $verify ->
    [yes] 要验收
   *[no] 不用验收
    }
task-toast-edit = 请发任务 { $number } 的新内容
task-edit-prompt = ✏️ 任务 { $number } 改成什么？请回复本条：整条，或只改的一行，如「截止：明天18点」；不改发「算了」。现在是：
task-edit-audience = 对象：{ $audience }
task-edit-everybody = 对象：全部
task-edit-due = 截止：{ $due }
task-edit-photo = 要求：照片
task-edit-left = 任务 { $number } 没有改。

task-ask-title = 📝 新任务。标题是什么？（一行；也可以把整条任务一次发来）
task-ask-body = 具体做什么？（没有就发「跳过」）
task-ask-audience = 发给谁？（全部，或单元、片区的名字，几个用顿号隔开）
task-ask-due = 什么时候截止？（如：明天12点、2月8日18:00、三日内、不限）
task-ask-photo = 要照片吗？（要 / 不要）
task-asked-body = 具体做什么？ → { $value }
task-asked-audience = 发给谁？ → { $value }
task-asked-due = 什么时候截止？ → { $value }
task-asked-photo = 要照片吗？ → { $value ->
    [yes] 要
   *[no] 不要
    }
task-asked-title = 标题：{ $value }
task-asked-nothing = 无
task-asked-everybody = 全部
task-photo-unclear = 要照片就发「要」，不要就发「不要」。
task-left = 没有写任务。
task-toast-old = 这一步已经过了
task-toast-noted = 好

task-preview-head = { $n ->
    [0] 🕓 今天 { $at } 没有定下要发的任务
   *[other] 🕓 今天 { $at } 要发 { $n } 项任务
    }
task-preview-line = 📌 { $number } { $title } · { $due } · { $units } 个单元
task-preview-hint = （要改发「修改 { $number }」，不发就发「取消 { $number }」）
task-preview-drafts = 还有 { $drafts } 项草稿没有确认，见下。没人确认就不发。
tasks-out-head = ✅ { $at } 发布 { $n } 项任务
tasks-out-line = 📌 { $number } { $title }：{ $units } 个单元
tasks-out-unreached = 送不到：{ $units }（没有群，也没有人登记）

task-remind = ⏳ { $unit }还没回应任务 { $number } · { $due }
task-remind-hint = （{ $sent_at } 发的；也可以发「收到 { $number }」）
task-remind-several = ⏳ { $units }还有 { $n } 项任务没回应
task-remind-none = ✅ { $units }的任务都回应了
task-remind-unit = { $unit }{" "}
task-remind-line = { $unit }任务 { $number } { $title } · { $due }
task-remind-answered = ✅ { $unit }任务 { $number } { $title }：{ $state }
task-remind-several-hint = （也可以发「收到 { $number }」；回复本条「收到」，就是都收到）
task-reply-number = 没有记：是任务 { $numbers } 中的哪一项？写上编号，如「完成 { $number }」，或回复那条任务。
task-toast-said = { $changed ->
    [yes] 已记：{ $unit } { $state }
   *[no] { $unit }已经是「{ $state }」
    }
task-toast-which = 您有几个单元，请选一个
task-toast-shown = 任务 { $number }
task-which = 任务 { $number }「{ $state }」是哪个单元？
task-said = ✅ { $unit } 任务 { $number } { $title }：{ $state }
task-ask-reason = { $unit } 任务 { $number } 有什么困难？请回复本条，一句话说明（或发「有困难 { $number } 原因」）。
task-ask-picture = { $unit } 任务 { $number } 已记完成，还差照片：回复本条发来即可。
task-reply-which = 没有记：您有几个单元（{ $units }），请在回复里写上单元名。
task-difficulty = 🔔 { $unit } 任务 { $number } { $title } 有困难{ $told ->
    [yes] ：「{ $words }」
   *[no] ，还没说原因
    }
task-unknown = 没有任务 { $number }。发 /tasks 看任务单。
task-already-out = 任务 { $number } 已经发布。
task-cancelled = 任务 { $number } 已取消，不用办了。
task-not-your-unit = 这是{ $unit }的任务，由{ $unit }的人来答。
task-not-addressed = 任务 { $number } 不是发给您的单元的。

tasks-none = 没有发布过的任务。写任务发 /task
tasks-mine-none = ✅ 没有没办完的任务。
tasks-mine-head = 📌 没办完的任务 { $n } 项
tasks-mine-line = { $number } { $title } · { $due } · { $state }
tasks-mine-more = ……还有 { $n } 项
tasks-matrix-head = 📌 任务 { $number } { $title } { $units } 个单元
tasks-matrix-line = 📌 { $number } { $title }：完成 { $done }/{ $units }{ $waiting ->
    [0] {""}
   *[other] （待验收 { $waiting }）
    }
tasks-unverified = 待验收 { $n } 个：{ $tasks }
tasks-unverified-one = 任务 { $number }（{ $n }）
tasks-matrix-silent = 没回应：{ $silent }{ $reminded ->
    [0] {""}
   *[other] （已提醒 { $reminded } 次）
    }
tasks-matrix-troubled = 有困难：{ $troubled }
tasks-troubled-one = { $names }「{ $reason }」
tasks-matrix-quick = 最快：{ $fastest } { $fastest_minutes ->
    [0] 不到1分钟响应
   *[other] { $fastest_minutes } 分钟响应
    } · 中位 { $median_minutes ->
    [0] 不到1分钟
   *[other] { $median_minutes } 分钟
    }
tasks-matrix-done = 办结中位 { $minutes }
span-minutes = { $n ->
    [0] 不到1分钟
   *[other] { $n } 分钟
    }
span-hours = { $n } 小时
span-days = { $n } 天
tasks-matrix-more = ……还有 { $n } 项，发「/tasks 编号」看
tasks-waiting-draft = 📝 { $number } { $title }：草稿，没有确认
tasks-waiting-confirmed = 🕓 { $number } { $title }：{ $when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $publish_day }
    } { $tasks_at } 发布
tasks-row = { $state } { $name }
tasks-row-time = { $day } { $at }
tasks-row-returned = 退回 { $n } 次
tasks-row-reminded = 已提醒 { $n } 次
tasks-row-photos = 照片 { $n }
tasks-row-files = 文件 { $n }
tasks-row-feedback = 反馈 { $n }
tasks-row-more = ……还有 { $n } 个，发「/tasks { $number } 全部」
