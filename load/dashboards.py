#!/usr/bin/env python3
"""Times a dashboard of like content in Plantain, over HTTP, and in typst, in process, one after the other.

    pip install typst requests
    cargo build --release && python3 load/dashboards.py target/release/plantain

Prints the median and the fastest of so many pictures each. Plantain's time has HTTP, reading the prompt, planning, drawing and
PNG in it, every picture with a seed of its own; typst's has compiling, drawing and PNG, with its fonts already loaded and another size
of type each time, so that neither answers from memory.
"""

import argparse
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

import requests
import typst

PROMPT = "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, orders 312, customers 1,204, refund rate 1.8%, and a table of recent orders"
SIZES = [(1024, 1024), (3840, 2160)]

SOURCE = """
#set page(width: {w}pt, height: {h}pt, margin: 0pt, fill: rgb("#f6f7fb"))
#set text(size: {size}pt, fill: rgb("#0f172a"))
#let card(body) = block(fill: white, radius: 12pt, inset: 16pt, width: 100%, stroke: 0.5pt + rgb("#e2e8f0"), body)
#let muted(body) = text(fill: rgb("#64748b"), body)
#let stat(label, value, change) = card[#muted(label) \\ #text(size: 22pt, weight: "bold", value) \\ #text(fill: rgb("#15803d"), change)]
#grid(columns: (180pt, 1fr), rows: 100%,
  block(fill: white, height: 100%, width: 100%, inset: 18pt)[
    #text(size: 16pt, weight: "bold")[Oakline]
    #v(14pt)
    #for item in ("Overview", "Analytics", "Orders", "Customers", "Products", "Marketing", "Settings", "Help center") [
      #block(inset: 8pt, radius: 6pt, fill: if item == "Overview" {{ rgb("#e4e9ff") }} else {{ white }}, width: 100%)[#box(circle(radius: 5pt, fill: rgb("#4f46e5"))) #h(6pt) #item]
    ]
  ],
  block(inset: 24pt, width: 100%)[
    #text(size: 24pt, weight: "bold")[Overview] #h(1fr) #box(fill: rgb("#4f46e5"), radius: 8pt, inset: 8pt, text(fill: white)[Export {n}])
    #grid(columns: (1fr, 1fr, 1fr, 1fr), gutter: 14pt,
      stat("Monthly revenue", "$48,200", "+12.3%"), stat("Orders", "312", "+8.2%"), stat("Customers", "1,204", "+4.6%"), stat("Refund rate", "1.8%", "-0.4%"))
    #v(4pt)
    #card[#muted("Revenue") \\ #text(size: 22pt, weight: "bold")[\\$48,200]
      #box(width: 100%, height: 220pt, {{
        for y in range(5) {{ place(top + left, dy: y * 50pt, line(length: 100%, stroke: 0.5pt + rgb("#e2e8f0"))) }}
        let points = range(12).map(i => (i * 8.3%, 190pt - i * 13pt + calc.rem(i * 7, 5) * 6pt))
        place(top + left, polygon(fill: rgb("#4f46e51a"), (0%, 210pt), ..points, (91.3%, 210pt)))
        place(top + left, curve(stroke: 2.5pt + rgb("#4f46e5"), curve.move(points.at(0)), ..points.slice(1).map(p => curve.line(p))))
      }})]
    #card[#text(weight: "bold")[Recent orders]
      #table(columns: (1fr, 2fr, 1fr, 1fr), stroke: none, inset: 7pt,
        ..("Order", "Customer", "Status", "Amount").map(muted),
        ..range({rows}).map(i => ([\\##(2781 - i)], ("Ethan Brooks", "Olivia Chen", "Ravi Desai", "Ana Silva").at(calc.rem(i, 4)),
          box(fill: rgb("#e2eee5"), radius: 8pt, inset: (x: 6pt, y: 2pt), text(fill: rgb("#15803d"))[Paid]), [\\$#(240 + i * 37)])).flatten())]
  ])
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--pictures", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server, url = start(options.binary, folder)
        try:
            for width, height in SIZES:
                ours = measure(lambda n: draw(url, width, height, n), options.pictures)
                theirs = measure(typesetter(width, height), options.pictures)
                print(f"{width}x{height}: plantain {show(ours)}, typst {show(theirs)}, "
                      f"ratio of medians {statistics.median(theirs) / statistics.median(ours):.1f}")
        finally:
            server.terminate()
            server.wait()


def start(binary, folder):
    command = [binary, "--listen", "127.0.0.1:0", "--data-dir", f"{folder}/data", "--cache-mib", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    for line in server.stdout:
        if found := re.search(r"listens on (http://\S+)", line):
            return server, found[1]
    raise SystemExit("the server did not start")


SESSION = requests.Session()


def draw(url, width, height, n):
    body = {"prompt": PROMPT, "size": f"{width}x{height}", "seed": n, "output": "binary"}
    reply = SESSION.post(f"{url}/plantain/v1/images/generate", json=body, timeout=60)
    reply.raise_for_status()
    return reply.content


def typesetter(width, height):
    """Returns a function that draws the dashboard with typst, on a page of about 1024 x 1024 points' area."""
    unit = (width * height) ** 0.5 / 1024
    page = {"w": width / unit, "h": height / unit, "rows": 6 if height >= width else 3}
    compiler = typst.Compiler()

    def draw(n):
        source = SOURCE.format(n=n, size=12 + n / 1000, **page).encode()
        return compiler.compile(source, format="png", ppi=72 * unit)

    return draw


def measure(draw, pictures):
    for n in range(3):
        picture = draw(1000 + n)
        assert picture[:4] == b"\x89PNG", "a PNG came back"
    times = []
    for n in range(pictures):
        begun = time.perf_counter()
        draw(n)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def show(times):
    return f"{statistics.median(times):.1f} ms (fastest {min(times):.1f})"


if __name__ == "__main__":
    main()
