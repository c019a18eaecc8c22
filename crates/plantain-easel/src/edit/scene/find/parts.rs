//! Parts of designs: cards, charts, rows and what goes by their names.

use plantain_engine::EngineError;
use plantain_read::{ChartKind, Component, Target};
use plantain_scene::Node;
use plantain_scene::node::{Content, Flow};

use super::fold;
use crate::edit::scene::data::is_kind;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Kind, Thing, read_in_order, same_noun};

impl Sheet<'_> {
    /// Returns what persons wear, as boxes that say where.
    pub(super) fn garments(&mut self, noun: &str) -> Vec<Thing> {
        let mut ids = Vec::new();
        self.scene.root.visit(&mut |node| {
            if let Some((garment, _)) = node.id.split_once("-of-")
                && node.role == "object"
                && same_noun(noun, garment)
            {
                ids.push(node.id.clone());
            }
        });
        // "The jacket" where coats are worn, too: the jacket alone.
        let named = |id: &String| id.split_once("-of-").is_some_and(|(own, _)| own == noun);
        if ids.iter().any(named) {
            ids.retain(named);
        }
        ids.iter()
            .filter_map(|id| {
                let rect = self.rect(id)?;
                Some(Thing {
                    id: id.clone(),
                    kind: Kind::Object,
                    noun: noun.to_owned(),
                    own: vec![id.clone()],
                    rect,
                    color: None,
                })
            })
            .collect()
    }

    /// Returns the parts of a design of one kind, or the one with a label.
    pub fn parts(&mut self, kind: Component, label: Option<&str>) -> Vec<Thing> {
        let mut found = match kind {
            Component::Chart(kind) => self.charts_like(kind),
            Component::Icon => {
                let mut icons = self.with_roles(part_roles(kind));
                if icons.is_empty() {
                    icons = self.things();
                    icons.retain(|thing| thing.kind == Kind::Icon);
                }
                icons
            }
            _ => self.with_roles(part_roles(kind)),
        };
        if let (Component::Icon, Some(label)) = (kind, label)
            && let Some(app) = self.captioned_icon(label)
        {
            return vec![app];
        }
        if let Some(label) = label {
            let labelled: Vec<Thing> = found
                .iter()
                .filter(|thing| {
                    self.node(&thing.id).is_some_and(|node| {
                        let icon =
                            matches!(&node.content, Content::Icon(i) if same_noun(label, &i.name));
                        icon || texts(node)
                            .iter()
                            .any(|(_, text)| fold(text).contains(&fold(label)))
                    })
                })
                .cloned()
                .collect();
            found = if labelled.is_empty() {
                let mut holders = match kind {
                    Component::Card => self.box_around(label),
                    _ => Vec::new(),
                };
                // "The house icon" is what shows a house before it is what speaks of one.
                if kind == Component::Icon {
                    holders = self.things();
                    holders.retain(|own| {
                        own.kind != Kind::Text
                            && own.kind != Kind::Part
                            && same_noun(label, &own.noun)
                    });
                }
                if holders.is_empty() {
                    holders = self.holder_of(label);
                }
                // "The KPI cards": not the words of one of them, but what they are.
                if holders.is_empty() && GENERIC.contains(&fold(label).as_str()) {
                    largest_group(self, found)
                } else {
                    holders
                }
            } else {
                // Cards hold cards: the innermost that has the words.
                innermost(self, labelled)
            };
        }
        read_in_order(&mut found);
        found
    }

    /// Returns an icon with the caption below it, where several stand so: the apps of a home screen, the tabs of a bar.
    fn captioned_icon(&mut self, label: &str) -> Option<Thing> {
        let wanted = fold(label);
        let lines = self.lines();
        let line = lines.iter().find(|line| fold(&line.noun) == wanted)?;
        let above = self.repeated_above(&line.id)?;
        let node = self.node(&above)?;
        let mut icons = 0;
        node.visit(&mut |inner| icons += usize::from(matches!(inner.content, Content::Icon(_))));
        let alone = icons == 1 && texts(node).len() == 1;
        let thing = self.thing(&above, Kind::Part).filter(|_| alone)?;
        Some(Thing {
            noun: line.noun.clone(),
            ..thing
        })
    }

    /// Returns the words above a part: its heading inside, or the one of the card that holds it.
    pub(super) fn heading_of(&mut self, target: &Target) -> Result<Vec<Thing>, EngineError> {
        let part = self.find(target)?.swap_remove(0);
        let mut holders = self.ancestors(&part.id);
        holders.push(part.id.clone());
        let lines = self.lines();
        let sizes = self.sizes();
        for holder in holders.iter().rev().take(4) {
            let Some(node) = self.node(holder) else {
                continue;
            };
            let inside: Vec<String> = texts(node).into_iter().map(|(id, _)| id).collect();
            let headed = |line: &&Thing| {
                let role = self.node(&line.id).map_or("", |node| node.role.as_str());
                let figure = line.noun.bytes().any(|b| b.is_ascii_digit());
                inside.contains(&line.id)
                    && (matches!(role, "title" | "heading") || role == "label" && !figure)
            };
            let size = |line: &Thing| sizes.get(&line.id).copied().unwrap_or(0.0);
            let best = lines
                .iter()
                .filter(headed)
                .max_by(|a, b| size(a).total_cmp(&size(b)));
            if let Some(best) = best {
                return Ok(vec![best.clone()]);
            }
        }
        Err(self.not_located(target))
    }

    /// Returns the charts of a kind; all there are where none is of it, since people say "bar chart" for what has bars.
    pub(super) fn charts_like(&mut self, kind: ChartKind) -> Vec<Thing> {
        let alike = self.charts_of(kind);
        if alike.is_empty() {
            self.charts()
        } else {
            alike
        }
    }

    pub(super) fn charts_of(&mut self, kind: ChartKind) -> Vec<Thing> {
        let mut found = self.charts();
        found.retain(|chart| match self.node(&chart.id).map(|n| &n.content) {
            Some(Content::Chart(spec)) => is_kind(spec.chart, kind),
            _ => false,
        });
        found
    }

    /// Returns the charts that go by a word of their own: a donut, a gauge.
    pub(super) fn charts_called(&mut self, noun: &str) -> Vec<Thing> {
        let kind = match noun {
            "donut" | "doughnut" | "ring" => ChartKind::Donut,
            "pie" => ChartKind::Pie,
            "gauge" | "dial" | "meter" | "speedometer" => ChartKind::Gauge,
            "histogram" => ChartKind::Histogram,
            "funnel" => ChartKind::Funnel,
            "treemap" => ChartKind::Treemap,
            "heatmap" | "heat map" => ChartKind::HeatMap,
            "sparkline" => ChartKind::Sparkline,
            "curve" => ChartKind::Line,
            _ => return Vec::new(),
        };
        self.charts_of(kind)
    }

    /// Returns the part that a text stands in: its cell, its card, its row.
    pub(super) fn holder_of(&mut self, label: &str) -> Vec<Thing> {
        let lines = self.worded(label);
        lines
            .iter()
            .filter_map(|line| {
                let id = self
                    .repeated_above(&line.id)
                    .unwrap_or_else(|| line.id.clone());
                self.thing(&id, Kind::Part)
            })
            .collect()
    }

    /// Returns the nearest node above a text that has siblings of its own build: the cell of a grid, the row of a list.
    pub fn repeated_above(&self, id: &str) -> Option<String> {
        let mut path = self.ancestors(id);
        path.push(id.to_owned());
        for pair in path.windows(2).rev() {
            let (parent, child) = (self.node(&pair[0])?, self.node(&pair[1])?);
            let alike = parent
                .children
                .iter()
                .filter(|sibling| like(sibling, child))
                .count();
            if alike >= 2 && !matches!(child.content, Content::Text(_)) {
                return Some(child.id.clone());
            }
        }
        None
    }

    /// Returns the row that a text leads: the innermost part with more words than these, if they come first in it.
    pub fn row_led_by(&self, id: &str) -> Option<String> {
        let above = self.ancestors(id);
        let mut parts = above.iter().rev().filter_map(|id| self.node(id));
        let row = parts.find(|node| texts(node).len() > 1)?;
        let first = texts(row).into_iter().next()?;
        (first.0 == id && row.layout.flow == Flow::Row).then(|| row.id.clone())
    }

    pub fn with_roles(&mut self, roles: &[&str]) -> Vec<Thing> {
        let mut ids = Vec::new();
        self.scene.root.visit(&mut |node| {
            if roles.contains(&node.role.as_str()) {
                ids.push(node.id.clone());
            }
        });
        ids.iter()
            .filter_map(|id| self.thing(id, Kind::Part))
            .collect()
    }

    /// Returns the form that a text of a diagram stands on: the smallest that holds its box.
    fn box_around(&mut self, label: &str) -> Vec<Thing> {
        let Some(line) = self.worded(label).into_iter().next() else {
            return Vec::new();
        };
        let mut boxes = self.with_roles(&["node", "card", "box", "bubble", "cell", "plate", "bar"]);
        boxes.retain(|own| own.rect.contains(&line.rect, 2.0));
        boxes.sort_by(|a, b| a.rect.area().total_cmp(&b.rect.area()));
        boxes.truncate(1);
        boxes
    }

    /// Returns what a word for pieces of lists and diagrams means: "the last entry", "the second step".
    pub(super) fn pieces(&mut self, noun: &str) -> Vec<Thing> {
        const PIECES: &[&str] = &[
            "item",
            "dish",
            "row",
            "line",
            "event",
            "step",
            "task",
            "bullet",
            "milestone",
            "field",
            "fact",
            "point",
            "reason",
            "tip",
            "rule",
            "question",
        ];
        const NOUNS: &[&str] = &[
            "entry",
            "item",
            "row",
            "line",
            "event",
            "step",
            "task",
            "bullet",
            "milestone",
            "dish",
            "position",
            "stage",
            "element",
            "product",
            "tip",
            "fact",
            "point",
            "reason",
            "rule",
            "question",
        ];
        if !NOUNS.contains(&noun) {
            return Vec::new();
        }
        let mut best: Vec<Thing> = Vec::new();
        for role in PIECES {
            // A plate alone says nothing: the words on it are what is meant.
            let mut found = self.with_roles(&[role]);
            found.retain(|own| {
                self.node(&own.id)
                    .is_some_and(|node| !texts(node).is_empty())
            });
            if found.len() > best.len() {
                best = found;
            }
        }
        if best.len() < 2 {
            best = crate::edit::scene::rows::items(self);
        }
        if best.len() < 2 {
            // The words in the boxes of a flow.
            best = self.lines();
            best.retain(|line| {
                self.node(&line.id)
                    .is_some_and(|node| node.role == "label" && node.literal)
            });
        }
        for piece in &mut best {
            let text = self.node(&piece.id).and_then(|node| node.as_text());
            if text.is_some() {
                piece.kind = Kind::Text;
            }
        }
        read_in_order(&mut best);
        best
    }

    /// Returns the charts in reading order; where more are drawn than are spoken of, those that show what was given.
    pub(super) fn given_charts(&mut self, target: &Target) -> Vec<Thing> {
        let mut all = self.charts();
        let both = target
            .words
            .split(' ')
            .any(|word| matches!(word, "two" | "both"));
        let Some(count) = target
            .count
            .or(both.then_some(2))
            .filter(|n| (*n as usize) < all.len())
        else {
            return all;
        };
        let given: Vec<Thing> = all
            .iter()
            .filter(|chart| self.node(&chart.id).is_some_and(|node| !node.filler))
            .cloned()
            .collect();
        if given.len() >= count as usize {
            all = given;
        }
        read_in_order(&mut all);
        all
    }

    pub fn charts(&mut self) -> Vec<Thing> {
        let mut ids = Vec::new();
        self.scene.root.visit(&mut |node| {
            if matches!(node.content, Content::Chart(_)) {
                ids.push(node.id.clone());
            }
        });
        let mut found: Vec<Thing> = ids
            .iter()
            .filter_map(|id| self.thing(id, Kind::Chart))
            .collect();
        for chart in &mut found {
            chart.kind = Kind::Chart;
        }
        found.sort_by(|a, b| b.rect.area().total_cmp(&a.rect.area()));
        found
    }
}

