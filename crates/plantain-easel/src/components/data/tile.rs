//! Figures: tiles with change and sparkline, lines, legend entries.

use plantain_read::Trend;
use plantain_scene::build::{chart, col, ellipse, icon, row, spacer, text};
use plantain_scene::chart::{ChartKind, ChartSpec, Series};
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::Theme;

use super::{Tone, card, icon_badge};

/// One figure with what belongs to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stat {
    pub label: String,
    pub value: String,
    pub label_literal: bool,
    pub value_literal: bool,
    pub icon: String,
    /// Change as printed, and whether it is good news.
    pub delta: Option<(String, bool)>,
    /// Whether the change was asked for.
    pub delta_literal: bool,
    /// "vs last month".
    pub against: String,
    pub spark: Vec<f64>,
    /// Place in the row, for its colour.
    pub index: usize,
}

impl Stat {
    /// Returns whether all of it was invented.
    pub fn invented(&self) -> bool {
        !self.label_literal && !self.value_literal
    }

    fn mark(&self, node: Node) -> Node {
        if self.invented() { node.filler() } else { node }
    }
}

/// Returns a change with an arrow on a tinted pill.
pub fn delta_chip(words: &str, good: bool) -> Node {
    let tone = if good { Tone::Good } else { Tone::Bad };
    chip(words, tone, arrow(words))
}

/// Returns a change in its tone, with an arrow the way the course goes.
pub fn trend_chip(words: &str, tone: Tone, course: Trend) -> Node {
    let arrow = match course {
        Trend::Falling => "trending-down",
        Trend::Flat => "minus",
        _ => "trending-up",
    };
    chip(words, tone, arrow)
}

fn chip(words: &str, tone: Tone, arrow: &str) -> Node {
    let (ink, ground) = tone.colors();
    row()
        .gap(5.0)
        .pad_xy(10.0, 4.0)
        .radius(99.0)
        .fill(ground)
        .rigid()
        .child(icon(arrow, 15.0).color(ink).icon_stroke(2.4))
        .child(
            text(words)
                .size(13.0)
                .weight(600)
                .color(ink)
                .max_lines(1)
                .tabular(),
        )
        .role("delta")
}

fn arrow(words: &str) -> &'static str {
    if words.trim_start().starts_with(['-', '\u{2212}', '–']) {
        "trending-down"
    } else {
        "trending-up"
    }
}

/// Returns a small line without axes.
pub fn sparkline(values: &[f64], color: impl Into<Color>) -> Node {
    chart(ChartSpec {
        chart: ChartKind::Sparkline,
        series: vec![Series {
            values: values.to_vec(),
            color: Some(color.into()),
            ..Series::default()
        }],
        smooth: true,
        ..ChartSpec::default()
    })
    .role("sparkline")
}

/// Returns a dot and a name.
pub fn legend_item(color: impl Into<Color>, words: impl Into<String>) -> Node {
    let color: Color = color.into();
    row()
        .gap(8.0)
        .rigid()
        .child(ellipse().size_box(10.0, 10.0).fill(color).rigid())
        .child(text(words).size(13.0).weight(500).max_lines(1))
        .role("legend")
}

/// Returns a card with a figure: icon and label above, the figure large, its change, a sparkline where there is room.
///
/// `width` and `height` are the room it will have.
pub fn stat_tile(stat: &Stat, theme: &Theme, width: f32, height: f32) -> Node {
    let wide = width >= 190.0 && !stat.spark.is_empty();
    let pad = if height < 126.0 || width < 190.0 {
        14.0
    } else {
        18.0
    };
    let badge = (!stat.icon.is_empty() && height >= 126.0)
        .then(|| icon_badge(&stat.icon, 34.0, theme, stat.index));
    let label = text(&stat.label)
        .size(14.0)
        .weight(500)
        .color(Token::Muted)
        .max_lines(1)
        .shrink(11.5)
        .literal(stat.label_literal)
        .role("label");
    let head = row()
        .gap(10.0)
        .fill_w()
        .children(badge)
        .child(label.grow(1.0));
    let size = if height < 126.0 { 24.0 } else { 28.0 };
    let value = text(&stat.value)
        .font(FontRole::Heading)
        .size(size)
        .weight(700)
        .tabular()
        .max_lines(1)
        .shrink(15.0)
        .literal(stat.value_literal)
        .role("value");
    let mut figures = col().gap(4.0).grow(1.0).justify(Place::End).child(value);
    if let Some(line) = change_line(stat, width - 2.0 * pad - if wide { 96.0 } else { 0.0 }) {
        figures = figures.child(line);
    }
    let mut body = row()
        .gap(10.0)
        .fill_w()
        .grow(1.0)
        .align(Place::Stretch)
        .child(figures);
    if wide {
        let tint = Token::Series((stat.index % 8) as u8);
        let spark = sparkline(&stat.spark, tint)
            .w((width * 0.34).min(110.0))
            .grow(1.0);
        body = body.child(
            col()
                .justify(Place::End)
                .w((width * 0.34).min(110.0))
                .rigid()
                .child(spark.max_h(54.0).filler()),
        );
    }
    stat.mark(
        card(theme)
            .pad(pad)
            .gap(8.0)
            .child(head)
            .child(body)
            .role("tile"),
    )
}

fn change_line(stat: &Stat, room: f32) -> Option<Node> {
    let (words, good) = stat.delta.as_ref()?;
    let ink = if *good {
        Token::Positive
    } else {
        Token::Negative
    };
    let mut line = row().gap(6.0).child(
        text(words)
            .size(13.0)
            .weight(600)
            .color(ink)
            .max_lines(1)
            .tabular()
            .literal(stat.delta_literal)
            .role("delta"),
    );
    let wanted = (words.chars().count() + stat.against.chars().count()) as f32 * 7.4 + 8.0;
    if !stat.against.is_empty() && wanted <= room {
        line = line.child(
            text(&stat.against)
                .size(13.0)
                .color(Token::Muted)
                .max_lines(1)
                .filler(),
        );
    }
    Some(if stat.delta_literal {
        line
    } else {
        line.filler()
    })
}

/// Returns a figure on one line: icon, label, change, value.
pub fn stat_line(stat: &Stat, theme: &Theme) -> Node {
    let label = text(&stat.label)
        .size(14.0)
        .weight(500)
        .max_lines(1)
        .shrink(11.5)
        .literal(stat.label_literal)
        .role("label");
    let value = text(&stat.value)
        .size(16.0)
        .weight(700)
        .tabular()
        .max_lines(1)
        .shrink(12.0)
        .literal(stat.value_literal)
        .role("value");
    let mut end = col().align(Place::End).gap(2.0).rigid().child(value);
    if let Some((words, good)) = &stat.delta {
        let ink = if *good {
            Token::Positive
        } else {
            Token::Negative
        };
        let change = text(words)
            .size(12.5)
            .weight(600)
            .color(ink)
            .tabular()
            .max_lines(1)
            .literal(stat.delta_literal);
        end = end.child(if stat.delta_literal {
            change
        } else {
            change.filler()
        });
    }
    let node = row()
        .gap(12.0)
        .fill_w()
        .child(icon_badge(&stat.icon, 36.0, theme, stat.index))
        .child(label.grow(1.0))
        .child(spacer().w(0.0).grow(0.01))
        .child(end)
        .role("stat");
    stat.mark(node)
}
