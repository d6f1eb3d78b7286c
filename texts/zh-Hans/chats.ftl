# 群：进群、绑定、失联
group-hello = 已进群，还不知道这个群是谁的。请领导或运维发一条：
    /bind 单元名或编码 · 某个单元的群
    /bind command · 指挥部
    /bind town · 各单元共用的群
bind-how = 请写这个群是谁的：/bind 黄溪村（名称或编码）· /bind command（指挥部）· /bind town（全镇）· /bind none（解绑）
bind-not-yours = 没有绑定：领导绑自己片内的单元；指挥部和全镇群由管全镇的领导或运维来绑。
bound = { $place ->
        [unit] ✅ 这里是{ $unit }的群了：报送、任务、提醒都在这里
        [command] ✅ 这里是指挥部了：看板、点名、预警、简报都发到这里
        [node] ✅ 这里是{ $unit }的指挥群了：{ $unit }的看板、点名、预警、简报都发到这里
        [town] ✅ 这里是全镇群了：各单元都可以在这里报
       *[none] ✅ 已解绑，这个群里的话不再当作报送
    }
bound-lacks-deaf = 还看不到群里的普通消息，只看得到命令和回复：请把机器人设为管理员。
bound-lacks-no-pins = 还不能置顶看板：请给机器人「置顶消息」的权限。
chat-lost-private = { $reason ->
        [blocked] 🔔 { $title }{ $units }屏蔽了机器人，提醒和任务送不到本人
       *[other] 🔔 { $title }{ $units }的账号停用了，提醒和任务送不到本人
    }
chat-lost-private-how = 请打电话告知。本人重新打开机器人点「开始」就恢复。
chat-lost-group = { $reason ->
        [shown-out] 🔔 机器人被移出了群「{ $title }」{ $units }
       *[other] 🔔 群「{ $title }」{ $units }发不进去了
    }
chat-lost-group-how = 把机器人重新拉进群就恢复。
chat-lost-unit-how = 这段时间改发本人私聊。把机器人重新拉进群就恢复。
chat-lost-units = （{ $units }）