/// Whether a chart is called by its bars, in the languages that instructions come in.
pub(super) fn says_bars(words: &str) -> bool {
    const BARS: &[&str] = &[
        "bar",
        "column",
        "balken",
        "säulen",
        "barr",
        "colonne",
        "staaf",
        "kolom",
        "棒",
        "柱",
        "막대",
        "столб",
        "słupk",
        "çubuk",
    ];
    let words = words.to_lowercase();
    BARS.iter().any(|bar| words.contains(bar))
}

/// Labels that say what kind of part is meant rather than which.
const GENERIC: &[&str] = &[
    "kpi", "kpis", "stat", "stats", "metric", "metrics", "summary", "info", "figure", "number",
    "pricing", "feature", "product", "menu", "action",
];

/// Returns those of some parts that stand in the largest row or column of siblings.
pub fn largest_group(sheet: &Sheet<'_>, found: Vec<Thing>) -> Vec<Thing> {
    let mut groups: Vec<(String, Vec<Thing>)> = Vec::new();
    for thing in found {
        let parent = sheet.parent(&thing.id).map_or_else(String::new, |p| p.0);
        match groups.iter_mut().find(|(id, _)| *id == parent) {
            Some((_, group)) => group.push(thing),
            None => groups.push((parent, vec![thing])),
        }
    }
    let largest = groups
        .into_iter()
        .reduce(|a, b| if b.1.len() > a.1.len() { b } else { a });
    largest.map_or_else(Vec::new, |(_, group)| group)
}

