"""Stage 3: the grammar of Chinese reports, as tables. Words of a form (what is counted) never stand here."""

from domain.patterns import regex

# What may stand behind a number when it counts something that can be reported.
_COUNTERS = (
    "单 针 剂 户次 户 人次 名 人 个 位 口 台次 台 辆次 辆 车次 处 份 张 本 册 条 幅 副 次 场 起 例 件 "
    "家 只 支 把 升 架 碗 顶 批 箱 瓶 桶 袋 盒 亩 斤 公斤 千克 克 套 块 顿 盏 床 面 吨 "
    "包 盘 桌 间 双 棵 部 头 根 盆 对 艘 筐 捆 卷 壶 罐 车 座 所 篇 期 枚 片 管 方 "
    "米 匹 群 趟 笔 宗 股 毫升 立方米 立方 组 堆 粒 颗 排 杯 份儿 幢 栋 段 公里 千米 里 厘米 锅 平方米 "
    "篮 扇 "
)
COUNTERS = tuple(_COUNTERS.split())

# Behind a number and its measure: it is only about.
ABOUT_BEHIND = regex(
    r"左右|上下|以上|以下|以内|的样子|开外|不到|不止|出头|还多|打底|\(约数?\)|\(估计?\)|\+|好像|大概|吧"
)

# Between a name and its number: words that add nothing.
GLUE = regex(
    r"(?:(?:的|了|有|是|为|达到?|共计?|一共|总共|总计|合计|计|已经?|还有?|还剩[下余]?|剩[下余]?|期末|"
    r"余|尚有|尚余|只|仅|才|就|都|也|又|再|均|各|在|到|出|得|过|着|个|数量?|人数|户数|总数|总量|"
    r"数[为是]|数据|情况|总|"
    r"完成|开展|进行|累计|实际|实有|上午|下午|晚上|早上|白天|夜间|白班|夜班|全天|今[天日]|当[天日]|"
    r"本日|目前|现在|现有|现|新增|大约|大概|约|近|将近|接近|差不多|估计|可能|好像|不到|超过?|"
    r"至少|起码|少说|上|好几|应该|不足|"
    r"发放?|采|播放?|响|喊|张?贴|悬?挂|做|查|测|量|拉|设置?|设立|登记|检查|劝|走|跑|敲|喷|消|"
    r"洒|收|接|干|搞|安排|组织|出动|处理|处置|核查|核实|统计|上报|报|说|办|派|印|写|刷|拦|放|"
    r"守|投入|投放|"
    r"人员|群众|村民|居民|人口|对象|人次|人|家庭|农户|住户|人家|病例|患者|病人|场次|次数|频次|"
    r"份数|条数|处数|家数|辆次|车辆数|者|那边|这边|方面|上面|"
    r"啊|呢|嘛|吧|哈|呀|哦|嗯|呃|那个|这个|就是|由|从|原来?|原报|实[为是]|其实|应该?[为是]|应当?[为是]|改[为成]|"
    r"更正为?|调整为|误报为|而?不是|库存|结存|现存|存量|我们|咱们|全村|全社区|大家|一天|整天|"
    r"全天)|[:,=→>.…~\"“”'‘’()\[\]【】•/\-—_|\t\s!！*#])*"
)

# Behind a word of the form these make a longer name that the form does not know.
SUFFIX = regex(
    r"[墩栏桩锥墙挡板簿垫毯盆池罩衣球灯杆泵]|盒(?!数)|网(?!格|上|络|点|吧|红|民|约)|车(?!辆)|站|亭|棚|帐篷|服|队|室|书|牌|箱|桶|机(?!关|动|会|制)|器|仪|柜|片区?|粉|剂|湿巾|"
    r"门诊|贴(?!了|出|到)|酒店|宾馆|户(?!数|次|主|外|籍)|点(?!位|[\d半])|员(?!工)|岗|物资|用品|设备|工作组|"
    r"专班|"
    r"本(?!村|社|地|月|日|镇|组|小)|表(?!格|示|明|现)|证(?!实)|码|平台|系统|热线|电话|制度|通道|"
    r"房|带(?!领|动|队|头|着)|费|款|药|试剂|套装|手套|棉|凝胶|喷壶|喷雾|线索?(?!上)|组(?!织)|"
    r"班(?!子)|小组|台账|软件|方案|通知|标准|要求|"
    r"志愿者|队员|人才|专家|结果|报告|证明|专用|培训|课|会(?!议室)|演练"
)

