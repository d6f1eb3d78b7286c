# 驗收：待驗收、通過、退回
task-verify = 📌 任務 { $number } { $title }：{ $waiting ->
    [0] { $verified ->
        [0] 沒有待驗收的
       *[other] 都驗收了，{ $verified } 個
        }
   *[other] 待驗收 { $waiting } 個{ $verified ->
        [0] {""}
       *[other] ，已驗收 { $verified } 個
        }
    }{ $pages ->
    [1] {""}
   *[other] （第 { $page }/{ $pages } 頁）
    }
task-verify-row = { $unit } { $at }
task-verify-no-photo = 缺照片
task-verify-withdrawn = 📌 任務 { $number } { $title }：已撤銷，不用再驗收
task-verify-below = 📌 任務 { $number } { $title }：待驗收的見下面的新訊息
task-verify-hint = （也可以發「通過 { $number } { $unit }」「退回 { $number } { $unit } 原因」「通過 { $number } 全部」）
task-button-pass = 通過 { $unit }
task-button-return = 退回 { $unit }
task-button-pass-all = 全部通過（{ $n }）
task-button-judge = 驗收 { $n } 個
task-toast-passed = 已通過：{ $n ->
    [1] { $unit }
   *[other] { $n } 個單元
    }
task-toast-reason = 請寫原因
task-return-ask = 退回 { $unit } 任務 { $number } 的原因是什麼？請回覆本條（或發「退回 { $number } { $unit } 原因」）；不退發「算了」。
task-return-left = 任務 { $number } 沒有退回。
task-passed = ✅ 任務 { $number } 驗收通過：{ $units }
task-sent-back = 任務 { $number } 已退回：{ $units }
task-judged-not-done = 還沒報完成，沒有記：{ $units }
task-returned = 📌 { $unit } 任務 { $number } { $title } 退回：「{ $reason }」—— { $by }
task-returned-hint = （補好後再發「完成 { $number }」，或回覆本條）
task-return-reason = 沒有退回：請寫明原因，如「退回 { $number } 黃溪村 照片看不清」。
task-verify-nobody = 任務 { $number } 沒有待驗收的單元。
task-verify-not-yours = { $units }不歸您驗收，請佈置任務的人或指揮部來定。
task-verify-not-done = 沒有記：{ $units }還沒報完成。
task-verify-which = 沒有記：任務 { $number } 有幾個待驗收（{ $units }）。請寫單元名{ $word ->
    [pass] ，或「通過 { $number } 全部」
   *[return] ，如「退回 { $number } 單元名 原因」
    }。
task-button-photos = 照片 { $n }
task-toast-photos = 照片 { $n } 張
task-photos = 📎 任務 { $number } { $title }：{ $unit } { $left ->
    [yes] 最近 { $shown } 張，共 { $n } 張
   *[no] { $n } 張
    }
task-photos-none = { $unit } 沒有給任務 { $number } 發照片。
task-photos-which = { $n ->
    [0] 還沒有單元給任務 { $number } 發照片。
   *[other] 任務 { $number } 有幾個單元發了照片（{ $units }）。請寫單元名，如「任務 { $number } 照片 單元名」。
    }
