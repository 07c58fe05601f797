"""The built-in plugins that find something: one file for each thing found.

``headline``, ``body`` and ``boilerplate`` label blocks; ``metadata`` describes the article; ``quotes`` finds what people say and
``attributions`` whose it is. How they find it is in newskit/evidence.
"""
