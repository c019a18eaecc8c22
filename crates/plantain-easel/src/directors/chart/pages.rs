//! Pages around a chart.

use plantain_read::Trend;
use plantain_scene::build::{chart, col, rect, row, text};
use plantain_scene::chart::{ChartKind, ChartSpec, LegendPlace};
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::Theme;

use super::specs::{Plot, SparkRow, is_round};
use crate::components::data::{Tone, card, sparkline, trend_chip};
use crate::studio::Studio;

/// A way to set title and chart on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// On the bare ground, title at the top left.
    Open,
    /// In one card on a tinted ground.
    Card,
    /// A rule and a large title, as in print.
    Editorial,
    /// Words on the left, chart on the right.
    Beside,
    /// Title in the middle.
    Centered,
    /// Title on a band of the accent from edge to edge.
    Band,
}

impl Page {
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open page",
            Self::Card => "card",
            Self::Editorial => "editorial",
            Self::Beside => "words beside",
            Self::Centered => "centred",
            Self::Band => "title band",
        }
    }

    pub fn fitting(studio: &Studio<'_>, plot: &Plot) -> Vec<Self> {
        let ratio = studio.ratio();
        let mut all = vec![Self::Open, Self::Card, Self::Editorial];
        if ratio > 1.35 && plot.title.is_some() && plot.charts.len() <= 1 {
            all.push(Self::Beside);
        }
        if is_round(plot.kind) || ratio < 1.1 {
            all.push(Self::Centered);
        }
        if plot.title.is_some() && plot.figure.is_none() && plot.rest.is_empty() {
            all.push(Self::Band);
        }
        let turn = studio
            .rng(&studio.brief.prompt)
            .fork("pages")
            .below(all.len());
        all.rotate_left(turn);
        all
    }
}

/// Sizes that follow from the canvas.
#[derive(Debug, Clone, Copy)]
struct Scale {
    pad: f32,
    title: f32,
    text: f32,
    gap: f32,
    w: f32,
    h: f32,
}

impl Scale {
    fn of(studio: &Studio<'_>) -> Self {
        let (w, h) = (studio.width, studio.height);
        // Both follow the area, and give way on narrow strips.
        let (side, mean) = (w.min(h), (w * h).sqrt());
        Self {
            pad: (side * 0.065).clamp(20.0, 72.0),
            title: (mean * 0.046).min(side * 0.075).clamp(22.0, 56.0),
            text: (mean * 0.0235).min(side * 0.036).clamp(13.0, 28.0),
            gap: (side * 0.03).clamp(12.0, 36.0),
            w,
            h,
        }
    }
}

/// Builds the page.
pub(super) fn build(page: Page, plot: &Plot, theme: &Theme, studio: &Studio<'_>) -> Node {
    let scale = Scale::of(studio);
    let root = col().fill_w().fill_h().fill(Token::Canvas).role("page");
    match page {
        Page::Open => {
            let w = scale.w - 2.0 * scale.pad;
            root.pad(scale.pad)
                .gap(scale.gap)
                .children(head(plot, &scale, w, false, 1.0))
                .child(body(plot, theme, &scale, w, true))
        }
        Page::Centered => {
            let w = scale.w - 2.0 * scale.pad;
            root.pad(scale.pad)
                .gap(scale.gap)
                .children(head(plot, &scale, w, true, 1.0))
                .child(body(plot, theme, &scale, w, true))
        }
        Page::Card => {
            let outer = scale.pad * 0.75;
            let inner = scale.pad * 0.9;
            let w = scale.w - 2.0 * (outer + inner);
            let held = card(theme)
                .fill_w()
                .grow(1.0)
                .pad(inner)
                .gap(scale.gap)
                .children(head(plot, &scale, w, false, 0.86))
                .child(body(plot, theme, &scale, w, false));
            root.pad(outer).child(held)
        }
        Page::Editorial => {
            let w = scale.w - 2.0 * scale.pad;
            let rule = rect()
                .h(scale.title * 0.12)
                .w(scale.title * 1.6)
                .fill(Token::Accent)
                .rigid()
                .role("rule");
            let head = head(plot, &scale, w, false, 1.15);
            // A rule needs words below it.
            let rule = head.is_some().then_some(rule);
            root.pad(scale.pad)
                .gap(scale.gap * 0.8)
                .children(rule)
                .children(head)
                .child(body(plot, theme, &scale, w, true))
        }
        Page::Beside => beside(root, plot, theme, &scale),
        Page::Band => band(root, plot, theme, &scale),
    }
}

