//! The parts of a dashboard.

use plantain_scene::build::{chart, col, icon, row, spacer, text};
use plantain_scene::chart::{ChartKind, ChartSpec, LegendPlace};
use plantain_scene::color::{Color, Oklch, Token};
use plantain_scene::node::{FontRole, Node, Place};
use plantain_scene::theme::{Theme, ink_on};

use super::content::Content;
use crate::components::data::{
    Table, avatar, button, card, card_head, control, delta_chip, heading, legend_item, list_row,
    logo, more, sparkline, stat_line, stat_tile, table,
};

/// Height of a table's head and of its rows.
const TABLE_HEAD: f32 = 34.0;
const TABLE_ROW: f32 = 40.0;
/// Width of the sidebar with words, and with icons alone.
pub(super) const SIDEBAR: f32 = 208.0;
pub(super) const RAIL: f32 = 68.0;

/// Returns the sidebar: product, navigation, an offer where there is room, the person.
pub(super) fn sidebar(content: &Content, theme: &Theme, height: f32) -> Node {
    let (first, second) = content.nav.split_at(content.nav.len().min(6));
    let mut node = col()
        .w(SIDEBAR)
        .rigid()
        .fill_h()
        .pad4(26.0, 14.0, 20.0, 14.0)
        .gap(6.0)
        .fill(Token::Surface)
        .role("sidebar")
        .child(
            row()
                .pad_xy(10.0, 0.0)
                .child(logo(&content.brand, content.topic.icon, theme))
                .filler(),
        )
        .child(section(&content.menu));
    for (i, (mark, word, literal)) in first.iter().enumerate() {
        node = node.child(nav_item(mark, word, *literal, i == 0, theme));
    }
    for (mark, word, literal) in second {
        node = node.child(nav_item(mark, word, *literal, false, theme));
    }
    if height >= 640.0 && second.is_empty() {
        node = node.child(section(&content.support[0]));
        for (mark, word) in ["settings", "circle-question-mark"]
            .iter()
            .zip(&content.support[1..])
        {
            node = node.child(nav_item(mark, word, false, false, theme));
        }
    }
    node = node.child(spacer());
    if height >= 900.0 {
        node = node.child(offer(content, theme));
    }
    node.child(person_line(content, theme))
}

fn section(words: &str) -> Node {
    row()
        .pad4(22.0, 10.0, 4.0, 10.0)
        .child(
            text(words)
                .size(11.5)
                .weight(600)
                .color(Token::Muted)
                .upper()
                .tracking(0.04)
                .max_lines(1),
        )
        .filler()
}

fn nav_item(mark: &str, word: &str, literal: bool, active: bool, theme: &Theme) -> Node {
    let ink = if active {
        Token::AccentText
    } else {
        Token::Ink
    };
    let quiet: Color = if active {
        ink.into()
    } else {
        Token::Muted.into()
    };
    let label = text(word)
        .size(14.5)
        .weight(if active { 600 } else { 500 })
        .color(ink)
        .max_lines(1)
        .shrink(11.5)
        .literal(literal);
    let mut node = row()
        .gap(12.0)
        .pad_xy(12.0, 10.0)
        .radius((theme.radius * 0.6).min(12.0))
        .role("nav-item")
        .child(icon(mark, 18.0).color(quiet))
        .child(label.grow(1.0));
    if active {
        node = node.fill(Token::AccentSoft);
    }
    if literal { node } else { node.filler() }
}

fn offer(content: &Content, theme: &Theme) -> Node {
    let (from, to, ink) = accent_gradient(theme);
    let [title, under, act] = &content.upsell;
    col()
        .gap(8.0)
        .pad(16.0)
        .radius(theme.radius)
        .gradient(135.0, from, to)
        .rigid()
        .child(icon("sparkles", 20.0).color(ink))
        .child(text(title).size(15.0).weight(600).color(ink).max_lines(2))
        .child(text(under).size(12.5).color(ink).max_lines(2))
        .child(
            row()
                .center()
                .margin(4.0, 0.0, 0.0, 0.0)
                .pad_xy(12.0, 8.0)
                .radius((theme.radius * 0.6).min(12.0))
                .fill(Token::Surface)
                .child(
                    text(act)
                        .size(13.0)
                        .weight(600)
                        .color(Token::AccentText)
                        .max_lines(1),
                ),
        )
        .filler()
        .role("offer")
}

