"""Stage 2: numbers that are nobody's value: dates, times, telephones, plates, ages, frequencies, idioms."""

from collections.abc import Sequence
from functools import lru_cache

from domain.parsing.numerals import HAN
from domain.patterns import regex

# A numeral in figures or in words, for use inside the patterns below.
FIG = r"(?<![\d.])\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?[万千百亿]?"
HANS = f"(?<![{HAN}])[{HAN}]{{1,15}}"
NUMERAL = rf"(?=[\d{HAN}几数])"  # before a pattern of several ways: elsewhere none of them is tried
ANY = rf"{NUMERAL}(?:{FIG}|{HANS}|几|数)"

_PLATE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
_PART_OF_DAY = "(?:今早|今晚|明早|明晚|昨晚|早上|早晨|上午|中午|下午|晚上|夜里|凌晨|傍晚|半夜|深夜|清晨|晚|早|夜)?"
_PLACE_NO = (
    "(?:号楼|号院|号卡点|号桌|号岗|号路|号线|号门|号|组|社(?!区)|队|栋|幢|单元|楼|层|室|巷|弄|"
    "期(?!满)|大队|中队|支队|片区)"
)

# Numbers that are nobody's value, by kind; the first that fits a place is taken.
NOBODY: tuple[tuple[str, str], ...] = (
    ("id", r"(?<!\d)\d{17}[\dXx](?!\d)|\d{6}\*{4,}\w{0,4}"),
    (
        "phone",
        r"(?<!\d)(?:\+?86-?)?1[3-9]\d(?:[- ]?[\d*]{4}){2}(?!\d)|"
        r"(?<!\d)(?:0\d{2,3}[- ]\d{7,8}|0\d{9,11}|400-?\d{3}-?\d{4}|\d{3,4}-\d{7,8})(?!\d)",
    ),
    (
        "phone.words",
        r"(?:拨打|热线|电话|号码|手机|致电|短号|微信|QQ|qq|工号|邮编|验证码|群号|会议号|密码)[:是为]?[一-鿿]{0,3}[:是为]?\d[\d\-]{4,30}"
        r"|(?:拨打|热线|致电|短号|工号|密码|电话|号码)[:是为]?\d{3,4}(?![\d户人个次台份名起条家])"
        r"|\d{3,5}(?=热线|电话|平台|报警|急救)|(?<=打|拨|呼)1[12]\d(?!户|人|个|次|台|份)",
    ),
    ("link", r"https?:[^\s一-鿿]{1,300}|www\.[^\s一-鿿]{1,200}|@[A-Za-z0-9_]{1,40}"),
    (
        "pack",
        r"\d{1,5}(?:\.\d{1,2})?(?:(?:ml|ML|毫升|升|L|kg|公斤|千克|斤|克|g|只|片|个)(?:装|/[瓶桶盒袋包箱]|一[瓶桶盒袋包箱])|ml|ML|毫升|克|g)的?"
        r"(?=[一-鿿]{2,6}(?:\d{1,6}|[一二三四五六七八九十百两]{1,5})[瓶桶壶箱盒袋包])",
    ),
    (
        "pack",  # 口罩1盒50只，一共6盒
        r"(?<!\d)[1一]([盒包箱袋瓶桶壶])(?:装|有|是|=)?\d{1,4}(?:\.\d)?(?:只|片|个|升|毫升|ml|ML|斤)(?=[^。;\n\d]{0,8}\d{1,4}\1)",
    ),
    ("long", r"(?<!\d)\d{9,40}"),
    ("long.words", r"[零〇一二三四五六七八九幺]{7,40}(?![十百千万])"),
    (
        "difference",
        rf"(?:比|较|同|跟|和)(?:昨|前|上)[^,。;\n]{{0,8}}?(?:多|少|增|减|降|升|涨|净增|增加|"
        rf"减少|下降|上升|\+|-)[了出长]?{ANY}(?:余|多)?(?:人次|台次|辆次|户次|平方米|[一-鿿])?",
    ),
    ("each.rounds", rf"(?:[一-鿿]了|搞|做|开展|进行|来|组织|分){ANY}(?:轮|批)次?(?!\d)"),
    ("each.times", rf"(?:发|核[对实]|问|看|说|讲|数)(?:了|过)?{ANY}遍"),
    ("idiom.names", r"张三|李四|王五|赵六|孙七|周八|吴九|郑十"),
    ("part", r"(?<=[上里中])有(?:一|1)个(?=是|说|叫|姓)"),
    ("code.seat", r"(?<!\d)\d{1,2}车(?:厢)?\d{1,3}[A-F](?:[、和及]\d{1,3}[A-F])*"),
    ("idiom.slip", r"[多少漏缺]了?[一1]?个[零〇]"),
    ("size.pages", rf"{ANY}页"),
    ("size.mix", rf"{ANY}(?:升|斤|公斤|桶|毫升)水|[加兑配]{ANY}(?:毫升|克|升|斤|片|份)"),
    ("each.band", rf"{ANY}个?人(?:一组|一班|一队)|(?:我们|咱们|他们){ANY}个?人"),
    (
        "difference",
        rf"(?:(?:多|少|漏|重复?|错)(?:报|算|统计|写|登)了?|超额(?:完成)?){ANY}(?:人次|台次|辆次|户次|平方米|[一-鿿])?",
    ),
    (
        "difference",
        rf"比[^,。;\n\d]{{1,10}}(?:多|少|增|减|高|低)(?:了|出|加)?{ANY}(?:人次|台次|辆次|户次|平方米|[一-鿿])?",
    ),
    ("difference", rf"(?<=[\n,。;、(])(?:多|少)了{ANY}(?:人次|台次|辆次|户次|平方米|[一-鿿])?"),
    ("none", r"(?:没有|没得|没|无|未发现|未见)(?:任何)?(?:一|1)(?:个|例|名|起|人|户|位)"),
    ("difference", rf"(?:环比|同比)[^,。;\n]{{0,4}}{ANY}.?|(?<!\d)[+↑↓]\d{{1,9}}(?:人次|台次|[一-鿿])?"),
    (
        "area.own",
        rf"(?:全|本|我)(?:村|社区|镇|乡)(?:总)?{ANY}(?:多|余)?户(?:[、,]?{ANY}(?:多|余)?(?:人|口))?(?!入|走|排)",
    ),
    (
        "date.year",
        r"(?:20\d\d|二[〇零○][一二三四五六七八九〇零]{2})年(?:[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十廿]{1,3}[日号]?)?)?",
    ),
    ("date.figures", r"20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?<!\d)20[23]\d[01]\d[0-3]\d(?!\d)"),
    (
        "date.month",
        r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|正|腊|冬)月(?![一-鿿]{1,2}[村社镇])"
        r"(?:\d{1,2}|[初一二三四五六七八九十廿卅]{1,3})?[日号]?"
        r"(?:[-至到~—、和及](?:\d{1,2}月)?\d{1,2}[日号])?(?:[-至到~—](?:\d{1,2}月)?\d{1,2}[日号]?)?",
    ),
    ("date.span", r"\d{1,2}[-至到~—]\d{1,2}[日号](?!楼|院)"),
    ("date.week", r"初[一二三四五六七八九十]|(?:周|星期|礼拜)[一二三四五六日天]"),
    ("time", r"\d\d?:[0-5]\d(?::[0-5]\d)?(?:[-至到~—]\d{1,2}:[0-5]\d)?"),
    (
        "time.words",
        rf"{_PART_OF_DAY}(?:\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?:[-至到~—](?:\d{{1,2}}|"
        rf"[一二两三四五六七八九十]{{1,3}}))?"
        rf"(?:点(?!位|多?[{HAN}\d]*[处个])(?:半|钟|整|多|[\d{HAN}]{{1,3}}分?|一刻|三刻)?|时(?:[\d{HAN}]{{1,3}}分)?(?!间|"
        rf"候|候))",
    ),
    (
        "each",
        rf"(?:一|1)(?:天|日|周|晚|户|家|人)(?:{FIG}|[两二三四五六七八九十])(?:次|遍|趟|回|轮|顿|"
        rf"测|检|查|份|张)",
    ),
    (
        "span",
        rf"{NUMERAL}(?:\d{{1,9}}[x×*]24小?时?|{ANY}(?:多|余|来)?个?(?:半)?(?:小时|钟头|分钟|秒钟?|昼夜|天|"
        rf"夜(?![间里晚班])|周(?![边末一二三四五六日])|星期|礼拜|月|年(?!轻|货|初|前|关|底)|"
        rf"宿|季度|刻钟|日(?!报)))",
    ),
    ("span.shift", rf"{ANY}(?:班倒|班制|班(?=轮|岗|值|守|倒))"),
    (
        "temperature",
        r"(?:零下|零上|-)?\d{1,2}(?:\.\d)?(?:[-至到~—]\d{1,2}(?:\.\d)?)?(?:℃|°C|度\d?|摄氏度|C)(?![A-Za-z0-9_])|零[上下]\d{1,9}",
    ),
    ("temperature.words", rf"(?:零下|零上)?{HANS}(?:点{HANS})?(?:摄氏)?度(?!过)"),
    (
        "temperature.body",
        r"(?:(?<=体温)|(?<=最高)|(?<=最低)|(?<=温度)|(?<=正常)|(?<=体温在)|(?<=体温都)|(?<=体温是)|"
        r"(?<=体温为)|(?<=体温:)|(?<=均在)|(?<=都在))"
        r"3[4-9]\.\d(?:[-至到~—]\d\d(?:\.\d)?)?",
    ),
    ("temperature.body", r"(?<=[热烧温])[到至了是为:]{0,2}3[5-9]\.\d(?![\d人个名例位])"),
    ("percent", rf"{FIG}[%‰]|百分之(?:{FIG}|{HANS})(?:点{HANS})?|{ANY}个百分点|{ANY}成(?=以|左|的|$)"),
    (
        "money",
        rf"(?=[\d几数¥￥${HAN}])(?:{FIG}(?:块钱?|元)?(?=一[瓶只个包盒斤袋桶支箱])|(?<=涨到){FIG}|[¥￥$]{FIG}|{ANY}(?:多|余|来)?[万亿]?(?:元|块钱|块多|角钱|毛钱))",
    ),
    (
        "money",
        r"(?<![\d二三四五六七八九十])一[瓶只个包盒斤袋桶支箱](?:才|就|都|卖|要|得|涨到){0,2}\d{1,4}(?:\.\d)?(?:块|元)?(?=[,。;!\n]|$)",
    ),
    ("age", rf"{ANY}(?:多|余|来)?(?:周岁|岁)|\d0后"),
    ("length", rf"{ANY}(?:多|余|来)?(?:公里|千米|里路|里地|厘米|毫米|米(?!²)|km|cm|mm|海里|分贝)"),
    (
        "plate",
        rf"{_PLATE}[A-Z][·.]?[A-Z0-9*]{{4,6}}|{_PLATE}?[A-Z][·.]?(?=[A-Z0-9*]{0, 6}\d)[A-Z0-9*]{{5,6}}(?![A-Za-z0-9])",
    ),
    (
        "road",
        r"[Kk]\d{1,4}\+\d{1,4}|[GSXYDKTZCL]\d{1,4}(?!\d)(?:国道|省道|县道|高速|线|路口|次)?|\d{3}(?:国道|省道|县道|乡道|线(?!索))",
    ),
    ("size", r"(?<![\d.])\d{1,2}\+\d{1,2}(?:\+\d{1,2})?(?=[一-鿿])(?![户人个台份条处次升名只支起家例])"),
    ("code", r"(?<![A-Za-z])[A-Za-z]{1,12}-?\d{1,9}(?:\.\d{1,9})?[A-Za-z]{0,9}"),
    (
        "ordinal",
        rf"第(?:{FIG}|{HANS})(?:[次名批组位个天轮步号章条届])?|[Nn][Oo]\.?\d{{1,9}}|排名\d{{1,9}}|"
        rf"编号:?\d{{1,9}}|TOP\d{{1,9}}",
    ),
    (
        "place",
        rf"{NUMERAL}(?<!\d)(?<!楼栋)(?:\d{{1,5}}(?:[、\-—~和至到/]\d{{1,5}}){{0,12}}|[{HAN}]{{1,5}}(?:[、和至到][{HAN}]{{1,5}}){{0,12}}){_PLACE_NO}(?!人(?!家)|"
        rf"织|长|员|户数|人次)(?:\d{{1,9}}单元)?"
        rf"(?:\d{{1,9}}(?:号|室|楼)|(?<=[元楼栋幢])\d{{3,4}}(?=[,。;、)\n的]|$))?",
    ),
    (
        "each.every",
        rf"(?:平均)?(?<!一)每(?!日(?:报|上报))[^,。;、\n\d{HAN}]{{0,8}}(?:不少于|不低于|至少|"
        rf"约|发放?|各)?{ANY}(?:余|多)?(?:人次|台次|辆次|[一-鿿])?|人均{ANY}.?",
    ),
    ("each.both", rf"(?:早中晚|早晚|早午晚|上下午|上午下午|白天晚上)(?:都|均)?各[一-鿿]{{0,2}}{ANY}(?:次|遍|场)"),
    (
        "area.holds",
        rf"(?:(?:全|本|我|该|咱)们?(?:村|社区|镇|乡|小区|街道)|辖区|(?<=[村区])(?=共有))(?:内|"
        rf"现|总|一)?(?:共有|共计有?|共|有|现有|总共有)(?:居民|村民|群众|农户|住户)?{ANY}(?:多|余)?"
        rf"(?:户|栋|口人?|个(?:村民小组|组|网格|自然村|小区|院落))(?:[、,]?{ANY}(?:多|余)?(?:户|人|口|名|栋)){{0,4}}",
    ),
    (
        "area.people",
        rf"(?:总人口|常住人口|户籍人口|(?<!流动)(?<!外来)(?<!返乡)(?<!重点)人口|总户数|总面积|常住|户籍|管辖|下辖|辖区?)[:为共有约是]{{0,2}}{ANY}(?:多|"
        rf"余)?(?:户|人|个|名|口|家|平方公里|亩)?(?:[、,]?{ANY}(?:户|人|口|名)){{0,4}}",
    ),
    (
        "size",
        rf"{ANY}个(?:村民小组|村小组|村组|组(?!织)|网格|小组|单元|院落|楼栋|自然村|行政村|路口(?=[,。]|"
        rf"都)|方面|到位|一律|严禁|必须|不准|不漏|工作组|专班|片区)",
    ),
    (
        "idiom",
        f"(?<![{HAN}])(?=[一二两三四五六七八九十百千万零半双国统唯之逐专合第不其查来排进见遇])(?:一[台个户人辆处家名](?:车|人)?(?:都|也)?(?:不|没(?!有|得)|未)|一[次份条起例只趟回](?:都|也)(?:不|没(?!有|得)|未)|四处(?=[奔跑打张走寻])|一人[一-鿿]{{2,4}},?全家|一户[一-鿿]{{2}},万户|"
        f"一家(?:老小)?(?:[二三四五六七八九]|\\d{{1,2}})口人?|一([人车户家件])[一-鿿]一\\1|[查来排进见遇]一([人车户个家件])[、,]?[一-鿿]{{1,3}}一\\2|一(?![{HAN}])[一-鿿]一(?![{HAN}])[一-鿿]|一一(?![{HAN}])|"
        "一起(?=[一-鿿])|一直|一些|一下|一定|一律|一并|一同|一道|"
        "一般|一样|一致|一切|一心|一旦|一面|一边|一方面|一经|一来|一线|一手|一律|一概|一应|一线|"
        "一路|一时|一贯|一如|一举|一刻|一会儿?|一点儿?|一把手|一刀切|一盘棋|一条心|一股|"
        "统一|唯一|之一|逐一|万一|专一|合一|第一|不一|一是|二是|三是|四是|五是|六是|七是|八是|"
        "九是|其一|其二|其三|十分(?!钟)|万分|千万(?!户|人|只)|百姓|百货|百般|千方百计|千家万户|"
        "万无一失|万众|四面八方|"
        "七嘴八舌|三五|三三两两|零星|零散|零距离|零容忍|零食|零时|两委|两会|两站|两侧|两边|两头|"
        "[老小]?两口子?|[他她我你咱]们?[俩仨]|二维码|三级|三无|四类|四早|五保|五包一|四包一|三包|两不|双人|三轮|三农|八方|"
        "九小|半夜|一半|五个一|四个一|"
        "三个一|两个一|三大|两非|一家人|一家老小|一号|二号|二手|三通|四通八达|六必|三保|百日|"
        "千言万语|五一|十一假|八一|七一|三八|国庆|万岁|一方|一触即发|不管三七|一早|一大早|一整天|"
        "一连)",
    ),
    (
        "rank",
        rf"(?:全[镇县市区乡]|排|位列|排在|名列)[^,。;\n\d{HAN}]{{0,4}}(?:第|前|倒数){ANY}(?:名|位)?|"
        rf"(?:位列|名列|排名|排在)[^,。;\n\d{HAN}]{{0,3}}{ANY}(?:名|位)?",
    ),
)