fn band(root: Node, plot: &Plot, theme: &Theme, scale: &Scale) -> Node {
    let w = scale.w - 2.0 * scale.pad;
    let title = plot.title.as_ref().map(|(title, literal)| {
        let node = text(title)
            .font(FontRole::Heading)
            .size(scale.title)
            .weight(700)
            .tracking(-0.01)
            .leading(1.12)
            .color(Token::AccentInk)
            .max_lines(3)
            .shrink(18.0)
            .balance()
            .literal(*literal)
            .role("title");
        if *literal { node } else { node.filler() }
    });
    let subtitle = plot.subtitle.as_ref().map(|subtitle| {
        text(subtitle)
            .size(scale.text * 1.1)
            .color(Token::AccentInk)
            .max_lines(3)
            .shrink(12.0)
            .literal(true)
            .role("subtitle")
    });
    let head = col()
        .fill_w()
        .rigid()
        .pad_xy(scale.pad, scale.pad * 0.62)
        .gap(scale.title * 0.18)
        .fill(Token::Accent)
        .children(title)
        .children(subtitle)
        .role("title-band");
    let held = col()
        .fill_w()
        .grow(1.0)
        .pad(scale.pad)
        .child(body(plot, theme, scale, w, true));
    root.child(head).child(held)
}

fn beside(root: Node, plot: &Plot, theme: &Theme, scale: &Scale) -> Node {
    let left = scale.w * 0.27;
    let right = scale.w - left - 2.0 * scale.pad - scale.gap * 2.0;
    let rule = rect()
        .h(4.0)
        .w(56.0)
        .fill(Token::Accent)
        .rigid()
        .role("rule");
    let words = col()
        .w(left)
        .rigid()
        .gap(scale.gap)
        .justify(Place::Center)
        .child(rule)
        .children(head(plot, &Scale { w: left, ..*scale }, left, false, 1.0));
    root.pad(scale.pad).child(
        row()
            .fill_w()
            .grow(1.0)
            .gap(scale.gap * 2.0)
            .align(Place::Stretch)
            .child(words)
            .child(body(plot, theme, scale, right, true)),
    )
}

/// Title, subtitle, further given words, and the figure that stands out.
fn head(plot: &Plot, scale: &Scale, width: f32, centered: bool, factor: f32) -> Option<Node> {
    let place = if centered {
        Place::Center
    } else {
        Place::Start
    };
    let mut words = col().gap(scale.title * 0.22).align(if centered {
        Place::Center
    } else {
        Place::Stretch
    });
    let mut any = false;
    if let Some((title, literal)) = &plot.title {
        let node = text(title)
            .font(FontRole::Heading)
            .size(scale.title * factor)
            .weight(700)
            .tracking(-0.01)
            .leading(1.12)
            .max_lines(3)
            .shrink(18.0)
            .balance()
            .literal(*literal)
            .role("title");
        let node = if centered { node.centered() } else { node };
        words = words.child(if *literal { node } else { node.filler() });
        any = true;
    }
    if let Some(subtitle) = &plot.subtitle {
        let node = text(subtitle)
            .size(scale.text * 1.1)
            .color(Token::Muted)
            .max_lines(3)
            .shrink(12.0)
            .literal(true)
            .role("subtitle");
        words = words.child(if centered { node.centered() } else { node });
        any = true;
    }
    if !plot.rest.is_empty() {
        let items = plot.rest.iter().map(|word| {
            text(word)
                .size(scale.text)
                .color(Token::Muted)
                .shrink(11.5)
                .literal(true)
        });
        words = words.child(row().wrap().gap(scale.text).justify(place).children(items));
        any = true;
    }
    let figure = plot
        .figure
        .as_ref()
        .map(|(value, label)| figure(value, label.as_deref(), scale));
    let tight = width < 420.0 || centered;
    match (any, figure) {
        (false, None) => None,
        (false, Some(figure)) => Some(figure.rigid()),
        (true, None) => Some(words.rigid()),
        (true, Some(figure)) if tight => Some(words.child(figure).rigid()),
        (true, Some(figure)) => Some(
            row()
                .fill_w()
                .gap(scale.gap)
                .rigid()
                .align(Place::End)
                .child(words.grow(1.0))
                .child(figure.rigid()),
        ),
    }
}

fn figure(value: &str, label: Option<&str>, scale: &Scale) -> Node {
    let value = text(value)
        .font(FontRole::Heading)
        .size(scale.title * 1.05)
        .weight(700)
        .color(Token::AccentText)
        .tabular()
        .max_lines(1)
        .shrink(18.0)
        .literal(true)
        .role("value");
    let label = label.map(|l| {
        text(l)
            .size(scale.text)
            .color(Token::Muted)
            .max_lines(2)
            .shrink(11.5)
            .role("label")
    });
    col().gap(2.0).children(label).child(value)
}

fn body(plot: &Plot, theme: &Theme, scale: &Scale, width: f32, on_canvas: bool) -> Node {
    if !plot.rows.is_empty() {
        return spark_rows(&plot.rows, theme, scale, width, on_canvas);
    }
    let head = if plot.title.is_some() {
        scale.title * 2.2 + scale.gap
    } else {
        0.0
    };
    let height = scale.h - 2.0 * scale.pad - head;
    let several = plot.charts.len();
    if several <= 1 {
        return match plot.charts.first() {
            Some((title, spec)) => titled(
                title.as_deref(),
                spec,
                plot,
                scale,
                (width, height),
                on_canvas,
            ),
            None => col().grow(1.0),
        };
    }
    let across = width >= height;
    let gap = scale.gap * 1.4;
    let part = |length: f32| (length - gap * (several - 1) as f32) / several as f32;
    let size = if across {
        (part(width), height)
    } else {
        (width, part(height))
    };
    let charts = plot
        .charts
        .iter()
        .map(|(title, spec)| titled(title.as_deref(), spec, plot, scale, size, on_canvas));
    let flow = if across {
        row().align(Place::Stretch)
    } else {
        col()
    };
    flow.fill_w().grow(1.0).gap(gap).children(charts)
}

