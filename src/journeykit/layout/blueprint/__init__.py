"""CARDS IN LANES, NAMED LINES, CONNECTORS -> BLOCKS OF A PAGE.

This room knows the diagram and the rest of layout, and hands the routing of connectors to the router. It may not know the model.
"""

from .bands import BlueprintBlocks, blueprint_blocks

__all__ = ["BlueprintBlocks", "blueprint_blocks"]