fn person_line(content: &Content, theme: &Theme) -> Node {
    row()
        .gap(10.0)
        .pad4(16.0, 6.0, 0.0, 6.0)
        .rigid()
        .child(avatar(&content.person, 36.0, theme, 1))
        .child(
            col()
                .gap(1.0)
                .grow(1.0)
                .child(
                    text(&content.person)
                        .size(13.5)
                        .weight(600)
                        .max_lines(1)
                        .shrink(11.0),
                )
                .child(
                    text(&content.person_role)
                        .size(12.0)
                        .color(Token::Muted)
                        .max_lines(1)
                        .shrink(11.0),
                ),
        )
        .filler()
        .role("person")
}

/// Returns the narrow sidebar of icons.
pub(super) fn rail(content: &Content, theme: &Theme) -> Node {
    let mut node = col()
        .w(RAIL)
        .rigid()
        .fill_h()
        .pad4(20.0, 0.0, 18.0, 0.0)
        .gap(10.0)
        .align(Place::Center)
        .fill(Token::Surface)
        .role("rail");
    node = node.child(
        row()
            .center()
            .size_box(38.0, 38.0)
            .radius((theme.radius * 0.6).min(12.0))
            .fill(Token::Accent)
            .margin(0.0, 0.0, 14.0, 0.0)
            .rigid()
            .child(icon(content.topic.icon, 20.0).color(Token::AccentInk)),
    );
    for (i, (mark, _, _)) in content.nav.iter().take(6).enumerate() {
        let ink = if i == 0 {
            Token::AccentText
        } else {
            Token::Muted
        };
        let cell = row()
            .center()
            .size_box(42.0, 42.0)
            .radius((theme.radius * 0.6).min(12.0))
            .rigid();
        let cell = cell.child(icon(mark.as_str(), 19.0).color(ink));
        node = node.child(if i == 0 {
            cell.fill(Token::AccentSoft)
        } else {
            cell
        });
    }
    node.child(spacer())
        .child(avatar(&content.person, 36.0, theme, 1).filler())
}

/// Returns the bar across the top: product, navigation, bell and person.
pub(super) fn topbar(content: &Content, theme: &Theme, width: f32) -> Node {
    let room = width - 420.0;
    let mut used = 0.0;
    let items: Vec<Node> = content
        .nav
        .iter()
        .enumerate()
        .take_while(|(_, (_, word, literal))| {
            used += word.chars().count() as f32 * 8.2 + 36.0;
            *literal || used <= room
        })
        .map(|(i, (_, word, literal))| {
            let ink = if i == 0 {
                Token::AccentText
            } else {
                Token::Muted
            };
            let label = text(word)
                .size(14.0)
                .weight(if i == 0 { 600 } else { 500 })
                .color(ink)
                .max_lines(1)
                .literal(*literal);
            let item = row()
                .pad_xy(14.0, 8.0)
                .radius(99.0)
                .rigid()
                .child(label)
                .role("nav-item");
            let item = if i == 0 {
                item.fill(Token::AccentSoft)
            } else {
                item
            };
            if *literal { item } else { item.filler() }
        })
        .collect();
    let mut bar = row()
        .fill_w()
        .h(68.0)
        .rigid()
        .gap(24.0)
        .pad_xy(if width < 820.0 { 20.0 } else { 32.0 }, 0.0)
        .fill(Token::Surface)
        .role("topbar")
        .child(
            logo(&content.brand, content.topic.icon, theme)
                .rigid()
                .filler(),
        );
    if items.is_empty() {
        bar = bar.child(spacer());
    } else {
        bar = bar.child(row().gap(2.0).grow(1.0).children(items));
    }
    bar.child(
        row()
            .gap(14.0)
            .rigid()
            .child(icon("search", 19.0).color(Token::Muted))
            .child(icon("bell", 19.0).color(Token::Muted))
            .child(avatar(&content.person, 34.0, theme, 1))
            .filler(),
    )
}

