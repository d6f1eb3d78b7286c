# Roll-call lists (接龙): of a list that is posted again only what changed counts, told in one message
roll-first = 📋 List of { $day }: { $counts }
roll-count-new = { $n } new
roll-count-changed = { $n } changed
roll-count-gone = { $n } left out
roll-count-stale = { $n } old
roll-row-new = new: { $unit } { $figures } ({ $sender } { $at })
roll-row-changed = changed: { $unit } { $changes } ({ $sender } { $at })
roll-row-same = changed: { $unit }, same figures ({ $sender } { $at })
roll-row-waits = changed: { $unit } waits for a nod of the unit ({ $sender } { $at })
roll-row-gone = left out: { $unit } ({ $sender } { $at }); what was reported still counts
roll-row-back = left out: { $unit }, there again
roll-row-kept = left out: { $unit }, kept ({ $by })
roll-row-withdrawn = left out: { $unit }, taken back ({ $by })
roll-row-stale = old: { $unit } as it was before a change; the change stands ({ $sender } { $at })
roll-figures-more = { $figures } … { $n } in all
roll-zero = zero report
roll-nothing = no figures
button-roll-drop = Take back { $unit }
button-roll-keep = Keep { $unit }
roll-done = { $keeps ->
    [yes] It still counts
   *[no] Taken back
 }
roll-unknown = That line is not there any more.
roll-not-yours = Not taken back: who reported for { $unit }, or its people, decide.
roll-settled = That line has been settled already.
roll-which = Say which unit, e.g. 撤回 黄溪村
