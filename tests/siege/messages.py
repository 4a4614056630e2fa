"""HTTP/1.1 as the proxy reads it: one message a connection."""

import asyncio
from dataclasses import dataclass

END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True)
class Message:
    head: bytes  # without the empty line
    body: bytes

    @property
    def first_line(self) -> list[str]:
        return self.head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")

    @property
    def is_whole(self) -> bool:
        """As many bytes as it says; a message that says nothing ends where the connection does."""
        said = length_of(self.head)
        return bool(self.head) and (said is None or said == len(self.body))

    def to_bytes(self) -> bytes:
        return self.head + END_OF_HEAD + self.body

    def for_one_connection(self) -> "Message":
        """The other side closes when it has answered."""
        lines = [line for line in self.head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
        return Message(b"\r\n".join([*lines, b"Connection: close"]), self.body)


def length_of(head: bytes) -> int | None:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return int(value)
    return None


async def read_request(reader: asyncio.StreamReader) -> Message:
    head = (await reader.readuntil(END_OF_HEAD)).removesuffix(END_OF_HEAD)
    return Message(head, await reader.readexactly(length_of(head) or 0))


async def read_reply(reader: asyncio.StreamReader) -> Message:
    head, _, body = (await reader.read(-1)).partition(END_OF_HEAD)
    return Message(head, body)
