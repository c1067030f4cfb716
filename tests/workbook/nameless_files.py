"""Lets a process run as on a file system that has no files without a name: open with O_TMPFILE fails there."""

import ctypes
import errno
import os
import platform
import struct

OPENAT = {"x86_64": 257, "aarch64": 56}.get(platform.machine())
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, FILTER = 22, 38, 2
LOAD, JUMP_EQUAL, JUMP_BITS, RETURN = 0x20, 0x15, 0x45, 0x06 # instructions of the kernel's packet filter
ALLOW, FAIL = 0x7FFF0000, 0x00050000
NUMBER_AT, FLAGS_AT = 0, 32 # in the record of a call: its number, and its third argument


def can_be_refused():
    return hasattr(os, "O_TMPFILE") and OPENAT is not None and platform.system() == "Linux"


def refuse():
    """Holds from here on for this process and for what it starts."""
    only_tmpfile = os.O_TMPFILE & ~os.O_DIRECTORY
    steps = [(LOAD, 0, 0, NUMBER_AT), (JUMP_EQUAL, 0, 3, OPENAT), (LOAD, 0, 0, FLAGS_AT), (JUMP_BITS, 0, 1, only_tmpfile),
             (RETURN, 0, 0, FAIL | errno.EOPNOTSUPP), (RETURN, 0, 0, ALLOW)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 or libc.prctl(PR_SET_SECCOMP, FILTER, program, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
