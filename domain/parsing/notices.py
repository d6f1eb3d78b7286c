"""Stage 1: what is not the sender's own report: notices, orders, blank forms, and what is quoted above an answer."""

from domain.parsing.fold import Folded
from domain.patterns import regex

_QUOTES = regex(
    r"「[^」]*」(?:\n[\-—\s]{3,}(?=\n))?|『[^』]*』|(?:(?<=\n)|\A)>[^\n]*|(?:(?<=\n)|\A)\[引用[^\n]*|"
    r"(?:(?<=\n)|\A)回复[^\n:]{1,12}:[「\"“][^\n]*"
)
_QUOTING = frozenset('「『>[:“"')  # one of which every quotation holds
_SAID = regex(r"[“\"][^”\"\n]{4,80}[”\"]")
_ORDER_INSIDE = regex(r"不少于|不得|必须|务必|要求|请|明天|报|须")
_NOTICE = regex(
    r"\A[\n\s【\[(•]*(?:转发(?=[:】\])一-鿿])|转(?=[:】\])])|紧急通知|温馨提[示醒]|(?:通知|提示|提醒)(?=[:\n】\])\s,!(]|各|全|大家|一下|如下)|倡议书?|"
    r"公告|通告|模板|样表|格式|@所有人|@全体)"
    r"|关于[^\n]{2,40}的(?:通知|通告|公告|函|方案|意见|提示|紧急)|请各(?:村|单位|社区|组|卡点|"
    r"位?网格员?|地|支部)|请按(?:以下|下列|此)?(?:格式|模板)|按以下格式|按(?:下面|照)的?(?:格式|"
    r"模板)|"
    r"(?:例如|示例|举例|范例|样例)[:,]|\A[\n\s]*例[:]|即日起|(?:排班|值班|值守|轮班|轮值)(?:表|安排)|带班(?:领导|人员?)|转自|"
    r"来[^。\n]{0,4}领(?:取|物资|东西)|"
    r"今[天日]起|报告制度|的(?:村|社区|单位)?也要[在发报]|"
    r"(?:新华|人民|央视)(?:网|社(?!区))|个省(?:区市|份|自治区)|"
    r"各(?:村|社区|单位|组)[^。\n]{0,10}(?:来领|领取|来取)|请学|(?:请|要)?(?:参照|照着|仿照)[^。\n]{0,10}(?:报|格式|写)|别(?:写|光|只|把)[^。\n]|"
    r"招募|报名(?:电话|方式|时间)|(?:计划|分配|预算|安排)表(?=[\n:】]|\Z)|[三四五六七八九十]个一”?:|"
    r"\A[\n\s]*【[^】\n]{0,8}(?:央视|新华(?!社区)|人民日报|新闻|快讯|警方|公安|卫健|辟谣|权威|扩散)[^】\n]{0,8}】|"
    r"经(?:研究|会议)|立案[侦调]查|起(?:执行|施行)|最美逆行|"
    r"(?:你们|你村|贵村|你社区)(?!好|辛苦|放心)[^。\n]{0,12}\d|请(?:尽快|立即|马上)?(?:核[实对]|重新?报|补报)|"
    r"任务(?:分解|分配|清单|下达)|(?:完成|办结)(?:之?后|的|了)(?:及时|请|在|到|都|就|马上)*群?里?(?:报数|报送|反馈|接龙|打卡|上报)|"
    r"来源:|记者|通讯员|讯\)|(?:县|市|省)(?:融媒体|疾控|卫健|指挥部|防指|委|政府)[^\n]{0,8}(?:通报|"
    r"发布|消息|:)|复制(?:此|本)|报送格式|上报格式"
)
# One of which each of these holds (a test proves it): most reports hold none.
_NOTICE_SIGNS = frozenset(
    "转通提倡公模样式@关请例即带领起制要网社省照别招名表安个央华民闻讯警健谣权扩研议案逆你贵务成结源者县市复取"
)
# The figures of a whole county and more, by nobody who speaks for a unit.
_NEWS = regex(r"(?:全[省市州县国区](?!域)|我[省市州县国](?!域))[^,。;\n]{0,4}(?:新增|累计|现有|共?报告)")
_NEWS_SIGNS = frozenset("全我")
_OWN = regex(r"我(?:们|村|社区|镇|乡|组|卡点|单位)|本(?:村|社区|镇|乡|组|卡点|单位)|咱|俺")
_OTHER_LIST = regex(r"#\s?接龙[^\n]{0,10}(?:报名|预约|领|值班|参会|参加|排班|请假)")
_LIST = regex(r"\A[\n\s]*#接龙|(?:请|要)?按格式接|请?接龙")


_TALK = regex(
    r"谁|怎么|咋|啥|哪[个里儿]|你|[吗呢么嘛](?:[。!~,\n]|$)|记得|别忘|别再|帮(?:我|个?忙)|找人|要不|好不|麻烦|哈哈|嘿|听|坏了|怕|想|"
    r"借|买|卖|换|开会|吃|喝|睡|累|冷|风大|路滑|等[会下]|马上去|一起去|过来|你[们家]|他[们家]|她|孙子|儿子|女儿|老[公婆]|婆婆|爷爷|奶奶|"
    r"好像在|不知道|别[忘怕急]|快点|赶紧|要是|如果|可能要|是不是|有没有|行不|可以[吗不]"
)


def is_talk(text: str) -> bool:
    """Whether the words of chat stand in it: questions, requests, feelings, families."""
    return _TALK.search(text) is not None


def without_quotes(folded: Folded) -> Folded:
    """The message without what it quotes: the words of others are not the sender's."""
    if _QUOTING.isdisjoint(folded.signs):
        return folded
    spans = [m.span() for m in _QUOTES.finditer(folded.text)]
    spans += [m.span() for m in _SAID.finditer(folded.text) if _ORDER_INSIDE.search(m[0])]
    return folded.masked(spans) if spans else folded


def is_notice(folded: Folded) -> bool:
    """Whether the message is a notice, an order, a roster, news or a form to fill in, not a report."""
    text, signs = folded.text, folded.signs
    if "#" in signs and _OTHER_LIST.search(text):
        return True
    if not _NEWS_SIGNS.isdisjoint(signs) and _NEWS.search(text) and not _OWN.search(text):
        return True
    return not _NOTICE_SIGNS.isdisjoint(signs) and bool(_NOTICE.search(text)) and not _LIST.search(text)
