"""Markup is read as Telegram reads it, and bad markup is refused as Telegram refuses it."""

import pytest

from drill.server.entities import commands_in, found_entities, trimmed
from drill.server.errors import ApiError
from drill.server.html import parse_html, units


def test_tags_become_entities_in_utf16_units():
    text, entities = parse_html(
        "🔔 <b>预警 <i>3</i></b> <a href='https://t.me/x?a=1&amp;b'>看</a> &lt;村&gt;&#20010; <code>x</code>"
    )
    assert text == "🔔 预警 3 看 <村>个 x"
    assert entities == [
        {"offset": 3, "length": 4, "type": "bold"},
        {"offset": 6, "length": 1, "type": "italic"},
        {"offset": 8, "length": 1, "type": "text_link", "url": "https://t.me/x?a=1&b"},
        {"offset": 15, "length": 1, "type": "code"},
    ]
    assert units(text) == 16


def test_quotes_spoilers_and_languages():
    _, entities = parse_html(
        '<blockquote expandable>a</blockquote><span class="tg-spoiler">b</span>'
        '<pre><code class="language-py">c</code></pre>'
    )
    assert [e["type"] for e in entities][:2] == ["expandable_blockquote", "spoiler"]
    assert {"offset": 2, "length": 1, "type": "pre", "language": "py"} in entities


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>村", 'Can\'t find end tag corresponding to start tag "b"'),
        ("村</b>", "Unexpected end tag at byte offset 3"),
        ("<b>村</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_markup_is_refused(source, complaint):
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_telegram_finds_commands_links_and_names_by_itself():
    text = "/bind@gridwarden_bot GW-7 a/b @wang_wu #日报 https://example.org/x。 a@b.cn"
    entities = found_entities(text)
    assert [e["type"] for e in entities] == ["bot_command", "mention", "hashtag", "url", "email"]
    assert commands_in(text, entities) == ["/bind@gridwarden_bot"]
    assert entities[3]["length"] == len("https://example.org/x")


def test_nothing_is_found_inside_of_code():
    assert [e["type"] for e in found_entities("/board", [{"offset": 0, "length": 6, "type": "code"}])] == ["code"]


def test_white_space_at_the_ends_goes_and_entities_move_along():
    assert trimmed("\n 村 ", [{"offset": 0, "length": 4, "type": "bold"}]) == (
        "村",
        [{"offset": 0, "length": 1, "type": "bold"}],
    )
