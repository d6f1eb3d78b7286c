# 任務：草稿、發布、回應、任務單
task-due = { $due_when ->
    [none] 不限時
    [today] 今天 { $due } 前
    [tomorrow] 明天 { $due } 前
   *[other] { $due_day } { $due } 前
    }
task-head = 📌 任務 { $number } · { $due }
task-photo = 要照片
task-to-verify = 要驗收
task-text = { $title }：{ $body }
task-signed = —— { $town }指揮部，{ $at }
task-for = 給：{ $units }
task-hint = （回覆本條可報進展、發照片；或發「完成 { $number }」）
task-hint-shared = （按鈕按自己的單元記；也可以發「完成 { $number }」，或回覆本條報進展、發照片）
task-taken = 已撤銷，不用再辦。
task-mine = { $name }：{ $state } { $at } { $by }
task-mine-reason = 「{ $reason }」
task-no-photo = 還差照片：回覆本條發來即可。
task-answer-silent = 沒回應
task-answer-seen = 收到
task-answer-doing = 進行中
task-answer-done = 完成
task-answer-difficulty = 有困難
task-answer-returned = 退回
task-count = { $state } { $n }{ $waiting ->
    [0] {""}
   *[other] （待驗收 { $waiting }）
    }
task-waiting = 待驗收
task-verified = 已驗收

task-button-seen = 收到
task-button-doing = 進行中
task-button-done = 完成
task-button-difficulty = 有困難
task-button-of-seen = { $number } 收到
task-button-of-doing = { $number } 進行中
task-button-of-done = { $number } 完成
task-button-of-difficulty = { $number } 有困難
task-button-publish = { $at }發布
task-button-now = 立即發布
task-button-edit = 修改
task-button-cancel = 取消
task-button-verified = 要驗收
task-button-unverified = 不用驗收
task-button-skip = 跳過
task-button-leave = 不寫了
task-button-all = 全部
task-button-hour = { $days ->
    [1] 明天 { $hour }
   *[other] 後天 { $hour }
    }
task-button-no-limit = 不限時
task-button-photo = 要照片
task-button-no-photo = 不要
task-button-open = 看 { $number }
task-button-unfold = 看全部 { $n } 個

task-draft-head = 📝 任務 { $number } 草稿 · { $due }
task-confirmed-head = 📝 任務 { $number } · { $due }
task-draft-all = 對象：全部（{ $units } 個單元）
task-draft-all-of = 對象：{ $scope }全部（{ $units } 個單元）
task-draft-some = 對象：{ $audience }（{ $units } 個單元）
task-draft-hint = （也可以發「發布 { $number }」「立即發布 { $number }」「取消 { $number }」，或「修改 { $number }」加新內容）
task-draft-hint-unclear = （改好才能發布：發「修改 { $number }」，下一行寫要改的，如「對象：黃溪村」）
task-draft-confirmed = ✅ { $when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $publish_day }
    } { $tasks_at } 發布
task-draft-missed = 今天的 { $tasks_at } 已過，要現在發就按「立即發布」。
task-draft-published = ✅ 已發布 { $at }
task-draft-cancelled = 已取消。
task-draft-below = 📝 任務 { $number } { $title }：見下面的新預覽
task-problem = ❓ { $problem }
task-problem-title = 沒有標題。第一行寫標題。
task-problem-unit = 對象「{ $word }」沒有這個單元，是不是：{ $candidates }
task-problem-stranger = 對象「{ $word }」沒有這個單元。寫單元名、編號、片區或標籤。
task-problem-nobody = 對象「{ $word }」下面沒有要上報的單元。
task-problem-outside = { $units }不在您管的範圍內，請換對象，或請指揮部發布。
task-problem-no-units = 對象裡一個單元也沒有。
when-unknown = 截止「{ $words }」沒看懂。可以寫：明天12點、2月8日18:00、三日內、不限。
when-past = 截止「{ $words }」已經過了（{ $at_day } { $at }）。請寫以後的時間。
task-audience-gone = 這個單元現在不在名單裡。
task-due-too-early = 沒有定下：任務 { $number } 的截止（{ $due_when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $due_day }
    } { $due }）在發布之前。可以「立即發布 { $number }」，或「修改 { $number }」改截止。
