//! The leading figure of a dashboard with its chart.

use plantain_scene::build::{chart, col, row, text};
use plantain_scene::chart::{ChartKind, ChartSpec, LegendPlace};
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::Theme;

use super::super::content::Content;
use super::navigation::mark_literal;
use crate::components::data::{card, delta_chip, legend_item, more};

/// Returns the card of the leading figure with its chart.
pub(in crate::directors::dashboard) fn hero(
    content: &Content,
    theme: &Theme,
    width: f32,
    height: f32,
) -> Node {
    let hero = &content.hero;
    let tight = height < 300.0 || width < 480.0;
    let pad = if tight { 18.0 } else { 24.0 };
    let mut left = col().gap(4.0).grow(1.0);
    if !hero.label.is_empty() {
        left = left.child(hero_label(
            content,
            if hero.value.is_empty() { 17.0 } else { 15.0 },
        ));
    }
    if !hero.value.is_empty() {
        left = left.child(hero_figure(
            content,
            if tight { 32.0 } else { 40.0 },
            width - 2.0 * pad - legend_width(content, width),
        ));
    }
    let mut head = row()
        .fill_w()
        .gap(16.0)
        .align(Place::Start)
        .rigid()
        .child(left);
    if width >= 520.0 {
        let entries = hero.legend.iter().map(|(series, words)| {
            let color = if *series == 0 {
                Color::from(Token::Series(0))
            } else {
                Color::Token(Token::Muted, 0.5)
            };
            legend_item(color, words)
        });
        let mut tools = row()
            .gap(18.0)
            .rigid()
            .pad4(2.0, 0.0, 0.0, 0.0)
            .children(entries);
        tools = tools.child(more());
        head = head.child(tools.filler());
    }
    let spec = ChartSpec {
        text_size: if tight { 12.0 } else { 12.5 },
        ..hero.spec.clone()
    };
    let node = chart(spec_for(spec, hero.data_literal, width, height))
        .fill_w()
        .grow(1.0)
        .min_h(90.0)
        .role("chart");
    let node = if hero.data_literal || hero.spec.given {
        node.literal(hero.data_literal)
    } else {
        node.filler()
    };
    card(theme)
        .pad(pad)
        .gap(if tight { 12.0 } else { 18.0 })
        .child(head)
        .child(node)
        .role("hero")
}

/// Returns the room that the legend takes beside the leading figure.
pub(super) fn legend_width(content: &Content, width: f32) -> f32 {
    if width < 520.0 {
        return 0.0;
    }
    content.hero.legend.iter().fold(34.0, |sum, (_, words)| {
        sum + words.chars().count() as f32 * 7.6 + 36.0
    })
}

/// Fits legend and size of a chart with given data to its room.
pub(super) fn spec_for(mut spec: ChartSpec, literal: bool, width: f32, height: f32) -> ChartSpec {
    let round = matches!(spec.chart, ChartKind::Pie | ChartKind::Donut);
    if round && literal && !spec.labels.is_empty() {
        spec.legend = if width > height * 1.15 {
            LegendPlace::Right
        } else {
            LegendPlace::Bottom
        };
        spec.text_size = if width > 640.0 && height > 320.0 {
            17.0
        } else {
            14.0
        };
    }
    spec
}

/// Returns the label of the leading figure.
pub(in crate::directors::dashboard) fn hero_label(content: &Content, size: f32) -> Node {
    let hero = &content.hero;
    let label = text(&hero.label)
        .size(size)
        .weight(if hero.value.is_empty() { 600 } else { 500 })
        .color(if hero.value.is_empty() {
            Token::Ink
        } else {
            Token::Muted
        })
        .max_lines(2)
        .shrink(12.0)
        .literal(hero.label_literal)
        .role("label");
    if hero.label_literal || hero.value_literal {
        label
    } else {
        label.filler()
    }
}

/// Returns the leading figure with its change beside it, or under it where the width is short.
pub(in crate::directors::dashboard) fn hero_figure(
    content: &Content,
    size: f32,
    room: f32,
) -> Node {
    let hero = &content.hero;
    let value = text(&hero.value)
        .font(FontRole::Heading)
        .size(size)
        .weight(700)
        .tracking(-0.015)
        .tabular()
        .max_lines(1)
        .shrink(20.0)
        .literal(hero.value_literal)
        .role("value");
    let value = if hero.value_literal {
        value
    } else {
        value.filler()
    };
    let Some((words, good, literal)) = &hero.delta else {
        return row().child(value);
    };
    let (against, against_literal) = &hero.against;
    let chip = delta_chip(words, *good);
    let chip = if *literal {
        mark_literal(chip)
    } else {
        chip.filler()
    };
    let after = text(against)
        .size(13.5)
        .color(Token::Muted)
        .max_lines(1)
        .shrink(11.0)
        .literal(*against_literal);
    let after = if *against_literal || *literal {
        after
    } else {
        after.filler()
    };
    let figure_w = hero.value.chars().count() as f32 * size * 0.62;
    let chip_w = words.chars().count() as f32 * 8.5 + 44.0;
    let after_w = against.chars().count() as f32 * 7.4 + 12.0;
    if figure_w + chip_w + after_w <= room {
        row()
            .gap(14.0)
            .child(value.rigid())
            .child(chip)
            .child(after)
    } else if figure_w + chip_w <= room && !*against_literal && !*literal {
        row().gap(14.0).child(value).child(chip)
    } else {
        col()
            .gap(8.0)
            .child(value)
            .child(row().gap(10.0).child(chip).child(after))
    }
}
