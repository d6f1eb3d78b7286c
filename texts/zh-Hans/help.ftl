# 帮助：一行一件事，中文词在前，点得动的命令在后
help = 📋 能做的事（发中文词或点命令）
help-stranger = 这里是{ $town }的报送机器人，还不认识你。
    私聊它，点「开始」，再点「发送我的名片」；或者点开单元负责人发来的邀请链接。
help-report = 报送：照平时那样写当天情况；逐项填 /report
help-zero = 零报告 /zero 全天没有情况
help-mine = 我的 /mine 今天记下了什么
help-aliases = 别名 /aliases 记住了哪些叫法，可删
help-excuse-self = 免报 /excuse 今天报不了
help-tasks = 任务单 /tasks 任务和进展
help-answer-task = 完成 12：回任务 12（收到、进行中、有困难）
help-write-task = 任务 /task 布置任务
help-board = 看板 /board 几个报了、谁还没报
help-total = 合计 /total 一个数从哪里来
help-unit = 单元 黄溪村 /unit 一个单元的一天
help-find = 查找 口罩 /find 谁写过、写了什么
help-brief = 简报 /brief 会商用的一页
help-cycle = 日程 /cycle 今天各步到哪了
help-silent = 催未报 /remind · 免报 黄溪村 /excuse
help-decide = 决定 /decide 会上记一条
help-rollcall = 到会 /present
help-people = 邀请 /invite · 移除 /remove
help-import = 导入 /import 单元表、人员表，直接发文件
help-bind = 绑定 /bind 这个群是谁的
help-own-post = 交接 /handover · 退出 /leave
help-own-data = 我的资料 /mydata · 删除资料 /forget
help-language = 语言 /language 简体、繁體、English
