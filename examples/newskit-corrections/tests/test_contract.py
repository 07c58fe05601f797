"""What every extractor promises, by newskit's test kit: spans inside the text, no exception on any input, and the like."""

from newskit.testing.contract import ExtractorContract


class TestContract(ExtractorContract):
    plugin = "newskit_corrections"
    samples = ("Fog on the lake\n\nFog lay on it.\n\nCorrection: The fog lay beside the lake.",)