task-changed-meanwhile = 任務 { $number } 剛有人改過，請看新的內容再定。
task-not-your-draft = 任務 { $number } 不歸您管，請它的起草人或指揮部來定。

task-confirmed = ✅ 任務 { $number } 定於{ $when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $publish_day }
    } { $tasks_at } 發布{ $missed ->
    [yes] 。今天的 { $tasks_at } 已過，要現在發：立即發布 { $number }
   *[no] {""}
    }
task-published-now = ✅ 任務 { $number } 已發布，{ $units } 個單元
task-cancelled-now = 任務 { $number } 已取消
task-taken-back = 📌 任務 { $number }「{ $title }」撤銷，不用再辦{ $told ->
    [yes] ：{ $reason }
   *[no] 。
    }
task-toast-edited = 任務 { $number } 已改
task-toast-verify = 任務 { $number }：完成後{ $verify ->
    [yes] 要驗收
   *[no] 不用驗收
    }
task-toast-edit = 請發任務 { $number } 的新內容
task-edit-prompt = ✏️ 任務 { $number } 改成什麼？請回覆本條：整條，或只改的一行，如「截止：明天18點」；不改發「算了」。現在是：
task-edit-audience = 對象：{ $audience }
task-edit-everybody = 對象：全部
task-edit-due = 截止：{ $due }
task-edit-photo = 要求：照片
task-edit-left = 任務 { $number } 沒有改。

task-ask-title = 📝 新任務。標題是什麼？（一行；也可以把整條任務一次發來）
task-ask-body = 具體做什麼？（沒有就發「跳過」）
task-ask-audience = 發給誰？（全部，或單元、片區的名字，幾個用頓號隔開）
task-ask-due = 什麼時候截止？（如：明天12點、2月8日18:00、三日內、不限）
task-ask-photo = 要照片嗎？（要 / 不要）
task-asked-body = 具體做什麼？ → { $value }
task-asked-audience = 發給誰？ → { $value }
task-asked-due = 什麼時候截止？ → { $value }
task-asked-photo = 要照片嗎？ → { $value ->
    [yes] 要
   *[no] 不要
    }
task-asked-title = 標題：{ $value }
task-asked-nothing = 無
task-asked-everybody = 全部
task-photo-unclear = 要照片就發「要」，不要就發「不要」。
task-left = 沒有寫任務。
task-toast-old = 這一步已經過了
task-toast-noted = 好

task-preview-head = { $n ->
    [0] 🕓 今天 { $at } 沒有定下要發的任務
   *[other] 🕓 今天 { $at } 要發 { $n } 項任務
    }
task-preview-line = 📌 { $number } { $title } · { $due } · { $units } 個單元
task-preview-hint = （要改發「修改 { $number }」，不發就發「取消 { $number }」）
task-preview-drafts = 還有 { $drafts } 項草稿沒有確認，見下。沒人確認就不發。
tasks-out-head = ✅ { $at } 發布 { $n } 項任務
tasks-out-line = 📌 { $number } { $title }：{ $units } 個單元
tasks-out-unreached = 送不到：{ $units }（沒有群，也沒有人登記）

