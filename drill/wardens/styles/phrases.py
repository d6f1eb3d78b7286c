"""Ways to say an indicator in running speech. Data; `{n}` is the number alone, the measure stands in the words.

An indicator without an entry is said by its name. Words here are plain to a reader who knows the form.
"""

from collections.abc import Mapping

SAYINGS: Mapping[str, tuple[str, ...]] = {
    "households_visited": ("入户走访{n}户", "入户走访了{n}户群众", "上门{n}户", "入户排查{n}户", "挨家挨户敲门{n}户"),
    "people_screened": ("排查{n}人", "摸排{n}人", "排查登记{n}人", "摸排人数{n}人"),
    "returnees": ("返乡{n}人", "返乡的有{n}人", "新增返乡{n}人", "排查出返乡人员{n}人"),
    "key_area_returnees": ("重点地区返乡{n}人", "湖北返乡{n}人", "武汉返乡{n}人"),
    "close_contacts": ("密接{n}人", "密切接触者{n}人"),
    "fever_cases": ("发热{n}人", "发现发热人员{n}人"),
    "home_isolation": ("居家隔离{n}人", "目前在管隔离{n}人", "现在居家观察{n}人"),
    "isolation_released": ("解除隔离{n}人", "期满解除{n}人"),
    "temperature_checks": ("测温{n}人次", "量体温{n}人次", "体温检测{n}人次"),
    "checkpoints": ("卡点{n}个", "设置卡点{n}个", "设卡{n}处"),
    "checkpoint_people": ("检查过往人员{n}人次", "登记过往人员{n}人次", "卡点检查{n}人次", "盘查{n}人次"),
    "people_turned_back": ("劝返{n}人次", "劝返人员{n}人次", "劝返外来人员{n}人次"),
    "vehicles_checked": ("检查车辆{n}台次", "查车{n}台次", "登记车辆{n}台次", "检查过往车辆{n}台次"),
    "vehicles_turned_back": ("劝返车辆{n}台次", "劝返车{n}台次"),
    "disinfected_sites": ("消毒{n}处", "消杀{n}处", "消毒场所{n}处"),
    "disinfected_area": ("消毒面积{n}平方米", "消杀面积{n}平方米"),
    "leaflets": ("发放宣传单{n}份", "发传单{n}份", "发放明白纸{n}份", "发放宣传资料{n}份"),
    "slogans": ("悬挂横幅{n}条", "张贴标语{n}条", "拉横幅{n}条"),
    "broadcasts": ("大喇叭响了{n}次", "流动宣传{n}次", "广播{n}次"),
    "gatherings_stopped": ("劝散{n}起", "制止聚集{n}起", "劝阻酒席{n}起"),
    "premises_inspected": ("检查商户{n}家", "巡查场所{n}家", "检查门店{n}家", "检查经营户{n}家"),
    "pcr_samples": ("核酸采样{n}人次", "采样{n}人次", "核酸检测{n}人次"),
    "tips_received": ("接到群众举报{n}起", "接到举报{n}起"),
    "staff_on_duty": ("出动人员{n}人", "在岗{n}人", "值守{n}人"),
    "masks": ("口罩还剩{n}只", "口罩结存{n}只", "口罩库存{n}只"),
    "alcohol": ("酒精还有{n}升", "医用酒精{n}升"),
    "disinfectant": ("消毒液{n}升", "84消毒液还有{n}升", "消毒水{n}升"),
    "thermometers": ("额温枪{n}支", "测温枪{n}支", "体温枪{n}支"),
}

NONE_OF: Mapping[str, tuple[str, ...]] = {
    "returnees": ("无返乡", "没有返乡人员", "无新增返乡"),
    "key_area_returnees": ("无重点地区返乡", "没有湖北返乡", "无重点地区返乡人员"),
    "close_contacts": ("无密接", "没有密切接触者"),
    "fever_cases": ("没有发热人员", "未发现发热", "无发热", "暂无发热人员"),
    "home_isolation": ("无居家隔离", "没有居家隔离人员"),
    "isolation_released": ("无解除隔离",),
    "people_turned_back": ("劝返人员0", "没有劝返人员"),
    "vehicles_turned_back": ("劝返车辆0", "没有劝返车辆"),
    "gatherings_stopped": ("劝阻聚集0起",),
    "tips_received": ("无群众举报", "没有接到举报"),
}

TOTAL_MARKS = ("累计", "合计", "总计")

# Nobody's numbers, on a line of their own.
NOISE_LINES = (
    "体温均在36.2-36.9℃",
    "最高36.8℃，没有异常",
    "联系人小李 {phone}",
    "值班电话 0817-55{four}",
    "夜里气温零下3℃，请接班的多带件大衣",
    "卡点24小时轮班",
    "全镇排名第2",
    "完成率98%",
    "车牌川RA{four}的货车已放行",
    "报送时间15:20",
    "辛苦各位领导🙏",
)

# Talk between the figures of a sentence.
ASIDES = (
    "群众都很配合",
    "党员干部带头",
    "村医已经上门看过",
    "挨家挨户不漏一户",
    "大家都很辛苦",
)

OPENINGS = ("", "", "各位领导，", "报告镇防控办，", "领导好，")
CLOSINGS = ("。", "。", "，群众都很配合。", "，一切正常。", "，谢谢。", "，辛苦大家了💪")
SPOKEN_OPENINGS = ("喂报一下啊", "那个我报一下", "报一下今天的数")
SPOKEN_CLOSINGS = ("就这些", "都正常", "没别的了", "")

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "排查": ("households_visited", "people_screened"),
    "返乡": ("returnees", "key_area_returnees"),
    "重点人员": ("close_contacts", "fever_cases"),
    "隔离": ("home_isolation", "isolation_released"),
    "检测": ("temperature_checks", "pcr_samples"),
    "卡点": ("checkpoints", "checkpoint_people", "vehicles_checked", "people_turned_back", "vehicles_turned_back"),
    "消毒": ("disinfected_sites", "disinfected_area"),
    "宣传": ("leaflets", "slogans", "broadcasts"),
    "巡查": ("gatherings_stopped", "premises_inspected", "tips_received"),
    "物资": ("masks", "alcohol", "disinfectant", "thermometers"),
    "力量": ("staff_on_duty",),
}

# Things that no form knows, with how many of what; the truth of such a number is that it is to be dropped.
UNKNOWN_THINGS = (
    "出动无人机{n}架",
    "出动洒水车{n}台",
    "搭帐篷{n}顶",
    "慰问困难群众{n}户",
    "签订承诺书{n}份",
    "安装监控{n}套",
    "代买生活物资{n}件",
)

CHATTER = (
    "收到",
    "收到，马上安排",
    "明天几点开会？",
    "辛苦了",
    "大家辛苦了，注意保暖",
    "刚才镇上来了5个人帮我们搭帐篷，总算不漏风了，谢谢谢谢",
    "谁那里还有多的口罩？先匀我们50只，明天还。",
    "明天上午9点的会是在镇上2楼会议室吗？",
    "一切正常，平安，大家早点休息😴",
    "今天来了3个人帮忙搬东西",
    "路上结冰，来镇上的同志慢点开车",
    "👍👍",
    "明天计划入户100户、消毒8处，请大家7点半在村委会集合。",
    "转发县融媒体：全县累计检查123227人次，劝返20737人次，给守卡的同志们点赞👍",
    "请问群里谁有镇卫生院的电话",
    "夜里降到零下5度，大家多穿点。",
)
