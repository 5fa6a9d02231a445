"""Lines on two logarithmic scales as an SVG: forty lines here are less than a plotting library."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 420, 70, 20, 230, 50
COLOURS = ("#1b6ca8", "#5fa8d3", "#98c7e4", "#a8441b", "#d3845f", "#e4b398")


def draw_lines(lines: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str) -> str:
    """One line a name, with its points; labels of both axes."""
    xs, ys = ([point[axis] for points in lines.values() for point in points] for axis in (0, 1))
    x_low, x_high, y_low, y_high = (
        floor(log10(min(xs))),
        ceil(log10(max(xs))),
        floor(log10(min(ys))),
        ceil(log10(max(ys))),
    )

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            LEFT + (log10(x) - x_low) / max(1, x_high - x_low) * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - (log10(y) - y_low) / max(1, y_high - y_low) * (HEIGHT - TOP - BOTTOM),
        )

    parts = [draw_grid(place(10.0**x, 10.0**y_low), f"{10**x:,}", upright=True) for x in range(x_low, x_high + 1)]
    parts += [draw_grid(place(10.0**x_low, 10.0**y), f"{10.0**y:g}", upright=False) for y in range(y_low, y_high + 1)]
    for colour, points in zip(COLOURS, lines.values(), strict=False):
        placed = [place(*point) for point in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in placed]
    parts += list_names(list(lines))
    parts.append(write(across, (WIDTH - RIGHT + LEFT) / 2, HEIGHT - 8, "middle"))
    parts.append(write(up, LEFT, TOP - 6, "middle"))
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    return "\n".join([head, f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>', *parts, "</svg>\n"])


def draw_grid(at: tuple[float, float], label: str, *, upright: bool) -> str:
    x, y = at
    x2, y2 = (x, TOP) if upright else (WIDTH - RIGHT, y)
    line = f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'
    return line + (write(label, x, y + 18, "middle") if upright else write(label, x - 6, y + 4, "end"))


def list_names(names: Sequence[str]) -> list[str]:
    parts = []
    for i, (colour, name) in enumerate(zip(COLOURS, names, strict=False)):
        y = TOP + 14 + 20 * i
        parts.append(f'<rect x="{WIDTH - RIGHT + 16}" y="{y - 9}" width="12" height="4" fill="{colour}"/>')
        parts.append(write(name, WIDTH - RIGHT + 34, y, "start"))
    return parts


def write(text: str, x: float, y: float, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
