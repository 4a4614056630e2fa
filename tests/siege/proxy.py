"""A bad network in front of a real server: each request meets the fault that the plan gives it, and is logged.

    with FaultProxy(server.port, drawn({Fault.DROP_REPLY: 0.1}, seed=3), stall_seconds=30) as proxy:
        page.goto(f"{proxy.url}/today/")

`proxy.plan` may be changed at any moment (`proxy.plan = always(Fault.DROP_REQUEST)` cuts the network).
"""

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread

from tests.siege.faults import Fault, Plan
from tests.siege.messages import Message, read_reply, read_request

PORTAL = b"<!doctype html><title>Wifi</title><h1>Bienvenue sur le wifi</h1>"
ELSEWHERE = "/accounts/login/"


@dataclass
class Exchange:
    fault: Fault
    method: str
    path: str
    body: bytes
    # What the server answered, whether or not the client heard it; None when it answered nothing.
    status: int | None = None
    reply: bytes = b""
    is_cut: bool = False  # the server died, or was dead

    @property
    def keys(self) -> list[str]:
        """Of the operations that were sent together."""
        return [operation["key"] for operation in together(json.loads(self.body), "operations")]


def together(said: dict, name: str) -> list[dict]:
    """One alone is written without its list."""
    return said.get(name, [said])


class FaultProxy:
    def __init__(self, port: int, plan: Plan, *, stall_seconds: float):
        self.server_port, self.plan, self.stall_seconds = port, plan, stall_seconds
        self.log: list[Exchange] = []
        self._open_count = 0
        self._conversations: set[asyncio.Task] = set()  # the loop alone would let them go in the middle
        self._started = Event()

    @property
    def url(self) -> str:
        """By the name for which cookies are set (`sign_in`)."""
        return f"http://localhost:{self.port}"

    def __enter__(self):
        self._thread = Thread(target=asyncio.run, args=[self._run()], daemon=True)
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def drain(self, timeout: float) -> None:
        """Wait until nothing is under way: what was stalled has arrived."""
        deadline = time.monotonic() + timeout
        while self._open_count:
            assert time.monotonic() < deadline, f"{self._open_count} requests still under way after {timeout} s"
            time.sleep(0.05)

    async def _run(self):
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._started.set()
        async with server:
            await self._stop.wait()
            for conversation in self._conversations:
                conversation.cancel()

    async def _serve(self, reader, writer):
        self._open_count += 1
        conversation = asyncio.current_task()
        self._conversations.add(conversation)
        conversation.add_done_callback(self._conversations.discard)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                if said := await self._exchange(await read_request(reader)):
                    writer.write(said.to_bytes())
                    await writer.drain()
        finally:
            self._open_count -= 1
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _exchange(self, request: Message) -> Message | None:
        """What the client hears; None when the connection closes on it."""
        method, path, _ = request.first_line
        exchange = Exchange(self.plan(method, path), method, path, request.body)
        self.log.append(exchange)
        match exchange.fault:
            case Fault.DROP_REQUEST:
                return None
            case Fault.PORTAL:
                return made_up("200 OK", "Content-Type: text/html; charset=utf-8", PORTAL)
            case Fault.REDIRECT:
                return made_up("302 Found", f"Location: {ELSEWHERE}")
            case Fault.STALL_REQUEST:
                await asyncio.sleep(self.stall_seconds)
        reply = await self._ask_server(request, exchange)
        if exchange.fault == Fault.STALL_REPLY:
            await asyncio.sleep(self.stall_seconds)
        return None if exchange.fault == Fault.DROP_REPLY else reply

    async def _ask_server(self, request: Message, exchange: Exchange) -> Message | None:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.server_port)
            try:
                writer.write(request.for_one_connection().to_bytes())
                await writer.drain()
                reply = await read_reply(reader)
            finally:
                writer.close()
        except ConnectionError:
            reply = None
        if reply is None or not reply.is_whole:
            exchange.is_cut = True
            return None
        exchange.status, exchange.reply = int(reply.first_line[1]), reply.body
        return reply


def made_up(status: str, header: str, body: bytes = b"") -> Message:
    head = f"HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {len(body)}\r\nConnection: close"
    return Message(head.encode(), body)