/// A chart with its own title above it, if it has one.
fn titled(
    title: Option<&str>,
    spec: &ChartSpec,
    plot: &Plot,
    scale: &Scale,
    (w, h): (f32, f32),
    on_canvas: bool,
) -> Node {
    let mut spec = ChartSpec {
        text_size: scale.text,
        ..spec.clone()
    };
    if on_canvas {
        spec.ground = Some(Token::Canvas.into());
    }
    if is_round(spec.chart) && spec.chart != ChartKind::Gauge {
        place_slices(&mut spec, w, h);
    }
    if spec.chart == ChartKind::HorizontalBar
        || spec.chart == ChartKind::Progress
        || spec.chart == ChartKind::Funnel
    {
        spec.text_size = scale.text * 1.05;
    }
    let node = chart(spec.clone())
        .fill_w()
        .grow(1.0)
        .min_h(80.0)
        .role("chart");
    let node = if plot.given || spec.given {
        node.literal(true)
    } else {
        node.filler()
    };
    let mut held = col().gap(scale.gap * 0.6).grow(1.0);
    if let Some(title) = title {
        let words = text(title)
            .font(FontRole::Heading)
            .size(scale.title * 0.72)
            .weight(700)
            .max_lines(2)
            .shrink(15.0)
            .literal(true)
            .role("title");
        held = held.child(if is_round(spec.chart) {
            words.centered().fill_w()
        } else {
            words
        });
    }
    held.child(node)
}

/// Names stand beside the slices where there is room for them on both sides, else in a table below.
fn place_slices(spec: &mut ChartSpec, w: f32, h: f32) {
    // The prompt tells where they stand.
    if matches!(spec.legend, LegendPlace::Right | LegendPlace::Bottom) {
        return;
    }
    let longest = spec
        .labels
        .iter()
        .map(|l| l.chars().count())
        .max()
        .unwrap_or(0) as f32
        + 5.0;
    let side = longest * spec.text_size * 0.56;
    let radius = (w / 2.0 - side - spec.text_size * 2.2).min(h / 2.0 - spec.text_size * 1.4);
    let wanted = w.min(h) * 0.27;
    spec.legend = if spec.labels.is_empty() || radius >= wanted && spec.labels.len() <= 10 {
        LegendPlace::None
    } else if w > h * 1.3 {
        LegendPlace::Right
    } else {
        LegendPlace::Bottom
    };
}

/// Rows of name, course and value.
fn spark_rows(
    rows: &[SparkRow],
    theme: &Theme,
    scale: &Scale,
    width: f32,
    on_canvas: bool,
) -> Node {
    let size = (scale.text * 1.35).clamp(15.0, 30.0);
    let lines = rows.iter().map(|line| {
        let label = text(&line.label)
            .size(size)
            .weight(600)
            .max_lines(2)
            .shrink(12.0)
            .literal(true)
            .role("label");
        let (tint, tone) = match line.course {
            _ if !line.told => (Token::Accent, Tone::Quiet),
            Trend::Falling => (Token::Negative, Tone::Bad),
            Trend::Flat => (Token::Muted, Tone::Quiet),
            _ => (Token::Positive, Tone::Good),
        };
        let course = sparkline(&line.values, tint).fill_h().grow(1.0);
        let mut chip = match line.told {
            true => trend_chip(&line.value, tone, line.course),
            false => col().child(
                text(&line.value)
                    .weight(700)
                    .size(size)
                    .max_lines(1)
                    .tabular(),
            ),
        };
        chip.visit_mut(&mut |node| {
            if node.as_text().is_some() {
                node.literal = true;
                let bigger = std::mem::take(node).size(size * 0.9);
                *node = bigger;
            }
        });
        let held = row()
            .fill_w()
            .grow(1.0)
            .max_h(scale.h * 0.24)
            .gap(scale.gap)
            .pad_xy(scale.gap, scale.gap * 0.7)
            .align(Place::Stretch)
            .child(
                col()
                    .w(width * 0.24)
                    .rigid()
                    .justify(Place::Center)
                    .child(label),
            )
            .child(course)
            .child(
                col()
                    .w(width * 0.17)
                    .rigid()
                    .justify(Place::Center)
                    .align(Place::End)
                    .child(chip),
            )
            .role("row");
        if on_canvas {
            let plain = card(theme).fill_w().grow(1.0).max_h(scale.h * 0.24);
            plain.child(held)
        } else {
            held
        }
    });
    col()
        .fill_w()
        .grow(1.0)
        .gap(scale.gap * 0.8)
        .justify(Place::Center)
        .children(lines)
}
