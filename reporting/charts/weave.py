"""The weave: thin crossing threads, each stripe a sector, as wide as its share. Our only ornament."""

from reporting.charts.svg import drawing, line, rectangle

THREAD = 4.0
SPACE = 1.6
PITCH = THREAD + SPACE
ROW = 11.0


def weave(shares: list[tuple[str, str, float]], *, width: float, height: float, title: str, paper: str = "#FBF8F3"):
    """`shares`: name, colour and weight of each sector. Every sector with a weight keeps one thread at least."""
    stripes = share_out(shares, int(width // PITCH))
    content, x = [], 0.0
    for _, color, threads in stripes:
        for _ in range(threads):
            content.append(rectangle(x, 0, THREAD, height, color, opacity=0.82))
            x += PITCH
    content += [line(0, y * ROW, width, y * ROW, paper, 1.5) for y in range(int(height // ROW) + 1)]
    names = ", ".join(name for name, _, _ in stripes)
    return drawing(content, width=width, height=height, title=title, description=names)


def share_out(shares: list[tuple[str, str, float]], threads: int) -> list[tuple[str, str, int]]:
    """Whole threads by the largest remainders, so that they fill the width exactly."""
    shares = [share for share in shares if share[2] > 0]
    total = sum(weight for _, _, weight in shares)
    if not total:
        return []
    exact = [weight * threads / total for _, _, weight in shares]
    counts = [max(int(part), 1) for part in exact]
    by_remainder = sorted(range(len(shares)), key=lambda index: exact[index] - counts[index], reverse=True)
    for index in by_remainder[: max(threads - sum(counts), 0)]:
        counts[index] += 1
    while sum(counts) > threads and max(counts) > 1:
        counts[counts.index(max(counts))] -= 1
    return [(name, color, count) for (name, color, _), count in zip(shares, counts, strict=True)]
