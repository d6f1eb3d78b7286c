"""Files: up, by id, down, albums, pictures that are none."""

import struct
import zlib

import aiohttp
import pytest


def png(width: int, height: int) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\0" * 3 * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def chat(telegram):
    person = telegram.person("王某")
    telegram.start_link(person)
    return telegram.private(person)


async def upload(api, method, chat, files, **args):
    form = aiohttp.FormData({"chat_id": str(chat.id), **args}, quote_fields=False)
    for name, (filename, data) in files.items():
        form.add_field(name, data, filename=filename)
    async with api.session.post(f"{api.base}/{method}", data=form) as answer:
        return await answer.json()


async def test_what_a_person_sends_can_be_fetched(telegram, api, chat):
    sent = telegram.document(chat.person, chat, "名单.csv", "代码,名称\n".encode())
    file = await api.ok("getFile", file_id=sent.document.id)
    async with api.session.get(f"{api.server.url}/file/bot1:drill/{file['file_path']}") as answer:
        assert await answer.read() == "代码,名称\n".encode()
    async with api.session.get(f"{api.server.url}/file/bot1:drill/documents/none.csv") as answer:
        assert answer.status == 404
    async with api.session.get(f"{api.server.url}/file/bot2:x/{file['file_path']}") as answer:
        assert answer.status == 401
    refused = "400 Bad Request: wrong file_id or the file is temporarily unavailable"
    assert await api.refused("getFile", file_id="none") == refused


async def test_a_picture_goes_up_under_either_name_and_keeps_its_measures(telegram, api, chat):
    for args, field in (({}, "photo"), ({"photo": "attach://chart"}, "chart")):
        body = await upload(
            api, "sendPhoto", chat, {field: ("x.png", png(40, 30))}, caption="<b>图</b>", parse_mode="HTML", **args
        )
        size = body["result"]["photo"][-1]
        assert (size["width"], size["height"]) == (40, 30)
        assert body["result"]["caption_entities"] == [{"offset": 0, "length": 1, "type": "bold"}]
    again = await api.ok("sendPhoto", chat_id=chat.id, photo=size["file_id"])
    assert again["photo"][-1]["file_unique_id"] == size["file_unique_id"]
    assert len([m for m in telegram.shown(chat) if m.photo]) == 3


async def test_people_send_pictures_in_two_sizes_and_albums_share_a_number(telegram, api, chat):
    for _ in range(2):
        telegram.photo(chat.person, chat, album="现场")
    telegram.photo(chat.person, chat, album="另一")
    first, second, third = [u["message"] for u in await api.updates() if "photo" in u["message"]]
    assert [s["width"] for s in first["photo"]] == [90, 1280]
    assert first["media_group_id"] == second["media_group_id"] != third["media_group_id"]
    assert first["photo"][0]["file_unique_id"] != second["photo"][0]["file_unique_id"]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (png(1, 30), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_bad_picture_is_refused(api, chat, data, refusal):
    body = await upload(api, "sendPhoto", chat, {"photo": ("x.png", data)})
    assert body["description"] == f"Bad Request: {refusal}"


async def test_a_document_keeps_its_name(telegram, api, chat):
    body = await upload(api, "sendDocument", chat, {"document": ("2月6日汇总.xlsx", b"PK")}, caption="汇总")
    assert body["result"]["document"]["file_name"] == "2月6日汇总.xlsx"
    assert telegram.last(chat).document.data == b"PK"
    missing = await upload(api, "sendDocument", chat, {}, document="attach://none")
    assert missing["description"] == "Bad Request: there is no document in the request"


async def test_an_album_arrives_as_messages_with_one_number(telegram, api, chat):
    media = '[{"type":"photo","media":"attach://a","caption":"一"},{"type":"photo","media":"attach://b"}]'
    files = {"a": ("a.png", png(4, 3)), "b": ("b.png", png(4, 3))}
    body = await upload(api, "sendMediaGroup", chat, files, media=media)
    one, two = body["result"]
    assert one["media_group_id"] == two["media_group_id"]
    assert one["caption"] == "一"
    assert telegram.counts.sends[chat.id] == 2
    alone = await upload(api, "sendMediaGroup", chat, files, media=media.partition(",{")[0] + "]")
    assert alone["description"] == "Bad Request: group must include 2-10 items"


async def test_a_file_too_big_to_fetch_says_so(telegram, api, chat):
    sent = telegram.document(chat.person, chat, "大.zip", b"0" * (20 * 1024 * 1024 + 1))
    assert await api.refused("getFile", file_id=sent.document.id) == "400 Bad Request: file is too big"
