//! Masks from shapes: boxes, outlines and points.

use plantain_core::{Mask, MaskShape, Pixels};

/// Largest difference of a channel from the pixel of a point that still belongs to the point's region.
const LIKE_COLOR: i32 = 24;

/// Returns a mask as large as `pixels` that repaints what is inside any of the shapes, with hard edges.
pub fn mask(pixels: &Pixels, shapes: &[MaskShape]) -> Mask {
    let mut mask = Mask::filled(pixels.width, pixels.height, 0);
    for shape in shapes {
        match shape {
            MaskShape::Box {
                x,
                y,
                width,
                height,
            } => fill_box(&mut mask, (*x, *y), (*width, *height)),
            MaskShape::Polygon(points) => fill_polygon(&mut mask, points),
            MaskShape::Point { x, y } => fill_region(&mut mask, pixels, (*x, *y)),
        }
    }
    mask
}

fn fill_box(mask: &mut Mask, (x, y): (i32, i32), (width, height): (u32, u32)) {
    let columns = span(x.into(), i64::from(x) + i64::from(width), mask.width);
    for row in span(y.into(), i64::from(y) + i64::from(height), mask.height) {
        row_of(mask, row)[columns.clone()].fill(255);
    }
}

/// Fills by the even-odd rule: a pixel is inside if its centre is.
fn fill_polygon(mask: &mut Mask, points: &[(i32, i32)]) {
    for row in 0..mask.height as usize {
        let y = row as f64 + 0.5;
        let mut crossings: Vec<f64> = edges(points)
            .filter(|((_, y0), (_, y1))| (*y0 <= y) != (*y1 <= y))
            .map(|((x0, y0), (x1, y1))| x0 + (y - y0) / (y1 - y0) * (x1 - x0))
            .collect();
        crossings.sort_by(f64::total_cmp);
        for pair in crossings.chunks_exact(2) {
            // A centre at x + 0.5 is inside from the first crossing on and before the second.
            let bound = |x: f64| (x - 0.5).ceil() as i64;
            let columns = span(bound(pair[0]), bound(pair[1]), mask.width);
            row_of(mask, row)[columns].fill(255);
        }
    }
}

/// The outline's edges, closed.
fn edges(points: &[(i32, i32)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> + '_ {
    let at = |i: usize| {
        let (x, y) = points[i % points.len()];
        (f64::from(x), f64::from(y))
    };
    (0..points.len()).map(move |i| (at(i), at(i + 1)))
}

/// Fills the connected region around the point whose pixels are like the point's.
fn fill_region(mask: &mut Mask, pixels: &Pixels, (x, y): (i32, i32)) {
    let (width, height) = (pixels.width as i32, pixels.height as i32);
    if !(0..width).contains(&x) || !(0..height).contains(&y) {
        return;
    }
    let pixel = |x: i32, y: i32| {
        let at = (y as usize * width as usize + x as usize) * 4;
        &pixels.rgba[at..at + 4]
    };
    let wanted: Vec<i32> = pixel(x, y).iter().map(|&c| c.into()).collect();
    let like = |x, y| {
        let channels = pixel(x, y).iter().zip(&wanted);
        channels
            .map(|(&c, wanted)| (i32::from(c) - wanted).abs())
            .all(|difference| difference <= LIKE_COLOR)
    };
    let mut seen = vec![false; pixels.rgba.len() / 4];
    let mut open = vec![(x, y)];
    while let Some((x, y)) = open.pop() {
        if !(0..width).contains(&x) || !(0..height).contains(&y) {
            continue;
        }
        let at = y as usize * width as usize + x as usize;
        if std::mem::replace(&mut seen[at], true) || !like(x, y) {
            continue;
        }
        mask.coverage[at] = 255;
        open.extend([(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]);
    }
}

/// The part of `from..to` that lies in `0..length`.
fn span(from: i64, to: i64, length: u32) -> std::ops::Range<usize> {
    let clamp = |at: i64| at.clamp(0, length.into()) as usize;
    clamp(from)..clamp(to).max(clamp(from))
}

fn row_of(mask: &mut Mask, row: usize) -> &mut [u8] {
    let width = mask.width as usize;
    &mut mask.coverage[row * width..(row + 1) * width]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A 6x4 picture: its right half is white, the left black.
    fn picture() -> Pixels {
        let row = [
            [0, 0, 0, 255],
            [0, 0, 0, 255],
            [0, 0, 0, 255],
            [255; 4],
            [255; 4],
            [255; 4],
        ];
        Pixels {
            width: 6,
            height: 4,
            rgba: row.concat().repeat(4),
            opaque: true,
        }
    }

    #[test]
    fn shapes_fill_what_they_enclose() {
        let boxed = |x, y, width, height| MaskShape::Box {
            x,
            y,
            width,
            height,
        };
        let cases = [
            (boxed(1, 1, 2, 2), ["......", ".##...", ".##...", "......"]),
            (
                boxed(-5, -5, 7, 7),
                ["##....", "##....", "......", "......"],
            ),
            (boxed(i32::MAX, 0, u32::MAX, 9), ["......"; 4]),
            (boxed(i32::MIN, i32::MIN, u32::MAX, u32::MAX), ["######"; 4]),
            (
                MaskShape::Polygon(vec![(0, 0), (4, 0), (0, 4)]),
                ["###...", "##....", "#.....", "......"],
            ),
            (MaskShape::Polygon(vec![]), ["......"; 4]),
            (MaskShape::Polygon(vec![(1, 1), (5, 3)]), ["......"; 4]),
            (MaskShape::Point { x: 4, y: 2 }, ["...###"; 4]),
            (MaskShape::Point { x: 6, y: 2 }, ["......"; 4]),
        ];
        for (shape, rows) in cases {
            let mask = mask(&picture(), std::slice::from_ref(&shape));
            let shown: Vec<String> = mask
                .coverage
                .chunks(6)
                .map(|row| {
                    row.iter()
                        .map(|&c| if c == 255 { '#' } else { '.' })
                        .collect()
                })
                .collect();
            assert_eq!(shown, rows, "{shape:?}");
        }
    }
}