/// A given warning: a mark and its words on a tint.
fn alert(words: &str) -> Node {
    row()
        .role("alert")
        .gap(6.0)
        .pad_xy(10.0, 4.0)
        .radius(99.0)
        .fill(Token::NegativeSoft)
        .child(icon("triangle-alert", 14.0).color(Token::Negative).rigid())
        .child(
            text(words)
                .size(12.5)
                .weight(600)
                .color(Token::Negative)
                .shrink(11.0)
                .literal(true),
        )
}

/// Returns title, subtitle, further given words, and the controls where there is room.
pub(super) fn header(content: &Content, theme: &Theme, width: f32) -> Node {
    let (title, title_literal) = &content.title;
    let (under, under_literal) = &content.subtitle;
    let size = if width < 520.0 { 23.0 } else { 27.0 };
    let heading = text(title)
        .font(FontRole::Heading)
        .size(size)
        .weight(700)
        .tracking(-0.01)
        .max_lines(2)
        .shrink(17.0)
        .literal(*title_literal)
        .role("title");
    let heading = if *title_literal {
        heading
    } else {
        heading.filler()
    };
    let line = text(under)
        .size(14.0)
        .color(Token::Muted)
        .max_lines(2)
        .shrink(11.5)
        .literal(*under_literal)
        .role("subtitle");
    let line = if *under_literal { line } else { line.filler() };
    let mut words = col().gap(5.0).grow(1.0).child(heading).child(line);
    if !content.rest.is_empty() || !content.alerts.is_empty() {
        let alerts = content.alerts.iter().map(|word| alert(word));
        let chips = content.rest.iter().map(|word| {
            row()
                .pad_xy(10.0, 4.0)
                .radius(99.0)
                .fill(Token::AccentSoft)
                .child(
                    text(word)
                        .size(12.5)
                        .weight(600)
                        .color(Token::AccentText)
                        .shrink(11.0)
                        .literal(true),
                )
        });
        words = words.child(
            row()
                .wrap()
                .gap(8.0)
                .margin(4.0, 0.0, 0.0, 0.0)
                .children(alerts)
                .children(chips),
        );
    }
    let mut head = row().fill_w().gap(16.0).rigid().child(words);
    let (act, act_literal) = &content.action;
    let wide = width >= 640.0;
    if wide {
        head = head.child(control(&content.range, Some("calendar"), theme).filler());
    }
    if width >= 480.0 || *act_literal {
        let node = button(act, (!act_literal).then_some("download"), theme);
        head = head.child(if *act_literal {
            mark_literal(node)
        } else {
            node.filler()
        });
    }
    head
}

fn mark_literal(mut node: Node) -> Node {
    node.visit_mut(&mut |n| {
        if n.as_text().is_some() {
            n.literal = true;
        }
    });
    node
}

