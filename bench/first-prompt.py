"""Runs a command in a terminal of its own until it has written something, and prints the milliseconds that took and the
most memory (KiB) the process had held by then: what stands before the screen is the program's own start.

    first-prompt.py MARKER COMMAND [ARGUMENT...]
"""
import os
import pty
import signal
import sys
import time


def held(pid):
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def main(marker, command):
    start = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(command[0], command)
    seen = b""
    while marker not in seen:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            part = b""
        if not part:
            sys.exit(f"ended without {marker!r}: {seen!r}")
        seen += part
    took = (time.monotonic() - start) * 1000
    memory = held(pid)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    print(f"{took:.3f} {memory}")


main(sys.argv[1].encode(), sys.argv[2:])
