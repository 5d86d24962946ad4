#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/tidy.py BUILD [CHECKS]: clang-tidy over app, core and ui, with the compile commands of
BUILD and the checks of .clang-tidy, changed by CHECKS.

Most of its time goes into the headers of Qt. So sources that are compiled alike are read in one
go, several behind another. Where that alone makes them wrong, two helpers of one name for example,
their halves are read in two."""

import concurrent.futures
import itertools
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = re.compile(r"^(app|core|ui)/.*\.cpp$")
AT_ONCE = 45


def sources(build):
    """Yields (compiler flags, source) of our own sources."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = os.path.relpath(entry["file"], ROOT)
        if OURS.match(path):
            words = shlex.split(entry["command"])[1:]
            end = words.index("-o")
            yield tuple(words[:end]), path


def batches(build):
    """Yields (compiler flags, up to AT_ONCE sources that share them)."""
    for flags, alike in itertools.groupby(sorted(set(sources(build))), key=lambda pair: pair[0]):
        paths = [path for _, path in alike]
        for start in range(0, len(paths), AT_ONCE):
            yield flags, paths[start : start + AT_ONCE]


def lint(checks, flags, paths):
    """Returns what clang-tidy finds in these sources; nothing where it finds nothing."""
    with tempfile.TemporaryDirectory() as folder:
        together = pathlib.Path(folder, "together.cpp")
        together.write_text("".join(f'#include "{ROOT / path}"\n' for path in paths))
        tidy = subprocess.run(
            [
                "clang-tidy",
                "--quiet",
                f"--checks={checks},-bugprone-suspicious-include",
                rf"--header-filter=^{re.escape(str(ROOT))}/(app|core|ui)/.*\.(cpp|h)$",
                f"--config-file={ROOT / '.clang-tidy'}",
                str(together),
                "--",
                *flags,
            ],
            capture_output=True,
            text=True,
            cwd=ROOT,
        )
    if tidy.returncode == 0:
        return ""
    if len(paths) > 1 and "clang-diagnostic-error" in tidy.stdout:
        half = len(paths) // 2
        return lint(checks, flags, paths[:half]) + lint(checks, flags, paths[half:])
    return f"clang-tidy: {' '.join(paths)}\n{tidy.stdout}{tidy.stderr}\n"


def main(build, checks="") -> int:
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = "".join(pool.map(lambda batch: lint(checks, *batch), batches(pathlib.Path(build))))
    print(found, end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