task-remind = ⏳ { $unit }還沒回應任務 { $number } · { $due }
task-remind-hint = （{ $sent_at } 發的；也可以發「收到 { $number }」）
task-remind-several = ⏳ { $units }還有 { $n } 項任務沒回應
task-remind-none = ✅ { $units }的任務都回應了
task-remind-unit = { $unit }{" "}
task-remind-line = { $unit }任務 { $number } { $title } · { $due }
task-remind-answered = ✅ { $unit }任務 { $number } { $title }：{ $state }
task-remind-several-hint = （也可以發「收到 { $number }」；回覆本條「收到」，就是都收到）
task-reply-number = 沒有記：是任務 { $numbers } 中的哪一項？寫上編號，如「完成 { $number }」，或回覆那條任務。
task-toast-said = { $changed ->
    [yes] 已記：{ $unit } { $state }
   *[no] { $unit }已經是「{ $state }」
    }
task-toast-which = 您有幾個單元，請選一個
task-toast-shown = 任務 { $number }
task-which = 任務 { $number }「{ $state }」是哪個單元？
task-said = ✅ { $unit } 任務 { $number } { $title }：{ $state }
task-ask-reason = { $unit } 任務 { $number } 有什麼困難？請回覆本條，一句話說明（或發「有困難 { $number } 原因」）。
task-ask-picture = { $unit } 任務 { $number } 已記完成，還差照片：回覆本條發來即可。
task-reply-which = 沒有記：您有幾個單元（{ $units }），請在回覆裡寫上單元名。
task-difficulty = 🔔 { $unit } 任務 { $number } { $title } 有困難{ $told ->
    [yes] ：「{ $words }」
   *[no] ，還沒說原因
    }
task-unknown = 沒有任務 { $number }。發 /tasks 看任務單。
task-already-out = 任務 { $number } 已經發布。
task-cancelled = 任務 { $number } 已取消，不用辦了。
task-not-your-unit = 這是{ $unit }的任務，由{ $unit }的人來答。
task-not-addressed = 任務 { $number } 不是發給您的單元的。

tasks-none = 沒有發布過的任務。寫任務發 /task
tasks-mine-none = ✅ 沒有沒辦完的任務。
tasks-mine-head = 📌 沒辦完的任務 { $n } 項
tasks-mine-line = { $number } { $title } · { $due } · { $state }
tasks-mine-more = ……還有 { $n } 項
tasks-matrix-head = 📌 任務 { $number } { $title } { $units } 個單元
tasks-matrix-line = 📌 { $number } { $title }：完成 { $done }/{ $units }{ $waiting ->
    [0] {""}
   *[other] （待驗收 { $waiting }）
    }
tasks-unverified = 待驗收 { $n } 個：{ $tasks }
tasks-unverified-one = 任務 { $number }（{ $n }）
tasks-matrix-silent = 沒回應：{ $silent }{ $reminded ->
    [0] {""}
   *[other] （已提醒 { $reminded } 次）
    }
tasks-matrix-troubled = 有困難：{ $troubled }
tasks-troubled-one = { $names }「{ $reason }」
tasks-matrix-quick = 最快：{ $fastest } { $fastest_minutes ->
    [0] 不到1分鐘回應
   *[other] { $fastest_minutes } 分鐘回應
    } · 中位 { $median_minutes ->
    [0] 不到1分鐘
   *[other] { $median_minutes } 分鐘
    }
tasks-matrix-done = 辦結中位 { $minutes }
span-minutes = { $n ->
    [0] 不到1分鐘
   *[other] { $n } 分鐘
    }
span-hours = { $n } 小時
span-days = { $n } 天
tasks-matrix-more = ……還有 { $n } 項，發「/tasks 編號」看
tasks-waiting-draft = 📝 { $number } { $title }：草稿，沒有確認
tasks-waiting-confirmed = 🕓 { $number } { $title }：{ $when ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $publish_day }
    } { $tasks_at } 發布
tasks-row = { $state } { $name }
tasks-row-time = { $day } { $at }
tasks-row-returned = 退回 { $n } 次
tasks-row-reminded = 已提醒 { $n } 次
tasks-row-photos = 照片 { $n }
tasks-row-files = 檔案 { $n }
tasks-row-feedback = 回饋 { $n }
tasks-row-more = ……還有 { $n } 個，發「/tasks { $number } 全部」
