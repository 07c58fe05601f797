"""The command ``newskit``: see newskit/cli.py.

It stands outside the package, so that Ctrl-C ends quietly while that is still being imported, and imports nothing of it in the
processes of a batch, which run the command's script once more.
"""


def main() -> int:
    """Run the command with the arguments of the process, and return its exit code."""
    try:
        from newskit.cli import main as run  # noqa: PLC0415

        return run()
    except KeyboardInterrupt:
        return 130
