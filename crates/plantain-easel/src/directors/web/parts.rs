//! Parts that a page of no kind is asked to have: a search box, a map, a chart, photographs, a list, a form.

use plantain_read::{ChartKind, Component};
use plantain_scene::build::{chart, col, grid, icon, row, spacer};
use plantain_scene::chart::{ChartSpec, Series};
use plantain_scene::{Node, Token};

use super::Page;
use crate::components::ui::form::asks;
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Kit, Push, Type, Word};
use crate::directors::inventory::drawn_kind;
use crate::studio::Studio;

/// Parts of one page, at most.
const PARTS_MAX: usize = 4;

/// Whether the prompt describes a part that a page of no kind builds.
pub fn any(studio: &Studio<'_>) -> bool {
    studio.filler && studio.brief.described.iter().any(|d| is_built(d.kind))
}

fn is_built(kind: Component) -> bool {
    matches!(
        kind,
        Component::SearchBox
            | Component::Map
            | Component::Chart(_)
            | Component::List
            | Component::Form
            | Component::Testimonial
            | Component::Table
    )
}

/// Returns the parts in the order of the prompt, `w` wide; they share a page that is `h` high.
pub fn described(page: &Page<'_>, studio: &Studio<'_>, w: f32, h: f32) -> Vec<Node> {
    let kit = &page.kit;
    if !kit.filler {
        return Vec::new();
    }
    let mut seen: Vec<std::mem::Discriminant<Component>> = Vec::new();
    let mut out = Vec::new();
    for part in &studio.brief.described {
        let kind = std::mem::discriminant(&part.kind);
        if !is_built(part.kind) || seen.contains(&kind) || out.len() >= PARTS_MAX {
            continue;
        }
        seen.push(kind);
        let n = part.count.map(|n| n as usize);
        out.push(match part.kind {
            Component::SearchBox => search(kit, w),
            Component::Map => {
                crate::directors::mobile::map(kit, w, h * 0.36, page.variant).radius(kit.radius())
            }
            Component::Chart(kind) => plot(page, kind, w, h * 0.34),
            Component::Form => form(page),
            Component::Testimonial => said(kit),
            _ => people(kit, n.unwrap_or(4)),
        });
    }
    if !out.is_empty() {
        out.push(spacer());
        out.push(page.footer(None, &[]));
    }
    out
}

fn search(kit: &Kit<'_>, w: f32) -> Node {
    let bar = row()
        .fill_w()
        .gap(kit.u(12.0))
        .child(
            col()
                .grow(1.0)
                .child(kit.search(&kit.say("Search")).fill(Token::Surface)),
        )
        .child(kit.button_sized(&kit.say("Search"), Push::Primary, Some("search"), 44.0));
    col().w(w.min(kit.u(680.0))).rigid().child(bar)
}

fn plot(page: &Page<'_>, kind: ChartKind, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let values = vec![24.0, 31.0, 28.0, 39.0, 36.0, 47.0, 52.0];
    let spec = ChartSpec {
        chart: drawn_kind(kind),
        labels: kit.tongue.weekdays().map(str::to_owned).to_vec(),
        series: vec![Series {
            values,
            ..Series::default()
        }],
        axes: true,
        text_size: kit.u(12.0).max(11.5),
        ..ChartSpec::default()
    };
    let pad = kit.u(20.0);
    kit.surface(col().role("chart").size_box(w, h).rigid().pad(pad))
        .child(chart(spec).size_box(w - 2.0 * pad, h - 2.0 * pad))
        .filler()
}

fn form(page: &Page<'_>) -> Node {
    let kit = &page.kit;
    let fields = ["Full name", "Email"].iter().enumerate().map(|(i, name)| {
        let word = kit.say(name);
        let ask = asks(&word.text);
        kit.field(&word, ask.hint(kit).as_ref(), ask.icon(), i == 0)
    });
    kit.card()
        .pad(kit.u(24.0))
        .gap(kit.u(18.0))
        .child(
            grid(if page.tall() { 1 } else { 2 })
                .fill_w()
                .gap(kit.u(16.0))
                .children(fields),
        )
        .child(kit.button(&kit.say("Send"), Push::Primary))
}

fn said(kit: &Kit<'_>) -> Node {
    let name = Word::invented(FULL_NAMES[0]);
    kit.card()
        .pad(kit.u(24.0))
        .gap(kit.u(12.0))
        .child(kit.stars(5.0, 18.0))
        .child(
            kit.text(&kit.say("It gives me back an hour every day."), Type::Title)
                .leading(1.35)
                .max_lines(3),
        )
        .child(
            row()
                .gap(kit.u(12.0))
                .child(kit.avatar(&name.text, 40.0))
                .child(kit.text(&name, Type::Strong).max_lines(1)),
        )
}

fn people(kit: &Kit<'_>, n: usize) -> Node {
    let rows = FULL_NAMES.iter().take(n.clamp(2, 8)).map(|name| {
        row()
            .role("row")
            .fill_w()
            .gap(kit.u(14.0))
            .child(kit.avatar(name, 40.0))
            .child(
                kit.text(&Word::invented(*name), Type::Strong)
                    .max_lines(1)
                    .grow(1.0),
            )
            .child(icon("ellipsis", kit.u(18.0)).color(Token::Muted))
    });
    kit.row_card(rows.collect())
}