fn innermost(sheet: &Sheet<'_>, found: Vec<Thing>) -> Vec<Thing> {
    let ids: Vec<String> = found.iter().map(|thing| thing.id.clone()).collect();
    found
        .into_iter()
        .filter(|thing| {
            !ids.iter()
                .any(|id| *id != thing.id && sheet.ancestors(id).contains(&thing.id))
        })
        .collect()
}

/// Returns whether two siblings are built alike: same role and kind, children of the same kinds.
pub fn like(a: &Node, b: &Node) -> bool {
    let kinds = |node: &Node| -> Vec<&'static str> {
        node.children
            .iter()
            .map(|child| child.content.kind())
            .collect()
    };
    if a.role != b.role || a.content.kind() != b.content.kind() || a.children.is_empty() {
        return false;
    }
    let (a, b) = (kinds(a), kinds(b));
    a == b || (a.len().abs_diff(b.len()) <= 1 && a.iter().zip(&b).all(|(a, b)| a == b))
}

fn part_roles(kind: Component) -> &'static [&'static str] {
    match kind {
        Component::Table => &["table"],
        Component::Card => &[
            "card",
            "tile",
            "stat",
            "kpi",
            "hero",
            "product-card",
            "plan",
            "feature",
            "panel",
            "widget",
        ],
        Component::Sidebar => &["sidebar"],
        Component::NavBar => &["topbar", "nav", "header"],
        Component::TabBar => &["tab-bar", "tabs"],
        Component::SearchBox => &["search"],
        Component::Button => &["button"],
        Component::Toggle => &["toggle"],
        Component::Form => &["form"],
        Component::List => &["list"],
        Component::Avatar => &["avatar", "portrait"],
        Component::Icon => &["app", "symbol"],
        Component::Photo => &[
            "photo",
            "picture",
            "illustration",
            "hero-art",
            "art",
            "cover",
        ],
        Component::Map => &["map"],
        Component::Calendar => &["calendar", "month"],
        Component::Badge => &["badge", "chip", "burst", "seal"],
        Component::Ribbon => &["ribbon"],
        Component::Border => &["border", "frame", "edge"],
        Component::Logo => &["logo", "mark", "brand-logo", "emblem"],
        Component::Barcode => &["barcode"],
        Component::QrCode => &["qr", "qr-code"],
        Component::Rating => &["rating"],
        Component::Testimonial => &["testimonial", "quote"],
        Component::Footer => &["footer"],
        Component::Hero => &["hero"],
        Component::Features => &["features", "feature"],
        Component::Legend => &["legend"],
        Component::Arrow => &["arrow", "connector"],
        Component::Chart(_) => &[],
    }
}
