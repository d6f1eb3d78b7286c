"""HTTP as the wire speaks and reads it, against a server that says exactly the bytes that a test gives it."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot import wire
from bot.clock import SystemClock
from bot.transport import AiohttpRequest
from bot.wire import LineBroke, NoConnection, Wire

PLAIN = b"HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 2\r\n\r\n{}"


class Host:
    """Reads whole requests and says the next of its answers to each; None: it hangs up."""

    def __init__(self, answers: Sequence[bytes | None]) -> None:
        self._answers = list(answers)
        self.heard: list[bytes] = []
        self.callers = 0
        self.port = 0
        self.spoken = asyncio.Event()
        self.went = asyncio.Event()

    async def receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, to its end."""
        self.callers += 1
        try:
            while self._answers:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
                self.heard.append(head + await reader.readexactly(length))
                self.spoken.set()
                answer = self._answers.pop(0)
                if answer is None:
                    break
                writer.write(answer)
                if b"until the end" in answer:
                    break
            else:
                await reader.read()
        except asyncio.IncompleteReadError:
            pass
        finally:
            self.went.set()
            writer.close()


Post = Callable[[], Awaitable[wire.Answer]]


@asynccontextmanager
async def _line(
    *answers: bytes | None, seconds: float = 5.0, secure: ssl.SSLContext | None = None
) -> AsyncIterator[tuple[Host, Post]]:
    host, line = Host(answers), Wire()
    server = await asyncio.start_server(host.receive, "127.0.0.1", 0, ssl=secure)
    host.port = server.sockets[0].getsockname()[1]
    url = f"http{'s' if secure else ''}://localhost:{host.port}/bot7:x/sendMessage"
    try:
        yield host, lambda: line.post(url, b'{"text":1}', seconds)
    finally:
        await line.close()
        server.close()
        await server.wait_closed()


async def test_a_call_is_said_as_http_has_it_and_its_answer_is_read() -> None:
    async with _line(PLAIN) as (host, post):
        assert await post() == wire.Answer(200, "today", b"{}")
        head, _, body = host.heard[0].partition(b"\r\n\r\n")
        assert body == b'{"text":1}'
        assert head.split(b"\r\n") == [
            b"POST /bot7:x/sendMessage HTTP/1.1",
            f"Host: localhost:{host.port}".encode(),
            b"User-Agent: gridwarden",
            b"Content-Type: application/json",
            b"Content-Length: 10",
        ]


@pytest.mark.parametrize(
    ("said", "body"),
    [
        (b"HTTP/1.1 404\r\ncontent-LENGTH:  3 \r\n\r\nabc", b"abc"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n00A;x=1\r\n0123456789\r\n0\r\n\r\n",
            b"abc0123456789",
        ),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nDigest: x\r\nMore: y\r\n\r\n", b"a"),
        (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + PLAIN, b"{}"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", b""),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + b"x" * 200_000, b"x" * 200_000),
    ],
    ids=["length", "chunks", "fields-behind", "interim", "no-body", "long"],
)
async def test_an_answer_is_as_long_as_it_says_and_the_connection_serves_again(said: bytes, body: bytes) -> None:
    async with _line(said, PLAIN) as (host, post):
        assert (await post()).body == body
        assert (await post()).body == b"{}"
        assert host.callers == 1


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\n\r\nuntil the end",
    ],
)
async def test_a_connection_that_the_server_ends_is_not_used_again(said: bytes) -> None:
    async with _line(said, PLAIN) as (host, post):
        assert (await post()).status == 200
        assert (await post()).body == b"{}"
        assert host.callers == 2


async def test_a_connection_on_which_the_server_hung_up_meanwhile_is_not_used_again() -> None:
    async with _line(PLAIN, None) as (host, post):
        await post()
        with pytest.raises(LineBroke):  # it hung up as it was spoken to: it may have heard
            await post()
    async with _line(b"HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nuntil the end", PLAIN) as (host, post):
        await post()
        await host.went.wait()
        await asyncio.sleep(0.01)
        assert (await post()).body == b"{}"
        assert host.callers == 2


