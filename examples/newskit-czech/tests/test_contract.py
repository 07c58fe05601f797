"""What every plugin promises, by newskit's test kit."""

from newskit.testing.contract import ExtractorContract


class TestContract(ExtractorContract):
    plugin = "newskit_czech"
    samples = ("Most zůstane zavřený\n\nRozhodla o tom rada. „Je to škoda,“ řekla Eva Malá.",)
