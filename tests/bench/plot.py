"""Small SVG charts: bars side by side, and lines over a logarithmic axis."""

import html
import math

COLOURS = {"feishu": "#2f6fde", "beast": "#9aa4b2", "curl": "#d98a29", "node": "#7a9e3a"}
OTHER_COLOURS = ["#2f6fde", "#d98a29", "#7a9e3a", "#a0529b", "#9aa4b2", "#c0392b"]
WIDTH = 720


def text(x, y, words, anchor="start", size=12):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{html.escape(words)}</text>'


def line(x1, y1, x2, y2, colour="#d5d9df"):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def document(height, parts):
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif" fill="#222">',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>', *parts, "</svg>", ""])


def bars(title, groups):
    """Horizontal bars: `groups` are (name, [(label, value), …])."""
    left, step, right = 110, 18, 90
    widest = max(value for _, entries in groups for _, value in entries)
    parts, y = [text(10, 22, title, size=15)], 40
    for name, entries in groups:
        parts.append(text(10, y + 13, name, size=13))
        y += 20
        for label, value in entries:
            length = (WIDTH - left - right) * value / widest
            parts += [
                text(left - 8, y + 12, label, "end"),
                f'<rect x="{left}" y="{y}" width="{max(length, 1):.1f}" height="{step - 4}" '
                f'fill="{COLOURS.get(label, "#888")}"/>',
                text(left + length + 6, y + 12, f"{value:,.0f}" if value >= 100 else f"{value:.1f}"),
            ]
            y += step
        y += 10
    return document(y, parts)


def tick_label(value):
    for unit, name in ((1e6, "M"), (1e3, "k")):
        if value >= unit:
            return f"{value / unit:g}{name}"
    return f"{value:g}"


def step_of(highest):
    """A round distance of three to seven grid lines up to the highest value."""
    power = 10 ** math.floor(math.log10(highest))
    return next(factor * power for factor in (0.2, 0.5, 1, 2) if highest / (factor * power) <= 7)


def lines(title, unit, series):
    """Lines: `series` are (name, [(x, y), …]); x on a logarithmic axis, y from zero."""
    left, top, bottom, height = 60, 50, 40, 340
    xs = [x for _, points in series for x, _ in points]
    low, high = math.log10(min(xs)), math.log10(max(xs))
    step = step_of(max(y for _, points in series for _, y in points))
    steps = math.ceil(max(y for _, points in series for _, y in points) / step)

    def at(x, y):
        across = (math.log10(x) - low) / (high - low or 1)
        return left + across * (WIDTH - left - 30), height - bottom - (height - bottom - top) * y / (step * steps)

    parts = [text(10, 22, title, size=15), text(10, 40, unit)]
    for number in range(steps + 1):
        _, y = at(min(xs), step * number)
        parts += [line(left, y, WIDTH - 30, y), text(left - 6, y + 4, f"{step * number:g}", "end")]
    for x in sorted(set(xs)):
        parts.append(text(at(x, 0)[0], height - bottom + 18, tick_label(x), "middle"))
    for number, (_, points) in enumerate(series):
        colour = OTHER_COLOURS[number % len(OTHER_COLOURS)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in points))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in (at(*p) for p in points)]
    if len(series) == 1:
        return document(height, parts)
    return document(height + 24, parts + legend([name for name, _ in series], height + 8))


def legend(names, y):
    parts, x = [], 60
    for number, name in enumerate(names):
        colour = OTHER_COLOURS[number % len(OTHER_COLOURS)]
        parts += [f'<rect x="{x}" y="{y - 10}" width="12" height="12" fill="{colour}"/>', text(x + 18, y, name)]
        x += 40 + 7 * len(name)
    return parts
