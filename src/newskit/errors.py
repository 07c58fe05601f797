"""Every error that newskit raises on purpose.

    NewskitError
    ├── SourceError      what was given to parse() is neither str nor bytes
    ├── UsageError       what was asked for is not there or makes no sense
    │   ├── FormatError      no reader takes the format that was asked for
    │   └── OptionError      an option does not fit its plugin (a PluginError too)
    ├── PluginError      a plugin cannot be registered, or (strict=True) it failed at work
    ├── ArticleError     a dict or a hand-made Article breaks a promise of the model
    ├── LanguageError    the words of a language are no lists of words
    ├── InputError       what a batch is to read is not there or of no known format
    └── OutputError      a batch cannot write where it is told to

Each says what was wrong, where, and what to do next.
"""


class NewskitError(Exception):
    """The root: ``except NewskitError`` catches all that newskit raises on purpose."""


class SourceError(NewskitError, TypeError):
    """What was given as the source is neither ``str`` nor ``bytes``."""


class UsageError(NewskitError, ValueError):
    """What was asked for is not there or makes no sense; the command line ends with 2, and nothing was done."""


class FormatError(UsageError):
    """No loaded reader takes the format that was asked for."""


class ArticleError(NewskitError, ValueError):
    """A value breaks a promise of the model, such as a span that ends before it starts."""


class LanguageError(NewskitError, TypeError):
    """The words of a language are no lists of words; it names the list, and the file where they come from one."""


class InputError(NewskitError):
    """What a batch is to read is not there, or of no known format."""


class OutputError(NewskitError):
    """A batch cannot write where it is told to."""


class PluginError(NewskitError):
    """A plugin was refused, or failed while ``strict=True``.

    ``plugin`` and ``hook`` name the place; the cause, where there is one, is ``__cause__``.
    """

    def __init__(self, plugin: str, hook: str, message: str) -> None:
        super().__init__(f"plugin {plugin!r}, {hook}: {message}")
        self.plugin = plugin
        self.hook = hook
        self.message = message

    def __reduce__(self) -> tuple[type["PluginError"], tuple[str, str, str]]:
        """Travel between processes whole (an exception's default recipe would lose two arguments)."""
        return type(self), (self.plugin, self.hook, self.message)


class OptionError(PluginError, UsageError):
    """A plugin was given an option that it does not have or that does not fit, or misses one; ``hook`` is “options”."""


def in_words(error: BaseException) -> str:
    """Name an exception in a message: its type, and what it says, if it says something and that does not raise.

    >>> in_words(KeyError("mayor")), in_words(MemoryError())
    ("KeyError: 'mayor'", 'MemoryError')
    """
    try:
        said = str(error)
    except Exception:  # noqa: BLE001 - a plugin's exception may raise anything
        said = ""
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
