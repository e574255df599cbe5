"""Colours that go together: a project under development, which the server beside it imports."""

from colorsys import hls_to_rgb, rgb_to_hls


def turn(colour: str, degrees: float) -> str:
    """The colour (#rrggbb) that stands so many degrees further on the colour wheel."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, strong = rgb_to_hls(red, green, blue)
    return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb((hue + degrees / 360) % 1, light, strong))


def harmony(colour: str, colours: int = 3) -> list[str]:
    """So many colours at equal distances around the wheel, beginning with this one."""
    return [turn(colour, 360 / colours * step) for step in range(colours)]