async def test_a_connection_that_lay_idle_for_long_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "KEPT_SECONDS", 0.0)
    async with _line(PLAIN, PLAIN) as (host, post):
        await post()
        await asyncio.sleep(0.01)
        await post()
        assert host.callers == 2


@pytest.mark.parametrize(
    "said",
    [
        None,
        b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nuntil the end",
        b"until the end\r\n\r\n",
        b"SIP/2.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 fine\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nLong: " + b"x" * 300_000,
    ],
)
async def test_what_is_no_whole_answer_is_a_line_that_broke(said: bytes | None) -> None:
    async with _line(said, PLAIN) as (host, post):
        with pytest.raises(LineBroke):
            await post()
        assert (await post()).body == b"{}"
        assert host.callers == 2


async def test_an_answer_that_does_not_come_in_time_is_nobodys_when_it_comes() -> None:
    async with _line(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", PLAIN, seconds=0.2) as (host, post):
        with pytest.raises(TimeoutError):
            await post()
        assert (await post()).body == b"{}"
        assert host.callers == 2


async def test_the_answer_to_a_call_that_was_cancelled_is_nobodys() -> None:
    async with _line(b"HTTP/1.1 200 OK\r\n", PLAIN) as (host, post):
        call = asyncio.ensure_future(post())
        await host.spoken.wait()
        call.cancel()
        await asyncio.wait([call])
        assert call.cancelled()
        assert (await post()).body == b"{}"
        assert host.callers == 2


async def test_a_call_that_is_to_be_made_elsewhere_is_made_there() -> None:
    elsewhere = b"HTTP/1.1 308 Permanent Redirect\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n"
    done = b'HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{"ok":true,"result":7}'
    request = AiohttpRequest(lambda date: None)
    async with _line(elsewhere, elsewhere, done) as (host, _):
        await request.initialize()
        try:
            assert await request.say(f"http://localhost:{host.port}/here", {"text": "词"}) == 7
        finally:
            await request.shutdown()
        assert host.heard[-1].startswith(b"POST /there ")
        assert host.heard[-1].endswith('{"text":"词"}'.encode())


async def test_calls_at_once_have_a_connection_each() -> None:
    async with _line(*[PLAIN] * 30) as (host, post):
        answers = await asyncio.gather(*(post() for _ in range(10)))
        answers += await asyncio.gather(*(post() for _ in range(10)))
        assert {answer.body for answer in answers} == {b"{}"}
        assert host.callers == 10


async def test_a_server_that_is_not_there_is_no_connection() -> None:
    async with _line() as (host, _):
        port = host.port
    with pytest.raises(NoConnection):
        await Wire().post(f"http://localhost:{port}/", b"{}", 5.0)


async def test_a_server_that_does_not_take_the_call_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(*_: object, **__: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(wire, "CONNECT_SECONDS", 0.05)
    monkeypatch.setattr(asyncio, "open_connection", never)
    with pytest.raises(NoConnection):
        await Wire().post("http://localhost/", b"{}", 5.0)


def _certified(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for localhost that nobody knows, and the server's side of it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    now = SystemClock().now()
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    certificate = builder.sign(key, hashes.SHA256())
    path = folder / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return path, context


async def test_a_server_is_believed_only_with_a_certificate_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, context = _certified(tmp_path)
    async with _line(PLAIN, secure=context) as (_, post):
        with pytest.raises(NoConnection):
            await post()
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    async with _line(PLAIN, PLAIN, secure=context) as (host, post):
        assert (await post()).body == b"{}"
        assert (await post()).body == b"{}"
        assert host.callers == 1


def test_an_address_is_told_as_a_server_expects_it() -> None:
    target = wire._target("https://me:se%40cret@[::1]:8443/桥/bot7:x/sendMessage")
    assert (target.host, target.port, target.secure) == ("::1", 8443, True)
    lines = target.head.split(b"\r\n")
    assert lines[:2] == [b"POST /%E6%A1%A5/bot7:x/sendMessage HTTP/1.1", b"Host: [::1]:8443"]
    assert b"Authorization: Basic bWU6c2VAY3JldA==" in lines
    assert wire._target("https://api.telegram.org/bot7:x/getMe").port == 443
