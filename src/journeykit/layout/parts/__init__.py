"""The parts of pictures that are no grid of columns, each kind in a file of its own."""

from .choosing import page_ground, part_blocks, part_width

__all__ = ["page_ground", "part_blocks", "part_width"]