# Before a thing in store: it is given, taken or wanted, not in store.
MOVED = regex(
    r"(?:发放|分发|派发|下发|配发|发|赠送?|捐赠?|领取?|领到|收到|采购|购买|购入|购|买|消耗|使用|"
    r"用掉|用去|用|发出|送|借|需要?|急需|缺少?|还缺|差|要|申请|补充|佩戴|戴|带|调拨|调配|入库|"
    r"出库|新到|到货|接收|接受|筹集|筹措|"
    r"支援|匀|求|换|耗|支出|交|归还|新购|新领|出借)(?:了|出|去|掉|给|到|来|着|完)?(?:[我咱你他她]们?|大家|各村|隔壁)?的?\Z"
)
MOVED_MID = regex(
    r"进了|进货|供应|供给|已到|(?<!达)到了|送到|送来|运到|发放|分发|派发|下发|配发|发(?!热|现|烧)|赠|捐|领|收到|采购|购|买|消耗|使用|用|送|借|需|"
    r"缺|差(?!不多)|申请|补充|佩戴|戴|调拨|入库|出库|新到|到货|接收|耗|支出|短缺|不够|坏|损|"
    r"报废|丢|修"
)
# Behind its figure: it has been given away.
MOVED_BEHIND = regex(r"(?:已经?|全部|都)*(?:送|发(?!热|烧|现)|领|运|用完|寄|捐|分(?!别|布))")
# Between name and figure: what is wanting is not there, whoever counts it.
WANTING = regex(r"坏|丢|缺|还差|差(?=\d)|需要?|急需")
# Between name and figure: the figure is of somebody or something else (排查中发现1人从…回来).
ELSEWHERE = regex(r"发现|查到|查获|遇到|碰到|来自|请|给|让|叫|带|要(?!求)|把|被|跟|找|等(?!共|合)")
LEFT_OVER = regex(r"期末|剩|余|存|还有|现有|尚有|在库|盘点|结")
# Anywhere before the thing in its clause they say the same.
MOVED_CLAUSE = regex(
    r"供应|供给|收到|领到|领取|领回|发放|下发|分发|派发|采购|购买|购进|捐赠|捐|赠|支援|调拨|新购|使用|消耗|"
    r"急需|缺|[借匀分送交拨让]给|借(?:出|走|去|用)|每[户人家村](?:各|都)?发|给(?:我们?|咱们?|本)村?(?!的)"
)
CHANGE = regex(
    r"(?:(?<!另)(?<!外)[又再]|新增加?|增加|新|增|多了?|减少|减|少了?|净增|又增|增设|新设|加|撤销|撤)(?:了|到)?\Z"
)
CHANGE_ENDS = frozenset("又再加增新多了减少设撤销到")  # with one of which every such word ends
CHANGE_MID = regex(r"新增(?!后)|增加|增(?!强)|减少|减|多了|少了|净增|\+")

# Before a name: there is none of it.
NEGATION = regex(
    r"(?:(?:暂时?|尚|并|均|都|也|仍|还|至今|今[日天]|目前)?(?:未发现有?|没有?发现有?|未见|未出现|"
    r"未新增|未有|没有新增|没有|没得|没|无新增|无|冇|零新增|零|未排查出|没查出|没有查出|未查出|"
    r"没出现|没有出现|未接到|没接到|没有接到|未收到|(?:未|没有?)[一-鿿]{1,2}[到出]))"
    r"(?:任何|[一1][个例名起人户位]|新的|新增|其他|其它|出现|外地|外来|从|有|存在|发生|疑似|的|人|什么|异常)*\Z"
)
# What ends a spoken report; dictation writes it as it sounds (玩毕).
CLOSING = (
    r"(?:(?:汇报|报告|上报|播报|报)?(?:完毕|完比|玩毕|玩比|完壁)|(?:汇报|报告|上报)(?:完|结束)|就这[样些个么]|(?:非常)?(?:谢谢|多谢)|辛苦|"
    r"好[了嘞](?![一-鿿])|以上|领导|书记|主任|再见|晚安)"
)
NONE_BEHIND = regex(
    r"(?:\([^()\d]{1,6}\))?[.…]*(?:人员|情况|人数|的人|的|者|病例|患者|群众|症状|现象|对象)*[:=\t ,]*(?:今[天日]|"
    r"目前|均|都|也|仍|还是|暂时?|为|是|全部|全|皆|一个)*"
    r"(?:(?<![,])|(?<=,)(?=(?:无|没有|零)(?:[,。;\n]|$)))"
    rf"(?:(?:没有|没得|没|无|冇)(?=[了的啊哈呃嗯]{{0,3}}{CLOSING})|"
    r"冇|无一[人例个名起户]|无(?!异常|症状|法|[一-鿿])|没有(?![一-鿿])|没得|没(?![一-鿿])|零报告|零新增|无新增|"
    r"未发现|未见|未有|没有发现|没发现|零(?![一-鿿点])|〇|[/×xX](?![/\w])|(?:[-—]+)(?![-—\w]))"
)

# Between a number and the name behind it (120户的入户).
GLUE_RIGHT = regex(r"(?:左右|上下|的|被|已|同志|队员|干部|党员|工作人员|参与|参加|进行|完成|在|群众|村民|人员|了|\t)*")
# A remark in brackets without numbers between name and number: 入户（户）：120
BRACKETED = regex(r"\([^()\d]{0,12}\)")

# With one of which the name of every place that reports ends (黄溪村, 城东社区).
PLACE_KIND = "[村组镇乡县区格]|卡[点口]|街道|居委会"
PLACE_BEGINS = "村组镇乡县区格卡街居"  # with one of which each begins

# A word that counts only by itself has another verb before it, and is something else then (出动车辆).
VERB_BEFORE = regex(
    r"(?<!过往)(?<!来往)(?<!往来)(?<!外来)(?<!外地)(?<!进出)(?<!可疑)(?<!本地)(?<!各类)(?<!社会)(?<!今日)(?<!今天)"
    r"(?<!当日)(?<!人次)(?<!上午)(?<!下午)(?<!晚上)(?<!夜间)(?<!累计)(?<!一共)(?<!总共)[一-鿿](?<![的了和及与共计查日天人次台辆个名户家处份条])\Z"
)


def change_told(text: str, end: int) -> bool:
    """Whether a word that ends here says that what follows is a change, not a level."""
    return text[end - 1 : end] in CHANGE_ENDS and CHANGE.search(text[max(0, end - 4) : end]) is not None
