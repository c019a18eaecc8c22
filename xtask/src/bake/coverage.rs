//! How much of an object each part shows: what decides which colour an object "is".

use kurbo::{PathEl, Point, Shape, Size};

use super::svg::Part;

/// Samples along each side of the view box.
const SAMPLES: usize = 96;

/// Returns each part's visible share of the object's area, 0 to 255.
pub fn shares(size: Size, parts: &[Part]) -> Vec<u8> {
    let mut top = vec![usize::MAX; SAMPLES * SAMPLES];
    let step = size.width.max(size.height) / SAMPLES as f64;
    for (index, part) in parts.iter().enumerate() {
        if part.opacity < 128 {
            continue;
        }
        let lines = lines(part);
        for row in 0..SAMPLES {
            fill_row(
                &lines,
                part.even_odd,
                (row as f64 + 0.5) * step,
                step,
                &mut top[row * SAMPLES..][..SAMPLES],
                index,
            );
        }
    }
    let mut counts = vec![0usize; parts.len()];
    let mut total = 0;
    for index in top.into_iter().filter(|&i| i != usize::MAX) {
        counts[index] += 1;
        total += 1;
    }
    counts
        .into_iter()
        .map(|n| (n * 255).div_ceil(total.max(1)) as u8)
        .collect()
}

fn lines(part: &Part) -> Vec<(Point, Point)> {
    let (mut out, mut start, mut last) = (Vec::new(), Point::ZERO, Point::ZERO);
    kurbo::flatten(
        part.path.elements().iter().copied(),
        part.path.bounding_box().size().max_side() / 200.0 + 1e-3,
        |el| match el {
            PathEl::MoveTo(p) => {
                if last != start {
                    out.push((last, start));
                }
                (start, last) = (p, p);
            }
            PathEl::LineTo(p) => {
                out.push((last, p));
                last = p;
            }
            _ => {
                out.push((last, start));
                last = start;
            }
        },
    );
    if last != start {
        out.push((last, start));
    }
    out
}

fn fill_row(
    lines: &[(Point, Point)],
    even_odd: bool,
    y: f64,
    step: f64,
    row: &mut [usize],
    index: usize,
) {
    let mut crossings: Vec<(f64, i32)> = lines
        .iter()
        .filter(|(a, b)| (a.y <= y) != (b.y <= y))
        .map(|(a, b)| {
            (
                a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x),
                if b.y > a.y { 1 } else { -1 },
            )
        })
        .collect();
    crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut winding = 0;
    for pair in crossings.windows(2) {
        winding += pair[0].1;
        let inside = if even_odd {
            winding % 2 != 0
        } else {
            winding != 0
        };
        if inside {
            let from = ((pair[0].0 / step - 0.5).ceil().max(0.0)) as usize;
            let to = ((pair[1].0 / step - 0.5).ceil().max(0.0)) as usize;
            let end = row.len();
            row[from.min(end)..to.min(end)].fill(index);
        }
    }
}
