//! Treemaps: rectangles whose areas are in proportion.

use super::geometry::Area;
use super::pen::{Anchor, LINE, Pen};
use crate::build::rect;

/// Draws a rectangle for each value, largest first, as square as the rows allow.
pub(super) fn draw(pen: &mut Pen<'_>) {
    let spec = pen.spec;
    let Some(series) = spec.series.first() else {
        return;
    };
    let mut order: Vec<usize> = (0..series.values.len())
        .filter(|&i| series.values[i] > 0.0)
        .collect();
    order.sort_by(|a, b| {
        series.values[*b]
            .total_cmp(&series.values[*a])
            .then(a.cmp(b))
    });
    let total: f64 = order.iter().map(|&i| series.values[i]).sum();
    if total <= 0.0 {
        return;
    }
    let shares: Vec<f32> = order
        .iter()
        .map(|&i| (series.values[i] / total) as f32)
        .collect();
    let places = squarified(&shares, pen.whole);
    let gap = (pen.size * 0.3).clamp(2.0, 6.0);
    for (&i, place) in order.iter().zip(places) {
        let color = pen.slice_color(i);
        let inner = place.cut(gap / 2.0, gap / 2.0, gap / 2.0, gap / 2.0);
        pen.mark(
            rect()
                .bounds(inner.x, inner.y, inner.w, inner.h)
                .fill(color)
                .radius((pen.theme.radius * 0.5).min(inner.w.min(inner.h) * 0.15))
                .role("cell"),
        );
        words(pen, i, inner);
    }
}

/// Prints name and value at the top left of a cell, larger where there is room.
fn words(pen: &mut Pen<'_>, i: usize, cell: Area) {
    let spec = pen.spec;
    let series = &spec.series[0];
    let ink = pen.ink_on(pen.slice_color(i));
    let factor = (cell.w.min(cell.h) / (pen.size * 9.0)).clamp(1.0, 1.7);
    let pad = pen.size * 0.7;
    let value = if spec.show_values {
        pen.shown(series, i)
    } else {
        String::new()
    };
    let mut name = pen
        .strong(pen.name_of(i))
        .color(ink)
        .role("category")
        .given(spec.given)
        .scaled(factor);
    let mut number = pen
        .label(&value)
        .color(ink)
        .weight(500)
        .role("value")
        .given(pen.value_given(series, i))
        .scaled(factor);
    let wide = pen.width(&name).max(pen.width(&number));
    if wide > cell.w - 2.0 * pad {
        let fit = ((cell.w - pad) / wide).max(0.62 / factor).min(1.0);
        (name, number) = (name.scaled(fit), number.scaled(fit));
    }
    let (pad_x, line) = (pad.min(cell.w * 0.08), name.height());
    let one_line = cell.h < 2.0 * line + pad;
    let y = if one_line {
        cell.mid_y()
    } else {
        cell.y + pad * 0.8 + line / 2.0
    };
    let name_w = pen.width(&name);
    pen.put_wrapped(
        name,
        cell.x + pad_x,
        y,
        (cell.w - pad_x).max(1.0),
        Anchor::Left,
        1,
    );
    if one_line {
        pen.put(number, cell.x + pad_x + name_w + pad, y, Anchor::Left);
    } else {
        pen.put(number, cell.x + pad_x, y + line * LINE * 0.82, Anchor::Left);
    }
}

/// Lays shares (of one, falling) into a box: rows along the shorter side, as long as they make the cells squarer.
fn squarified(shares: &[f32], whole: Area) -> Vec<Area> {
    let scale = whole.w * whole.h;
    let mut out = Vec::with_capacity(shares.len());
    let mut left = whole;
    let mut at = 0;
    while at < shares.len() {
        let side = left.w.min(left.h).max(0.01);
        let worst = |row: &[f32]| {
            let sum: f32 = row.iter().sum::<f32>() * scale;
            let (small, large) = row
                .iter()
                .fold((f32::MAX, 0.0_f32), |(s, l), v| (s.min(*v), l.max(*v)));
            let (small, large) = (small * scale, large * scale);
            (side * side * large / (sum * sum)).max(sum * sum / (side * side * small))
        };
        let mut end = at + 1;
        while end < shares.len() && worst(&shares[at..=end]) <= worst(&shares[at..end]) {
            end += 1;
        }
        let row = &shares[at..end];
        let sum: f32 = row.iter().sum::<f32>() * scale;
        let thick = sum / side;
        let across = left.w >= left.h;
        let mut from = 0.0;
        for share in row {
            let long = share * scale / thick.max(0.01);
            out.push(if across {
                Area::new(left.x, left.y + from, thick, long)
            } else {
                Area::new(left.x + from, left.y, long, thick)
            });
            from += long;
        }
        left = if across {
            left.cut(0.0, 0.0, 0.0, thick)
        } else {
            left.cut(thick, 0.0, 0.0, 0.0)
        };
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_proportion_and_fill_the_box() {
        let shares = [0.5, 0.2, 0.15, 0.1, 0.05];
        let places = squarified(&shares, Area::new(0.0, 0.0, 400.0, 300.0));
        for (place, share) in places.iter().zip(shares) {
            let got = place.w * place.h / (400.0 * 300.0);
            assert!((got - share).abs() < 1e-3, "{got} {share}");
            assert!(place.right() < 400.1 && place.bottom() < 300.1, "{place:?}");
        }
    }
}
