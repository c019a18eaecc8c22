//! Axes of charts with upright values: ticks, grid lines, category labels, axis titles.

use super::geometry::Area;
use super::legend;
use super::pen::{Anchor, LINE, Pen};
use super::scale::Scale;
use crate::color::{Color, Token};

/// Wanted distance of grid lines.
const TICK_DISTANCE: f32 = 46.0;

/// What a chart needs of its axes.
pub(super) struct Wish {
    pub min: f64,
    pub max: f64,
    /// The scale starts at zero.
    pub zero: bool,
    /// Room above the highest value, for its label.
    pub above: f32,
    /// Room below the lowest value.
    pub below: f32,
    /// Room to the right of the plot, for names at line ends.
    pub right: f32,
    /// Categories have a band each (bars) instead of standing on points from edge to edge (lines).
    pub bands: bool,
    pub count: usize,
}

/// The plot with its scale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plot {
    pub area: Area,
    pub scale: Scale,
    /// Distance of the first point from the left edge, for charts without bands.
    pub inset: f32,
    pub count: usize,
    pub bands: bool,
}

impl Plot {
    /// Returns the height at which `value` stands.
    pub fn y(&self, value: f64) -> f32 {
        self.area.bottom() - self.scale.part(value) * self.area.h
    }

    /// Returns the middle of a category.
    pub fn x(&self, index: usize) -> f32 {
        if self.bands {
            return self.area.x + self.band() * (index as f32 + 0.5);
        }
        if self.count < 2 {
            return self.area.mid_x();
        }
        let inner = self.area.w - 2.0 * self.inset;
        self.area.x + self.inset + inner * index as f32 / (self.count - 1) as f32
    }

    /// Returns the distance of neighbouring categories.
    pub fn band(&self) -> f32 {
        if self.bands {
            self.area.w / self.count.max(1) as f32
        } else {
            (self.area.w - 2.0 * self.inset) / self.count.saturating_sub(1).max(1) as f32
        }
    }
}

/// Draws legend, axis titles, grid and labels, and returns the plot.
pub(super) fn draw(pen: &mut Pen<'_>, wish: &Wish) -> Plot {
    let area = legend::of_series(pen, pen.whole);
    let area = titles(pen, area);
    let labelled = pen.spec.labels.iter().any(|l| !l.is_empty());
    let gap = pen.size * 0.8;
    // Ticks and category labels depend on each other's size: a first guess of the height is near enough for the ticks.
    let guess = area.h - if labelled { pen.size * LINE + gap } else { 0.0 };
    let scale = scale_for(pen, wish, guess);
    let written = tick_texts(pen, &scale);
    let gutter = if pen.spec.axes {
        pen.widest(written.iter().map(String::as_str), 400) + pen.size * 0.9
    } else {
        0.0
    };
    let half_line = if pen.spec.axes {
        pen.size * LINE / 2.0 + 0.5
    } else {
        0.0
    };
    let wide = area.cut(0.0, wish.right, 0.0, gutter);
    let inset = if wish.bands {
        0.0
    } else {
        end_inset(pen, wide, gutter, wish)
    };
    let mut plot = Plot {
        area: wide,
        scale,
        inset,
        count: wish.count,
        bands: wish.bands,
    };
    let categories = Categories::new(pen, &plot);
    let under = if labelled {
        categories.height + gap
    } else {
        half_line.max(wish.below)
    };
    plot.area = wide.cut(half_line, 0.0, under, 0.0);
    plot.scale = with_room(plot, wish, pen);
    if pen.spec.axes {
        grid(pen, &plot, area.x + gutter - pen.size * 0.9);
    } else if wish.bands {
        pen.rule(
            plot.area.x,
            plot.y(plot.scale.low.max(0.0)),
            plot.area.w,
            Token::Line,
        );
    }
    if labelled {
        categories.draw(pen, &plot, plot.area.bottom() + gap);
    }
    plot
}

/// Draws axis titles (the upright one stands level at the top) and returns the rest of `area`.
pub(super) fn titles(pen: &mut Pen<'_>, area: Area) -> Area {
    let (mut area, line, given) = (area, pen.size * LINE, pen.spec.given);
    if let Some(title) = pen.spec.y_title.as_deref().filter(|t| !t.is_empty()) {
        let label = pen.label(title).weight(600).role("axis-title").given(given);
        pen.put(label, area.x, area.y + line / 2.0, Anchor::Left);
        area = area.cut(line + pen.size * 0.8, 0.0, 0.0, 0.0);
    }
    if let Some(title) = pen.spec.x_title.as_deref().filter(|t| !t.is_empty()) {
        let label = pen.label(title).weight(600).role("axis-title").given(given);
        pen.put(
            label,
            area.mid_x(),
            area.bottom() - line / 2.0,
            Anchor::Middle,
        );
        area = area.cut(0.0, 0.0, line + pen.size * 0.5, 0.0);
    }
    area
}

pub(super) fn wanted_ticks(pen: &Pen<'_>, length: f32) -> usize {
    let distance = TICK_DISTANCE.max(pen.size * 2.6);
    ((length / distance).round() as usize).clamp(2, 7)
}

fn scale_for(pen: &Pen<'_>, wish: &Wish, height: f32) -> Scale {
    let wanted = wanted_ticks(pen, height);
    match pen.spec.range {
        Some([low, high]) if high > low => Scale::exact(low, high, wanted),
        _ => Scale::nice(wish.min, wish.max, wanted, wish.zero),
    }
}