# A kind is looked for only where one of these signs stands; most messages hold few of them.
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
TRIGGERS: dict[str, frozenset[str]] = {
    kind: frozenset(signs)
    for kind, signs in {
        "date.year": "年",
        "date.month": "月",
        "date.span": "-至到~—",
        "date.week": "初周星礼",
        "time": ":",
        "time.words": "点时",
        "span": "时钟分秒昼天夜周星礼月年宿季刻日班",
        "temperature": "℃C度零",
        "percent": "%‰分成",
        "money": "元块角毛¥￥$一涨",
        "age": "岁后",
        "length": "米里mM贝",
        "plate": _LATIN,
        "road": _LATIN + "道线",
        "code": _LATIN,
        "ordinal": _LATIN + "第名编",
        "place": "号组社队栋幢元楼层室巷弄期路区",
        "each": "次遍趟回轮顿测检查份张",
        "each.every": "每均",
        "size.pages": "页",
        "code.seat": "ABCDEF",
        "idiom.slip": "零〇",
        "size.mix": "水加兑配",
        "each.times": "遍",
        "each.rounds": "轮批",
        "each.band": "组班队们",
        "each.both": "各",
        "span.shift": "班",
        "temperature.words": "度",
        "idiom": "一二三四五六七八九十百千万零两双半国统唯",
        "difference": "比较同跟和多少+↑↓漏重错超",
        "none": "没无未",
        "long.words": "零〇幺一二三四五六七八九",
        "phone.words": "拨热话号机致短微Qq工邮验密平警急打呼",
        "link": "hw@",
        "part": "有",
        "idiom.names": "三四五六七八九十",
        "pack": "瓶桶壶箱盒袋包",
        "area.own": "全本我",
        "area.holds": "共有",
        "area.people": "口住籍辖数积",
        "size": "个+",
        "rank": "第前倒列名在",
    }.items()
}
# Some want figures of a kind; what stands for those is no sign.
MANY_FIGURES, BODY_HEAT = "many figures", "body heat"
TRIGGERS |= dict.fromkeys(("id", "phone", "long", "date.figures"), frozenset({MANY_FIGURES}))
TRIGGERS["temperature.body"] = frozenset({BODY_HEAT})
_MANY = regex(r"\d\d\d(?:\d\d|[- *]|\d[/.])")
_HEAT = regex(r"3[4-9]\.\d")


