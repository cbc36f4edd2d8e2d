#!/usr/bin/env python3
"""Measures a terminal program in a pty: first full screen, Down, bytes.

Usage: terminal.py [--keys N] -- PROGRAM [ARGUMENT ...]
Example: Tests/Measurements/terminal.py -- .build/release/prikk explore aap-region

First screen: from the start of the program to the last byte before the line is quiet for 0.3 s.
Down: from the key to the last byte before the line is quiet for 30 ms; 200 presses in a 120x40
terminal, or as many as there are rows. Then pages up, ten or as many as there are. Machines are shared and noisy: run a rival beside it and compare ratios.
"""
import fcntl, os, pty, select, signal, struct, sys, termios, time


def read_until_quiet(descriptor, quiet):
    data, last = b"", None
    while True:
        ready, _, _ = select.select([descriptor], [], [], quiet if last else 10)
        if not ready:
            return data, last
        try:
            part = os.read(descriptor, 65536)
        except OSError:
            return data, last
        if not part:
            return data, last
        data += part
        last = time.perf_counter()
        if b"\x1b[5n" in part:  # a program that paces its frames asks for an acknowledgement
            os.write(descriptor, b"\x1b[0n")


def main():
    arguments = sys.argv[1:]
    presses = 200
    if arguments[:1] == ["--keys"]:
        presses, arguments = int(arguments[1]), arguments[2:]
    if arguments[:1] != ["--"] or len(arguments) < 2:
        sys.exit(__doc__)
    program = arguments[1:]
    start = time.perf_counter()
    child, descriptor = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execvp(program[0], program)
    first, last = read_until_quiet(descriptor, 0.3)
    print(f"program           {' '.join(program)}")
    print(f"first full screen {(last - start) * 1000:8.1f} ms, {len(first)} bytes")
    with open(f"/proc/{child}/status") as status:
        memory = [line.split()[1] for line in status if line.startswith("VmRSS")]
    print(f"memory            {int(memory[0]) / 1024:8.1f} MB resident")
    for name, key in [("Down", b"\x1bOB"), ("page up", b"\x1b[5~")]:
        times, sizes = [], []
        for _ in range(presses if name == "Down" else 10):
            sent = time.perf_counter()
            os.write(descriptor, key)
            data, last = read_until_quiet(descriptor, 0.03) if select.select(
                [descriptor], [], [], 0.3)[0] else (b"", sent)
            if not data:
                break
            times.append(1000 * (last - sent))
            sizes.append(len(data))
        if not times:
            print(f"{name:17} nothing changes")
            continue
        times.sort()
        median, late = times[len(times) // 2], times[int(len(times) * 0.99)]
        print(
            f"{name:8} x {len(times):<6} {median:8.2f} ms p50, {late:.2f} ms p99,"
            f" {sum(sizes) / len(sizes):.0f} bytes mean, {max(sizes)} most")
    os.kill(child, signal.SIGTERM)
    read_until_quiet(descriptor, 0.2)
    _, status = os.waitpid(child, 0)
    print(f"ended             {os.waitstatus_to_exitcode(status)} after SIGTERM")


main()
