"""Does what a page of the docs tells its reader to do, in a fresh folder: types each command, writes each file, compares what is shown.

usage: follow_page.py PAGE FOLDER

A step is a block ``{code-block} console`` with lines “$ command” and what is then seen, or any other ``{code-block}`` with a caption,
which names the file that it is the content of. “...” in what is seen stands for anything; what goes to standard error is
not compared. One shell runs all commands, so that an environment stays activated; a command that fails ends the run.
"""

import doctest
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

STEP = re.compile(
    r"(?ms)^```\{code-block\} (?P<language>\w+)\n(?::caption: (?P<file>[^\n]+)\n\n)?(?P<content>.*?)^```$"
)
COMMAND = re.compile(r"(?ms)^\$ (?P<typed>[^\n]+)\n(?P<seen>.*?)(?=^\$ |\Z)")
END = "--- done:"


def steps(page: str) -> Iterator[tuple[str, str]]:
    """Give the steps of a page in order: (“”, the block of commands) or (file, content)."""
    for step in STEP.finditer(page):
        if step["language"] != "console" and not step["file"]:
            raise ValueError(f"a block that is neither a command nor a file: {step['content'][:60]!r}")
        yield step["file"] or "", step["content"]


class Shell:
    """One bash, as a reader's terminal."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            ["/bin/bash"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, command: str) -> tuple[str, Path]:
        """Type a command; give what is seen and the folder that one is then in. Raises `ValueError` where it fails."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f'{{ {command}\n}} </dev/null\necho "{END} $? $PWD"\n')
        self._process.stdin.flush()
        seen = ""
        for line in self._process.stdout:
            if line.startswith(END):
                code, _, folder = line.removeprefix(END).strip().partition(" ")
                if code != "0":
                    raise ValueError(f"$ {command}\n{seen}exit code {code}")
                return seen, Path(folder)
            seen += line
        raise ValueError(f"$ {command}\n{seen}the shell has ended")


def compare(command: str, expected: str, seen: str) -> None:
    """Raise `ValueError` where something else is seen than the page shows."""
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    if not doctest.OutputChecker().check_output(expected, seen, flags):
        raise ValueError(f"$ {command}\n{seen}\nbut the page shows\n{expected}")


def follow(page: Path, folder: Path) -> int:
    """Do all steps; give their number."""
    shell, here = Shell(folder), folder
    told = list(steps(page.read_text(encoding="utf-8")))
    for file, content in told:
        if file:
            (here / file).write_text(content, encoding="utf-8")
            continue
        for command in COMMAND.finditer(content):
            seen, here = shell.run(command["typed"])
            compare(command["typed"], command["seen"], seen)
    return len(told)


if __name__ == "__main__":
    try:
        print(f"{sys.argv[1]}: {follow(Path(sys.argv[1]), Path(sys.argv[2]))} steps, and all is seen that it shows")
    except ValueError as error:
        sys.exit(f"{sys.argv[1]}: {error}")
