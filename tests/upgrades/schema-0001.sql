BEGIN TRANSACTION;
CREATE TABLE attendance (
    day TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (day, person_id)
);
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at BIGINT NOT NULL,
    person_id INTEGER,
    verb TEXT NOT NULL,
    fields_json TEXT NOT NULL DEFAULT '{}'
);
INSERT INTO "audit" VALUES(1,1770347402500,8,'excuse','{"unit":"红星村","from_day":"2026-02-06","to_day":"2026-02-06","several":false,"reason":"道路中断","explained":true}');
INSERT INTO "audit" VALUES(2,1770357602500,8,'task_drafted','{"task":1}');
INSERT INTO "audit" VALUES(3,1770357902500,8,'task_confirmed','{"task":1,"day":"2026-02-06"}');
INSERT INTO "audit" VALUES(4,1770375600000,NULL,'task_published','{"task":1,"units":5}');
INSERT INTO "audit" VALUES(5,1770375722500,1,'task_answered','{"task":1,"unit":4,"state":"seen"}');
CREATE TABLE boards (
    chat_id INTEGER PRIMARY KEY REFERENCES chats (id),
    day TEXT NOT NULL,
    post TEXT NOT NULL,
    edit TEXT NOT NULL DEFAULT '',                -- the row that showed (or will show) it last
    edits INTEGER NOT NULL DEFAULT 0,             -- how many rows it has had: what makes their keys unique
    edited_at BIGINT NOT NULL DEFAULT 0,
    shown TEXT NOT NULL DEFAULT '',               -- what it showed last, as a digest
    last TEXT NOT NULL DEFAULT ''                 -- the row that showed it
);
INSERT INTO "boards" VALUES(11,'2026-02-06','board/11/2026-02-06/1','board/11/2026-02-06/7',7,1770368402606,'edd4fd837866c5f90832b727','board/11/2026-02-06/7');
INSERT INTO "boards" VALUES(12,'2026-02-06','board/12/2026-02-06/1','board/12/2026-02-06/7',7,1770368402641,'edd4fd837866c5f90832b727','board/12/2026-02-06/7');
CREATE TABLE chat_aliases (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    word TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    UNIQUE (chat_id, word, unit_id)
);
CREATE TABLE chats (
    id INTEGER PRIMARY KEY,
    telegram_id BIGINT NOT NULL UNIQUE,
    kind TEXT NOT NULL,                           -- private | group | supergroup | channel
    title TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT 'none',         -- none | private | unit | command | town
    unit_id INTEGER REFERENCES units (id),
    state TEXT NOT NULL DEFAULT 'here',           -- here | gone (blocked, kicked, never started)
    rights_json TEXT NOT NULL DEFAULT '{}',
    language TEXT,
    changed_at BIGINT NOT NULL
);
INSERT INTO "chats" VALUES(1,6839679306,'private','张守田','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(2,371041745,'private','刘小妹','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(3,606456969,'private','陈建国','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(4,3368308804,'private','赵春梅','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(5,6423245153,'private','孙大海','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(6,6025402262,'private','周桂兰','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(7,1001749037,'private','李片长','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(8,2195328386,'private','王书记','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(9,1774216077,'private','何督查','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(10,3394916953,'private','吴运维','private',NULL,'here','{}',NULL,1770339600000);
INSERT INTO "chats" VALUES(11,-2143881027,'group','指挥部','command',NULL,'here','{"status":"administrator","can_pin_messages":true}',NULL,1770339600000);
INSERT INTO "chats" VALUES(12,-3538984641,'group','全镇群','town',NULL,'here','{"status":"administrator","can_pin_messages":true}',NULL,1770339600000);
INSERT INTO "chats" VALUES(13,-4871601465,'group','黄溪村群','unit',4,'here','{"status":"administrator","can_pin_messages":true}',NULL,1770339600000);
INSERT INTO "chats" VALUES(14,-1131383004,'group','东观社区群','unit',5,'here','{"status":"administrator","can_pin_messages":true}',NULL,1770339600000);
INSERT INTO "chats" VALUES(15,-1109289145,'group','白塔社区群','unit',7,'here','{"status":"administrator","can_pin_messages":true}',NULL,1770339600000);
CREATE TABLE days (
    day TEXT PRIMARY KEY,
    closes_at BIGINT,
    reopened INTEGER NOT NULL DEFAULT 0,          -- 1: it had been collected before its close was moved
    skipped INTEGER NOT NULL DEFAULT 0,
    paused_at BIGINT,
    changed_by INTEGER REFERENCES people (id),
    changed_at BIGINT
);
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    at BIGINT NOT NULL
);
CREATE TABLE dialogues (
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    telegram_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state_json TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, telegram_id)
);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    task INTEGER REFERENCES tasks (number),
    person_id INTEGER REFERENCES people (id),
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                           -- photo | document | video | voice
    file_id TEXT NOT NULL,
    file_unique_id TEXT NOT NULL,
    album TEXT,
    caption TEXT NOT NULL DEFAULT '',
    at BIGINT NOT NULL,
    UNIQUE (unit_id, day, file_unique_id)
);
CREATE TABLE excuses (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    revoked_at BIGINT
);
INSERT INTO "excuses" VALUES(1,8,'2026-02-06','2026-02-06','道路中断',8,1770347402500,NULL);
CREATE TABLE held (
    id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,                         -- stranger | proxy | unit_unclear
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    telegram_id BIGINT NOT NULL,
    sender_name TEXT NOT NULL,
    part INTEGER NOT NULL DEFAULT 0,              -- which of the message's reports, counted from 0
    unit_id INTEGER REFERENCES units (id),
    said_at BIGINT NOT NULL,
    raw TEXT NOT NULL,
    word TEXT NOT NULL DEFAULT '',                -- how the unit was written, where one was named
    ask TEXT NOT NULL DEFAULT '',                 -- key of the outgoing message that asks about it
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | counted | refused
    settled_by INTEGER REFERENCES people (id),
    settled_at BIGINT,
    UNIQUE (chat_id, message_id, part)
);
INSERT INTO "held" VALUES(1,'stranger',13,2603,3088579416,'陌生人',0,4,1770341402000,'黄溪村 入户5户','','held/1/1770341402000','waiting',NULL,NULL);
CREATE TABLE inbox (
    place INTEGER PRIMARY KEY,
    update_id BIGINT NOT NULL UNIQUE,
    received_at BIGINT NOT NULL,
    raw TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',       -- waiting | done | aside
    tries INTEGER NOT NULL DEFAULT 0,
    trace TEXT,
    done_at BIGINT
);
INSERT INTO "inbox" VALUES(1,244272509,1770339600000,'{"update_id": 244272509, "my_chat_member": {"chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "left"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(2,244272510,1770339600000,'{"update_id": 244272510, "message": {"message_id": 1875, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "date": 1770339600, "new_chat_members": [{"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}]}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(3,244272511,1770339600000,'{"update_id": 244272511, "my_chat_member": {"chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "administrator", "can_be_edited": false, "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": false, "can_restrict_members": true, "can_promote_members": false, "can_change_info": false, "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false, "can_pin_messages": true, "can_manage_topics": false}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(4,244272512,1770339600000,'{"update_id": 244272512, "my_chat_member": {"chat": {"id": -3538984641, "title": "全镇群", "type": "group"}, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "left"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(5,244272513,1770339600000,'{"update_id": 244272513, "message": {"message_id": 838, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "chat": {"id": -3538984641, "title": "全镇群", "type": "group"}, "date": 1770339600, "new_chat_members": [{"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}]}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(6,244272514,1770339600000,'{"update_id": 244272514, "my_chat_member": {"chat": {"id": -3538984641, "title": "全镇群", "type": "group"}, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "administrator", "can_be_edited": false, "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": false, "can_restrict_members": true, "can_promote_members": false, "can_change_info": false, "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false, "can_pin_messages": true, "can_manage_topics": false}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(7,244272515,1770339600000,'{"update_id": 244272515, "my_chat_member": {"chat": {"id": -4871601465, "title": "黄溪村群", "type": "group"}, "from": {"id": 6839679306, "is_bot": false, "first_name": "张守田", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "left"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(8,244272516,1770339600000,'{"update_id": 244272516, "message": {"message_id": 2601, "from": {"id": 6839679306, "is_bot": false, "first_name": "张守田", "language_code": "zh-hans"}, "chat": {"id": -4871601465, "title": "黄溪村群", "type": "group"}, "date": 1770339600, "new_chat_members": [{"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}]}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(9,244272517,1770339600000,'{"update_id": 244272517, "my_chat_member": {"chat": {"id": -4871601465, "title": "黄溪村群", "type": "group"}, "from": {"id": 6839679306, "is_bot": false, "first_name": "张守田", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "administrator", "can_be_edited": false, "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": false, "can_restrict_members": true, "can_promote_members": false, "can_change_info": false, "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false, "can_pin_messages": true, "can_manage_topics": false}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(10,244272518,1770339600000,'{"update_id": 244272518, "my_chat_member": {"chat": {"id": -1131383004, "title": "东观社区群", "type": "group"}, "from": {"id": 606456969, "is_bot": false, "first_name": "陈建国", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "left"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(11,244272519,1770339600000,'{"update_id": 244272519, "message": {"message_id": 183, "from": {"id": 606456969, "is_bot": false, "first_name": "陈建国", "language_code": "zh-hans"}, "chat": {"id": -1131383004, "title": "东观社区群", "type": "group"}, "date": 1770339600, "new_chat_members": [{"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}]}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(12,244272520,1770339600000,'{"update_id": 244272520, "my_chat_member": {"chat": {"id": -1131383004, "title": "东观社区群", "type": "group"}, "from": {"id": 606456969, "is_bot": false, "first_name": "陈建国", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "administrator", "can_be_edited": false, "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": false, "can_restrict_members": true, "can_promote_members": false, "can_change_info": false, "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false, "can_pin_messages": true, "can_manage_topics": false}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(13,244272521,1770339600000,'{"update_id": 244272521, "my_chat_member": {"chat": {"id": -1109289145, "title": "白塔社区群", "type": "group"}, "from": {"id": 6423245153, "is_bot": false, "first_name": "孙大海", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "left"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(14,244272522,1770339600000,'{"update_id": 244272522, "message": {"message_id": 4436, "from": {"id": 6423245153, "is_bot": false, "first_name": "孙大海", "language_code": "zh-hans"}, "chat": {"id": -1109289145, "title": "白塔社区群", "type": "group"}, "date": 1770339600, "new_chat_members": [{"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}]}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(15,244272523,1770339600000,'{"update_id": 244272523, "my_chat_member": {"chat": {"id": -1109289145, "title": "白塔社区群", "type": "group"}, "from": {"id": 6423245153, "is_bot": false, "first_name": "孙大海", "language_code": "zh-hans"}, "date": 1770339600, "old_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "member"}, "new_chat_member": {"user": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "status": "administrator", "can_be_edited": false, "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": false, "can_restrict_members": true, "can_promote_members": false, "can_change_info": false, "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false, "can_pin_messages": true, "can_manage_topics": false}}}','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(16,244272524,1770340202500,'{"update_id": 244272524, "message": {"message_id": 2602, "from": {"id": 6839679306, "is_bot": false, "first_name": "张守田", "language_code": "zh-hans"}, "chat": {"id": -4871601465, "title": "黄溪村群", "type": "group"}, "date": 1770340202, "text": "黄溪村 入户120户，排查356人，劝返12人次"}}','done',0,NULL,1770340202500);
INSERT INTO "inbox" VALUES(17,244272525,1770340203546,'{"update_id": 244272525, "message": {"message_id": 1877, "from": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "date": 1770340203, "pinned_message": {"message_id": 1876, "from": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "date": 1770340202, "text": "📋 2月6日 日报 1/5 · 更新 09:10\n✅⏳⏳⏳⏳\n入户排查 120户 · 排查人数 356人 · 劝返人员 12人次\n⏳ 东观社区、石板村、白塔社区、红星村", "reply_markup": {"inline_keyboard": [[{"callback_data": "board/refresh", "text": "刷新"}, {"callback_data": "units/open", "text": "看各单元"}]]}}}}','done',0,NULL,1770340203546);
INSERT INTO "inbox" VALUES(18,244272526,1770340203581,'{"update_id": 244272526, "message": {"message_id": 840, "from": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "chat": {"id": -3538984641, "title": "全镇群", "type": "group"}, "date": 1770340203, "pinned_message": {"message_id": 839, "from": {"id": 1, "is_bot": true, "first_name": "gridwarden", "username": "gridwarden_bot"}, "chat": {"id": -3538984641, "title": "全镇群", "type": "group"}, "date": 1770340202, "text": "📋 2月6日 日报 1/5 · 更新 09:10\n✅⏳⏳⏳⏳\n入户排查 120户 · 排查人数 356人 · 劝返人员 12人次", "reply_markup": {"inline_keyboard": [[{"callback_data": "board/refresh", "text": "刷新"}, {"callback_data": "units/open", "text": "看各单元"}]]}}}}','done',0,NULL,1770340203581);
INSERT INTO "inbox" VALUES(19,244272527,1770340802500,'{"update_id": 244272527, "message": {"message_id": 1775, "from": {"id": 606456969, "is_bot": false, "first_name": "陈建国", "language_code": "zh-hans"}, "chat": {"id": 606456969, "first_name": "陈建国", "type": "private"}, "date": 1770340802, "text": "东观社区 入户80户，劝返约300人"}}','done',0,NULL,1770340802500);
INSERT INTO "inbox" VALUES(20,244272528,1770341402500,'{"update_id": 244272528, "message": {"message_id": 2603, "from": {"id": 3088579416, "is_bot": false, "first_name": "陌生人", "language_code": "zh-hans"}, "chat": {"id": -4871601465, "title": "黄溪村群", "type": "group"}, "date": 1770341402, "text": "黄溪村 入户5户"}}','done',0,NULL,1770341402500);
INSERT INTO "inbox" VALUES(21,244272529,1770343202500,'{"update_id": 244272529, "message": {"message_id": 2604, "from": {"id": 6839679306, "is_bot": false, "first_name": "张守田", "language_code": "zh-hans"}, "chat": {"id": -4871601465, "title": "黄溪村群", "type": "group"}, "date": 1770343202, "text": "更正 劝返13人次"}}','done',0,NULL,1770343202500);
INSERT INTO "inbox" VALUES(22,244272530,1770346802500,'{"update_id": 244272530, "message": {"message_id": 238, "from": {"id": 3368308804, "is_bot": false, "first_name": "赵春梅", "language_code": "zh-hans"}, "chat": {"id": 3368308804, "first_name": "赵春梅", "type": "private"}, "date": 1770346802, "text": "石板村 零报告"}}','done',0,NULL,1770346802500);
INSERT INTO "inbox" VALUES(23,244272531,1770347402500,'{"update_id": 244272531, "message": {"message_id": 1878, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "date": 1770347402, "text": "免报 红星村 道路中断"}}','done',0,NULL,1770347402500);
INSERT INTO "inbox" VALUES(24,244272532,1770357602500,'{"update_id": 244272532, "message": {"message_id": 1880, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "date": 1770357602, "text": "任务 明天中午前 返乡人员回头看：逐户复核"}}','done',0,NULL,1770357602500);
INSERT INTO "inbox" VALUES(25,244272533,1770357902500,'{"update_id": 244272533, "message": {"message_id": 1882, "from": {"id": 2195328386, "is_bot": false, "first_name": "王书记", "language_code": "zh-hans"}, "chat": {"id": -2143881027, "title": "指挥部", "type": "group"}, "date": 1770357902, "text": "发布 1"}}','done',0,NULL,1770357902500);
INSERT INTO "inbox" VALUES(26,244272534,1770368402570,'{"update_id": 244272534, "message": {"message_id": 1821, "from": {"id": 6423245153, "is_bot": false, "first_name": "孙大海", "language_code": "zh-hans"}, "chat": {"id": 6423245153, "first_name": "孙大海", "type": "private"}, "date": 1770368402, "text": "白塔社区 入户60户，累计入户900户，问题：停水"}}','done',0,NULL,1770368402570);
INSERT INTO "inbox" VALUES(27,244272535,1770375722500,'{"update_id": 244272535, "message": {"message_id": 2607, "from": {"id": 6839679306, "is_bot": false, "first_name": "张守田", "language_code": "zh-hans"}, "chat": {"id": -4871601465, "title": "黄溪村群", "type": "group"}, "date": 1770375722, "text": "收到 1"}}','done',0,NULL,1770375722500);
CREATE TABLE invitations (
    code TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    unit_id INTEGER REFERENCES units (id),
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    replaces INTEGER REFERENCES people (id),      -- a handover: this person's posts pass to whoever uses it
    used_by INTEGER REFERENCES people (id),
    used_at BIGINT
);
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO "meta" VALUES('secret','the same codes in every test');
INSERT INTO "meta" VALUES('first_start','1770339600000');
INSERT INTO "meta" VALUES('claim','');
INSERT INTO "meta" VALUES('last_poll','1770375902500');
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,                     -- what makes it happen once
    act TEXT NOT NULL,                            -- send | edit | react | toast | pin
    lane INTEGER NOT NULL,                        -- 0 answer, 1 alert, 2 board, 3 order, 4 reminder
    chat_id INTEGER,                              -- ours; null for a toast
    kind TEXT NOT NULL,
    fields_json TEXT NOT NULL,
    buttons_json TEXT NOT NULL DEFAULT '[]',
    target TEXT,                                  -- key of the row whose message is edited or pinned
    message_id BIGINT,                            -- Telegram's: what was sent, or what is replied to before it is
    reply_to BIGINT,
    about TEXT,                                   -- what it is about, so that it can be cleared
    not_before BIGINT NOT NULL,
    expires_at BIGINT,
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | sending | sent | failed | cleared | superseded | uncertain
    tries INTEGER NOT NULL DEFAULT 0,
    made_at BIGINT NOT NULL,
    sent_at BIGINT,
    error TEXT
);
INSERT INTO "outbox" VALUES(1,'board/11/2026-02-06/1','send',2,11,'board','{"chat":11,"day":"2026-02-06","key":"board/11/2026-02-06/1","edit":false}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]',NULL,1876,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340202535,NULL);
INSERT INTO "outbox" VALUES(2,'board/11/2026-02-06/1/pin','pin',2,11,'pin','{}','[]','board/11/2026-02-06/1',NULL,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340203546,NULL);
INSERT INTO "outbox" VALUES(3,'board/12/2026-02-06/1','send',2,12,'board','{"chat":12,"day":"2026-02-06","key":"board/12/2026-02-06/1","edit":false}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]',NULL,839,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340202570,NULL);
INSERT INTO "outbox" VALUES(4,'board/12/2026-02-06/1/pin','pin',2,12,'pin','{}','[]','board/12/2026-02-06/1',NULL,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340203581,NULL);
INSERT INTO "outbox" VALUES(5,'react/13/2602/👍/1770340202500','react',0,13,'reaction','{"emoji":"👍"}','[]',NULL,2602,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340202500,NULL);
INSERT INTO "outbox" VALUES(6,'board/11/2026-02-06/2','edit',2,11,'board','{"chat":11,"day":"2026-02-06","key":"board/11/2026-02-06/2","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770340802500,NULL,'sent',1,1770340802500,1770340802535,NULL);
INSERT INTO "outbox" VALUES(7,'board/12/2026-02-06/2','edit',2,12,'board','{"chat":12,"day":"2026-02-06","key":"board/12/2026-02-06/2","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770340802500,NULL,'sent',1,1770340802500,1770340802570,NULL);
INSERT INTO "outbox" VALUES(8,'ask/3/1775/1770340802','send',0,3,'report-asked','{"units":["东观社区"],"day":"2026-02-06","today":true,"figures":[["households_visited",80]],"doubts":[{"quote":"劝返约300人","indicator":"people_turned_back","value":300,"total":false,"number":1,"reason":"approximate","told":{},"unit":"东观社区","example":300}],"verdicts":[]}','[[["button-value","q/1/value/300",{"number":"","value":"300"}],["button-other","q/1/other",{"number":""}],["button-drop","q/1/drop",{"number":""}]]]',NULL,1776,NULL,'ask/2026-02-06/5',1770340802500,NULL,'sent',1,1770340802500,1770340802500,NULL);
INSERT INTO "outbox" VALUES(9,'held/1/1770341402000','send',0,1,'held-stranger','{"number":"1","sender":"陌生人","unit":"黄溪村","at":"09:30","quote":"黄溪村 入户5户"}','[[["button-admit","held/1/yes",{}],["button-not-admit","held/1/no",{}]]]',NULL,3458,NULL,NULL,1770341402500,NULL,'sent',1,1770341402500,1770341402500,NULL);
INSERT INTO "outbox" VALUES(10,'board/11/2026-02-06/3','edit',2,11,'board','{"chat":11,"day":"2026-02-06","key":"board/11/2026-02-06/3","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343202535,NULL);
INSERT INTO "outbox" VALUES(11,'board/12/2026-02-06/3','edit',2,12,'board','{"chat":12,"day":"2026-02-06","key":"board/12/2026-02-06/3","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343202570,NULL);
INSERT INTO "outbox" VALUES(12,'react/13/2604/👍/1770343202500','react',0,13,'reaction','{"emoji":"👍"}','[]',NULL,2604,NULL,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343202500,NULL);
INSERT INTO "outbox" VALUES(13,'corrected/4/13/2604/1770343202000','send',0,13,'report-corrected','{"unit":"黄溪村","day":"2026-02-06","today":true,"added":false,"changes":[{"indicator":"people_turned_back","before":12,"after":13}],"read_as":[],"on_time":true,"at":"09:10","at_day":""}','[]',NULL,2605,2604,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343203511,NULL);
INSERT INTO "outbox" VALUES(14,'board/11/2026-02-06/4','edit',2,11,'board','{"chat":11,"day":"2026-02-06","key":"board/11/2026-02-06/4","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770346802500,NULL,'sent',1,1770346802500,1770346802535,NULL);
INSERT INTO "outbox" VALUES(15,'board/12/2026-02-06/4','edit',2,12,'board','{"chat":12,"day":"2026-02-06","key":"board/12/2026-02-06/4","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770346802500,NULL,'sent',1,1770346802500,1770346802570,NULL);
INSERT INTO "outbox" VALUES(16,'received/4/238/1770346802000','send',0,4,'report-received','{"lines":[{"unit":"石板村","day":"2026-02-06","today":true,"at":"11:00","at_day":"","late":false,"zero":true,"figures":[["broadcasts",0],["checkpoint_people",0],["close_contacts",0],["disinfected_area",0],["disinfected_sites",0],["fever_cases",0],["gatherings_stopped",0],["households_visited",0],["isolation_released",0],["key_area_returnees",0],["leaflets",0],["pcr_samples",0],["people_screened",0],["people_turned_back",0],["premises_inspected",0],["returnees",0],["slogans",0],["temperature_checks",0],["tips_received",0],["vehicles_checked",0],["vehicles_turned_back",0]],"cumulative":[],"texts":[],"asked":0,"read_as":[]}],"proxy":""}','[[["button-show-all","mine/show/2026-02-06/6",{}],["button-correct","mine/fix/2026-02-06/6",{}]]]',NULL,239,NULL,NULL,1770346802500,NULL,'sent',1,1770346802500,1770346802500,NULL);
INSERT INTO "outbox" VALUES(17,'excused/unit-8/6/1770347402500','send',3,6,'excused','{"unit":"红星村","from_day":"2026-02-06","to_day":"2026-02-06","several":false,"reason":"道路中断","explained":true,"by":"王书记"}','[]',NULL,4323,NULL,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347402570,NULL);
INSERT INTO "outbox" VALUES(18,'board/11/2026-02-06/5','edit',2,11,'board','{"chat":11,"day":"2026-02-06","key":"board/11/2026-02-06/5","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347403511,NULL);
INSERT INTO "outbox" VALUES(19,'board/12/2026-02-06/5','edit',2,12,'board','{"chat":12,"day":"2026-02-06","key":"board/12/2026-02-06/5","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347402535,NULL);
INSERT INTO "outbox" VALUES(20,'answer/244272531/1','send',0,11,'excused','{"unit":"红星村","from_day":"2026-02-06","to_day":"2026-02-06","several":false,"reason":"道路中断","explained":true,"by":"王书记"}','[]',NULL,1879,1878,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347402500,NULL);
INSERT INTO "outbox" VALUES(21,'answer/244272532/1','send',0,11,'task-draft','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","state":"draft","audience":[],"scope":[],"units":5,"at":"","problems":[],"tasks_at":"19:00","when":"","publish_day":"","missed":false}','[[["task-button-publish","draft/1/1/publish",{"at":"19:00"}],["task-button-now","draft/1/1/now",{}]],[["task-button-edit","draft/1/1/edit",{}],["task-button-cancel","draft/1/1/cancel",{}]]]',NULL,1881,1880,'draft/1',1770357602500,NULL,'sent',1,1770357602500,1770357602500,NULL);
INSERT INTO "outbox" VALUES(22,'answer/244272532/1/edit-2','edit',0,11,'task-draft','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","state":"confirmed","audience":[],"scope":[],"units":5,"at":"","problems":[],"tasks_at":"19:00","when":"today","publish_day":"2026-02-06","missed":false}','[[["task-button-now","draft/1/2/now",{}]],[["task-button-edit","draft/1/2/edit",{}],["task-button-cancel","draft/1/2/cancel",{}]]]','answer/244272532/1',NULL,NULL,NULL,1770357902500,NULL,'sent',1,1770357902500,1770357902500,NULL);
INSERT INTO "outbox" VALUES(23,'answer/244272533/1','send',0,11,'task-confirmed','{"number":"1","tasks_at":"19:00","when":"today","publish_day":"2026-02-06","missed":false}','[]',NULL,1883,1882,NULL,1770357902500,NULL,'sent',1,1770357902500,1770357903511,NULL);
INSERT INTO "outbox" VALUES(24,'remind/14:30/2026-02-06/unit-7/chat-5','send',4,5,'remind','{"unit":"白塔社区","close":"16:00","minutes":90,"items":0}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1817,NULL,'remind/2026-02-06/7',1770359400000,1770360600000,'sent',1,1770359400000,1770359400000,NULL);
INSERT INTO "outbox" VALUES(25,'remind/15:30/2026-02-06/unit-7/chat-15','send',4,15,'remind','{"unit":"白塔社区","close":"16:00","minutes":30,"items":0}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4437,NULL,'remind/2026-02-06/7',1770363000000,1770364200000,'sent',1,1770363000000,1770363000000,NULL);
INSERT INTO "outbox" VALUES(26,'remind/15:50/2026-02-06/unit-7/chat-5','send',4,5,'remind-lead','{"unit":"白塔社区","close":"16:00","minutes":10,"items":0}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1818,NULL,'remind/2026-02-06/7',1770364200000,1770364800000,'sent',1,1770364200000,1770364200000,NULL);
INSERT INTO "outbox" VALUES(27,'remind/15:50/2026-02-06/unit-7/chat-15','send',4,15,'remind','{"unit":"白塔社区","close":"16:00","minutes":10,"items":0}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4438,NULL,'remind/2026-02-06/7',1770364200000,1770364800000,'sent',1,1770364200000,1770364200035,NULL);
INSERT INTO "outbox" VALUES(28,'remind/15:50/2026-02-06/ask/3/1775/1770340802','send',4,3,'remind-questions','{"unit":"东观社区","n":1,"close":"16:00","doubts":[{"number":"1","quote":"劝返约300人","indicator":"people_turned_back","value":300,"total":false}]}','[]',NULL,1777,1776,NULL,1770364200000,1770364800000,'sent',1,1770364200000,1770364200070,NULL);
INSERT INTO "outbox" VALUES(29,'collect/2026-02-06/chat-11','send',3,11,'rollcall','{"units":5,"heard":3,"expected":4,"reported":2,"late":0,"questions":1,"silent":1,"excused":1,"rate":75,"day":"2026-02-06","close":"16:00","rate_before":null,"groups":[{"units":["白塔社区"],"heard":0,"expected":1,"reported":0,"late":0,"questions":0,"silent":1,"excused":1,"rate":0,"node":"西片","leader":"王书记"},{"units":[],"heard":3,"expected":3,"reported":2,"late":0,"questions":1,"silent":0,"excused":0,"rate":100,"node":"东片","leader":"李片长"}],"asking":[{"unit":"东观社区","n":1}],"alerts":[],"brief":"17:45"}','[[["button-call-silent","silent/call",{}],["button-extend","cycle/extend/15/16:00",{"minutes":15}]],[["button-units","units/open",{}]]]',NULL,1884,NULL,NULL,1770364802500,NULL,'sent',1,1770364802500,1770364803511,NULL);
INSERT INTO "outbox" VALUES(30,'collect/2026-02-06/node-1/chat-8','send',3,8,'rollcall-leader','{"units":5,"heard":3,"expected":4,"reported":2,"late":0,"questions":1,"silent":1,"excused":1,"rate":75,"day":"2026-02-06","close":"16:00","node":"东观镇","names":["白塔社区"]}','[]',NULL,3588,NULL,NULL,1770364802500,NULL,'sent',1,1770364802500,1770364802570,NULL);
INSERT INTO "outbox" VALUES(31,'board/11/2026-02-06/6','edit',2,11,'board','{"chat":11,"day":"2026-02-06","key":"board/11/2026-02-06/6","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770364802500,NULL,'superseded',0,1770364802500,NULL,'nothing new to show');
INSERT INTO "outbox" VALUES(32,'board/12/2026-02-06/6','edit',2,12,'board','{"chat":12,"day":"2026-02-06","key":"board/12/2026-02-06/6","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770364802500,NULL,'sent',1,1770364802500,1770364802535,NULL);
INSERT INTO "outbox" VALUES(33,'chase/16:30/2026-02-06/unit-7/chat-5','send',4,5,'chase','{"unit":"白塔社区","close":"16:00","day":"2026-02-06"}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1819,NULL,'remind/2026-02-06/7',1770366600000,1770368100000,'sent',1,1770366600000,1770366600035,NULL);
INSERT INTO "outbox" VALUES(34,'chase/16:30/2026-02-06/unit-7/chat-15','send',4,15,'chase','{"unit":"白塔社区","close":"16:00","day":"2026-02-06"}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4439,NULL,'remind/2026-02-06/7',1770366600000,1770368100000,'sent',1,1770366600000,1770366600070,NULL);
INSERT INTO "outbox" VALUES(35,'chase/16:30/2026-02-06/silent/chat-8','send',3,8,'chase-leader','{"units":["白塔社区"],"n":1,"day":"2026-02-06"}','[]',NULL,3589,NULL,NULL,1770366600000,1770368100000,'sent',1,1770366600000,1770366600000,NULL);
INSERT INTO "outbox" VALUES(36,'chase/17:00/2026-02-06/unit-7/chat-5','send',4,5,'chase','{"unit":"白塔社区","close":"16:00","day":"2026-02-06"}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1820,NULL,'remind/2026-02-06/7',1770368400000,1770369900000,'sent',1,1770368400000,1770368400035,NULL);
INSERT INTO "outbox" VALUES(37,'chase/17:00/2026-02-06/unit-7/chat-15','send',4,15,'chase','{"unit":"白塔社区","close":"16:00","day":"2026-02-06"}','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4440,NULL,'remind/2026-02-06/7',1770368400000,1770369900000,'sent',1,1770368400000,1770368400070,NULL);
INSERT INTO "outbox" VALUES(38,'chase/17:00/2026-02-06/silent/chat-8','send',3,8,'chase-leader','{"units":["白塔社区"],"n":1,"day":"2026-02-06"}','[]',NULL,3590,NULL,NULL,1770368400000,1770369900000,'sent',1,1770368400000,1770368400000,NULL);
INSERT INTO "outbox" VALUES(39,'board/11/2026-02-06/7','edit',2,11,'board','{"chat":11,"day":"2026-02-06","key":"board/11/2026-02-06/7","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770368402570,NULL,'sent',1,1770368402570,1770368402606,NULL);
INSERT INTO "outbox" VALUES(40,'board/12/2026-02-06/7','edit',2,12,'board','{"chat":12,"day":"2026-02-06","key":"board/12/2026-02-06/7","edit":true}','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770368402570,NULL,'sent',1,1770368402570,1770368402641,NULL);
INSERT INTO "outbox" VALUES(41,'received/5/1821/1770368402000','send',0,5,'report-received','{"lines":[{"unit":"白塔社区","day":"2026-02-06","today":true,"at":"17:00","at_day":"","late":true,"zero":false,"figures":[["households_visited",60]],"cumulative":[["households_visited",900]],"texts":[["problems","停水"]],"asked":0,"read_as":[]}],"proxy":""}','[[["button-show-all","mine/show/2026-02-06/7",{}],["button-correct","mine/fix/2026-02-06/7",{}]]]',NULL,1822,NULL,NULL,1770368402570,NULL,'sent',1,1770368402570,1770368402570,NULL);
INSERT INTO "outbox" VALUES(42,'brief/2026-02-06/node-0/1/chat-11','send',3,11,'brief','{"part":1,"parts":5,"units":5,"heard":4,"expected":4,"reported":2,"late":1,"questions":1,"silent":0,"excused":1,"rate":75,"day":"2026-02-06","node":"东观镇","at":"17:45","close":"16:00","closed":true,"groups":[{"units":[],"heard":3,"expected":3,"reported":2,"late":0,"questions":1,"silent":0,"excused":0,"rate":100,"node":"东片","leader":"李片长"},{"units":[],"heard":1,"expected":1,"reported":0,"late":1,"questions":0,"silent":0,"excused":1,"rate":0,"node":"西片","leader":"王书记"}],"late_units":["白塔社区"],"asking":[{"unit":"东观社区","n":1}],"alerts":[]}','[]',NULL,1885,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371100000,NULL);
INSERT INTO "outbox" VALUES(43,'brief/2026-02-06/node-0/2/chat-11','send',3,11,'brief-totals','{"part":2,"parts":5,"rows":[{"code":"households_visited","value":200,"before":null,"running":200},{"code":"people_screened","value":356,"before":null,"running":356},{"code":"people_turned_back","value":13,"before":null,"running":13}],"zero":["returnees","key_area_returnees","close_contacts","fever_cases","isolation_released","temperature_checks","checkpoint_people","vehicles_checked","vehicles_turned_back","disinfected_sites","disinfected_area","leaflets","slogans","broadcasts","gatherings_stopped","premises_inspected","pcr_samples","tips_received"],"first":true,"few_before":false}','[]',NULL,1886,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371101011,NULL);
INSERT INTO "outbox" VALUES(44,'brief/2026-02-06/node-0/3/chat-11','send',3,11,'brief-since','{"part":3,"parts":5,"late_units":["白塔社区"],"changes":[{"code":"households_visited","before":200,"after":260}]}','[]',NULL,1887,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371102022,NULL);
INSERT INTO "outbox" VALUES(45,'brief/2026-02-06/node-0/4/chat-11','send',3,11,'brief-problems','{"part":4,"parts":5,"problems":[{"text":"停水","units":["白塔社区"]}]}','[]',NULL,1888,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371103033,NULL);
INSERT INTO "outbox" VALUES(46,'brief/2026-02-06/node-0/5/chat-11','send',3,11,'brief-tasks','{"part":5,"parts":5,"tasks":[],"waiting":1}','[]',NULL,1889,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371104044,NULL);
INSERT INTO "outbox" VALUES(47,'brief/2026-02-06/node-2/1/chat-7','send',3,7,'brief','{"part":1,"parts":2,"units":3,"heard":3,"expected":3,"reported":2,"late":0,"questions":1,"silent":0,"excused":0,"rate":100,"day":"2026-02-06","node":"东片","at":"17:45","close":"16:00","closed":true,"groups":[{"units":[],"heard":3,"expected":3,"reported":2,"late":0,"questions":1,"silent":0,"excused":0,"rate":100,"node":"东片","leader":"李片长"}],"late_units":[],"asking":[{"unit":"东观社区","n":1}],"alerts":[]}','[]',NULL,4062,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371100035,NULL);
INSERT INTO "outbox" VALUES(48,'brief/2026-02-06/node-2/2/chat-7','send',3,7,'brief-totals','{"part":2,"parts":2,"rows":[{"code":"households_visited","value":200,"before":null,"running":200},{"code":"people_screened","value":356,"before":null,"running":356},{"code":"people_turned_back","value":13,"before":null,"running":13}],"zero":["returnees","key_area_returnees","close_contacts","fever_cases","isolation_released","temperature_checks","checkpoint_people","vehicles_checked","vehicles_turned_back","disinfected_sites","disinfected_area","leaflets","slogans","broadcasts","gatherings_stopped","premises_inspected","pcr_samples","tips_received"],"first":true,"few_before":false}','[]',NULL,4063,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371101046,NULL);
INSERT INTO "outbox" VALUES(49,'meeting/2026-02-06/chat-11','send',3,11,'meeting','{"units":5,"heard":4,"expected":4,"reported":2,"late":1,"questions":1,"silent":0,"excused":1,"rate":75,"day":"2026-02-06","ends":"19:00","alerts":0,"problems":1,"tasks":0,"present":[]}','[[["button-present","present/now",{}]]]',NULL,1890,NULL,NULL,1770372000000,NULL,'sent',1,1770372000000,1770372000000,NULL);
INSERT INTO "outbox" VALUES(50,'task-preview/2026-02-06/chat-11','send',2,11,'task-preview','{"at":"19:00","tasks":[{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","units":5}],"drafts":0}','[]',NULL,1891,NULL,NULL,1770375000000,NULL,'sent',1,1770375000000,1770375000000,NULL);
INSERT INTO "outbox" VALUES(51,'task/1/chat-13','send',3,13,'task','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","town":"东观镇","at":"19:00","cancelled":false,"unit":{"name":"黄溪村","state":"silent","by":"","at":"","reason":"","no_photo":false},"names":["黄溪村"],"counts":{"silent":1,"seen":0,"doing":0,"done":0,"difficulty":0}}','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,2606,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600035,NULL);
INSERT INTO "outbox" VALUES(52,'task/1/chat-14','send',3,14,'task','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","town":"东观镇","at":"19:00","cancelled":false,"unit":{"name":"东观社区","state":"silent","by":"","at":"","reason":"","no_photo":false},"names":["东观社区"],"counts":{"silent":1,"seen":0,"doing":0,"done":0,"difficulty":0}}','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,184,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600070,NULL);
INSERT INTO "outbox" VALUES(53,'task/1/chat-4','send',3,4,'task','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","town":"东观镇","at":"19:00","cancelled":false,"unit":{"name":"石板村","state":"silent","by":"","at":"","reason":"","no_photo":false},"names":["石板村"],"counts":{"silent":1,"seen":0,"doing":0,"done":0,"difficulty":0}}','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,240,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600106,NULL);
INSERT INTO "outbox" VALUES(54,'task/1/chat-12','send',3,12,'task','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","town":"东观镇","at":"19:00","cancelled":false,"unit":null,"names":["石板村","红星村"],"counts":{"silent":2,"seen":0,"doing":0,"done":0,"difficulty":0}}','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,841,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600141,NULL);
INSERT INTO "outbox" VALUES(55,'task/1/chat-15','send',3,15,'task','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","town":"东观镇","at":"19:00","cancelled":false,"unit":{"name":"白塔社区","state":"silent","by":"","at":"","reason":"","no_photo":false},"names":["白塔社区"],"counts":{"silent":1,"seen":0,"doing":0,"done":0,"difficulty":0}}','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,4441,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600177,NULL);
INSERT INTO "outbox" VALUES(56,'task/1/chat-6','send',3,6,'task','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","town":"东观镇","at":"19:00","cancelled":false,"unit":{"name":"红星村","state":"silent","by":"","at":"","reason":"","no_photo":false},"names":["红星村"],"counts":{"silent":1,"seen":0,"doing":0,"done":0,"difficulty":0}}','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,4324,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600212,NULL);
INSERT INTO "outbox" VALUES(57,'answer/244272532/1/edit-3','edit',0,11,'task-draft','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","state":"published","audience":[],"scope":[],"units":5,"at":"19:00","problems":[],"tasks_at":"19:00","when":"today","publish_day":"2026-02-06","missed":false}','[]','answer/244272532/1',NULL,NULL,NULL,1770375600000,NULL,'sent',1,1770375600000,1770375600000,NULL);
INSERT INTO "outbox" VALUES(58,'tasks-out/2026-02-06/chat-11','send',2,11,'tasks-out','{"at":"19:00","tasks":[{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","units":5,"unreached":[]}]}','[]',NULL,1892,NULL,NULL,1770375600000,NULL,'sent',1,1770375600000,1770375601011,NULL);
INSERT INTO "outbox" VALUES(59,'task/1/chat-13/edit/unit-4-1','edit',0,13,'task','{"number":"1","title":"明天中午前 返乡人员回头看：逐户复核","body":"","photo":false,"due_when":"none","due_day":"","due":"","town":"东观镇","at":"19:00","cancelled":false,"unit":{"name":"黄溪村","state":"seen","by":"张守田","at":"19:02","reason":"","no_photo":false},"names":["黄溪村"],"counts":{"silent":0,"seen":1,"doing":0,"done":0,"difficulty":0}}','[[["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]','task/1/chat-13',NULL,NULL,NULL,1770375722500,NULL,'sent',1,1770375722500,1770375722500,NULL);
INSERT INTO "outbox" VALUES(60,'react/13/2607/244272535','react',0,13,'reaction','{"emoji":"👍"}','[]',NULL,2607,NULL,NULL,1770375722500,NULL,'sent',1,1770375722500,1770375723511,NULL);
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT UNIQUE,
    telegram_id BIGINT UNIQUE,
    active INTEGER NOT NULL DEFAULT 1,
    joined_at BIGINT,
    left_at BIGINT
);
INSERT INTO "people" VALUES(1,'张守田','13800000001',6839679306,1,1770339600000,NULL);
INSERT INTO "people" VALUES(2,'刘小妹','13800000002',371041745,1,1770339600000,NULL);
INSERT INTO "people" VALUES(3,'陈建国','13800000003',606456969,1,1770339600000,NULL);
INSERT INTO "people" VALUES(4,'赵春梅','13800000004',3368308804,1,1770339600000,NULL);
INSERT INTO "people" VALUES(5,'孙大海','13800000005',6423245153,1,1770339600000,NULL);
INSERT INTO "people" VALUES(6,'周桂兰','13800000006',6025402262,1,1770339600000,NULL);
INSERT INTO "people" VALUES(7,'李片长','13800000007',1001749037,1,1770339600000,NULL);
INSERT INTO "people" VALUES(8,'王书记','13800000008',2195328386,1,1770339600000,NULL);
INSERT INTO "people" VALUES(9,'何督查','13800000009',1774216077,1,1770339600000,NULL);
INSERT INTO "people" VALUES(10,'吴运维','13800000010',3394916953,1,1770339600000,NULL);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,                           -- warden | lead | leader | inspector | operator
    unit_id INTEGER REFERENCES units (id)
);
INSERT INTO "posts" VALUES(1,1,'lead',4);
INSERT INTO "posts" VALUES(2,2,'warden',4);
INSERT INTO "posts" VALUES(3,3,'lead',5);
INSERT INTO "posts" VALUES(4,4,'lead',6);
INSERT INTO "posts" VALUES(5,5,'lead',7);
INSERT INTO "posts" VALUES(6,6,'warden',8);
INSERT INTO "posts" VALUES(7,7,'leader',2);
INSERT INTO "posts" VALUES(8,8,'leader',1);
INSERT INTO "posts" VALUES(9,9,'inspector',NULL);
INSERT INTO "posts" VALUES(10,10,'operator',NULL);
CREATE TABLE questions (
    id INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statements (id),
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    ask TEXT NOT NULL,                            -- key of the outgoing message that asks
    number INTEGER NOT NULL,                      -- its line in that message
    indicator TEXT,
    value TEXT,
    quote TEXT NOT NULL,
    reason TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,             -- 1: it is about a running total
    told_json TEXT NOT NULL DEFAULT '{}',         -- the figures that make it doubtful, by name
    state TEXT NOT NULL DEFAULT 'open',           -- open | settled | dropped | superseded
    settled_indicator TEXT,
    settled_value TEXT,
    settled_by INTEGER REFERENCES people (id),
    settled_at BIGINT
);
INSERT INTO "questions" VALUES(1,2,'2026-02-06',5,'ask/3/1775/1770340802',1,'people_turned_back','300','劝返约300人','approximate',0,'{}','open',NULL,NULL,NULL,NULL);
CREATE TABLE report_versions (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    version INTEGER NOT NULL,
    values_json TEXT NOT NULL,
    cumulative_json TEXT NOT NULL,
    texts_json TEXT NOT NULL,
    zero INTEGER NOT NULL,
    said_at BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    statement_id INTEGER REFERENCES statements (id),
    reason TEXT NOT NULL,                         -- report | edit | correction | addition | answer | form | zero | withdrawn | reparse
    PRIMARY KEY (day, unit_id, version)
);
INSERT INTO "report_versions" VALUES('2026-02-06',4,1,'{"households_visited":120,"people_screened":356,"people_turned_back":12}','{}','{}',0,1770340202000,1,1,'report');
INSERT INTO "report_versions" VALUES('2026-02-06',5,1,'{"households_visited":80}','{}','{}',0,1770340802000,3,2,'report');
INSERT INTO "report_versions" VALUES('2026-02-06',4,2,'{"households_visited":120,"people_screened":356,"people_turned_back":13}','{}','{}',0,1770343202000,1,3,'correction');
INSERT INTO "report_versions" VALUES('2026-02-06',6,1,'{"broadcasts":0,"checkpoint_people":0,"close_contacts":0,"disinfected_area":0,"disinfected_sites":0,"fever_cases":0,"gatherings_stopped":0,"households_visited":0,"isolation_released":0,"key_area_returnees":0,"leaflets":0,"pcr_samples":0,"people_screened":0,"people_turned_back":0,"premises_inspected":0,"returnees":0,"slogans":0,"temperature_checks":0,"tips_received":0,"vehicles_checked":0,"vehicles_turned_back":0}','{}','{}',1,1770346802000,4,4,'zero');
INSERT INTO "report_versions" VALUES('2026-02-06',7,1,'{"households_visited":60}','{"households_visited":900}','{"problems":"停水"}',0,1770368402000,5,5,'report');
CREATE TABLE reports (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    values_json TEXT NOT NULL,
    cumulative_json TEXT NOT NULL,
    texts_json TEXT NOT NULL,
    zero INTEGER NOT NULL,
    first_at BIGINT NOT NULL,                     -- the first submission, by its message's date: decides on-time for ever
    last_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    open_questions INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, unit_id)
);
INSERT INTO "reports" VALUES('2026-02-06',4,'{"households_visited":120,"people_screened":356,"people_turned_back":13}','{}','{}',0,1770340202000,1770343202000,2,0);
INSERT INTO "reports" VALUES('2026-02-06',5,'{"households_visited":80}','{}','{}',0,1770340802000,1770340802000,1,1);
INSERT INTO "reports" VALUES('2026-02-06',6,'{"broadcasts":0,"checkpoint_people":0,"close_contacts":0,"disinfected_area":0,"disinfected_sites":0,"fever_cases":0,"gatherings_stopped":0,"households_visited":0,"isolation_released":0,"key_area_returnees":0,"leaflets":0,"pcr_samples":0,"people_screened":0,"people_turned_back":0,"premises_inspected":0,"returnees":0,"slogans":0,"temperature_checks":0,"tips_received":0,"vehicles_checked":0,"vehicles_turned_back":0}','{}','{}',1,1770346802000,1770346802000,1,0);
INSERT INTO "reports" VALUES('2026-02-06',7,'{"households_visited":60}','{"households_visited":900}','{"problems":"停水"}',0,1770368402000,1770368402000,1,0);
CREATE TABLE roll_cards (
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    day TEXT NOT NULL,
    post TEXT NOT NULL,                           -- key of the outgoing message
    rows_json TEXT NOT NULL,                      -- what it tells
    PRIMARY KEY (chat_id, day)
);
CREATE TABLE roll_lists (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    day TEXT NOT NULL,
    heading TEXT NOT NULL,                        -- which list it is: what stands over its lines
    unit_id INTEGER NOT NULL REFERENCES units (id),
    said TEXT NOT NULL,                           -- what the line says, as it is read
    state TEXT NOT NULL,                          -- stands | reworded | gone (left out of a later list) | withdrawn
    message_id BIGINT NOT NULL,                   -- the list in which it came up
    telegram_id BIGINT NOT NULL,                  -- who posted that
    at BIGINT NOT NULL,
    UNIQUE (chat_id, day, unit_id, said)
);
CREATE TABLE running_totals (
    unit_id INTEGER NOT NULL REFERENCES units (id),
    indicator TEXT NOT NULL,
    total TEXT NOT NULL,
    PRIMARY KEY (unit_id, indicator)
);
INSERT INTO "running_totals" VALUES(4,'households_visited','120');
INSERT INTO "running_totals" VALUES(4,'people_screened','356');
INSERT INTO "running_totals" VALUES(4,'people_turned_back','13');
INSERT INTO "running_totals" VALUES(5,'households_visited','80');
INSERT INTO "running_totals" VALUES(6,'broadcasts','0');
INSERT INTO "running_totals" VALUES(6,'checkpoint_people','0');
INSERT INTO "running_totals" VALUES(6,'close_contacts','0');
INSERT INTO "running_totals" VALUES(6,'disinfected_area','0');
INSERT INTO "running_totals" VALUES(6,'disinfected_sites','0');
INSERT INTO "running_totals" VALUES(6,'fever_cases','0');
INSERT INTO "running_totals" VALUES(6,'gatherings_stopped','0');
INSERT INTO "running_totals" VALUES(6,'households_visited','0');
INSERT INTO "running_totals" VALUES(6,'isolation_released','0');
INSERT INTO "running_totals" VALUES(6,'key_area_returnees','0');
INSERT INTO "running_totals" VALUES(6,'leaflets','0');
INSERT INTO "running_totals" VALUES(6,'pcr_samples','0');
INSERT INTO "running_totals" VALUES(6,'people_screened','0');
INSERT INTO "running_totals" VALUES(6,'people_turned_back','0');
INSERT INTO "running_totals" VALUES(6,'premises_inspected','0');
INSERT INTO "running_totals" VALUES(6,'returnees','0');
INSERT INTO "running_totals" VALUES(6,'slogans','0');
INSERT INTO "running_totals" VALUES(6,'temperature_checks','0');
INSERT INTO "running_totals" VALUES(6,'tips_received','0');
INSERT INTO "running_totals" VALUES(6,'vehicles_checked','0');
INSERT INTO "running_totals" VALUES(6,'vehicles_turned_back','0');
INSERT INTO "running_totals" VALUES(7,'households_visited','60');
CREATE TABLE sender_words (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    phrase TEXT NOT NULL,
    indicator TEXT NOT NULL,
    made_by INTEGER REFERENCES people (id),
    made_at BIGINT NOT NULL,
    UNIQUE (person_id, phrase)
);
CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    said_at BIGINT NOT NULL,                      -- when its sender pressed send: the order of the fold
    heard_at BIGINT NOT NULL,                     -- when this wording of it was sent (its edit date, else said_at)
    source TEXT NOT NULL,                         -- message | edit | again (an edit that outdoes a later message) | answer | form | held
    mode TEXT NOT NULL,                           -- replace | add
    values_json TEXT NOT NULL,                    -- null takes the field back until somebody confirms it
    cumulative_json TEXT NOT NULL DEFAULT '{}',
    texts_json TEXT NOT NULL DEFAULT '{}',
    zero INTEGER NOT NULL DEFAULT 0,
    person_id INTEGER REFERENCES people (id),     -- null for a stranger whose report was admitted
    sender TEXT NOT NULL DEFAULT '',              -- the sender's name as it was then
    proxy INTEGER NOT NULL DEFAULT 0,             -- 1: said for a unit that is not the sender's
    chat_id INTEGER REFERENCES chats (id),
    message_id BIGINT,
    question_id INTEGER,                          -- the question that it answers, or (source held) that holds it back
    raw TEXT NOT NULL DEFAULT '',
    read_as_json TEXT NOT NULL DEFAULT '[]',      -- what was read by words learned of its sender: [words, indicator]
    dead_at BIGINT                                -- when another wording took its place; null while it counts
);
INSERT INTO "statements" VALUES(1,'2026-02-06',4,1770340202000,1770340202000,'message','replace','{"households_visited":120,"people_screened":356,"people_turned_back":12}','{}','{}',0,1,'张守田',0,13,2602,NULL,'黄溪村 入户120户，排查356人，劝返12人次','[]',NULL);
INSERT INTO "statements" VALUES(2,'2026-02-06',5,1770340802000,1770340802000,'message','replace','{"households_visited":80}','{}','{}',0,3,'陈建国',0,3,1775,NULL,'东观社区 入户80户，劝返约300人','[]',NULL);
INSERT INTO "statements" VALUES(3,'2026-02-06',4,1770343202000,1770343202000,'message','replace','{"people_turned_back":13}','{}','{}',0,1,'张守田',0,13,2604,NULL,'更正 劝返13人次','[]',NULL);
INSERT INTO "statements" VALUES(4,'2026-02-06',6,1770346802000,1770346802000,'message','replace','{}','{}','{}',1,4,'赵春梅',0,4,238,NULL,'石板村 零报告','[]',NULL);
INSERT INTO "statements" VALUES(5,'2026-02-06',7,1770368402000,1770368402000,'message','replace','{"households_visited":60}','{"households_visited":900}','{"problems":"停水"}',0,5,'孙大海',0,5,1821,NULL,'白塔社区 入户60户，累计入户900户，问题：停水','[]',NULL);
CREATE TABLE steps (
    day TEXT NOT NULL,
    step TEXT NOT NULL,                           -- morning, remind/14:30, collect, ...
    unit_id INTEGER NOT NULL DEFAULT 0,           -- 0: the town's own
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,                          -- done | missed | skipped
    done_at BIGINT NOT NULL,
    result_json TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (day, step, unit_id)
);
INSERT INTO "steps" VALUES('2026-02-06','morning',0,1770336000000,'missed',1770339600000,'{}');
INSERT INTO "steps" VALUES('2026-02-06','remind/14:30',0,1770359400000,'done',1770359400000,'{"units":1,"told":1,"asked":0}');
INSERT INTO "steps" VALUES('2026-02-06','remind/15:30',0,1770363000000,'done',1770363000000,'{"units":1,"told":1,"asked":0}');
INSERT INTO "steps" VALUES('2026-02-06','remind/15:50',0,1770364200000,'done',1770364200000,'{"units":1,"told":2,"asked":1}');
INSERT INTO "steps" VALUES('2026-02-06','collect',0,1770364800000,'done',1770364802500,'{"reported":2,"questions":1,"silent":1,"excused":1,"told":1,"leaders":1}');
INSERT INTO "steps" VALUES('2026-02-06','chase/16:30',0,1770366600000,'done',1770366600000,'{"units":1,"told":2,"leaders":1}');
INSERT INTO "steps" VALUES('2026-02-06','chase/17:00',0,1770368400000,'done',1770368400000,'{"units":1,"told":2,"leaders":1}');
INSERT INTO "steps" VALUES('2026-02-06','chase/17:30',0,1770370200000,'done',1770370200000,'{"units":0,"told":0,"leaders":0}');
INSERT INTO "steps" VALUES('2026-02-06','brief',0,1770371100000,'done',1770371100000,'{"messages":7}');
INSERT INTO "steps" VALUES('2026-02-06','meeting',0,1770372000000,'done',1770372000000,'{"chats":1}');
INSERT INTO "steps" VALUES('2026-02-06','preview',0,1770375000000,'done',1770375000000,'{"tasks":1,"drafts":0}');
INSERT INTO "steps" VALUES('2026-02-06','tasks',0,1770375600000,'done',1770375600000,'{"decisions":0,"tasks":1,"units":5}');
CREATE TABLE task_feedback (
    id INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    person_id INTEGER REFERENCES people (id),
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    UNIQUE (task, chat_id, message_id)
);
CREATE TABLE task_posts (
    task INTEGER NOT NULL REFERENCES tasks (number),
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    PRIMARY KEY (task, chat_id, unit_id)
);
INSERT INTO "task_posts" VALUES(1,13,4);
INSERT INTO "task_posts" VALUES(1,14,5);
INSERT INTO "task_posts" VALUES(1,4,6);
INSERT INTO "task_posts" VALUES(1,12,6);
INSERT INTO "task_posts" VALUES(1,12,8);
INSERT INTO "task_posts" VALUES(1,15,7);
INSERT INTO "task_posts" VALUES(1,6,8);
CREATE TABLE task_units (
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    state TEXT NOT NULL DEFAULT 'silent',         -- silent | seen | doing | done | difficulty
    answered_at BIGINT,                           -- the first answer of any kind
    changed_at BIGINT,
    done_at BIGINT,
    changed_by INTEGER REFERENCES people (id),
    reminded INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',              -- what the difficulty is, in the unit's words
    photo_asked INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (task, unit_id)
);
INSERT INTO "task_units" VALUES(1,4,'seen',1770375722000,1770375722000,NULL,1,0,'',0,1);
INSERT INTO "task_units" VALUES(1,5,'silent',NULL,NULL,NULL,NULL,0,'',0,0);
INSERT INTO "task_units" VALUES(1,6,'silent',NULL,NULL,NULL,NULL,0,'',0,0);
INSERT INTO "task_units" VALUES(1,7,'silent',NULL,NULL,NULL,NULL,0,'',0,0);
INSERT INTO "task_units" VALUES(1,8,'silent',NULL,NULL,NULL,NULL,0,'',0,0);
CREATE TABLE tasks (
    number INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    audience_json TEXT NOT NULL DEFAULT '[]',     -- as written: names, codes, tags; empty means all
    scope_json TEXT NOT NULL DEFAULT 'null',      -- the nodes that its writer may address; null: the whole town
    due_at BIGINT,
    due_words TEXT NOT NULL DEFAULT '',           -- as written
    photo INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'draft',          -- draft | confirmed | published | cancelled
    made_by INTEGER REFERENCES people (id),
    made_in INTEGER REFERENCES chats (id),
    made_at BIGINT NOT NULL,
    publish_day TEXT,                             -- the day at whose 19:00 it goes out
    published_at BIGINT,
    version INTEGER NOT NULL DEFAULT 1
);
INSERT INTO "tasks" VALUES(1,'明天中午前 返乡人员回头看：逐户复核','','[]','[1]',NULL,'',0,'published',8,11,1770357602500,'2026-02-06',1770375600000,3);
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    parent_id INTEGER REFERENCES units (id),
    aliases_json TEXT NOT NULL DEFAULT '[]',
    tags_json TEXT NOT NULL DEFAULT '[]',
    reports INTEGER NOT NULL DEFAULT 1,           -- 1: answers for itself every day
    covers TEXT NOT NULL DEFAULT 'self',          -- self | subtree: children's figures are shown, not added
    active INTEGER NOT NULL DEFAULT 1
);
INSERT INTO "units" VALUES(1,'T0','东观镇',NULL,'[]','[]',0,'self',1);
INSERT INTO "units" VALUES(2,'A1','东片',1,'[]','[]',0,'self',1);
INSERT INTO "units" VALUES(3,'A2','西片',1,'[]','[]',0,'self',1);
INSERT INTO "units" VALUES(4,'01','黄溪村',2,'["黄溪"]','[]',1,'self',1);
INSERT INTO "units" VALUES(5,'02','东观社区',2,'[]','[]',1,'self',1);
INSERT INTO "units" VALUES(6,'03','石板村',2,'[]','[]',1,'self',1);
INSERT INTO "units" VALUES(7,'04','白塔社区',3,'[]','[]',1,'self',1);
INSERT INTO "units" VALUES(8,'05','红星村',3,'[]','[]',1,'self',1);
CREATE TABLE uploads (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL REFERENCES chats (id),
    message_id BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    file_id TEXT NOT NULL,
    filename TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | read | imported | dropped | failed
    tries INTEGER NOT NULL DEFAULT 0,
    not_before BIGINT NOT NULL,
    rows_json TEXT,                               -- what was read, until it is imported or dropped
    made_at BIGINT NOT NULL,
    UNIQUE (chat_id, message_id)
);
CREATE INDEX inbox_waiting ON inbox (place) WHERE state = 'waiting';
CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_about ON outbox (about) WHERE about IS NOT NULL;
CREATE INDEX outbox_target ON outbox (target) WHERE target IS NOT NULL;
CREATE INDEX outbox_message ON outbox (chat_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX units_parent ON units (parent_id);
CREATE UNIQUE INDEX posts_once ON posts (person_id, role, COALESCE(unit_id, 0));
CREATE INDEX posts_unit ON posts (unit_id);
CREATE INDEX uploads_waiting ON uploads (id) WHERE state = 'waiting';
CREATE INDEX statements_day ON statements (day, unit_id);
CREATE INDEX statements_message ON statements (chat_id, message_id);
CREATE INDEX statements_question ON statements (question_id) WHERE question_id IS NOT NULL;
CREATE INDEX reports_unit ON reports (unit_id, day);
CREATE INDEX questions_unit ON questions (day, unit_id) WHERE state = 'open';
CREATE INDEX questions_statement ON questions (statement_id);
CREATE INDEX questions_ask ON questions (ask);
CREATE INDEX roll_lists_unit ON roll_lists (day, unit_id);
CREATE INDEX evidence_unit ON evidence (day, unit_id);
CREATE INDEX excuses_day ON excuses (from_day, to_day);
CREATE INDEX tasks_state ON tasks (state);
CREATE INDEX task_units_unit ON task_units (unit_id);
CREATE INDEX task_posts_unit ON task_posts (task, unit_id);
CREATE INDEX decisions_day ON decisions (day);
COMMIT;
PRAGMA user_version=1;
