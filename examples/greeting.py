"""A server that is set up by arguments and by its environment.

    mcp-inspect dev examples/greeting.py --env GREETER=Ada -- --language nb
"""

import argparse
import os

from mcp.server import MCPServer

greetings = {"en": "Hello", "nb": "Hei", "pl": "Cześć", "zh": "你好"}

parser = argparse.ArgumentParser()
parser.add_argument("--language", choices=greetings, default="en")
options = parser.parse_args()

mcp = MCPServer("greeting")


@mcp.tool()
def greet(name: str = "world") -> str:
    """Greet someone, in the language of --language and in the name of $GREETER."""
    return f"{greetings[options.language]}, {name}! Yours, {os.environ.get('GREETER', 'nobody')}"
