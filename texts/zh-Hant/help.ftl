# 幫助：一行一件事，中文詞在前，點得動的指令在後
help = 📋 能做的事（發中文詞或點指令）
help-stranger = 這裡是{ $town }的報送機器人，還不認識你。
    私聊它，點「開始」，再點「傳送我的名片」；或者點開單元負責人發來的邀請連結。
help-report = 報送：照平時那樣寫當天情況；逐項填 /report
help-zero = 零報告 /zero 全天沒有情況
help-mine = 我的 /mine 今天記下了什麼
help-aliases = 別名 /aliases 記住了哪些叫法，可刪
help-excuse-self = 免報 /excuse 今天報不了
help-tasks = 任務單 /tasks 任務和進展
help-answer-task = 完成 12：回任務 12（收到、進行中、有困難）
help-write-task = 任務 /task 佈置任務
help-board = 看板 /board 幾個報了、誰還沒報
help-total = 合計 /total 一個數從哪裡來
help-unit = 單元 黃溪村 /unit 一個單元的一天
help-find = 查詢 口罩 /find 誰寫過、寫了什麼
help-brief = 簡報 /brief 會商用的一頁
help-cycle = 日程 /cycle 今天各步到哪了
help-silent = 催未報 /remind · 免報 黃溪村 /excuse
help-decide = 決定 /decide 會上記一條
help-rollcall = 到會 /present
help-people = 邀請 /invite · 移除 /remove
help-import = 匯入 /import 單元表、人員表，直接發檔案
help-bind = 綁定 /bind 這個群是誰的
help-own-post = 交接 /handover · 退出 /leave
help-own-data = 我的資料 /mydata · 刪除資料 /forget
help-language = 語言 /language 简体、繁體、English
