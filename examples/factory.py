"""Servers that a function makes: name it after a colon. It may be async, and takes no arguments.

    mcp-inspect dev examples/factory.py:make
"""

import random

from fastmcp import FastMCP


def make() -> FastMCP:
    dice = FastMCP("dice")

    @dice.tool
    def roll(sides: int = 6, times: int = 1) -> list[int]:
        """Roll a die, once or more."""
        return [random.randint(1, sides) for _ in range(times)]

    return dice
