"""A server for a project that is being written: --with-editable installs it in place, so that a change to it needs only a restart.

    cd examples/palette
    mcp-inspect dev server.py --with-editable .
"""

from mcp.server import MCPServer
from palette import harmony

mcp = MCPServer("palette")


@mcp.tool()
def find_harmony(colour: str = "#4f7cff", colours: int = 3) -> list[str]:
    """Find colours that go with one, at equal distances around the colour wheel."""
    return harmony(colour, colours)
