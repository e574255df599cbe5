# /// script
# requires-python = ">=3.10"
# dependencies = ["mcp>=2,<3", "humanize"]
# ///
"""A script that says itself what it needs (PEP 723): nothing has to be installed, and nothing named, to run it.

    mcp-inspect dev examples/script.py
"""

from datetime import timedelta

import humanize
from mcp.server import MCPServer

mcp = MCPServer("plain-words")


@mcp.tool()
def say_duration(seconds: float) -> str:
    """Say a number of seconds as a person would."""
    return humanize.precisedelta(timedelta(seconds=seconds))


@mcp.tool()
def say_size(bytes: int) -> str:
    """Say a number of bytes as a person would."""
    return humanize.naturalsize(bytes, binary=True)


if __name__ == "__main__":
    mcp.run()
