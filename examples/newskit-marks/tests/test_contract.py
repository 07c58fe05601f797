"""What every plugin promises, by newskit's test kit."""

from newskit.testing.contract import ExtractorContract


class TestContract(ExtractorContract):
    plugin = "newskit_marks"
    samples = ("Fog on the lake\n\n“Stay ashore,” said Ida Brandt. The „Sund“ stayed.",)
