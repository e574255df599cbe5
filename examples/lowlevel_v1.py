"""A clock on the low-level Server of mcp 1: every answer is put together by hand, and a decorator says which request it answers.

    mcp-inspect dev examples/lowlevel_v1.py
"""

import asyncio
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import mcp.server.stdio
import mcp.types as types
from mcp.server.lowlevel import Server
from pydantic import AnyUrl

server = Server("clock-v1", version="1.0.0")


def now(zone: str) -> str:
    return datetime.now(ZoneInfo(zone)).isoformat(timespec="seconds")


@server.list_tools()
async def list_tools() -> list[types.Tool]:
    seconds = {"type": "number", "minimum": 0, "maximum": 600, "default": 2}
    return [
        types.Tool(
            name="wait",
            description="Wait, telling how much of the time has gone.",
            inputSchema={"type": "object", "properties": {"seconds": seconds}},
        )
    ]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
    seconds = arguments.get("seconds", 2)
    context = server.request_context
    token = context.meta.progressToken if context.meta else None
    try:
        for tenth in range(1, 11):
            await asyncio.sleep(seconds / 10)
            if token is not None:
                await context.session.send_progress_notification(token, tenth, 10, related_request_id=str(context.request_id))
    except asyncio.CancelledError:
        print("wait was cancelled", file=sys.stderr)
        raise
    return [types.TextContent(type="text", text=f"{seconds} s have passed.")]


@server.list_resources()
async def list_resources() -> list[types.Resource]:
    return [types.Resource(uri=AnyUrl("clock://UTC"), name="utc", description="The time now", mimeType="text/plain")]


@server.list_resource_templates()
async def list_resource_templates() -> list[types.ResourceTemplate]:
    return [types.ResourceTemplate(uriTemplate="clock://{+zone}", name="zone", description="The time in a zone such as Europe/Oslo")]


@server.read_resource()
async def read_resource(uri: AnyUrl) -> str:
    return now(str(uri).removeprefix("clock://"))


@server.list_prompts()
async def list_prompts() -> list[types.Prompt]:
    place = types.PromptArgument(name="place", description="A city", required=True)
    return [types.Prompt(name="plan_call", description="Ask for a good hour to call someone.", arguments=[place])]


@server.get_prompt()
async def get_prompt(name: str, arguments: dict[str, str] | None) -> types.GetPromptResult:
    text = f"It is {now('UTC')}. When is a good hour to call someone in {(arguments or {})['place']}?"
    return types.GetPromptResult(messages=[types.PromptMessage(role="user", content=types.TextContent(type="text", text=text))])


async def main() -> None:
    async with mcp.server.stdio.stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


if __name__ == "__main__":
    asyncio.run(main())