/// Returns the card of the leading figure with its chart.
pub(super) fn hero(content: &Content, theme: &Theme, width: f32, height: f32) -> Node {
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
fn legend_width(content: &Content, width: f32) -> f32 {
    if width < 520.0 {
        return 0.0;
    }
    content.hero.legend.iter().fold(34.0, |sum, (_, words)| {
        sum + words.chars().count() as f32 * 7.6 + 36.0
    })
}

/// Fits legend and size of a chart with given data to its room.
fn spec_for(mut spec: ChartSpec, literal: bool, width: f32, height: f32) -> ChartSpec {
    let round = matches!(spec.chart, ChartKind::Pie | ChartKind::Donut);
    if round && literal {
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
pub(super) fn hero_label(content: &Content, size: f32) -> Node {
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
pub(super) fn hero_figure(content: &Content, size: f32, room: f32) -> Node {
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

/// Returns a row of tiles of one height.
pub(super) fn tiles(
    content: &Content,
    theme: &Theme,
    from: usize,
    count: usize,
    width: f32,
    height: f32,
    gap: f32,
) -> Node {
    let each = (width - gap * (count.max(1) - 1) as f32) / count.max(1) as f32;
    row()
        .fill_w()
        .h(height)
        .rigid()
        .gap(gap)
        .align(Place::Stretch)
        .children(
            content
                .tiles
                .iter()
                .skip(from)
                .take(count)
                .map(|stat| stat_tile(stat, theme, each, height).grow(1.0)),
        )
        .role("tiles")
}

/// Returns the card of the breakdown.
pub(super) fn share(content: &Content, theme: &Theme, width: f32, height: f32) -> Option<Node> {
    let (title, literal, spec) = content.share.as_ref()?;
    let mut spec = spec.clone();
    let inner = height - 48.0 - 34.0;
    let round = matches!(spec.chart, ChartKind::Pie | ChartKind::Donut);
    spec.legend = if !round {
        LegendPlace::None
    } else if width > inner * 1.35 {
        LegendPlace::Right
    } else {
        LegendPlace::Bottom
    };
    let node = chart(spec)
        .fill_w()
        .grow(1.0)
        .min_h(100.0)
        .role("breakdown");
    let head = card_head(heading(title).literal(*literal), None);
    Some(
        card(theme)
            .pad(22.0)
            .gap(16.0)
            .child(head)
            .child(node)
            .filler(),
    )
}

/// Returns the card of the table, with as many rows as fit `height`.
pub(super) fn table_card(content: &Content, theme: &Theme, width: f32, height: f32) -> Node {
    let (title, data) = &content.table;
    let rows = (((height - 22.0 - 14.0 - 30.0 - TABLE_HEAD) / TABLE_ROW) as usize)
        .max(2)
        .min(data.rows.len().max(2));
    let mut shown: Table = data.clone();
    shown.rows.truncate(rows);
    let columns = if width < 380.0 { 3 } else { usize::MAX };
    if shown.heads.len() > columns && !shown.heads_literal {
        // The first and the last columns say most.
        let keep: Vec<usize> = (0..shown.heads.len())
            .filter(|i| *i != 0 || shown.heads.len() <= columns)
            .collect();
        let pick = |i: usize| keep.contains(&i);
        shown.heads = filtered(&shown.heads, pick);
        shown.shares = filtered(&shown.shares, pick);
        shown.rows = shown.rows.iter().map(|r| filtered(r, pick)).collect();
    }
    let view = text(&content.view_all)
        .size(13.0)
        .weight(600)
        .color(Token::AccentText)
        .max_lines(1);
    let head = row()
        .fill_w()
        .pad_xy(12.0, 0.0)
        .justify(Place::Between)
        .rigid()
        .child(heading(title))
        .child(view.filler());
    let head = if content.wants_table {
        head
    } else {
        head.filler()
    };
    let node = card(theme)
        .pad4(20.0, 12.0, 12.0, 12.0)
        .gap(12.0)
        .child(head)
        .child(table(&shown, theme, width >= 560.0));
    if shown.heads_literal {
        node
    } else {
        node.filler()
    }
}

fn filtered<T: Clone>(items: &[T], pick: impl Fn(usize) -> bool) -> Vec<T> {
    items
        .iter()
        .enumerate()
        .filter(|(i, _)| pick(*i))
        .map(|(_, t)| t.clone())
        .collect()
}

/// Returns the card with the given rows of a list: mark, name, course, amount and change.
pub(super) fn holdings(content: &Content, theme: &Theme, width: f32, height: f32) -> Option<Node> {
    let (title, rows) = content.holdings.as_ref()?;
    let tall = height / rows.len().max(1) as f32 > 58.0;
    let lines = rows.iter().map(|stat| {
        let initials: String = stat.label.chars().take(2).collect();
        let name = text(&stat.label)
            .size(15.0)
            .weight(600)
            .max_lines(1)
            .shrink(11.5)
            .literal(true)
            .role("label");
        let value = text(&stat.value)
            .size(15.0)
            .weight(600)
            .tabular()
            .max_lines(1)
            .shrink(11.5)
            .literal(true)
            .role("value");
        let change = stat.delta.as_ref().map(|(words, good)| {
            let ink = if *good {
                Token::Positive
            } else {
                Token::Negative
            };
            text(words)
                .size(12.5)
                .weight(600)
                .color(ink)
                .tabular()
                .max_lines(1)
                .filler()
        });
        let mut line = list_row(
            disc(&initials, theme, stat.index),
            name,
            None,
            [Some(value), change].into_iter().flatten().collect(),
        );
        if width >= 330.0 && tall {
            let tint = stat.delta.as_ref().map_or(Token::Series(0), |(_, good)| {
                if *good {
                    Token::Positive
                } else {
                    Token::Negative
                }
            });
            let course = sparkline(&stat.spark, tint)
                .size_box(84.0, 34.0)
                .rigid()
                .filler();
            line.children.insert(2, course);
        }
        line.grow(1.0)
    });
    Some(
        card(theme)
            .pad(22.0)
            .gap(10.0)
            .child(card_head(heading(title), Some(more().filler())))
            .child(col().fill_w().grow(1.0).gap(4.0).children(lines))
            .role("holdings"),
    )
}

fn disc(letters: &str, theme: &Theme, index: usize) -> Node {
    let (ground, _) = crate::components::data::soft_color(theme, index);
    let ink = theme
        .token(Token::Series((index % 8) as u8))
        .readable_on(theme.resolve(ground), 4.6);
    row()
        .center()
        .size_box(38.0, 38.0)
        .radius(19.0)
        .fill(ground)
        .rigid()
        .child(icon(mark_for(letters), 19.0).color(ink))
}

/// An icon for an asset; letters would repeat its name.
fn mark_for(letters: &str) -> &'static str {
    match letters {
        "BT" | "Bi" => "bitcoin",
        "ET" | "Et" => "gem",
        "SO" | "So" => "sun",
        _ => "circle-dollar-sign",
    }
}

/// Returns a card with a further given chart.
pub(super) fn chart_card(
    title: &str,
    spec: &ChartSpec,
    theme: &Theme,
    width: f32,
    height: f32,
) -> Node {
    let node = chart(spec_for(spec.clone(), true, width, height))
        .fill_w()
        .grow(1.0)
        .min_h(90.0)
        .literal(true)
        .role("chart");
    let mut shown = card(theme).pad(22.0).gap(14.0);
    if !title.is_empty() {
        shown = shown.child(heading(title).literal(true));
    }
    shown.child(node)
}

/// Returns a card with figures under each other.
pub(super) fn figures(content: &Content, theme: &Theme, from: usize, count: usize) -> Node {
    let lines = content
        .tiles
        .iter()
        .skip(from)
        .take(count)
        .map(|stat| stat_line(stat, theme).grow(1.0));
    card(theme)
        .pad_xy(22.0, 16.0)
        .gap(6.0)
        .children(lines)
        .role("figures")
}

/// Returns the accent as a gradient with the ink that reads on all of it.
pub(super) fn accent_gradient(theme: &Theme) -> (Color, Color, Color) {
    let from = theme.token(Token::Accent);
    let a = from.oklch();
    let to = Oklch::new((a.l - 0.04).max(0.0), a.c, a.h + 22.0).rgba();
    let ink = ink_on(from);
    (
        Color::Fixed(from.readable_on(ink, 4.6)),
        Color::Fixed(to.readable_on(ink, 4.6)),
        Color::Fixed(ink),
    )
}
