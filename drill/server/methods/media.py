"""sendPhoto, sendDocument, sendMediaGroup, getFile: files by upload or by file_id."""

from typing import Any

from drill.server import wire
from drill.server.arguments import Arguments, Upload
from drill.server.errors import Json, bad_request
from drill.server.markup import Markup
from drill.server.methods.common import Method, writable_chat
from drill.server.methods.sending import deliver, posted, replied, topic
from drill.server.model import StoredFile
from drill.server.pictures import picture_size
from drill.server.telegram import Telegram

MEGABYTE = 1024 * 1024
MOST_UPLOADED = 50 * MEGABYTE
MOST_PHOTO = 10 * MEGABYTE
MOST_DOWNLOADED = 20 * MEGABYTE


def _source(world: Telegram, args: Arguments, named: str, field: str) -> Upload | StoredFile:
    """The file that the request carries or names; ApiError 400 when there is none."""
    upload = args.files.get(field) if not named else None
    if named.startswith("attach://"):
        upload = args.files.get(named.removeprefix("attach://"))
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > MOST_UPLOADED:
            raise bad_request("file is too big")
        return upload
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if not named or named.startswith("attach://"):
        raise bad_request(f"there is no {field} in the request")
    if named not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files[named]


def _photo(world: Telegram, source: Upload | StoredFile) -> tuple[StoredFile, ...]:
    if isinstance(source, StoredFile):
        if not source.path.startswith("photos/"):
            raise bad_request("can't use file of type Document as Photo")
        return (source,)
    size = picture_size(source.data)
    if size is None or len(source.data) > MOST_PHOTO:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > 10000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return (world.store_file("photos", source.data, mime="image/jpeg", width=width, height=height),)


def _document(world: Telegram, source: Upload | StoredFile) -> StoredFile:
    if isinstance(source, StoredFile):
        return source
    return world.store_file("documents", source.data, name=source.name, mime=source.mime)


def send_photo(world: Telegram, args: Arguments) -> Json:
    """sendPhoto."""
    chat = writable_chat(world, args)
    photo = _photo(world, _source(world, args, args.text("photo"), "photo"))
    caption, entities = args.caption()
    sent = deliver(world, args, "sendPhoto", chat, photo=photo, caption=caption, entities=entities)
    return wire.message(sent)


def send_document(world: Telegram, args: Arguments) -> Json:
    """sendDocument."""
    chat = writable_chat(world, args)
    file = _document(world, _source(world, args, args.text("document"), "document"))
    caption, entities = args.caption()
    sent = deliver(world, args, "sendDocument", chat, document=file, caption=caption, entities=entities)
    return wire.message(sent)


def send_media_group(world: Telegram, args: Arguments) -> list[Json]:
    """sendMediaGroup: photos or documents, two to ten; it costs as many messages."""
    chat = writable_chat(world, args)
    media = args.tree("media", "media")
    if not isinstance(media, list) or not all(isinstance(item, dict) for item in media):
        raise bad_request("can't parse InputMedia: expected an Array")
    if not 2 <= len(media) <= 10:
        raise bad_request("group must include 2-10 items")
    contents = [_item(world, args, item) for item in media]
    if len({frozenset(c) & {"photo", "document"} for c in contents}) > 1:
        raise bad_request("documents can't be mixed with other media types")
    reply_to = replied(args, chat)
    common: Json = {"reply_to": reply_to, "thread": topic(args, chat, reply_to)}
    world.charge("sendMediaGroup", chat, len(contents))
    album = str(13_000_000_000_000_000 + world.chance.getrandbits(48))
    return [wire.message(posted(world, chat, Markup(), album=album, **common, **c)) for c in contents]


def _item(world: Telegram, args: Arguments, item: Json) -> dict[str, Any]:
    kind = item.get("type")
    if kind not in ("photo", "document"):
        raise bad_request("can't parse InputMedia: the drill plays photos and documents only")
    source = _source(world, args, str(item.get("media", "")), "media")
    words = {k: v for k, v in item.items() if k in ("caption", "parse_mode") and isinstance(v, str)}
    caption, entities = Arguments(words).caption()
    about: dict[str, Any] = {"caption": caption, "entities": entities}
    return about | ({"photo": _photo(world, source)} if kind == "photo" else {"document": _document(world, source)})


def get_file(world: Telegram, args: Arguments) -> Json:
    """getFile."""
    if not args.text("file_id"):
        raise bad_request("file_id not specified")
    file = world.files.get(args.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > MOST_DOWNLOADED:
        raise bad_request("file is too big")
    return wire.file_found(file)


METHODS: dict[str, Method] = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
    "getFile": get_file,
}
