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
INSERT INTO "audit" VALUES(1,1770339600000,8,'chat_entered','gw3.d7d58ee8.a-9f-8wFhFebIjWK-ZjC_K7B0xdwyWxdtX2EVo1aESmuMEBJFZ8JM7MQPT3K4UQuu6wuoaSytTX20f-FiXY=');
INSERT INTO "audit" VALUES(2,1770339600000,8,'chat_entered','gw3.d7d58ee8.e-Vi5tt_RPvd8SX_o4q54nFm6oltV38ytQ1jClM-g-21Z6Fq6wWD9qkY40OrC6wcnav5KS4wGCvvK_WGRyXPKgJQdyB3LHh-sBa0mhSkDXHw');
INSERT INTO "audit" VALUES(3,1770339600000,8,'chat_entered','gw3.d7d58ee8.Fs7yNO5eAq9rnQQqgi0gxJ6RmkeiN75jUR5XCCweeNnO9Vz6aUhnwtt_PByTiLNQy6xYsKA0-0SWKc77zh8=');
INSERT INTO "audit" VALUES(4,1770339600000,8,'chat_entered','gw3.d7d58ee8.n6mzDqTW9qExNsOvyBdQ1FSUXCw3lwxV9qR6Jn4ndEcgBjPyWECw1duTz3-zDlkyevjT74pdw61ApIlbg5dyldM14YDaJSvijG9KHi7Hsf8y');
INSERT INTO "audit" VALUES(5,1770339600000,1,'chat_entered','gw3.d7d58ee8.4DvgxJfDrU4OKo-XPrXqux6aYzf6w2FGk5dA5Ke8FYVNFaIEx14Z6dOpq9nJoPx4LO34wilDkka09DpoMzc=');
INSERT INTO "audit" VALUES(6,1770339600000,1,'chat_entered','gw3.d7d58ee8.VScJyZcDpk6quJYWrkkG2M0mbuXhokYamm4zQD-LBy_N3GrzY3BLFW2j8Lj58QXtuLgPHH4jl57D0fjaqGchJ5_ielvv1rnwCJJeEWF01Qxi');
INSERT INTO "audit" VALUES(7,1770339600000,3,'chat_entered','gw3.d7d58ee8.lmgtGl9ObVEyJEuElPDYxV3r4DzoMHTFIqE4xeT3KFuCWpHdOIIHPZAEy6orzgSSIPmpVyqixQdhoCf5iYo=');
INSERT INTO "audit" VALUES(8,1770339600000,3,'chat_entered','gw3.d7d58ee8.aQRJKD47SrlZLgyXDSkHWFj1Q_rgH5Qkw7m_TYA0fG9UzO4Yxy0gp3Ffthki3UyF2ekqCfkV3B7ZL9SlyMlRbU7rezu8twlL0ZjJmhwj8J2G');
INSERT INTO "audit" VALUES(9,1770339600000,5,'chat_entered','gw3.d7d58ee8.j9Gd3bYGulFurQF2XTnUzpUxNwCNoLHvwJZRMThpSo9d0FV-78oh2WGdzDaHTQk0M2H27FaIrnjwW9FhLSc=');
INSERT INTO "audit" VALUES(10,1770339600000,5,'chat_entered','gw3.d7d58ee8.lKy92NDjLXtB1buYWGxJ8AbfSqPiZaVj7xYe_QjdIfBJG3ZyLCKmyozC7xrml6uld0SqbgwK8vI-lsLvU0JbH_-QjRpzkPjBnqTGJHzusRRu');
INSERT INTO "audit" VALUES(11,1770339600000,NULL,'step','gw3.d7d58ee8.Alwu9xW1sXYoWGO87JqYP-aiIaRTvlyMusLZfmPzPoNF1XIofbRhrtCC8FKa2DM6uWF0BXSvlwCzeTUiIsy6cotHquQ=');
INSERT INTO "audit" VALUES(12,1770339600000,NULL,'erased_all','gw3.d7d58ee8.lmRfqf4uVDwjd2J5VBIZ2yHPz_Hep5imLlQXb__Sfn9SQ5YtpKhZ13HYhabtKE4=');
INSERT INTO "audit" VALUES(13,1770341402500,NULL,'held','gw3.d7d58ee8.Iy_n5YdrGmN5c7-oUFeJ1wv6n_F5FKHQwyrwBg2whWBy-U9j12d4I7usFhb9lSHztLL956ZX7TSsyoXm');
INSERT INTO "audit" VALUES(14,1770347402500,8,'excuse','gw3.d7d58ee8.n56gvuHlsxD4aGe_T1f_7xBCJyIHeKMfEZydQbsauk4SyarxtRAwD40nHee6_gq2BYn4r72O');
INSERT INTO "audit" VALUES(15,1770357602500,8,'task_drafted','gw1.d7d58ee8.2dQwG87c2xVCMy6GyE80vB8XzOS9ldtY8jW3J_IHX1ZZ7g7tCdBlDF8C');
INSERT INTO "audit" VALUES(16,1770357902500,8,'task_confirmed','gw3.d7d58ee8.vSHZ_FIAnZQGAZT1w-7Uu2YFplVOUmnxxWei3gEtBeMNxS6Sk8c77CIb5kH6H7k=');
INSERT INTO "audit" VALUES(17,1770359400000,NULL,'step','gw3.d7d58ee8.2mmXWQpJCv5Q8oUKGor19z8WS0KuJeWnW73cPcJQS9DaZvppcUOFv5Kvx14s2TKBqmziuIX0jvxRxDYi4U6p8Q5RwkDJHPE=');
INSERT INTO "audit" VALUES(18,1770363000000,NULL,'step','gw3.d7d58ee8.Jqdjc5Wx-Er4XpyDBg3uKX1RZ_h7n1hI_6omA_MwVM3pg96U2LKRG6GEYFdySmENlzubnMbpQmeGj3DGhI3I1lObxEE_a7o=');
INSERT INTO "audit" VALUES(19,1770364200000,NULL,'step','gw3.d7d58ee8.UvTmrlwmAEkxXoyA8t8JaKh79sJSm4v77GBoaDfRXCC6F5JsJSY_S2lkIQm8vo0ZfxmRtd-fny-MKjnkmmnejq00HwfzH88=');
INSERT INTO "audit" VALUES(20,1770364802500,NULL,'step','gw3.d7d58ee8.Gcs-yasY8FrRrOoxC36d73SAK8qGZfCWeVNNDwcrXPNaik2z86fpD5KJd-YuLTfX3YbM34x5bNLkzLLbw3fSbNv9aQ==');
INSERT INTO "audit" VALUES(21,1770366600000,NULL,'step','gw3.d7d58ee8.mdzrpfEepKLDl7fXPRzt25JPIGd2Rt9B7nN_iC6O-sO78kGfSCwMgudkpzoNVpc4BO1MXKpE68DkkTYDONL7sjJob73a-w==');
INSERT INTO "audit" VALUES(22,1770368400000,NULL,'step','gw3.d7d58ee8.omu6rPuTnHIY3bz3VgWBhjLEfUU6oR822j3OUFRkhj9SzyKk2aRReX7YXbw6OncIOAlhf_36w2ZP3wBVSM-onH59IyM68A==');
INSERT INTO "audit" VALUES(23,1770370200000,NULL,'step','gw3.d7d58ee8.rflLZKzXip1cMNxIVHojY-TJA0_SnIeG_KsQoKLVTlS_N_y1kB6Xm_4PUS9FYfFzHp91-8MjgWNcxVHvbQZxZ3RjQ33faA==');
INSERT INTO "audit" VALUES(24,1770371100000,NULL,'step','gw3.d7d58ee8.16sUuHOmegMo98IDxEIH5zVhQ_3qKn81nvWeB9rSwxrVLjGAVqaKvGPSUnh0aD70Noz4Z3CYknQ7dCXlNH70l2w=');
INSERT INTO "audit" VALUES(25,1770372000000,NULL,'step','gw3.d7d58ee8.Hoik9YgyHsMY8k5tbIS8eBzY_VihpjoeOYnTnwpbKwRxXE5wp7YC3AmvAX_AkuWdkK11oDQPFMCoTR9njiQH37dqOA==');
INSERT INTO "audit" VALUES(26,1770375000000,NULL,'step','gw3.d7d58ee8.3aqD8NU6_sV-CoJPfYiw6ONG5P4j_ScRBzjOhVDKV3iHyuucyaIOZvZcT0m8cJv6YpUNoNQOrepXs5N-LZAG_kAQmQ==');
INSERT INTO "audit" VALUES(27,1770375600000,NULL,'task_published','gw3.d7d58ee8.qUBgJKkPZDkk2v-YJI1XtVXeJxSRKyOmgrL5hqqBu8tWqiAdRyfbUa5L6pPVPyo=');
INSERT INTO "audit" VALUES(28,1770375600000,NULL,'step','gw3.d7d58ee8.6IjsS4lv-Vuxl9lkKec1Wea3ebojrbjQEeYrdL5oklRSLbPg_qW4IzUZpQQ0XtM_kB5hMX5MoBUg7ORBsiNkkA==');
INSERT INTO "audit" VALUES(29,1770375722500,1,'task_answered','gw3.d7d58ee8.FPUT4c3bgysB4gGb7p-ETB-jLltxegzN8LXLTwNtcy-W1-ylIQdABKyrlffafUY0kkzqlXJwHlsJwQ==');
CREATE TABLE audit_door (
    reason TEXT NOT NULL
);
CREATE TABLE blots (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    name TEXT NOT NULL,
    paper BIGINT NOT NULL DEFAULT 0
);
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
INSERT INTO "boards" VALUES(11,'2026-02-06','board/11/2026-02-06/1','board/11/2026-02-06/7',7,1770368402570,'edd4fd837866c5f90832b727','board/11/2026-02-06/7');
INSERT INTO "boards" VALUES(12,'2026-02-06','board/12/2026-02-06/1','board/12/2026-02-06/7',7,1770368402590,'edd4fd837866c5f90832b727','board/12/2026-02-06/7');
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
CREATE TABLE circular_files (
    circular INTEGER NOT NULL REFERENCES circulars (id),
    file_unique_id TEXT NOT NULL,
    kind TEXT NOT NULL,                           -- photo | document | video
    file_id TEXT NOT NULL,
    place INTEGER NOT NULL,                       -- the message's id: the order in which they were sent
    PRIMARY KEY (circular, file_unique_id)
);
CREATE TABLE circular_units (
    circular INTEGER NOT NULL REFERENCES circulars (id),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    read_at BIGINT,
    read_by INTEGER REFERENCES people (id),
    PRIMARY KEY (circular, unit_id)
);
CREATE TABLE circulars (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                           -- circular | practice
    unit_id INTEGER REFERENCES units (id),        -- whose practice; null where it is no unit's
    person_id INTEGER REFERENCES people (id),     -- who wrote it
    text TEXT NOT NULL,
    audience_json TEXT NOT NULL DEFAULT '[]',     -- as in tasks
    scope_json TEXT NOT NULL DEFAULT 'null',
    chat_id INTEGER NOT NULL REFERENCES chats (id),   -- the message that it was: kept once
    message_id BIGINT NOT NULL,
    album TEXT,
    state TEXT NOT NULL DEFAULT 'waiting',        -- waiting | sent | dropped
    made_at BIGINT NOT NULL,
    decided_by INTEGER REFERENCES people (id),
    decided_at BIGINT,
    UNIQUE (chat_id, message_id)
);
CREATE TABLE days (
    day TEXT PRIMARY KEY,
    closes_at BIGINT,
    reopened INTEGER NOT NULL DEFAULT 0,          -- 1: it had been collected before its close was moved
    skipped INTEGER NOT NULL DEFAULT 0,
    paused_at BIGINT,
    changed_by INTEGER REFERENCES people (id),
    changed_at BIGINT
, kept INTEGER NOT NULL DEFAULT 0);
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    at BIGINT NOT NULL
, task INTEGER REFERENCES tasks (number));
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
INSERT INTO "excuses" VALUES(1,8,'2026-02-06','2026-02-06','gw1.d7d58ee8.ebILYPKGwQuER5J7by3SUan9Kru40hYPIGNwpD8vCmO5tIJF-R4dfREPcH8=',8,1770347402500,NULL);
CREATE TABLE forgetting (
    telegram_id BIGINT PRIMARY KEY,
    place BIGINT NOT NULL,
    until BIGINT NOT NULL
);
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
INSERT INTO "held" VALUES(1,'stranger',13,2603,3088579416,'陌生人',0,4,1770341402000,'gw2.d7d58ee8.KLa0BaXNVxhg9bxWOrFxJYdtalB7_iWxSf2P9ahmv70OBaqo','','held/1/1770341402000','waiting',NULL,NULL);
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
INSERT INTO "inbox" VALUES(1,244272509,1770339600000,'gw3.d7d58ee8.Pt5t0AaTjylasOZo4UhNZ3jxwHjUDBXV7q_mRp4-BT6WP7oxGZHQOdZTJshFFJbboi04kns6aZTwLeYOtIlnPQFRkTgwOjY8waTYtHTwZaXFU7k31CnumXBFuycj8-LgxPxYfD3BWNdIyYgAA7HMERI-LzUxsBHqVu70IEdqToWsPgiOVuVzEqUqZZBd34OrgvoUd_UU9XSVlMrl4slEz_CiuP4RGHZ6oz1R9e-4aXs_ysExezPjeTH18bZSv_kvlA==','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(2,244272510,1770339600000,'gw3.d7d58ee8.c9rpCDshAbsPI6qeZGHE_E5TdDOhJK80gVQSe-KiOFBTc5HrkljcRCPHEnHbLj4bvxwhWi-gGteq185tjEHAe_6PndlkKMTtoDqK5AuBHuzvRD7FeC4za87-imQW_jz0uvMQyrUScwH_V6Zq-WW2NbyBO_03z01OK6VjVAorW8-ElPapNKbGEj1y8zM7bsQTX5YtFjFzafQwVlXuAXBoKgdS3174','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(3,244272511,1770339600000,'gw3.d7d58ee8.3BWA3UOhXAlRTfU98gR-uBDxLPLifji6YuK0pJDzMRWv6c1osydqWahGQjD5VwB8RRAUEqeXnPKagfkBu6b_2htGCaHOlPrJzjTKF_87EItoexCzc9MuKRpvDG6hAanOFrHVUHrAaO-VyW4Lc1pSCiGwgblKf-LnWThN07eJgAoe5rqRk-5sLB9FBE9X8lR2CWUECdh-WUbtLZbiVGfI_uLAHKohmNDAWvPFBbLitJjVn8S7FOXULabSMSoCdkZvkb7EjHkoa1KbASjMuyIKIRYsnqXAD1WP_2pFg7PnzInJx7angsUJp6hcN_oEUCQdLBbeKg1gGPBSsyn7xHAjZn1P5JodLCE8ZGFOEDz1Bjfj54L-r11PFLXTfQxw5uxAuGIwJRewnMdtnhKzOQJUIGfPvWkfxQQZDbNqDn-7p_jrO8yQJyySieXr','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(4,244272512,1770339600000,'gw3.d7d58ee8.pbUvWPR_mj2igmoEsuhy13SKJeZdTybH1GTNimMuYEP0yS9fLHaweFf8vkIotdNGxzCXdR2hf8DJgBsh7w4xiA9SRljsj6fhN21ohC66UCcdfJh4suQlm65o4m2pA4Qu0YTzgTEsHxvPsLQZZuKkwSmjtBeXwM0It3iuWSs9ESrdamtRYfbAq9Nh0ffN65RDZGXl6TvEDabgNs_UVYm8U9OE-19Y0rPKNBJLZn5Eq3OGCNbAvBA5ea2Jqc4UP9ycmg==','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(5,244272513,1770339600000,'gw3.d7d58ee8.AN6e5jDfOvpSTcCeAgjkabVgBpkvlcX4xlQmYeXJDwwcG6KBNcL0aTauETFdQFR1KgHOyKundqPYxD4wLsKBuc9DIIJEXK2epR0EvGwB1YqyD2PYx97IYD4gCoBfoX8K_l8f3prO8U0usCnSys3_CZZ53pZIr3D7ktGb-2WYDq6iNcXPQ65Iaq4MPOh9K5zwmh5oFCHSDn8cRQL8Lum44pd70cj4','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(6,244272514,1770339600000,'gw3.d7d58ee8.7In2jOJiG1xOyOy4F2ZR0Dldqdx7fOvhEeXuJi20nZawjb7XxhciiOSEIqJEP4MOQMG2RcI9kkkl3Ch6HWCjXj6be_xVQpUEnDTAkutZR5KYtKkDMicj4irBTwbENHLuYHotwuFe51keJvCIJGcCPthl8hriOYJ8FTGTl029we6aS2miV41TF3VNQ3-lm-ye39_XpGveNdYwnOnkhGgtFZ-il8VBZ8v2G0kZVk5o2KNP1UOjptEs7mgwYE57FxgSWPozE36Ud5fMPr9tDfGlDHkn_5Dy7J12sq3XcwuYznmJKHLKpx8ME2AkPXNeDWwBTvq3tcInwJi10lRwILfxazdbzTStg6OTtq7RvnudRZ6ulXzISqSUNtooz5Li2Kpnr8MjrkGAhpgGd7tbqN69lrm4dRyMXOsWEDXwT_eZ1E0KuDrwSZBwG_6r7H0=','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(7,244272515,1770339600000,'gw3.d7d58ee8.Hl7KtOTNSbZXWijRf9QGE-o-cSsiiV_ZM4Th4LSjdIlE2hfC1yKAdw5YQbmj27ZKh0XgU1UE6uLuJnNdQB0IVrvUIIi77132vum5HM6bCpmi4-MszZUCP2oCYVU8x-lfvWppSiKuitwF9KlDo6yeEQqS0EXS6BXBrFbjm19dcyGS1SrOpfTZTIThFGy-uRx_3fOMkUCxjtOku9h9X87By6fdKjB1wqTImUalZqUqdrD5hWVCa0j7UDQ3KcfTqx3x_g==','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(8,244272516,1770339600000,'gw3.d7d58ee8.kxsig8VNneJfjYcWmnyZrzNtTbb6mR6oIgrL0aSTdG-qx8Cx-6P1UsBH6xB0vVbdGI7PUvXMGtMESvZhwmU20QB4fjrbNw2bdfo6w7Ss34UvlF30GF3-bP7IuhWktI44EH4r2R-5WEkMT1NHebRPoLbs-QeqWcP0bCyxD-RNffm58p_rlWCj54FRTubPs30pfTiWbtKtA_lOPlTUyqHWf55bx1pTQYs=','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(9,244272517,1770339600000,'gw3.d7d58ee8.16QWWTGaY8aenesuI88hll1r_wllKefa6Zjtt7VGn2xcb-4LfU929WiTw_uCPfc97RZRLTwO9rX39-EQ1lth6qpkkut56SkGL-PJ9kwv626YlwSuanMjqiacKsJgcpR2iuEaRhQhS9nSg_ECEI_eMiJG5gWivaaMSBy0QdFRkdVpUplwdG9WJgVud4D_GT-HA4kNLEOlS4AzK71o5WUW-2GyReGGBxHn8KBrmRxGXCIHfqqZ57oo5SgOzLvSGAaJ7wvM0QTZjPjYmDBYbKh_tljgkvve6O8jraGQoKPmqTNskqlMZ-ToMDqcHtgf_S1Gh_kH6xueaeHjQRE9_fkvVqmY_Rbg5a5LxG1HwsDF51guU8TZFSX3EtXPz4S7_sh1Z8Ft1dhKV-cLH1KiO_B5HvS4FyFRlCljB4cqWoLhpXzoIQ_b5T7LxLmPvA==','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(10,244272518,1770339600000,'gw3.d7d58ee8.tPeB2MtmyNlhyl_ZQcwIV7df2wG_1QX6CBp4SZ-jouvyf6wV8EXMlrOSh88v1wzEp9erNMHocq5Ot4g9fmohOCfJy4MUOukIsPV7U6OZotMKPb0TOM4i43aB7fST-G1_k6CXyWUwCafko3uU1r5nMvvzQBBQLd7fOXbbjTS9jhNKxZkXuCDeW4qUvV0_3Famk86doEQGJKCuVOIcYxWSvsenQShK9zNHOxaokR5axWF8Lea3l3lstkmi7lZ4bLfWfRM=','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(11,244272519,1770339600000,'gw3.d7d58ee8.egYRI72uPjsHHJc_Q0vVYHR-o6frx4eDRjQhyWtGJbmtlZjqkUUiQYobJsNrHpv9wewdTrkwZFUGC1IzuSbilB85Mu8LnXEYLlglylSDkj3Srue_AZu6MY-ZwayP_bBQ4u6K3FKWM3MnQKY4IVm6ydjmvn3oYzJzMxbNzlQeSTt2KC4KJE0yYfaoFOMyDRJeifRIL7U-jV8SIxFpDdItfRgFvAqPug==','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(12,244272520,1770339600000,'gw3.d7d58ee8.xuFogi5i5sU2zpPWJcG4eOO-VSSwbGvEWVqQmQgJ-ZGMK24hteFejQuO6JIrrcUBscRFZStuHBuil61r54sPi0uxSt5xULrHXoV6hCX5GIFPi38kQaGw6mBgaST6lANwCli8V0qPFssSCzgyBucZWHbYxNkJlgY0YpFWl26ooAIF9rxWQmrnFC8WYrIoTLpq5XVXgJ0puDC42Na--AT6WKoskrhBq7BKWhg4CzxlJhk_Oq4bF8PKVK5RSBBix_uy2mck2QzHbGdtuvEbxRBfrzY8RrkBpSssvjJMuI5avM3fqDj3agrtpzJ8_9OToR0Y4FzgBQUMICiTwpHBY4Kc0kQl60jq-KH06ZfWNKvw8mjQMudqvU2aPySgmugUT_WsMc4u-xI_dJuwy0nrlReA691TGYKAXeCiFNZCAYDmD9in9pIArwMq','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(13,244272521,1770339600000,'gw3.d7d58ee8.62tHT39FfuIMnHw1Ckse42zOPBgbzx4ETtClI4Zn0AE0_QPeVctb1EnnyBPnnBFSy256WKQb7LrLYzrOKQBg8KSPR5bY3NvMl1zvDs0hK3bsReMyT327c8B9xNL5ZOIIrnLMchAySp0AqFVGAcjMeiTZVfRsSQmpQi75aUEFfz6I0ejSebAa700A7pMjzkPTJ8S_uClzFVWjdRnSMnaYGFBBwSL3EPIpej9niuWpxMGKBYxSX8uCDgsSeboxxoP8eMjr','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(14,244272522,1770339600000,'gw3.d7d58ee8.QZODt92UH9mtz6DDc78EHFVsnO2d6GHdibnot1CRt1VipQaxwNAKOXt5kLUjE2oEl5X6P-F2xFyQfmefwsjqJZdHjkIdnH_Fhsf_lTMJMunQNUrRYQoD5G4HWZ5zvy8Is1RQjzkGktAKAhx2M1XX7fAsja5JAqJWyiT6YYwDV63wzXwvBAwpi-mZHeA4m8h5F9eRJF5SnIFyhicWSpVsBbnQ3nCACMbvMBU=','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(15,244272523,1770339600000,'gw3.d7d58ee8.M5Yq_dwx0xf8-TEs87uXkCUOWyhS36FytNB22Xy791Ppqtl_WtW0kK2I-6rYUqz2of6RGwbLMNJxCh0KDSKvBnZAFPVrr2qHuTmhwNpjdiMGxRA6ixYbT4f8wbWXbQJ3dhPp1AozyU12XMCfdB5Umtl4uSUubFwovhVey1dyglJ4xvBxrt123sYXJLuS7vkenzqBYwuDujQ4PomKeYc8Kom6OQIpozzGgT1sa0NC69UZWL4KPfBLi-3iQE8IwoWH8IDcpe4mRLt6Eb9orA4vcGhi8oxssj-KFpxKV8NHA5VzkaY5bGOsKjXr0ISQxqu5SCkCQevjdLgyyBbrHw31Dv8kBKH1bZnMKDw0R_Uh_X4-aH-Ugp_-vwuA4P6gBMot7vgxz5bSChHTjrQ1Tee2kt4o3TMwpGD_N1f1JWO6u9yeAH-wZBEcBQZe','done',0,NULL,1770339600000);
INSERT INTO "inbox" VALUES(16,244272524,1770340202500,'gw3.d7d58ee8.8BukF6MiIkt9bFTI5V-FXC4Sws9BH3-9nCsOI0dfHVNxdBOzvMcgoPHG0_iPymEme4KlZj-jSSKj_Li4OuxcsXTQcnU7MowxBPAN3KuVDtsgSMYxdzgQKjn3N5aNeqFT7YmSvTsI9mayc09Z7n0idfjOfiEavhXJsrso1AfT-8mX-5w0g2UQkqM8d4U3wqA4RY6E4U-IQkfM','done',0,NULL,1770340202500);
INSERT INTO "inbox" VALUES(17,244272525,1770340203551,'gw3.d7d58ee8.FMX18qh28sc79-K9QVUIGmq08TRs6vqNdLSVlwQWtI9d_tzf_Lo3HSzaS-XdQFB9LicJFNZiPgyR7t-4w75ZNzbecZvHgw6M2yiTX8DFZlkHOJQXf2hi_6nPEytN_skF-82T6FgCikIG4h08eiPL1Vs5s0NnQa44WNx0n-m3zTQ2OMV0TOcNGwv6KE9_ct2A0iN8IDU9y4yz2G4NDUpYypr9EoSrsj5qKLKoQ7fxTVEtCLH9JnCbMvc-HN8u9KnyVZPclaC4AVLfns5X6EIkfQWqtkdn-IA_IPL8vl0p0AxH1WWs72QJyPF9h01jrv2sHEgLIqIdlgIJnbfDnzmu1mFDR4bXK3EFBfnS4eRqwxLRrsKFS8vUWZuqNbHXWrqamP5SS3xdYMV9p-q_BHTJXpPdDQTJ7X5CN3y9V7JoYL12yP-1Q0WLgr4dClS_CXNIr-fgBeUY6Q==','done',0,NULL,1770340203551);
INSERT INTO "inbox" VALUES(18,244272526,1770340203591,'gw3.d7d58ee8.mr-fM6oAEE9VcIr0RPCPuXpG43kkfIPOnQ4flWJbsi7_J7Ehf8HdL9S_dfToYMcg61uWVn8wPmZdsNmCBVtuNMfD1ux6qv3F4Zx4BUP1hFObfA0XbM0l4IQnJ9q028c0ulw5dD_ph2S-RkEcr3sOfqFx_d9eGqRIhy9uxuol-ix5bpKKOqF703X6OvUC9s43d2sQaLiSCA1TEkjp3V343tgL-o3LjXEk-c-hVDX0jXLD_pvnb8klg6BJVXL8rNR95CKhZWYzk9KGDOiP92nBPBUpeKkYXTaVDj75j0VozS0NTWYhoiDZxmMofuJV8-VyPvX9l0w5Weki1lPBfTpKQWmxqxrwqjBXgXUmri3r1tZU1LaTBGmJH2pqONW-qak1nLuXWmLYrhRb-DAV0wk=','done',0,NULL,1770340203591);
INSERT INTO "inbox" VALUES(19,244272527,1770340802500,'gw3.d7d58ee8.Zbjimyrg87dD2TVi0CSPFq67GdHAKhpjsaeVPh6ksTEi9RCbJQNRW4f4f6NDCafXMLt1t_qsqxv8cY5zUPL_fL5qdTR4m8Zc-7X4CmrYClgluN1OZ0iU_EGHEfc0rvqWmtIoKOaJLgUbE2l9a3-qg0Z3PiCO2DEZ-Mv6DqtLXUVssw==','done',0,NULL,1770340802500);
INSERT INTO "inbox" VALUES(20,244272528,1770341402500,'gw3.d7d58ee8.CwAO3SZQ7bj6WFuXB4M_OZqulfVdgfKL55iz1BndJNvsVREFNHYseBdcRcw484dpPHIIqs-k4sfnImuRoSCDAWTRjdHI8xP6SkfHQiLR-IMA-aZkj8_LAi7ILqSwCvy-XBOVyc1ZCZXEtKOiY8psjKzXUxR7w8KahqKjZHgTs4NPfoMl8jSe','done',0,NULL,1770341402500);
INSERT INTO "inbox" VALUES(21,244272529,1770343202500,'gw3.d7d58ee8.w-p1BqP37DzTP-wU1EcpCUnEA955NXjMWNsIlNc3t0Dc7vhMP6mDrD5Wl1YVc_dbTwokyM8Y4jdBZqEvjieptBOaHcFlLbBtWiRlcSlPMgFroGI1InRHNABf-MzcyAmr1BJIKM8K0luhdWWBwvqV-cWf7UxNQPb8-2n7fAc8cOOuqLeX8QzWwlb4Qnu5','done',0,NULL,1770343202500);
INSERT INTO "inbox" VALUES(22,244272530,1770346802500,'gw3.d7d58ee8.s-4pE76DlIHQeHyZXz-mpuVOePqZNJE8As8dvSWjsy-iG4V6KbW37rKiGbQwEKR4Cal1tafsty7l50e8pyC4Xl2cID7uFghq1mhByh59W_lW0hNEyypxNzRUUAWLmSwVPy30qIvrDydgp8yRRsTwvW-MnVsL6IuHJA==','done',0,NULL,1770346802500);
INSERT INTO "inbox" VALUES(23,244272531,1770347402500,'gw3.d7d58ee8.lkWURMy-OU5tJwPD9bSPWS_xV6YidZM9lZRv0vp5K1ZcF_WBzIhb9sIlqg3WreC_zCHCgP_-FiLGz3IHJ0RkgeNP1GhulbQRpyF0RGDIdlKnDfYG_QjLP7ZxYWzwHqCeqti4uvu69eWoIQGjqAOn0XDlLlx7XnHLwyZtDFjhOM76shVOiXT58DgQU6sgVph19stXWy0Qmdrbyg2w','done',0,NULL,1770347402500);
INSERT INTO "inbox" VALUES(24,244272532,1770357602500,'gw3.d7d58ee8.xZwT2_NMo_sS279-ndIkA7EaFyT07oEp9FG2OgtWpZNc_PwQABYzuXuVrZbV3g865Erd2DmZFuY_236zIRaI7IPPfP3csPYfetUe839F0CnUdw5vTy3Ra8x3fVOkCHU_YUse_tP7z1f9XUnEuF5GIyxScxllBlkUedLgviE7BHmj3sfVx9AiOc9vp3dtTyOTwiM4gNSL1SIdxm7QQRtdyOlzaLl_5xYE0f8q715ymWaNAI8mg6o=','done',0,NULL,1770357602500);
INSERT INTO "inbox" VALUES(25,244272533,1770357902500,'gw3.d7d58ee8.c9EwShczSUHjkT6eerrvEhpOyYh5qZQ4uoiptxSQgwNduLcKTYdUeR4RM9aMjUw9fAYPmCjSoyWavQSpdQSt-k4V_gBsea83RBVPCZbdy_fn8fu32AHGSLbPA6C2nmqJsH0pZrFAVkj_DlNFnIb_pH6SSY_-3l0vrEVatKXlKlkmPiYmOG0=','done',0,NULL,1770357902500);
INSERT INTO "inbox" VALUES(26,244272534,1770368402570,'gw3.d7d58ee8.JWpQ39iQN5r6P2yikaDFyn3ArcNnWySyLn5-8rDTOo-sg0223-bsxA0BqUVti-YNmTS5MWZX7ZWN5LUZRuCkDPozD04HWd-KQow2d6SraB42CNQY4ySSkSPpD1rjXW3z2XYKdsOQkfkaVDosxiu4NkiKfvteosJNfxFZLshz1C1LWHZ20eReuoZNnQ1HJiu5OhYElA==','done',0,NULL,1770368402570);
INSERT INTO "inbox" VALUES(27,244272535,1770375722500,'gw3.d7d58ee8.nvZRsaPaU474HooXit6V0onw5D3cetB-MXFHVABgmpru8TmShk1sEBduBmsXUxJMdzrB81owPRml5e-w4qpykGCsF69yT0eaUDQ79jh9pix1SGfb51qXyFwuay9JY_7oZbThdg61inXsr96BxHtqiFWZB5zI2lNYgRRr1zLQGn-11TUJMC2q','done',0,NULL,1770375722500);
CREATE TABLE indicators (
    number INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);
INSERT INTO "indicators" VALUES(1,'households_visited');
INSERT INTO "indicators" VALUES(2,'people_screened');
INSERT INTO "indicators" VALUES(3,'people_turned_back');
INSERT INTO "indicators" VALUES(4,'broadcasts');
INSERT INTO "indicators" VALUES(5,'checkpoint_people');
INSERT INTO "indicators" VALUES(6,'close_contacts');
INSERT INTO "indicators" VALUES(7,'disinfected_area');
INSERT INTO "indicators" VALUES(8,'disinfected_sites');
INSERT INTO "indicators" VALUES(9,'fever_cases');
INSERT INTO "indicators" VALUES(10,'gatherings_stopped');
INSERT INTO "indicators" VALUES(11,'isolation_released');
INSERT INTO "indicators" VALUES(12,'key_area_returnees');
INSERT INTO "indicators" VALUES(13,'leaflets');
INSERT INTO "indicators" VALUES(14,'pcr_samples');
INSERT INTO "indicators" VALUES(15,'premises_inspected');
INSERT INTO "indicators" VALUES(16,'returnees');
INSERT INTO "indicators" VALUES(17,'slogans');
INSERT INTO "indicators" VALUES(18,'temperature_checks');
INSERT INTO "indicators" VALUES(19,'tips_received');
INSERT INTO "indicators" VALUES(20,'vehicles_checked');
INSERT INTO "indicators" VALUES(21,'vehicles_turned_back');
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
INSERT INTO "meta" VALUES('sealed_with','d7d58ee8');
INSERT INTO "meta" VALUES('secret','gw3.d7d58ee8.u_GefDIMu1Wvp74PV7mpfoXaudiUPYgYgwJALlgotCh1MlWwBkIKtJSElCyjJFdOr56SmTK1CJs5vGg=');
INSERT INTO "meta" VALUES('first_start','gw3.d7d58ee8.vrLOUSnqOcRPtv9LruM1nZF3O0zoNlqwbuNPRdvtJhyhRaJQwmNI9PZLYw==');
INSERT INTO "meta" VALUES('claim','');
INSERT INTO "meta" VALUES('last_poll','gw1.d7d58ee8.e81ztf9MKmDNFj5V2PSv0kz-smNEBTVlPiBN5itcvc4iPIwrDQ_clIOfNvBp');
INSERT INTO "meta" VALUES('taken_in','gw1.d7d58ee8.IGt4L7PaIClOVjzMj2k-QtLGP2KC9wAPLKoG4WaWG52niEOFOib1wC6TsdA3');
CREATE TABLE order_rounds (
    task INTEGER PRIMARY KEY REFERENCES tasks (number),
    rounds INTEGER NOT NULL DEFAULT 0,
    next_at BIGINT
);
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
, update_id BIGINT, ready_at BIGINT);
INSERT INTO "outbox" VALUES(1,'board/11/2026-02-06/1','send',2,11,'board','gw3.d7d58ee8.LdUtjywqB15FqCcuzi-lnRTP5Hzi_FbeNG-dEeGdL2cdD4kFtr1QI0YoivqxfAJWLeom80aqO5k=','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]',NULL,1876,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340202540,NULL,244272524,1770340202500);
INSERT INTO "outbox" VALUES(2,'board/11/2026-02-06/1/pin','pin',2,11,'pin','{}','[]','board/11/2026-02-06/1',NULL,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340203551,NULL,244272524,1770340202500);
INSERT INTO "outbox" VALUES(3,'board/12/2026-02-06/1','send',2,12,'board','gw3.d7d58ee8.sKzug_ZL0j7DyFugWfiKQQ1VPxlNBepjwqJcNkxa-CXUa8Xkb7xsQo7UvskJ94PATIEFk9YdYJo=','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]',NULL,839,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340202570,NULL,244272524,1770340202500);
INSERT INTO "outbox" VALUES(4,'board/12/2026-02-06/1/pin','pin',2,12,'pin','{}','[]','board/12/2026-02-06/1',NULL,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340203591,NULL,244272524,1770340202500);
INSERT INTO "outbox" VALUES(5,'react/13/2602/👍/1770340202500','react',0,13,'reaction','gw1.d7d58ee8.rLMzZdm6PipMZvishkUnbmhx3sFa0Zq7xsJekGWwvYSHnEmtMB_NRGdtF4gfI1L_','[]',NULL,2602,NULL,NULL,1770340202500,NULL,'sent',1,1770340202500,1770340202500,NULL,244272524,1770340202500);
INSERT INTO "outbox" VALUES(6,'board/11/2026-02-06/2','edit',2,11,'board','gw3.d7d58ee8.Hs2WMWkfA4CdqnPOU2PpnGkcDbBNU2tTJ6aUwOidB1GAbC9r6dOF61KuxOb6utAq9a7LGzQR','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770340802500,NULL,'sent',1,1770340802500,1770340802540,NULL,244272527,1770340802500);
INSERT INTO "outbox" VALUES(7,'board/12/2026-02-06/2','edit',2,12,'board','gw3.d7d58ee8.hzkEz_6ADRcrX_-9QOUbynzqw7yR0axnqMvGNWj8xJZ0G_U1gx2RLGG6dE4xkn_5EHfcbAaapA==','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770340802500,NULL,'sent',1,1770340802500,1770340802570,NULL,244272527,1770340802500);
INSERT INTO "outbox" VALUES(8,'ask/3/1775/1770340802','send',0,3,'report-asked','gw3.d7d58ee8.-ISTTNoFhSyeOdCLFyxaXaRds2ns2C868x2TQ5takzHWlrkM-UvcP-khWbDZlI14Sba899a4xpCrDH78TDBNRFwt8us4C1muhk-DuT7pPO-dn4SrCUAOVGKidAzYCVBSHVScIYikfunzIi4YGhtC0McUaOOQU2ne9hJwBoQHq-i_8z_49p2WdkuYgg8ULF87FilZgVF1dYMFYeLALDcCqZy7f-mNYLbpSnSEQGHCTBgKWJfPxWozyg1c3GfQ754SMjOJ0GY=','[[["button-value","q/1/value/300",{"number":"","value":"300"}],["button-other","q/1/other",{"number":""}],["button-drop","q/1/drop",{"number":""}]]]',NULL,1776,NULL,'ask/2026-02-06/5',1770340802500,NULL,'sent',1,1770340802500,1770340802500,NULL,244272527,1770340802500);
INSERT INTO "outbox" VALUES(9,'held/1/1770341402000','send',0,1,'held-stranger','gw3.d7d58ee8.-sohcwmHw0xx2vxOYdEl8GpOUMF-Yq6zAXo1F7VDDxZRLcxIFaFwFBArYhWgshVnBh6gJ0O2GtsLRp5eki28hBNun11O0qkUeGX9B50NnBeKV_k4M961cHJYHDaVU49BnEI=','[[["button-admit","held/1/yes",{}],["button-not-admit","held/1/no",{}]]]',NULL,3458,NULL,NULL,1770341402500,NULL,'sent',1,1770341402500,1770341402500,NULL,244272528,1770341402500);
INSERT INTO "outbox" VALUES(10,'board/11/2026-02-06/3','edit',2,11,'board','gw3.d7d58ee8.pfvprTx1vWQgQnZHJCklbN8AvLhG14E0FtK7CZTwQe3k6R2r36dvS1oRrBYVUzJVuFI2VqLT','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343202540,NULL,244272529,1770343202500);
INSERT INTO "outbox" VALUES(11,'board/12/2026-02-06/3','edit',2,12,'board','gw3.d7d58ee8.g0vwC5zG0vpXxg0WWtPLSIKrBV2JChyY_2yhswtNvMeaIlKdxjXKcxNOuvJdjEFLGACxBW8AAg==','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343202570,NULL,244272529,1770343202500);
INSERT INTO "outbox" VALUES(12,'react/13/2604/👍/1770343202500','react',0,13,'reaction','gw1.d7d58ee8.FEjXMIaPciJPSoXwyRCsxlLTPUbKXhlEJrsDLTLSpMPRJC6PDGY8AXccTTB9rPx2','[]',NULL,2604,NULL,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343202500,NULL,244272529,1770343202500);
INSERT INTO "outbox" VALUES(13,'corrected/4/13/2604/1770343202000','send',0,13,'report-corrected','gw3.d7d58ee8.KrIWuLKOpVMjRMIZxMXAKNl23vcBwI-hHMJ5L5-ATLOE-R_4whRIBCsq8Zq0Ic1kaGryogmYolme4FjQ_cGDLVgSDFbnsL1Sl-GSiAAz7bk2sKUZDTY7aPP3xZmZ81jLs-pHduJAdsCtsk1IW3iO-h2ZCaFPngcAtdLpN0cy8s4c','[]',NULL,2605,2604,NULL,1770343202500,NULL,'sent',1,1770343202500,1770343203511,NULL,244272529,1770343202500);
INSERT INTO "outbox" VALUES(14,'board/11/2026-02-06/4','edit',2,11,'board','gw3.d7d58ee8.fJTmwq4yqdRzLnyVvy_7YZqF1fwQBQiv-CIMV8P9QZI1Zp_6KeG_qDEPbKCShCBzO8-Q5Xxg','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770346802500,NULL,'sent',1,1770346802500,1770346802540,NULL,244272530,1770346802500);
INSERT INTO "outbox" VALUES(15,'board/12/2026-02-06/4','edit',2,12,'board','gw3.d7d58ee8.FUv8cwtIiTL3Ypq6n-ruUXRbEqk_hW9suk1W3R76tkURE5zvNdwuegvnu94wkcpp3YioNXj8WQ==','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770346802500,NULL,'sent',1,1770346802500,1770346802570,NULL,244272530,1770346802500);
INSERT INTO "outbox" VALUES(16,'received/4/238/1770346802000','send',0,4,'report-received','gw3.d7d58ee8.i6kAobGluSIBaU7nR5NJw1fKooms6gA4v0HrTexmLutbTF9rlgLpGMxmWbl2Y4K70uct71Xk0-CVT6GDX7VjmDsD12N2ArZjHkKAws-iBbmJWgVobcvO5W0p6gE3oEwnVg9icCFW54nUilMYawSdPs0iCCW_LxTR_jSmplEiUwWKoUkMjyqIfLHzFysCFvxthp1u9Ja5EWXGoVNe8vaAhVCPEcninhNApgmwYuqT1vHhnrNJ1W8ppUNmVBOiSBAsC3_h30yDHC9RGwigruPzhwQi80yjwO6yB-IX08IXRHN756tKQCrrfF2HCA==','[[["button-show-all","mine/show/2026-02-06/6",{}],["button-correct","mine/fix/2026-02-06/6",{}]]]',NULL,239,NULL,NULL,1770346802500,NULL,'sent',1,1770346802500,1770346802500,NULL,244272530,1770346802500);
INSERT INTO "outbox" VALUES(17,'excused/unit-8/6/1770347402500','send',3,6,'excused','gw3.d7d58ee8.MvVowvx2fpEvWKbN6S24j0DfWff5-yN5eRNbwx-CnGVM_FBtd12Pt88ReiI4xcQlSyGeQ20q5VK85SKracWz0esTh18DGsShs3XuH5mV70eL-xUguBmDiZERzOwYzLVvPg9QRTsI3OUentJR5KlZlSXslQ==','[]',NULL,4323,NULL,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347402570,NULL,244272531,1770347402500);
INSERT INTO "outbox" VALUES(18,'board/11/2026-02-06/5','edit',2,11,'board','gw3.d7d58ee8.r60YcfWmS5-PUn4yn2wsqxVzrCxH447TY9KBpet_a38CfumzG93Poy6RP5JDonQjgU6qDgKZ','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347403511,NULL,244272531,1770347402500);
INSERT INTO "outbox" VALUES(19,'board/12/2026-02-06/5','edit',2,12,'board','gw3.d7d58ee8.r3bW6c5Xnl1OZYhgrh8b7P55jIrokoSbZPRQ1Ve8VAI47tvjguEFMWvZC9i35NvsHQpymqw12w==','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347402540,NULL,244272531,1770347402500);
INSERT INTO "outbox" VALUES(20,'answer/244272531/1','send',0,11,'excused','gw3.d7d58ee8.4ER-m7D6EG75A6jfJ2ztSZCEjcEmy_J-F4oZ1fOQ3RSc-PpAi98hXWEMiZOhi8fI724gFrRNLZlqlqwN_Id44QNjTfyX0xqwKf-cTCUN_8ukdzxL9U6eYB3Yhr5TqinsNMwS-JP5ji8E-wNvqaTLHJkwWw==','[]',NULL,1879,1878,NULL,1770347402500,NULL,'sent',1,1770347402500,1770347402500,NULL,244272531,1770347402500);
INSERT INTO "outbox" VALUES(21,'answer/244272532/1','send',0,11,'task-draft','gw3.d7d58ee8.HE-NF9tC1vIPESm-VyGXjpSSGRmSDowNdD068NPIrrF4HcWf43zaHcry_CJUnyFo8b3eJRb9r6qrxzpqhWE-nrqyJ5Pu10IGQ2jA8irLPlLXI9zzP3q0eDfCljDNjv_6GnjSQe93NPrNxsEpl3_FoTosZPeKfrKBLvzX3qu6sBaOY4syKrN4rhZXwGBul_qusWwHWD9CuHW4bNsTm-CoSltRa8qxvLHZKLzeKfJTuBDPpskAvISzgyR3FQ8YBmxpeR3-ljYySW89yq_QBmru-e23AXpe2N6yOIrEXORhrmFDs7cJfU52WBu-q9atWmLzXqNOhv_ThO0=','[[["task-button-publish","draft/1/1/publish",{"at":"19:00"}],["task-button-now","draft/1/1/now",{}]],[["task-button-edit","draft/1/1/edit",{}],["task-button-unverified","draft/1/1/verify",{}],["task-button-cancel","draft/1/1/cancel",{}]]]',NULL,1881,1880,'draft/1',1770357602500,NULL,'sent',1,1770357602500,1770357602500,NULL,244272532,1770357602500);
INSERT INTO "outbox" VALUES(22,'answer/244272532/1/edit-2','edit',0,11,'task-draft','gw3.d7d58ee8.NShS-r8KMAxobse3nIZmlUDNW1J9vWUSH6AYaM7loX1ysYfle-PM5EmHRQ0TSjZuRVBr8bpMP52dqlufj_zK4JtdYnex0KsckRc8kINM0a40CBNPMTdABizPhEu3aO4KKtIxWIVs7RFcXcGfw6kMhKF96GxBytV0onwTfzGQdQ-_mCX2oXHsZaGG_APw_Y4_aRM88AzsDLQl1qnvW38HYredSTPoiWubi8cB_u7Pwy3CQSmip0aHmpt4AX6V1PJXKonanPDka8ExBZUZOlTXCHug6UhRbUiQ3O2SlI4pe_B9blQnXudejjp-7Vof4v9UautbBYuWoXECPO-Ok7ziDSfjew==','[[["task-button-now","draft/1/2/now",{}]],[["task-button-edit","draft/1/2/edit",{}],["task-button-unverified","draft/1/2/verify",{}],["task-button-cancel","draft/1/2/cancel",{}]]]','answer/244272532/1',NULL,NULL,NULL,1770357902500,NULL,'sent',1,1770357902500,1770357902500,NULL,244272533,1770357902500);
INSERT INTO "outbox" VALUES(23,'answer/244272533/1','send',0,11,'task-confirmed','gw3.d7d58ee8.qDMKdafBb8Gog300GRfUS9kjH862iHufJXaPGp1y-14GtvuhLf-WnoUtOpsN-5JrX2faRzeTc7vg3S7UFrUsMTESZc-Ekcy6f120qWbxRzOhkjUwR4qzfI8=','[]',NULL,1883,1882,NULL,1770357902500,NULL,'sent',1,1770357902500,1770357903511,NULL,244272533,1770357902500);
INSERT INTO "outbox" VALUES(24,'remind/14:30/2026-02-06/unit-7/chat-5','send',4,5,'remind','gw3.d7d58ee8.qOZbXpsR029TcYHLsa1q-XxCUCXz-OJ8tQVr8-8OXdoQJx9Lb2LRJ4k6QjyUbcimy7YlVQ==','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1817,NULL,'remind/2026-02-06/7',1770359400000,1770360600000,'sent',1,1770359400000,1770359400000,NULL,NULL,1770359400000);
INSERT INTO "outbox" VALUES(25,'remind/15:30/2026-02-06/unit-7/chat-15','send',4,15,'remind','gw3.d7d58ee8.Anag1BdezDlk8SVjazGQy-HO7KPvpt1d2yc8RFzscUaF2fvpx95V0KI0dQ_HYyQ4','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4437,NULL,'remind/2026-02-06/7',1770363000000,1770364200000,'sent',1,1770363000000,1770363000000,NULL,NULL,1770363000000);
INSERT INTO "outbox" VALUES(26,'remind/15:50/2026-02-06/unit-7/chat-5','send',4,5,'remind-lead','gw3.d7d58ee8.7-1y3XmRMwAA565oElQgcmb8yfi0KXElwLIux3aUT9Thfm3kRpl2_9qa9-uEBJA0KdP1Eg==','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1818,NULL,'remind/2026-02-06/7',1770364200000,1770364800000,'sent',1,1770364200000,1770364200000,NULL,NULL,1770364200000);
INSERT INTO "outbox" VALUES(27,'remind/15:50/2026-02-06/unit-7/chat-15','send',4,15,'remind','gw3.d7d58ee8.Spa7W3rVk8HWeZbpQmu6Pi5htDN3NfljpVqQvPR2WqBaCw4bNv98Yf3upOGJ4nAzq1U4uw==','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4438,NULL,'remind/2026-02-06/7',1770364200000,1770364800000,'sent',1,1770364200000,1770364200040,NULL,NULL,1770364200000);
INSERT INTO "outbox" VALUES(28,'remind/15:50/2026-02-06/ask/3/1775/1770340802','send',4,3,'remind-questions','gw3.d7d58ee8.AcLjttK5cY3MXF6LBlw0oH85bFFU3VYgtao0_A8lvJoskuatlA4GnNOMH69HIYqIDKYWaUWXFr7NjOjw_nyyQv59_ftrMwWalaLE0lC6BZQQI6Ink6eL8exc1rb69pvatov6rKSUB4REOGn3IBLwBNmp4X7sSPn67FWTRkWqgsSjItc=','[]',NULL,1777,1776,NULL,1770364200000,1770364800000,'sent',1,1770364200000,1770364200070,NULL,NULL,1770364200000);
INSERT INTO "outbox" VALUES(29,'remind/15:50/2026-02-06/held/1/1770341402000/held','send',4,1,'remind-nod','gw3.d7d58ee8.7HbFASSP5VSx-a9REtasx2WD2enf--FY38uRyEwccwmlMOyH6IzDxBjfoQdnynava7g3ztoIV2LCWTItVra_erpj8jReeH_Z1GVWmpgUJCybUIMR2BJnsa7Rxxu3rPw=','[]',NULL,3459,3458,NULL,1770364200000,1770364800000,'sent',1,1770364200000,1770364200110,NULL,NULL,1770364200000);
INSERT INTO "outbox" VALUES(30,'collect/2026-02-06/chat-11','send',3,11,'rollcall','gw3.d7d58ee8.zpwCJUEVPmdtWTMChCOYjs5iA9fc_QvCehWacr9Z0MQvy6bAUaVz2R8mzaaVgAuH5XQdrcBJLKJtopnkO6viZTwlcRefN9DsyXNah4MpEziIBLT47Ho76fNj-KFV7CWZhPRVj0hfxw5AXgM8oyr055RU7Jar5xwOwKWiPMnfqEsQ9SNILQUnNgCr1nJbEkiILb49cwVl1dygSYWzKwyC8ZBT2sVxBfDY-k6ZH43EjodJ8nF4mKOvy13pZqqe7zK58_SiLXBA-nRmiQZaj0qNjqMdXvmhzct3eMHoBP_Ldr2RAL0Z9SPU9tYw8NEBlG45dJz0Rj8VunkAGAK6w2AgdnqB1QWIbrvTiHiLjb8AAw==','[[["button-call-silent","silent/call",{}],["button-extend","cycle/extend/15/16:00",{"minutes":15}]],[["button-units","units/open",{}]]]',NULL,1884,NULL,NULL,1770364802500,NULL,'sent',1,1770364802500,1770364802540,NULL,NULL,1770364802500);
INSERT INTO "outbox" VALUES(31,'collect/2026-02-06/node-1/chat-8','send',3,8,'rollcall-leader','gw3.d7d58ee8.2Tk1JXVVcZ2ahAOndXmDbXkrr4_f74gglZVIrTX7amuobqKHsbhnes1vO8WcyenQOY0c1feCpVaPzg7l5a1uJNItzQZxB_SiBiwtKZbOE31tiRTXi5XnIEtK2L7c02t6GlWsJa8Lqy5BULGPSkCrqLhvsVUdw2KIfmXNVgoxnnEW7XAPiN-x2r4LRw==','[]',NULL,3588,NULL,NULL,1770364802500,NULL,'sent',1,1770364802500,1770364802570,NULL,NULL,1770364802500);
INSERT INTO "outbox" VALUES(32,'board/11/2026-02-06/6','edit',2,11,'board','gw3.d7d58ee8.NsVbptVIoPQyB46aQN8hJHpUiNOKBvrBwRHqOhaFSyCjSSe1_twpWVaI-VkIWnOm_SMWbhv0','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770364802500,NULL,'superseded',0,1770364802500,NULL,'nothing new to show',NULL,1770364802500);
INSERT INTO "outbox" VALUES(33,'board/12/2026-02-06/6','edit',2,12,'board','gw3.d7d58ee8.KwDdArjE-zhKJCrfpm4oFugMxGmeY9k9KFDMCTYY3wdNyQj7vRRbr2aC61wsiXzySQgp04cxaA==','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770364802500,NULL,'sent',1,1770364802500,1770364802500,NULL,NULL,1770364802500);
INSERT INTO "outbox" VALUES(34,'chase/16:30/2026-02-06/unit-7/chat-5','send',4,5,'chase','gw3.d7d58ee8.6bkKcqC6H1Rl4opjQF8_AdAwuPL0M8ueFeyoyDJwpD9f_g3XyzbNU6tDB6pMESYTCFAv2tpUamR3','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1819,NULL,'remind/2026-02-06/7',1770366600000,1770368100000,'sent',1,1770366600000,1770366600040,NULL,NULL,1770366600000);
INSERT INTO "outbox" VALUES(35,'chase/16:30/2026-02-06/unit-7/chat-15','send',4,15,'chase','gw3.d7d58ee8.kD0YiU-rwzbBOfkKpGYRbqg2kj09YY_2b3IXD73_y05sLiLXOUJXfmV-WjhiE71QaNuuXr2ggDZ2','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4439,NULL,'remind/2026-02-06/7',1770366600000,1770368100000,'sent',1,1770366600000,1770366600070,NULL,NULL,1770366600000);
INSERT INTO "outbox" VALUES(36,'chase/16:30/2026-02-06/silent/chat-8','send',3,8,'chase-leader','gw3.d7d58ee8.pYusQDKqXHRWEZptezcu1UhPVmdk1QhAROoYfEpVYY_WDG7akYjwi_DVd0Oxhc6ZbDYGXcml__aJYAziJA==','[]',NULL,3589,NULL,NULL,1770366600000,1770368100000,'sent',1,1770366600000,1770366600000,NULL,NULL,1770366600000);
INSERT INTO "outbox" VALUES(37,'chase/17:00/2026-02-06/unit-7/chat-5','send',4,5,'chase','gw3.d7d58ee8.baumesIRNxAUCC-zU4jNkrvTuRP00hkEjvuiWgRdMYhVBTq60GWShA0CSLdxavQNSrfACxjBfloM','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,1820,NULL,'remind/2026-02-06/7',1770368400000,1770369900000,'sent',1,1770368400000,1770368400040,NULL,NULL,1770368400000);
INSERT INTO "outbox" VALUES(38,'chase/17:00/2026-02-06/unit-7/chat-15','send',4,15,'chase','gw3.d7d58ee8.deouSckr5qiTC9m60jA_Y2IL0O4iLQeUmok0hWl3yPhrofI0Ro8ex1_DU7RBQC1zzJBYDiU1RYi_','[[["button-form","form/start",{}]],[["button-zero","zero/2026-02-06/7",{}],["button-excuse-me","excuse/ask/2026-02-06/7",{}]]]',NULL,4440,NULL,'remind/2026-02-06/7',1770368400000,1770369900000,'sent',1,1770368400000,1770368400070,NULL,NULL,1770368400000);
INSERT INTO "outbox" VALUES(39,'chase/17:00/2026-02-06/silent/chat-8','send',3,8,'chase-leader','gw3.d7d58ee8.QHgc69r8tSg8s-hzbCVD8FLXFEqVtrQLGht0o7wxiRgNYmKQqNYfMf6mxBWP3bf52-jNJpZo8KwTVjkGlw==','[]',NULL,3590,NULL,NULL,1770368400000,1770369900000,'sent',1,1770368400000,1770368400000,NULL,NULL,1770368400000);
INSERT INTO "outbox" VALUES(40,'board/11/2026-02-06/7','edit',2,11,'board','gw3.d7d58ee8.HXM3wdvyK4GShc_bgjn3JlzS8cdTVkFKvzrp3JSyVi2nfyPjrGANu5j_nYxnCv59NfQdDYHF','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/11/2026-02-06/1',NULL,NULL,NULL,1770368402570,NULL,'sent',1,1770368402570,1770368402610,NULL,244272534,1770368402570);
INSERT INTO "outbox" VALUES(41,'board/12/2026-02-06/7','edit',2,12,'board','gw3.d7d58ee8.VmPSq5ZnD3bcJS5B8nz394znb-mjFM93uyjby-iXDbt0jEleCuQmE7kOk2wgMfbE5CrASaQVFQ==','[[["button-refresh","board/refresh",{}],["button-units","units/open",{}]]]','board/12/2026-02-06/1',NULL,NULL,NULL,1770368402570,NULL,'sent',1,1770368402570,1770368402640,NULL,244272534,1770368402570);
INSERT INTO "outbox" VALUES(42,'received/5/1821/1770368402000','send',0,5,'report-received','gw3.d7d58ee8.dwJP1hjS1JMw8oa9ZPtWNm0nyPUfDCPfxwDxYDL1eCbzLMrXZDAYt_544krkd1INSmo0qK9s86yJLN1_0XgRsuPz6UEB7FyPm5XFUSAbHQC_evfPof2-pjb1aBHQgI1O','[[["button-show-all","mine/show/2026-02-06/7",{}],["button-correct","mine/fix/2026-02-06/7",{}]]]',NULL,1822,NULL,NULL,1770368402570,NULL,'sent',1,1770368402570,1770368402570,NULL,244272534,1770368402570);
INSERT INTO "outbox" VALUES(43,'brief/2026-02-06/node-0/1/chat-11','send',3,11,'brief','gw3.d7d58ee8.7Ztk9ZHVxcJTFwTcAdFVoVlzfV4uCkyvWXcnfHQmFrVt2Da__TtcnVkgsoVrlV-sYtfIGtMuzcFZazVshIrGfluyvtiGgETsHhbIvzgoBweHAwZ1cNlZneR_vVshzbDY9PEEzaivgc8j_eeGLglZogdR0wQXKcIxss6slyRBXdVPBzaWDx-Aeorf3kF1aFC6JIyWrvOgXSxAF-KTdghrDZsmLbctIqO6hV3HZRn3az7KXlcZi-GMltf8CxLPRupruz6pHpY7P1vFejG2rRCJBSyWValnZBdhwwmMsL_SuVLCcVWCqGG-_80HJ6I8Gd6koGe8jWOG_8o7H7iA5xb_lkHzreu0eDDtQ0epdcolwi8=','[]',NULL,1885,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371100000,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(44,'brief/2026-02-06/node-0/2/chat-11','send',3,11,'brief-totals','gw3.d7d58ee8.mJlsNaLgvb-JXH5mTZVqXjlal1tqy75uBgYCG1YOI0vpUOVdW6zqRhUqPFKkFZjSvNZiN3wCDb7s3VpogDe1VQrhR9ZkXHmh3vnZvCZB19TTrBZiRNmd5fUFUi_UYTjlb-orF88pdUMk5rVSF7iBSW_WwDqZF3bFKwIZlNcQRsUSr2SAExkNmVGBLJwlPcS8v_2iQJE1-VHvt8RmiWTry6_ys0twRoiiRq31eJgJt9stRJyZaZHm51ECZxxfdYGtySTYG0V4BJoguInH1dDLrwfFPibt0uo-djTQBe_sUnH5rF1584QnB3FQcRpONfUSrXSxNNmzMyPgH3QWnECSzzct14-1X8zLk_tqdH_gQkE=','[]',NULL,1886,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371101011,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(45,'brief/2026-02-06/node-0/3/chat-11','send',3,11,'brief-since','gw3.d7d58ee8.cRvdIZ8cJAbUqhjTvVDl8YlldPPXI1LKCRMmbqtplhmHNYyFL3bPpQmniJO_KZ76pFiW-OuwJqo_vMowi7uGuF54E9Ur-tdWsmsWH03xrSWiBi5Xw3hhXQ5Lq0BFEq86CvgQj_O6aA==','[]',NULL,1887,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371102022,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(46,'brief/2026-02-06/node-0/4/chat-11','send',3,11,'brief-problems','gw3.d7d58ee8.g4_6iXzqllu4gg_qix1OXDxsna0VmmeIQ4YpWm2iolUIeC4maeuNZvmEmh5WbkDtIpv8QTc8FF_zI4iOlm42I67FCTnDxrfjLdAM7NFS6VIc14Z_CJaSP9mqJSux8loxhfTg','[]',NULL,1888,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371103033,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(47,'brief/2026-02-06/node-0/5/chat-11','send',3,11,'brief-tasks','gw3.d7d58ee8.9xIaQGO0oaGA9Vu-kJFK_NklcjervcYJaOS_LqMz70l5zprcw0oQJb-nBLdjA47-roiuUGZsrHmbpl_qt5MUtYuAZnI4UiX1Bw==','[]',NULL,1889,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371104044,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(48,'brief/2026-02-06/node-0/pictures/chat-11','pictures',3,11,'brief-pictures','gw3.d7d58ee8.KPjPrImZzUucGeutvdddsUNZBLBjCSj1qk7wiv2CenQhG3Hke3Y8a97EcKE3Joxn04Rq8YZhEcPljKOo3TrVOdQspIDRA8e4y1WSNtezooJ2yQbbfCZLtRrdyNv4','[]',NULL,1890,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371105055,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(49,'brief/2026-02-06/node-0/document/chat-11','document',3,11,'brief-paper','gw3.d7d58ee8.3Ni1VFZd8wb1wX42ox3EWUT1aciN_5Gw69sl5bW31LA6pOSOWRxOIUghksQydRqbLrKCtIHtbMfmH6K3MzvNb0fi0xn5UWBYdgDQWlD7IpbKxuQrrf0CnWx2l8SR','[]',NULL,1891,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371106066,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(50,'brief/2026-02-06/node-2/1/chat-7','send',3,7,'brief','gw3.d7d58ee8.PuOWeS_c7A6YBL1DoL7u2CptdXD_CtW6fWm_1Urv9RDqQ22rJoopNbyZ5o3_dv9zWiMZRDdG6sjQy6gmX_RAQiq8XFpuUNs2Hv3Ud4Rg_H9bukZ3iObuSwu75Z1MUzcFRrCbhx340B3QUKgWyUfs2vJLFhml7BUramdhDk1g3-9Ci8MIozNjECt11RxoEzrPih_SYobzl_8pSeJgk5Tczxo1x_Yhh9G4QGvqBELF6-A3uH7eBllQqYNIDI_PhKC_numG1JPxzOrUF809','[]',NULL,4062,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371100040,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(51,'brief/2026-02-06/node-2/2/chat-7','send',3,7,'brief-totals','gw3.d7d58ee8.P3Z49S6mJ4bh4qJI_wNZ2Xvt9kLwh_quSOE8Y7B2zHc_oeCptww6o1WbyHMOuc0kcCrxmCxjic_xqYWI3cByld7v384oVUh7ifxerzwd7RmClGXpOXSLlRTPC4RcpBusiyn30ih7klG8BDRaDIItHxKNNjTNDlDJizdP2w2pF5TinciGZKj_AwXcAMDUPc8UvrAr-8hgCQr0teOzk9V7bdzHus9VyNir3e0LCcKgHlVWoKK5Ksp_V0VwmdAfZsTPR-dkYdF4v-dK1v7Eo2OAxaPoYrq1I65849xrdF3iLfiuYA0wP0BKK0FOo2Mav0TARmUHdJeKWG8GsEmfZ1ZjtYVQ63Edqzj35dbWzZsQ1Tg=','[]',NULL,4063,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371101051,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(52,'brief/2026-02-06/node-2/pictures/chat-7','pictures',3,7,'brief-pictures','gw3.d7d58ee8.t0udQDUhqmK-g41UPpH2908i7UEnHX_PD-dT5YuqeoaMn52alhfDdOPP9pLHwWN5-ikn6SfXcGG1qSAl0bAbC_U6MWTquERGTS7-byBOFxgUg7LwVzvZp-vy','[]',NULL,4064,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371102062,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(53,'brief/2026-02-06/node-2/document/chat-7','document',3,7,'brief-paper','gw3.d7d58ee8.w4trQswpKuIkJuploru-R2_xcRUoHj8KVl9h5vGLw3-vnb1HzZVoIgzqSL7cugDoXM0djPeFXz73w9lsGURfpmWf043scquHi7RMNjLkJ2Eh71q3uoztodQV','[]',NULL,4065,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371103073,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(54,'rank/2026-02-06/day/chat-11','send',3,11,'rank','gw3.d7d58ee8.RBeiS45f569_sq1GIsFibMYHcIIhhYCjoKVgmN2iswYf4esEgXaQyYtuTX9qqeVeF17XLwJPsATY_guZqrVtJ4yqP7Ezt5cFUeu41fgkhgZEZfr42ZO1ZN4yv79m9X_IAkXcI46ferKologvc85LIRnQrQ5tNWuiH9FiH0DPhHj9VxrFr38-ocslXtAlBi5nQlWPMzEc26pYEJm6pLfm7xfJsa6dHCYQrJx2hfc1jvaPY0UTh-Enyn2Q0kKfyYuybi6tOKqbpDQCWj8GOuSW_3nrMyEeTzyKKEM0osv5zONLZ5UoGtT8JGw7rz24DKFXbASR6KwF','[[["button-rank-week","rank/week/0/0",{}]]]',NULL,1892,NULL,NULL,1770371100000,NULL,'sent',1,1770371100000,1770371107077,NULL,NULL,1770371100000);
INSERT INTO "outbox" VALUES(55,'meeting/2026-02-06/chat-11','send',3,11,'meeting','gw3.d7d58ee8.Kd8Whm5L19IxVEXsG6DXd9HOqKQ0rp788rQGjySTu4JajmmWuFjphvhrksRbgWI-t-JF1qc_dKrmJL2tO_FVb-SNpDW4yhv28nXRmU_PLmIZ2oakUMIPrnOFD6m6LV7r5E6pWsUH0Ms-_uVxEMUqmjPsQ6qr4m6nHXBjMpzrHwXLitUtnnXfJCwvHA==','[[["button-present","present/now",{}]]]',NULL,1893,NULL,NULL,1770372000000,NULL,'sent',1,1770372000000,1770372000000,NULL,NULL,1770372000000);
INSERT INTO "outbox" VALUES(56,'task-preview/2026-02-06/chat-11','send',2,11,'task-preview','gw3.d7d58ee8.esa7JoYpkdYyHA4cvwkNC7258ErEWAxQSJMlT_5Vs_3u35BPJ-E6UeBamfGQ661fsNLRP0kz_eRQiKRjmwnrtB34SakhKROKKhy7gu7Ek_H4uXclF1ht8uauqPKSKS6L7eRkn56BQy3uYRQopdpywe0h22d9432-c-ENJubIplC2gY9_5BtSST2xTvhpA5dYA4KlleRmXeYdbIa4gq0NzF-9RUNpkmzO7JeHaCWyTBu1','[]',NULL,1894,NULL,NULL,1770375000000,NULL,'sent',1,1770375000000,1770375000000,NULL,NULL,1770375000000);
INSERT INTO "outbox" VALUES(57,'task/1/chat-13','send',3,13,'task','gw3.d7d58ee8.03XFUgTeZjnGGNCkpoCWGDPzmlTWiTrboskzhwGHyPJrpESUDnhXxFrTX8fOK5S7eJcVZYolIPeeMyKSF-jw5mMfRdNJTbvc60ZWvZATCFKIQWqjZ9mWm9q9zeE2rhWPyWfMK0r_HiQmTtvfqAi84JI6lgvEWVjWb_-GoMAZ97exAXDG8pM76htUvlZNi-rhYFvn6No4T10UlFwSac66huwGhKsBv7Vp4SVtlushmVRWHb4omc0Y0GD7ioRk-mZ8pJNd3DnjY3aMjJ37zPiFuE3WAzgp5VQ-yi48d0o-6cCeOLspYdSqv9i3yh9Gjv-UiuD3l50XhloZLReNRaFJvweXLnj4oKiSCwOwGCn-qr_xE6kAVB1PGrUDF3ndjMwzGCbJudBVq2ObvXT_LnfFkKRMn0_0ZUkqD4_cqqg1hUaOG3Sy0DpYQnHhIgQ=','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,2606,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600040,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(58,'task/1/chat-14','send',3,14,'task','gw3.d7d58ee8.cxOQ6Kpn-ff5jAKCBWBXK7OOTjv7d9iqLnurkXHQ6GILNEFHX_cFNAEjNXgvjzPO2bcYH-47x7OcW5tqn9kEA55mz_4WD6qSX9PI3OOlZ0c-R13P9I5hmXEquwWJsTKn2UfGo7OQJhu4WJDaGgvy8_VB7Sq3mYDaYY9Ub3HGUolS6Qi4PrK0FARgV2o_oDhrFy2bjV1vwTUQX6txBVqL2iccLBC4ja7EO0HDglqJqtMqcfFzIpBd2XeZEbUPDmQ-KpMEnQTEa0euqYI_i7-0c_WF4IKErNbCS3WRlYGYKXNTqZM4sP5A0hVmBWuFI29sfbYh7HgK8wVZPrriRC7-Zhu9c0Osu16B8emT5hTsy-FeIcbUQDWhwCVYL6N3MCs1GO9qBRYrSH6mRDw14HSOmeFbvhs1j6kgUYxnREoVIsrg19uHpPs=','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,184,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600070,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(59,'task/1/chat-4','send',3,4,'task','gw3.d7d58ee8.UEU_uUOUYHF6tHHzz8_7BaGqQzjDQbDm7fHMQAH9cuENET-S2qhJcfCZNnoKBTUjG5JiPzeYorhUXzp6H73IA-agIZs-ii0deEjlw2RFB5DaSI3A-x4_ixR7AuuuoCwQVLQQLiF7vvtegUsOLYiPkoQBXaMq4VQMuwAdjNdk9KtRSOXEAtSqOm40ovpI_CEAdwojM-g55lExIkca_Utz8cS3hRLrU6bE8fGan0A7DoHCji4VefTDXwCS43ZvDwTgC-4GMJxqfIfAvei3oUOOOCwn4aHgKA6c4eVi1GPAmglIGJU5N0c_XdHkcxy5THuC_X0F0Nc9sAHn5S7z1fHylKvlLUIhjxh1CvE1NENuqFQAV5B5N1vIy-a0IAzex-FDC23dUTQJnurxaVfZVAqO0xB0brsTua5XkvaLAOEa3yl7PwFIO2jwkLKEQK4=','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,240,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600110,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(60,'task/1/chat-12','send',3,12,'task','gw3.d7d58ee8.267DSkvzBbYbgCDFXuEbK51aBWdSrWsNC2Wk_vTpfMbDQJBym5sQUihRY-8oiY1Ae4i34mwbW1CcVQojbCE4xwnxHtn7vzVUQRg-YqbL-C2rFX1hXeI7WGoOwaBbbpbwY0HBHalB7Z462vJstGa4khbiKtXThcIsb8M5Ulhtsctx9SXrmEL5IE4yqQViRxSQuAemlKNJ9q5w0tGU3-2b8h4nYESOBHvzoi4If4VJxGxKf6g7QsMrYPGh4NrGhfRA4yAAt0ADVKNuOeIY3LV1k3KK-ApYwLuzM5KvZzIrqPCrn1pYIWsmZ_Xbu-wH6zf1QrZdlVOtFRMl5hOXbgjgem2FUeFvHy53csm_ncQJKV7vJgUTznOeJMLF0IQbS4XVXjKs','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,841,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600140,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(61,'task/1/chat-15','send',3,15,'task','gw3.d7d58ee8.xQJ9VknzS1qh0oTmIYqRLNeHx4IMK9F85N_8C1K46rFDlk4BMZo6m1Oh80kOrbB5lW4S5EeJzsAFiHdEuPuI6hU5eiDfBiyhp_ZmWYMd6VFiLiWWF6FVm20ivDgVAryeFTMH0dOd-k_Ir4yFSujhmjOhqLXQI43mW0PBozClq4nTZJJRfOXCqIli-BW20T_UY8ei_uob0MoZ6KLwoR1H4ytX_4QNnNtd5V0PthJSXtKxj566e6B0uoORcbg6C1ZM-4O7yW2yiwWymhH6FGR-re7UTtLzVHU8uzAm0Y5ZvLiycjcK61DuLGAPy5msLqFVjQWluQlUXiqO0zSabFdb1-jwCETYsH1XxQwyZc-kTqHX-5fTHIhKRmpXMDRdTErQPSfiHskeaiiiHOAHSZmK4kJuX8sM9V65KoFjVWnh5sG7IvCfCXe2qxqZDHU=','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,4441,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600180,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(62,'task/1/chat-6','send',3,6,'task','gw3.d7d58ee8.pOMJNZO87tOeeg_hMtFTAJreRZFN4wnGVu-A9nMN7wPQRER1gJy85a7Qs21Fefbra4Yl7yX3V5LvSeieR1xI8zvlAzYiVFTWaaJteZ6RDXvz_sOJg7NG2blRkm621MIKK3qhzBB60titgDgmxzxvQ-yvvaMYVS60MEEK2GznWvVUaqsaQu1_2xsC3DJLJrsMrlym4KhWZPWMRknjo6MpX5t1Ltl5WnyITiJuN3WWVfo3RfK0VTF19gfu9qyKPehLJDSEYyIRvMUUUSTU-guUdOt4btsATfmGWx_VimjZ2ryj9ldNtBV9IWngrTMW0XwQYZYAuNYgHBPphO8OB4Bg8EKJ1TjoyYozq2kGuHYKg60EgWWw26Vlre3r-35zav7fp0S5pR1LpVAy3eDoYyfkyZ1jwoFAnSSnywO4N-g5dmRfv68KY0ATInN5beI=','[[["task-button-seen","task/1/seen",{}],["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]',NULL,4324,NULL,'task/1',1770375600000,NULL,'sent',1,1770375600000,1770375600210,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(63,'answer/244272532/1/edit-3','edit',0,11,'task-draft','gw3.d7d58ee8.5V_HRy7UPNEQHY2SgYHdZHlhkMfIsx7UCghi3Uv3PHbQ6v149RezJt5JjorIZhS-vu6I-FWp9F8qgE4wOEgOej5AXiMTUO6rftK5dm_eNJhgLL9zBtYqZH6Ol5nmi9N7O8SAMUjwPhZPu2GRtvnlbth139ABnNuaYEmy18G5V88nT3HZQtdQ0fy0ScXvWwr7LLTfqw-HNGy-qDIcyGJmtn0pDJJ94zNBR4gjYtgdrmM925J7lu_iUGOzGESX-YEVurIdvrQLXuugj6Oad-gKiAbY4B1elwA0Jk7Ux8UiTy5vC5nSovtVR4RR64uc5HbA1HgfTY37N_QhPAU2qKH-','[[["task-button-edit","draft/1/3/edit",{}],["task-button-withdraw","draft/1/3/withdraw",{}]]]','answer/244272532/1',NULL,NULL,NULL,1770375600000,NULL,'sent',1,1770375600000,1770375600000,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(64,'tasks-out/2026-02-06/chat-11','send',2,11,'tasks-out','gw3.d7d58ee8.TNDOsneos1N2PUJAocmjpuryCa0YEgKJQGfYoHAnL8arkFyS1hx5QrYb4YWzbU3FKRqv5PvxjCNcnEGozWvKU-UMBQCHNoKMgFxo9O8OIALywgxqH3dVGVsPtN39Du4AoQn7BPrL-4ZtU99iwD6z7TunQQf5jUl2In569V_M','[]',NULL,1895,NULL,NULL,1770375600000,NULL,'sent',1,1770375600000,1770375601011,NULL,NULL,1770375600000);
INSERT INTO "outbox" VALUES(65,'task/1/chat-13/edit/unit-4-1','edit',0,13,'task','gw3.d7d58ee8.06-KZFuT-FEVMlFK8EWNVXTQ3BQOoU2N_yt5Zs9PynCdg1kjjtW5n2E0GU6H0ZVh63HxLJNHiTgyuzbJE90udE0SMqNK5B4btD1_lc6qJCo6gPUI_hkRZXmVpM_xx8XLHRfIYDzr6to3K6dbIpVX-m2jjLDsr4tdd93Q-ekc7zI746m8VsPC75M_bQAjogXq6z5OjD--4do2xvM1m70CXN2RE2VQTRq5BQ0AfNwvvZYwdhXFStqtj3qO73AxfsezYwwLrc8NrA0A_t0GnNhiHiKNvQL0Gj1I1ViNiYccL8pl2S_-NWUjnkl7tjg-jWFDZCinuGDS1OFzuDMzJLfumPgi9lWeUyK0CW8AnGambmMZGcGd2xC4mSyavo3L1Mf6hW4Gm1yM9QMVZkeiP937COQ-WwI5OkRdapG1VxuXlIHsBsa78YjJfQL9LpcOubK1MjO8H965Jxw8','[[["task-button-doing","task/1/doing",{}],["task-button-done","task/1/done",{}],["task-button-difficulty","task/1/difficulty",{}]]]','task/1/chat-13',NULL,NULL,NULL,1770375722500,NULL,'sent',1,1770375722500,1770375722500,NULL,244272535,1770375722500);
INSERT INTO "outbox" VALUES(66,'react/13/2607/244272535','react',0,13,'reaction','gw1.d7d58ee8.2LHoiKBY17ds0zqJRf-8DGAgQm53Tqaw-8HQRkCj37qZNyypjCLXPjulOXV4XAyJ','[]',NULL,2607,NULL,NULL,1770375722500,NULL,'sent',1,1770375722500,1770375723511,NULL,244272535,1770375722500);
CREATE TABLE papers (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                           -- brief | minutes
    day TEXT NOT NULL,
    node INTEGER NOT NULL DEFAULT 0,              -- whose: a unit's subtree; 0 is the whole town
    frozen INTEGER NOT NULL,                      -- 1: made at its hour, never changed again; 0: the latest that somebody asked for
    at BIGINT NOT NULL,
    body TEXT NOT NULL,                           -- what it says, without a word of any language: JSON, packed
    UNIQUE (kind, day, node, frozen)
);
INSERT INTO "papers" VALUES(1,'brief','2026-02-06',0,1,1770371100000,'gw3.d7d58ee8.j_WqTfA8QqygEOYitGYhtP7ALZY3qJC84JSVdN9NqV5TdNPAMW2nC2xdciYRA_tJ2o2FLSkMSnsmq4lAfGBQe9Cv9mdJ6FOGwziZK-FMacReUesHjbjF_uneINJOzsnhWYGQa4FtgkltevuigeE7Jj7_74-fAojGUXQN9Y-LY9_mECkZBnxijBXIUAllxtdZaMi7mJ9qc7dG9AFHr7bAtml7h0C37ZArEf_7PVdAOyqRbS8iS_59tdjuek4R_pxHk66Vy-e-mzZ3ZjAlG2nNgfCwkEuTzQkxYjGvtrBCN4LIMAhmQf6ZdzEG2vJhyfcOmvCLi_Fvtzm1-PyUjl9_YSA3H4lgoLjCpLlL2hAPm5A6-6WLKgHC38BiMrS-6P4D9xqRgqbWvBnDgLNozqrTk4T1s6qlj6GUqcDPzT8p_9owdJKkqH6ifrPuwMqDRby7duKWD3-mrE7ycprM5rb3Af7rZ6oMyEZYO3QHoYSMxTju1VUlifr6GBx8qvIOnh6B3o0VzLfWY0ipdwcJ3F0uwFNPMHY-IMtlJQuCxbkoS7V3583Z8ksaPFZ6vE09y5wmikHwNPd-C7dJdz-DuF9onL3DM-FYm80Wt2nWm5emjXpkQvJu9rI_2Iqciun71k0p0OWR6y7Xcq2TaAphVrIdP073MGaGnDB0z8podyOljApNPYvaEsJrCe4w6wHia9RuV3K0uURZ4al0NHlIRu8vx1zDkkNmAk5AXWkspT6Pa4nlclNBVxVf8gJY9WEBL2C5CzVV_O0Rsy7NOTIl2h7KTvccgPu20lDqP4fPITbVEIcXKisDT90gNksQj_J128TrLo2DDmJjUkyjJm-ZK85Pa0PRMMqiYosr26wThKXOm7WasjjzL2zFG67GTJRI_yWpNIQATSAnoTtPiVq-brdeuCiH3HWmakVRSBkLgkU2v-XSb8qoY5tocXCdbY3IF7IxYMCayhykWyAGcRIoGPnfiNScV0rTV_S9Mccyj8uGwLtblJAodf8ZYiexckmgWIfis41KQEopDZYjZnMA2g60Vt-NBv_981ZZijWPfMSkoPKYn4pITckSN7Ji6Ghwj5jejBfnwKj2aCizaauHxHs6Zalgkf8WXr3ikBQR1Yns_4ILUtcSqwoOmEcTeaqBVLlwJWzXTQKzIlOacoYGFpI-2m0CD6Lf4zOy3qWgPM-JSRkZcf_z1byR9gI0bLMXnlWs7Ab7VCAFdZL_DuvHF2Z2-cE1Hp1L69Fh2BCrnfUNTIoyrqDXV8IHyogVZODal8WUUWLOrO6fRs1rPjfB2UTtZu4-go_0y1_Yw1edKvYVh6PYZCN7pc3kTCgqSqr8txo4yeBZmVpmPjzabUYKzVSuO6e_xiXXNOhd6q1ROeBKasXRvVhGnxgpzzUWoi5B599uoEJnahw_awXkRKMwzMyMTj4IU61z-6GIbazKQxtovOijO7uBRPKrvg0-YLfiL73_l6QAlLpipIcSlBLWcNBSVdjxL5AL0nP2TYQ=');
INSERT INTO "papers" VALUES(2,'brief','2026-02-06',2,1,1770371100000,'gw3.d7d58ee8.16gRusAP_hQX-tFb9ttEDpDqaWsmuoVlECrFjx264Kl_h3cEHGc2OtptA_VvngydntW2gUj7iisZO36no-WKy9pLXI5yD7FSiDXFfj7mikWc9vNr_PH_0i54lGl3NHMzSk6CIhDZKQmTZZb1b1GHr1j8i30D2eOht_eau6EFGvrPOM34yOXCFGctSLUfgWwadXJ5hKfRxn1rMkCcA0LvhzBgPnGJqFDeanRxGBZdHzQjmsqhcMDVCRqLay7HeBtJN1D7IrEEjVPgRGyeJLB8ln32XUTD6K0oXC-cGYIKFAk9V4-Vh4cIKTNaIlQCr6-DEwLSlxG1pbff5aUUbL-I9rw0_gNwUktc1IeFI5tdRh47kSXylq-rBYEFbMGtZfyxzhJyPhEO0jtliTh6Z3JpwTQ_HQF5FX9gQPD9f-Czdf6QS4IufN_LTJeKut1ku9gzEDcH8tH5gaqaivqzNeHshGYaGeElA4E6Yyx5OV17fGMN1UPC3rZBlq0Mju4ubskdrK_5iWhGUhAzeynF4xYhRSDeMKBw2rb1daBLu5zV1Mm6NPcIIpjRG6-NEmIstE8Q5DQ3dw9NOTGSKiH5d9prjWqFhi-q1paduETMYN3ssB7Rac8mrsVxKi9ZloKvHuq1YfVqvBSQgpvvHEiNLcFPxpuYM9qSdBvZNc2Z3Z36oD0O8BBmFVnGX5OUDXpofYAJdDbGEOg-xY6zORlvmYoUZcwIvv8-qIFAEh0Dh48h7U5Qwe8chhwPdE_1o4DXNC5ddYQkLg6imn_YYgQiiHlENZ-s37kkqyL1fPt83mVSJII2NnTc4HBf1J8g69brGl944SHFeF8QFDBJtBdnOzoXMh2-m1tYb3WgFeMswqPxkcl3DrgKZ2zDwqx5b6gEJrOFqeiDXTckD2ljC_X9MhpxxTAHMyiKivo_Oq83sYGeeO0F4Wf3wnjfR3GSGulDZG-pzCzU7cSqm7Laiax05MOMa41M_xUElmrKJIEz4ZrfTL0uWMJVXcAjxj9gKcjniX5w6q8bacW_RmEh-QkuDOgLlUhG37wj0J0B9h8OIcfR4LPA5woVe6ZVAmNw62eNadNpSVEf3V7HpxOBlU3tRGcr-002yVGCDRgTWlkXqVlFUSdPsW4kBPDhFA7BMd6fgOKx-JySH3JsAduheqxQab-D7HIG31KwUkmVDp8BIxjYhpE9E3EdIwCa8XJQCKLvvSs=');
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT UNIQUE,
    telegram_id BIGINT UNIQUE,
    active INTEGER NOT NULL DEFAULT 1,
    joined_at BIGINT,
    left_at BIGINT
, phone_mark TEXT);
INSERT INTO "people" VALUES(1,'张守田','gw3.d7d58ee8.HHlCIQpVU7ND4fWGn_lI4a5p4WvFeBuP266c3UGFMm_KFwKiRHGFGA==',6839679306,1,1770339600000,NULL,'cc1f689b03afe7f5bfd90122fc1219a929e73975232473d1c2fbd3d1b1a70916');
INSERT INTO "people" VALUES(2,'刘小妹','gw3.d7d58ee8.QWf0-Ph0j3Emm6UqcbY9c9WbAP_-diLggKPpUEKKk4balLx0eSAX7Q==',371041745,1,1770339600000,NULL,'c6197a9208d811a83c7a672252e8e1303f9ef704972563f26b0eae251741c5ee');
INSERT INTO "people" VALUES(3,'陈建国','gw3.d7d58ee8.o5YNmQ7VJ2VhFHxWlf128_QtWJlX9i1gV4aLe6zAYxmV2EwamNPLQg==',606456969,1,1770339600000,NULL,'dd432e0dc55e0d81351cf0b692753a8159af103a4641a19317fff860bb8cdd6b');
INSERT INTO "people" VALUES(4,'赵春梅','gw3.d7d58ee8.BtIyzcQarI1vGnmyRJlcu3wJIKYFcS7X0S77GAmRlOTtFhSIZE6gcA==',3368308804,1,1770339600000,NULL,'48c626dd5af8641504efbace843ab5d008f9f9a1f90913d15565a8c31fe1be3b');
INSERT INTO "people" VALUES(5,'孙大海','gw3.d7d58ee8.eAthF8wv19WGTP3870wy_g86IrIoLdus6LeiWLcEJoQlQtWIddYLUA==',6423245153,1,1770339600000,NULL,'97e1b8a143572c6821828e20d4d2b363a63e0bf8f6990ea56d55deab0f9a799a');
INSERT INTO "people" VALUES(6,'周桂兰','gw3.d7d58ee8.Tz7k-ZBsiWiXMWXsrCv-iqFhep3rQE5bGQ-mDYTYuigubOj93snRyw==',6025402262,1,1770339600000,NULL,'cd596c9a7ab41039fbec9d70e29dc37382705a54fa6dc01fd434080c35129f94');
INSERT INTO "people" VALUES(7,'李片长','gw3.d7d58ee8.9QknZeTFJfy-NrG4stBSJF3_64el8q0-uWgXXhuytX53-5wIqxf95Q==',1001749037,1,1770339600000,NULL,'3a2d877f36fc24444bf68f6673d9289ea1a5083d1d3c3ef0e351c7a9f29243f1');
INSERT INTO "people" VALUES(8,'王书记','gw3.d7d58ee8.lS4Z3qZiDiDIqM3GLh22XcJH8hoprGTY2CB68SHyTaZzH4QBCSvfIA==',2195328386,1,1770339600000,NULL,'ae01ed87f4b4e292a059332d8051466a13c99c87c92b7e512dbece783f10a9f3');
INSERT INTO "people" VALUES(9,'何督查','gw3.d7d58ee8.uXk9U5mnfB73C3EAFbmcYl5_2ov4Qie4wYGD_Fae3diLrugsZaRE4g==',1774216077,1,1770339600000,NULL,'9548a8001e02ee3c22225808b1fc492f5aa8d6cb6b5b5d66a640e6312423a5ed');
INSERT INTO "people" VALUES(10,'吴运维','gw3.d7d58ee8.lRua-DZEXvat-lpHq0ozwP2DwJKokpc09VBl5hZwzkb7tFoH_DPNv6I=',3394916953,1,1770339600000,NULL,'dfd07e9ee430f9b2dd8c9ed482c1bc7a83b841c4dfc3b8aade8050741bc1f26f');
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
CREATE TABLE purges (
    day TEXT PRIMARY KEY,
    done_at BIGINT NOT NULL
);
INSERT INTO "purges" VALUES('2026-02-06',1770339600000);
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
INSERT INTO "questions" VALUES(1,2,'2026-02-06',5,'ask/3/1775/1770340802',1,'people_turned_back','300','gw3.d7d58ee8.sNbYKkkmBVJOAVptx0niX0J_wv3pD65WfuG-Tl_yJv-dlyFO_8t8WXcclZTv','approximate',0,'{}','open',NULL,NULL,NULL,NULL);
CREATE TABLE "report_versions" (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    version INTEGER NOT NULL,
    values_json TEXT NOT NULL,                    -- '': the statement's
    cumulative_json TEXT NOT NULL,                -- '': the statement's
    texts_json TEXT NOT NULL,
    zero INTEGER NOT NULL,
    said_at BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    statement_id INTEGER REFERENCES statements (id),
    reason TEXT NOT NULL,                         -- report | edit | correction | addition | answer | form | zero | withdrawn | reparse
    noted_at BIGINT,                              -- when the program took it in; null: the audit log has a line of it
    PRIMARY KEY (day, unit_id, version)
) WITHOUT ROWID;
INSERT INTO "report_versions" VALUES('2026-02-06',4,2,'{"1":120,"2":356,"3":13}','{}','{}',0,1770343202000,1,3,'correction',1770343202500);
INSERT INTO "report_versions" VALUES('2026-02-06',6,1,'{"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"10":0,"1":0,"11":0,"12":0,"13":0,"14":0,"2":0,"3":0,"15":0,"16":0,"17":0,"18":0,"19":0,"20":0,"21":0}','{}','{}',1,1770346802000,4,4,'zero',1770346802500);
INSERT INTO "report_versions" VALUES('2026-02-06',7,1,'{"1":60}','{"1":900}','gw3.d7d58ee8.-Sfy1CW2QNR-96fZfFfiMstPHG00Qzrt5_Fj08kr1_pOIfsyUt8xXnMxRnJOsrJmiZvX',0,1770368402000,5,5,'report',1770368402570);
CREATE TABLE "reports" (
    day TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    first_at BIGINT NOT NULL,                     -- the first submission, by its message's date: decides on-time for ever
    version INTEGER NOT NULL,                     -- the one that stands
    open_questions INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, unit_id)
) WITHOUT ROWID;
INSERT INTO "reports" VALUES('2026-02-06',4,1770340202000,2,0);
INSERT INTO "reports" VALUES('2026-02-06',5,1770340802000,1,1);
INSERT INTO "reports" VALUES('2026-02-06',6,1770346802000,1,0);
INSERT INTO "reports" VALUES('2026-02-06',7,1770368402000,1,0);
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
CREATE TABLE stamps (
    subject TEXT PRIMARY KEY,                     -- units
    changes INTEGER NOT NULL
);
INSERT INTO "stamps" VALUES('units',16);
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
, version INTEGER, noted_at BIGINT, reason TEXT);
INSERT INTO "statements" VALUES(1,'2026-02-06',4,1770340202000,1770340202000,'','','{"1":120,"2":356,"3":12}','{}','{}',0,1,'张守田',0,13,2602,NULL,'gw3.d7d58ee8.T6wbpXz37_MlVsvX4oC4ah1FqtTZdnEqaSuRL7C1KVsejIPmXVDaNh1XEwX3YJTBSHmipZaCiomDwjnBJ123GE-7mw==','[]',NULL,1,1770340202500,NULL);
INSERT INTO "statements" VALUES(2,'2026-02-06',5,1770340802000,1770340802000,'','','{"1":80}','{}','{}',0,3,'陈建国',0,3,1775,NULL,'gw3.d7d58ee8.NJB0g7HUpiVJhA0ejnZw3s9qCbfENToiFXfSYp1iN_o9_XIPR3tBO07MOczR1RouH9QVhbIgwc6sET9CNUc=','[]',NULL,1,1770340802500,NULL);
INSERT INTO "statements" VALUES(3,'2026-02-06',4,1770343202000,1770343202000,'','','{"3":13}','{}','{}',0,1,'张守田',0,13,2604,NULL,'gw3.d7d58ee8.mIIQNCMlPNPIrxWpwX9CxPQY1E65-G5sfyVs81J4PWyqgrgNizxEd6nAKjWiw6Nw','[]',NULL,NULL,NULL,NULL);
INSERT INTO "statements" VALUES(4,'2026-02-06',6,1770346802000,1770346802000,'','','{}','{}','{}',1,4,'赵春梅',0,4,238,NULL,'gw1.d7d58ee8.GswqhSGgY33F6Url3JsHfp64TchI_FUcb5GVhfP-auUjkBznwRVZNon6Z6cJAGiriyJX','[]',NULL,NULL,NULL,NULL);
INSERT INTO "statements" VALUES(5,'2026-02-06',7,1770368402000,1770368402000,'','','{"1":60}','{"1":900}','gw3.d7d58ee8.Jpw40QmlNa60QOBVYigEufd9UPQJxjxZF2g4cdw1mJ8SrhtK3RahkOUouG9l82Rh6UPx',0,5,'孙大海',0,5,1821,NULL,'gw3.d7d58ee8.gBa0eYP9ZONsvTH2XmfVWYVP6KB8SJN9-UNjWcPI4yC-Oh-EtgSfGdJTYwXrK4KrqORpqmdxH2skAqKmCUtvnQVcch_SwqmBZho__-Ib','[]',NULL,NULL,NULL,NULL);
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
INSERT INTO "steps" VALUES('2026-02-06','remind/15:50',0,1770364200000,'done',1770364200000,'{"units":1,"told":2,"asked":2}');
INSERT INTO "steps" VALUES('2026-02-06','collect',0,1770364800000,'done',1770364802500,'{"reported":2,"questions":1,"silent":1,"excused":1,"told":1,"leaders":1}');
INSERT INTO "steps" VALUES('2026-02-06','chase/16:30',0,1770366600000,'done',1770366600000,'{"units":1,"told":2,"leaders":1}');
INSERT INTO "steps" VALUES('2026-02-06','chase/17:00',0,1770368400000,'done',1770368400000,'{"units":1,"told":2,"leaders":1}');
INSERT INTO "steps" VALUES('2026-02-06','chase/17:30',0,1770370200000,'done',1770370200000,'{"units":0,"told":0,"leaders":0}');
INSERT INTO "steps" VALUES('2026-02-06','brief',0,1770371100000,'done',1770371100000,'{"messages":12}');
INSERT INTO "steps" VALUES('2026-02-06','meeting',0,1770372000000,'done',1770372000000,'{"chats":1}');
INSERT INTO "steps" VALUES('2026-02-06','preview',0,1770375000000,'done',1770375000000,'{"tasks":1,"drafts":0}');
INSERT INTO "steps" VALUES('2026-02-06','tasks',0,1770375600000,'done',1770375600000,'{"decisions":0,"tasks":1,"units":5}');
CREATE TABLE task_events (
    id INTEGER PRIMARY KEY,
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER REFERENCES units (id),        -- NULL: of the task itself
    at BIGINT NOT NULL,
    person_id INTEGER REFERENCES people (id),     -- NULL: the clock
    what TEXT NOT NULL,                           -- published | edited | withdrawn, a unit's state, verified, returned
    words TEXT NOT NULL DEFAULT '',               -- the reason, as given
    before_json TEXT NOT NULL DEFAULT '{}'        -- what the parts that were edited said before
);
INSERT INTO "task_events" VALUES(1,1,NULL,1770375600000,NULL,'published','','{}');
INSERT INTO "task_events" VALUES(2,1,4,1770375722000,1,'seen','','{}');
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
CREATE TABLE task_fills (
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    closed INTEGER NOT NULL,
    PRIMARY KEY (task, unit_id)
);
CREATE TABLE task_numbers (
    task INTEGER NOT NULL REFERENCES tasks (number),
    unit_id INTEGER NOT NULL REFERENCES units (id),
    value TEXT NOT NULL,
    person_id INTEGER REFERENCES people (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (task, unit_id)
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
CREATE TABLE task_reached (
    task INTEGER NOT NULL REFERENCES tasks (number),
    indicator TEXT NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    value TEXT NOT NULL,
    PRIMARY KEY (task, indicator, unit_id)
);
CREATE TABLE task_series (
    number INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    audience_json TEXT NOT NULL DEFAULT '[]',     -- as in tasks
    scope_json TEXT NOT NULL DEFAULT 'null',
    due_words TEXT NOT NULL DEFAULT '',           -- read anew for each day
    photo INTEGER NOT NULL DEFAULT 0,
    verify INTEGER NOT NULL DEFAULT 0,
    goals TEXT NOT NULL DEFAULT '',
    asks TEXT NOT NULL DEFAULT '',
    weekdays TEXT NOT NULL,                       -- 1 is Monday: '1234567', '135'
    until_day TEXT,
    state TEXT NOT NULL DEFAULT 'draft',          -- draft | running | paused | ended
    made_by INTEGER REFERENCES people (id),
    made_in INTEGER REFERENCES chats (id),
    made_at BIGINT NOT NULL
);
CREATE TABLE task_targets (
    task INTEGER NOT NULL REFERENCES tasks (number),
    indicator TEXT NOT NULL,
    kind TEXT NOT NULL,                           -- flow | stock
    amount TEXT NOT NULL,
    each INTEGER NOT NULL,
    first_day TEXT NOT NULL,                      -- the days whose reports count
    last_day TEXT,
    PRIMARY KEY (task, indicator)
);
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
    version INTEGER NOT NULL DEFAULT 0, verified_at BIGINT, returned INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (task, unit_id)
);
INSERT INTO "task_units" VALUES(1,4,'seen',1770375722000,1770375722000,NULL,1,0,'',0,1,NULL,0);
INSERT INTO "task_units" VALUES(1,5,'silent',NULL,NULL,NULL,NULL,0,'',0,0,NULL,0);
INSERT INTO "task_units" VALUES(1,6,'silent',NULL,NULL,NULL,NULL,0,'',0,0,NULL,0);
INSERT INTO "task_units" VALUES(1,7,'silent',NULL,NULL,NULL,NULL,0,'',0,0,NULL,0);
INSERT INTO "task_units" VALUES(1,8,'silent',NULL,NULL,NULL,NULL,0,'',0,0,NULL,0);
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
, verify INTEGER NOT NULL DEFAULT 0, message_id BIGINT, urgent INTEGER NOT NULL DEFAULT 0, goals TEXT NOT NULL DEFAULT '', asks TEXT NOT NULL DEFAULT '', series INTEGER REFERENCES task_series (number), series_day TEXT);
INSERT INTO "tasks" VALUES(1,'gw1.d7d58ee8.D2MstRCirYC7S-ztnmtxhZVyrmNn4mLx_A71Qe5hXB9COlp9F3eIrEgzwaar4mvplztrerP1v3LkL9c2JvGTNipL8KgWdDvxV4wAtn87z3HHAp-n','','[]','[1]',NULL,'',0,'published',8,11,1770357602500,'2026-02-06',1770375600000,3,1,1880,0,'','',NULL,NULL);
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
, deadline TEXT);
INSERT INTO "units" VALUES(1,'T0','东观镇',NULL,'[]','[]',0,'self',1,NULL);
INSERT INTO "units" VALUES(2,'A1','东片',1,'[]','[]',0,'self',1,NULL);
INSERT INTO "units" VALUES(3,'A2','西片',1,'[]','[]',0,'self',1,NULL);
INSERT INTO "units" VALUES(4,'01','黄溪村',2,'["黄溪"]','[]',1,'self',1,NULL);
INSERT INTO "units" VALUES(5,'02','东观社区',2,'[]','[]',1,'self',1,NULL);
INSERT INTO "units" VALUES(6,'03','石板村',2,'[]','[]',1,'self',1,NULL);
INSERT INTO "units" VALUES(7,'04','白塔社区',3,'[]','[]',1,'self',1,NULL);
INSERT INTO "units" VALUES(8,'05','红星村',3,'[]','[]',1,'self',1,NULL);
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
CREATE UNIQUE INDEX people_phone_mark ON people (phone_mark);
CREATE INDEX task_feedback_at ON task_feedback (at);
CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER audit_not_taken BEFORE DELETE ON audit WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX outbox_queue ON outbox (lane, id) WHERE state = 'waiting';
CREATE INDEX outbox_toasts ON outbox (id) WHERE state = 'waiting' AND chat_id IS NULL;
CREATE INDEX outbox_in_flight ON outbox (id) WHERE state = 'sending';
CREATE INDEX inbox_aside ON inbox (place) WHERE state = 'aside';
CREATE INDEX inbox_later ON inbox (place) WHERE state = 'later';
CREATE INDEX papers_by_day ON papers (day);
CREATE INDEX task_events_task ON task_events (task, unit_id);
CREATE INDEX task_events_at ON task_events (at);
CREATE UNIQUE INDEX tasks_of_series ON tasks (series, series_day);
CREATE INDEX circulars_album ON circulars (chat_id, album) WHERE album IS NOT NULL;
CREATE INDEX circulars_state ON circulars (kind, state, decided_at);
CREATE INDEX task_feedback_message ON task_feedback (chat_id, message_id);
CREATE INDEX evidence_message ON evidence (chat_id, message_id);
CREATE INDEX evidence_album ON evidence (chat_id, album);
CREATE TRIGGER versions_not_changed
BEFORE UPDATE OF day, unit_id, version, values_json, cumulative_json, zero, said_at, person_id, statement_id, reason, noted_at ON report_versions
WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE TRIGGER versions_not_taken BEFORE DELETE ON report_versions WHEN NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE TRIGGER statements_not_changed
BEFORE UPDATE OF id, day, unit_id, said_at, heard_at, mode, values_json, cumulative_json, zero, person_id, version, reason, noted_at ON statements
WHEN OLD.version IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE TRIGGER statements_not_taken BEFORE DELETE ON statements
WHEN OLD.version IS NOT NULL AND NOT EXISTS (SELECT 1 FROM audit_door)
BEGIN SELECT RAISE(ABORT, 'versions are only added to'); END;
CREATE INDEX reports_unit ON reports (unit_id, day);
CREATE VIEW standing AS
SELECT r.day, r.unit_id, r.first_at, r.version, r.open_questions,
       COALESCE(v.values_json, s.values_json) AS values_json, COALESCE(v.cumulative_json, s.cumulative_json) AS cumulative_json,
       COALESCE(v.texts_json, '{}') AS texts_json, COALESCE(v.zero, s.zero) AS zero, COALESCE(v.said_at, s.heard_at) AS last_at
FROM reports r
LEFT JOIN report_versions v ON v.day = r.day AND v.unit_id = r.unit_id AND v.version = r.version
LEFT JOIN statements s ON s.day = r.day AND s.unit_id = r.unit_id AND s.version = r.version;
CREATE INDEX statements_words ON statements (said_at) WHERE raw <> '' OR texts_json <> '{}' OR read_as_json <> '[]' OR sender <> '';
COMMIT;
PRAGMA user_version=11;