/// Stretches the scale until the room above the highest value is free, in whole steps.
fn with_room(plot: Plot, wish: &Wish, pen: &Pen<'_>) -> Scale {
    let mut plot = plot;
    if pen.spec.range.is_some() {
        return plot.scale;
    }
    for _ in 0..8 {
        let part = f64::from(plot.scale.part(wish.max));
        let free = plot.area.h * (1.0 - part as f32);
        if free >= wish.above {
            break;
        }
        if pen.spec.axes {
            plot.scale.high += plot.scale.step;
        } else {
            plot.scale.high += (plot.scale.high - plot.scale.low) * 0.06;
        }
    }
    for _ in 0..8 {
        if plot.area.bottom() - plot.y(wish.min) >= wish.below || wish.min >= 0.0 && wish.zero {
            break;
        }
        plot.scale.low -= if pen.spec.axes {
            plot.scale.step
        } else {
            (plot.scale.high - plot.scale.low) * 0.06
        };
    }
    plot.scale
}

fn tick_texts(pen: &Pen<'_>, scale: &Scale) -> Vec<String> {
    let decimals = scale.decimals();
    // One more step may follow when room for labels is made.
    scale
        .ticks()
        .into_iter()
        .chain([scale.high + scale.step])
        .map(|tick| pen.spec.format.write(tick, decimals))
        .collect()
}

/// How far the first and last points of a line stand from the plot's edges, so that their labels stay in the box.
fn end_inset(pen: &mut Pen<'_>, wide: Area, gutter: f32, wish: &Wish) -> f32 {
    let mut inset = if pen.spec.axes {
        pen.size
    } else {
        pen.size * 0.5
    };
    let labels = &pen.spec.labels;
    for (text, room) in [(labels.first(), gutter), (labels.last(), wish.right)] {
        if let Some(text) = text {
            let label = pen.label(text).weight(600);
            inset = inset.max(pen.width(&label) / 2.0 - room);
        }
    }
    inset.min(wide.w * 0.2)
}

fn grid(pen: &mut Pen<'_>, plot: &Plot, x: f32) {
    let decimals = plot.scale.decimals();
    let base = plot.scale.low.max(0.0);
    for tick in plot.scale.ticks() {
        let y = plot.y(tick);
        let color: Color = if (tick - base).abs() < plot.scale.step * 1e-6 {
            Color::Token(Token::Muted, 0.45)
        } else {
            Token::Line.into()
        };
        let is_base = matches!(color, Color::Token(Token::Muted, _));
        if is_base || !pen.spec.gridless {
            pen.rule(plot.area.x, y, plot.area.w, color);
        }
        let text = pen.spec.format.write(tick, decimals);
        let label = pen.label(&text).role("tick");
        pen.put(label, x, y, Anchor::Right);
    }
}

/// How the category labels are set: every `stride`-th, over `lines` lines.
pub(super) struct Categories {
    stride: usize,
    lines: usize,
    room: f32,
    pub height: f32,
}

impl Categories {
    pub fn new(pen: &mut Pen<'_>, plot: &Plot) -> Self {
        let labels = &pen.spec.labels;
        let between = pen.size * 0.7;
        let room = plot.band() - between;
        let line = pen.size * LINE;
        let one_line = Self {
            stride: 1,
            lines: 1,
            room,
            height: line,
        };
        if pen.widest(labels.iter().map(String::as_str), 600) <= room {
            return one_line;
        }
        let lines = labels
            .iter()
            .map(|text| {
                let label = pen.label(text).weight(600);
                pen.wrapped(&label, room, 3).map(|(_, lines)| lines)
            })
            .try_fold(1, |most, lines| lines.map(|l| most.max(l)));
        if let Some(lines) = lines {
            return Self {
                lines,
                height: line * lines as f32,
                ..one_line
            };
        }
        if pen.spec.given && plot.bands {
            // Asked-for labels are never skipped: they are counted as missing and the text gets smaller.
            return Self {
                lines: 3,
                height: line * 2.0,
                ..one_line
            };
        }
        let widest = pen.widest(labels.iter().map(String::as_str), 600);
        let stride = ((widest + between) / plot.band().max(0.1)).ceil().max(1.0) as usize;
        Self {
            stride,
            room: widest,
            ..one_line
        }
    }

    /// Draws the labels below `top`.
    pub fn draw(&self, pen: &mut Pen<'_>, plot: &Plot, top: f32) {
        let labels = &pen.spec.labels;
        let count = labels.len().min(plot.count);
        let stressed = pen.spec.highlight;
        // The stressed label comes first, so that its neighbours give way.
        let mut order: Vec<usize> = stressed.into_iter().filter(|i| *i < count).collect();
        // Counted from the stressed or last one, which is the one that people look for.
        let anchor = order.first().copied().unwrap_or(count.saturating_sub(1));
        order.extend(
            (0..count).filter(|i| Some(*i) != stressed && i.abs_diff(anchor) % self.stride == 0),
        );
        let given = pen.spec.given;
        if given && self.stride > 1 {
            pen.miss(true);
        }
        for i in order {
            let label = pen.label(&labels[i]).role("category").given(given);
            let label = if stressed == Some(i) {
                label.weight(600).color(Token::Ink)
            } else {
                label
            };
            pen.put_wrapped(
                label,
                plot.x(i),
                top,
                self.room.max(1.0),
                Anchor::Middle,
                self.lines,
            );
        }
    }
}
