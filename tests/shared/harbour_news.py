"""An article that several tests put into pages of their own."""

#: Paragraphs as reporters write them: what weighs the blocks of a page takes each for body.
PARAGRAPHS = [
    "The harbour bridge of Wexmouth will reopen in May, two years after a storm tore its northern pier away.",
    "“We have waited for this day,” said Ada Moss, who has run the ferry that took the bridge's place since then.",
    "The council spent eleven million crowns on the repair, a third more than it had planned when work began.",
    "Engineers found cracks in the southern pier as well, which nobody had looked at for thirty years or so.",
    "Shops on the island hope that visitors will come back, though many had closed before the first winter.",
    "A second bridge, further up the river, is planned; when it will be built, the mayor could not say.",
]
