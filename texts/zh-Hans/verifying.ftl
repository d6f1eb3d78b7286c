# 验收：待验收、通过、退回
task-verify = 📌 任务 { $number } { $title }：{ $waiting ->
    [0] { $verified ->
        [0] 没有待验收的
       *[other] 都验收了，{ $verified } 个
        }
   *[other] 待验收 { $waiting } 个{ $verified ->
        [0] {""}
       *[other] ，已验收 { $verified } 个
        }
    }{ $pages ->
    [1] {""}
   *[other] （第 { $page }/{ $pages } 页）
    }
task-verify-row = { $unit } { $at }
task-verify-no-photo = 缺照片
task-verify-withdrawn = 📌 任务 { $number } { $title }：已撤销，不用再验收
task-verify-below = 📌 任务 { $number } { $title }：待验收的见下面的新消息
task-verify-hint = （也可以发「通过 { $number } { $unit }」「退回 { $number } { $unit } 原因」「通过 { $number } 全部」）
task-button-pass = 通过 { $unit }
task-button-return = 退回 { $unit }
task-button-pass-all = 全部通过（{ $n }）
task-button-judge = 验收 { $n } 个
task-toast-passed = 已通过：{ $n ->
    [1] { $unit }
   *[other] { $n } 个单元
    }
task-toast-reason = 请写原因
task-return-ask = 退回 { $unit } 任务 { $number } 的原因是什么？请回复本条（或发「退回 { $number } { $unit } 原因」）；不退发「算了」。
task-return-left = 任务 { $number } 没有退回。
task-passed = ✅ 任务 { $number } 验收通过：{ $units }
task-sent-back = 任务 { $number } 已退回：{ $units }
task-judged-not-done = 还没报完成，没有记：{ $units }
task-returned = 📌 { $unit } 任务 { $number } { $title } 退回：「{ $reason }」—— { $by }
task-returned-hint = （补好后再发「完成 { $number }」，或回复本条）
task-return-reason = 没有退回：请写明原因，如「退回 { $number } 黄溪村 照片看不清」。
task-verify-nobody = 任务 { $number } 没有待验收的单元。
task-verify-not-yours = { $units }不归您验收，请布置任务的人或指挥部来定。
task-verify-not-done = 没有记：{ $units }还没报完成。
task-verify-which = 没有记：任务 { $number } 有几个待验收（{ $units }）。请写单元名{ $word ->
    [pass] ，或「通过 { $number } 全部」
   *[return] ，如「退回 { $number } 单元名 原因」
    }。
task-button-photos = 照片 { $n }
task-toast-photos = 照片 { $n } 张
task-photos = 📎 任务 { $number } { $title }：{ $unit } { $left ->
    [yes] 最近 { $shown } 张，共 { $n } 张
   *[no] { $n } 张
    }
task-photos-none = { $unit } 没有给任务 { $number } 发照片。
task-photos-which = { $n ->
    [0] 还没有单元给任务 { $number } 发照片。
   *[other] 任务 { $number } 有几个单元发了照片（{ $units }）。请写单元名，如「任务 { $number } 照片 单元名」。
    }