# Kinds as bits, by their place in NOBODY: those that are looked for in every text, and those that a sign calls for.
ALWAYS = sum(1 << place for place, (kind, _) in enumerate(NOBODY) if kind not in TRIGGERS)
CALLED_FOR: dict[str, int] = {
    sign: sum(1 << place for place, (kind, _) in enumerate(NOBODY) if sign in TRIGGERS.get(kind, ()))
    for sign in frozenset().union(*TRIGGERS.values())
}
_CALLING = frozenset(CALLED_FOR)


def looked_for(text: str, signs: frozenset[str]) -> Sequence[int]:
    """The places in NOBODY of the kinds that may stand in this text of these signs, in order."""
    called = ALWAYS
    for sign in calls(text, signs):
        called |= CALLED_FOR[sign]
    return _places(called)


def calls(text: str, signs: frozenset[str]) -> frozenset[str]:
    """What in the text calls for kinds: signs, and what stands for figures."""
    told = []
    if _MANY.search(text):
        told.append(MANY_FIGURES)
    if "." in signs and _HEAT.search(text):
        told.append(BODY_HEAT)
    return (_CALLING & signs).union(told)


@lru_cache(maxsize=1024)
def _places(bits: int) -> Sequence[int]:
    """Messages of one day call for the same kinds again and again."""
    return [place for place in range(len(NOBODY)) if bits >> place & 1]
