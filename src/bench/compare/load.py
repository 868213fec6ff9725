"""Asking a server: once, to see that it answers rightly, and as fast as it can, with wrk."""

import http.client
import re
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Tuple
from urllib.parse import urlsplit

import process

CONNECTIONS = 32
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60000.0}


@dataclass(frozen=True)
class Load:
    """What wrk measured; times are in milliseconds. 'refused' counts answers of 400 and above."""

    rate: float
    p50: float
    p99: float
    refused: int
    broken: int
    requests: int


def ask(port: int, path: str) -> Tuple[int, Optional[str], str]:
    """Status, path of the Location, body. Some servers make the Location absolute."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        location = response.getheader("Location")
        return response.status, location and urlsplit(location).path, response.read().decode("utf-8", "replace")
    finally:
        connection.close()


def wait_until_up(server: subprocess.Popen, port: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError("it ended at its start")
        try:
            ask(port, "/up")
            return
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
    raise RuntimeError(f"it was not up within {seconds:.0f} s")


def command(port: int, path: str, seconds: float, script: Optional[Path]) -> List[str]:
    return ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s", "--timeout", "10s", "--latency",
            *(["-s", str(script)] if script else []), f"http://127.0.0.1:{port}{path}"]


def run(port: int, path: str, seconds: float, script: Optional[Path] = None) -> Load:
    try:
        done = subprocess.run(command(port, path, seconds, script), stdout=subprocess.PIPE, text=True, check=False,
                              timeout=seconds + 30)
    except subprocess.TimeoutExpired as ex:
        raise RuntimeError("wrk came to no end") from ex
    return parse(done.stdout)


class Running:
    """Load that goes on until it is stopped."""

    def __init__(self, port: int, path: str, at_most: float, script: Optional[Path], log: Path):
        self.log = log
        self.wrk = process.start(command(port, path, at_most, script), log)

    def stop(self) -> Load:
        """At SIGINT, wrk tells what it has measured so far."""
        self.wrk.send_signal(signal.SIGINT)
        self.wrk.wait(30)
        process.stop(self.wrk)
        return parse(self.log.read_text())


def parse(text: str) -> Load:
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    return Load(rate=float(one(r"Requests/sec:\s+([\d.]+)", text)[0]),
                p50=milliseconds(one(r"50%\s+([\d.]+)(us|ms|s|m)\b", text)),
                p99=milliseconds(one(r"99%\s+([\d.]+)(us|ms|s|m)\b", text)),
                refused=int(refused.group(1)) if refused else 0,
                broken=sum(int(count) for count in errors.groups()) if errors else 0,
                requests=int(one(r"(\d+) requests in", text)[0]))


def one(pattern: str, text: str) -> Tuple[str, ...]:
    match = re.search(pattern, text)
    if not match:
        raise RuntimeError(f"wrk tells nothing like '{pattern}', but: {' '.join(text.split())}")
    return match.groups()


def milliseconds(value: Tuple[str, ...]) -> float:
    return float(value[0]) * UNITS[value[1]]
