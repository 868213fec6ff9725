"""Starting and ending processes: none outlives the run, and none is ended that was not started here."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import List, Set

_running: Set[subprocess.Popen] = set()


def end_with_the_run() -> None:
    """A signal becomes an exit, so that 'finally' and 'atexit' are heeded."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit("interrupted"))


def start(command: List[str], log: Path) -> subprocess.Popen:
    """In a session of its own, for servers that have workers."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=log.parent, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT, start_new_session=True)
    _running.add(process)
    return process


def stop(process: subprocess.Popen) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, number)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                continue
    _running.discard(process)


def stop_all() -> None:
    for process in list(_running):
        stop(process)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
