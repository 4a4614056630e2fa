"""Animators at work all at once, each in a thread that never touches the database."""

import time
from threading import Event, Thread

from tests.siege.device import Device, Tap, over_http
from tests.siege.hands import Hands
from tests.siege.place import Place
from tests.siege.sign_in import signed_in
from tests.siege.sizes import Sizes

MOST_WAITING = 12  # taps; then one looks at the screen
SECONDS_TO_EMPTY = 300


class Writers:
    def __init__(self, place: Place, url: str, sizes: Sizes):
        self.sizes, self._is_over = sizes, Event()
        posts = [over_http(url, signed_in(user), patience=sizes.patience) for user in place.users]
        self.devices = [Device(user.pk, post) for user, post in zip(place.users, posts, strict=True)]
        self._threads = [
            Thread(target=self._work, args=[device, Hands(device, number, place.sheets, sizes.seed)])
            for number, device in enumerate(self.devices)
        ]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        """They tap no more, and stay until all is sent."""
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    @property
    def taps(self) -> list[Tap]:
        return [tap for device in self.devices for tap in device.taps]

    @property
    def unsent_count(self) -> int:
        return sum(len(device.queue) for device in self.devices)

    def _work(self, device: Device, hands: Hands) -> None:
        while not self._is_over.is_set():
            if len(device.queue) < MOST_WAITING:
                for _ in range(hands.dice.randrange(4)):
                    hands.tap()
            if not device.queue or not device.send_some():
                time.sleep(self.sizes.pause)
        device.send_all(pause=self.sizes.pause, timeout=SECONDS_TO_EMPTY)
