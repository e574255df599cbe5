"""A server that needs a package which nothing declares: name it with --with.

    mcp-inspect dev examples/table.py --with pandas
"""

from io import StringIO

import pandas
from mcp.server import MCPServer

mcp = MCPServer("table")


@mcp.tool()
def describe(csv: str = "city,people\nOslo,717710\nBergen,291940\n") -> dict[str, dict[str, float]]:
    """Tell count, mean, smallest and largest of every column of numbers."""
    table = pandas.read_csv(StringIO(csv))
    return table.describe().loc[["count", "mean", "min", "max"]].to_dict()
