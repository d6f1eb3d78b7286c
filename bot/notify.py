"""A word to systemd, by its own protocol (sd_notify(3)): a datagram to the socket that it names. Elsewhere nothing."""

import os
import socket


def notify(*words: str) -> bool:
    """Send words such as `READY=1`; False where nobody listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    if address.startswith("@"):  # Linux's abstract names begin with a NUL
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
            line.sendto("\n".join(words).encode(), address)
    except OSError:
        return False
    return True


def watchdog_seconds() -> float | None:
    """How often systemd wants to hear that we live (WatchdogSec of the unit); None where it does not ask."""
    asked = os.environ.get("WATCHDOG_USEC", "")
    if not asked.isdigit() or os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    return int(asked) / 1_000_000
