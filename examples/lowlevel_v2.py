"""A clock on the low-level Server of mcp 2: every answer is put together by hand, and the handlers are given to the constructor.

    mcp-inspect dev examples/lowlevel_v2.py
"""

import asyncio
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import mcp_types as types
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server


def now(zone: str) -> str:
    return datetime.now(ZoneInfo(zone)).isoformat(timespec="seconds")


async def list_tools(ctx: ServerRequestContext, params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
    seconds = {"type": "number", "minimum": 0, "maximum": 600, "default": 2}
    wait = types.Tool(
        name="wait",
        description="Wait, telling how much of the time has gone.",
        input_schema={"type": "object", "properties": {"seconds": seconds}},
    )
    return types.ListToolsResult(tools=[wait])


async def call_tool(ctx: ServerRequestContext, params: types.CallToolRequestParams) -> types.CallToolResult:
    seconds = (params.arguments or {}).get("seconds", 2)
    try:
        for tenth in range(1, 11):
            await asyncio.sleep(seconds / 10)
            await ctx.session.report_progress(tenth, 10)
    except asyncio.CancelledError:
        print("wait was cancelled", file=sys.stderr)
        raise
    return types.CallToolResult(content=[types.TextContent(text=f"{seconds} s have passed.")])


async def list_resources(ctx: ServerRequestContext, params: types.PaginatedRequestParams | None) -> types.ListResourcesResult:
    utc = types.Resource(uri="clock://UTC", name="utc", description="The time now", mime_type="text/plain")
    return types.ListResourcesResult(resources=[utc])


async def list_templates(ctx: ServerRequestContext, params: types.PaginatedRequestParams | None) -> types.ListResourceTemplatesResult:
    zone = types.ResourceTemplate(uri_template="clock://{+zone}", name="zone", description="The time in a zone such as Europe/Oslo")
    return types.ListResourceTemplatesResult(resource_templates=[zone])


async def read_resource(ctx: ServerRequestContext, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
    text = now(str(params.uri).removeprefix("clock://"))
    return types.ReadResourceResult(contents=[types.TextResourceContents(uri=params.uri, mime_type="text/plain", text=text)])


async def list_prompts(ctx: ServerRequestContext, params: types.PaginatedRequestParams | None) -> types.ListPromptsResult:
    place = types.PromptArgument(name="place", description="A city", required=True)
    return types.ListPromptsResult(prompts=[types.Prompt(name="plan_call", description="Ask for a good hour to call someone.", arguments=[place])])


async def get_prompt(ctx: ServerRequestContext, params: types.GetPromptRequestParams) -> types.GetPromptResult:
    text = f"It is {now('UTC')}. When is a good hour to call someone in {(params.arguments or {})['place']}?"
    return types.GetPromptResult(messages=[types.PromptMessage(role="user", content=types.TextContent(text=text))])


server = Server(
    "clock-v2",
    version="1.0.0",
    on_list_tools=list_tools,
    on_call_tool=call_tool,
    on_list_resources=list_resources,
    on_list_resource_templates=list_templates,
    on_read_resource=read_resource,
    on_list_prompts=list_prompts,
    on_get_prompt=get_prompt,
)


async def main() -> None:
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


if __name__ == "__main__":
    asyncio.run(main())
