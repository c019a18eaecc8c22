//! What goes by a name: things, parts of designs, texts.

use plantain_read::Role;

use super::measure::bears_words;
use super::{fold, kind_of};
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Kind, Thing, read_in_order, same_noun, walk};

/// Words that may lead a noun and name nothing.
const ARTICLES: &[&str] = &[
    "the", "a", "an", "this", "that", "all", "our", "my", "its", "their", "first", "second",
    "third", "fourth", "fifth", "last", "middle", "left", "right", "top", "bottom", "other",
    "whole", "each", "every",
];

/// Whether a noun is the head of another that is written as one word: "boat" of "rowboat".
fn is_head(noun: &str, there: &str) -> bool {
    const LETTERS_MIN: usize = 4;
    noun.chars().count() >= LETTERS_MIN && there.len() > noun.len() && there.ends_with(noun)
}

/// Returns what a part that things are put on belongs to, where it is drawn with the whole: the branch of a tree.
fn whole_of(part: &str) -> &'static [&'static str] {
    match part {
        "branch" | "treetop" | "crown" | "twig" => &["tree"],
        "sill" | "window sill" | "windowsill" | "window ledge" | "ledge" => &["window"],
        "deck" => &["ship", "boat"],
        "saddle" => &["horse", "bicycle"],
        _ => &[],
    }
}

impl Sheet<'_> {
    /// Returns the things of a name; parts of a design and texts go by names too.
    pub(super) fn called(&mut self, noun: &str, words: &str) -> Vec<Thing> {
        if noun == "header row" {
            return self.with_roles(&["head", "day-face"]);
        }
        let things = self.things();
        for kind in [Kind::Object, Kind::Icon, Kind::Picture] {
            let found: Vec<Thing> = things
                .iter()
                .filter(|thing| thing.kind == kind && same_noun(noun, &thing.noun))
                .cloned()
                .collect();
            // On a page the icon of an item is less than the item whose words say the name.
            let pictured = words.to_lowercase();
            let named = !pictured.contains("icon") && !pictured.contains("picture");
            let item = kind == Kind::Icon || kind == Kind::Object && self.stage().is_none();
            if item && named {
                let named = self.named_item(&found, noun, words);
                if !named.is_empty() {
                    return named;
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        let compound: Vec<Thing> = things
            .iter()
            .filter(|thing| thing.kind == Kind::Object && is_head(noun, &thing.noun))
            .cloned()
            .collect();
        if !compound.is_empty() {
            return compound;
        }
        let whole = whole_of(noun);
        let holders: Vec<Thing> = things
            .iter()
            .filter(|thing| thing.kind == Kind::Object)
            .filter(|thing| whole.iter().any(|whole| same_noun(whole, &thing.noun)))
            .cloned()
            .collect();
        if !holders.is_empty() {
            return holders;
        }
        if noun == "heading" {
            return self.headings();
        }
        if noun == "center" {
            return self.amid();
        }
        if matches!(
            noun,
            "box"
                | "step"
                | "node"
                | "shape"
                | "station"
                | "circle"
                | "branch"
                | "bubble"
                | "topic"
                | "leaf"
                | "idea"
        ) {
            let forms = crate::edit::scene::diagram::forms(self);
            let boxes: Vec<Thing> = forms
                .iter()
                .filter_map(|id| self.thing(id, Kind::Part))
                .collect();
            // Around a hub no chain leads from one to the next.
            let boxes = match boxes.is_empty() {
                true => self.with_roles(&["node"]),
                false => boxes,
            };
            if !boxes.is_empty() {
                return boxes;
            }
        }
        let worn = self.garments(noun);
        if !worn.is_empty() {
            return worn;
        }
        let printed = self.printed_on(noun);
        if !printed.is_empty() {
            return printed;
        }
        let charts = self.charts_called(noun);
        if !charts.is_empty() {
            return charts;
        }
        let found = self.in_part(noun);
        if !found.is_empty() {
            return self.labelled(found, noun, words);
        }
        let pieces = self.pieces(noun);
        if !pieces.is_empty() {
            return pieces;
        }
        self.said(noun, words)
    }

    /// Returns the box of a diagram that the others stand around; none where no one box lies amid them.
    fn amid(&mut self) -> Vec<Thing> {
        const AROUND_MIN: usize = 3;
        let boxes = self.with_roles(&["node", "hub", "center", "core", "branch"]);
        let Some(all) = boxes.iter().map(|own| own.rect).reduce(|a, b| a.union(&b)) else {
            return Vec::new();
        };
        let off = |thing: &Thing| {
            let (dx, dy) = (thing.rect.cx() - all.cx(), thing.rect.cy() - all.cy());
            (dx / all.w.max(1.0)).abs().max((dy / all.h.max(1.0)).abs())
        };
        let mut nearest: Vec<&Thing> = boxes.iter().collect();
        nearest.sort_by(|a, b| off(a).total_cmp(&off(b)));
        match nearest.as_slice() {
            [amid, next, ..] if boxes.len() > AROUND_MIN && off(amid) < 0.12 && off(next) > 0.2 => {
                vec![(*amid).clone()]
            }
            _ => Vec::new(),
        }
    }

    /// Returns the garment that a motif is printed on, by the names that people give it.
    fn printed_on(&mut self, noun: &str) -> Vec<Thing> {
        const GARMENTS: &[&str] = &[
            "shirt",
            "t-shirt",
            "tshirt",
            "tee",
            "hoodie",
            "sweatshirt",
            "sweater",
            "jersey",
            "tote",
            "bag",
            "apron",
            "garment",
            "fabric",
            "cloth",
            "pullover",
        ];
        let stem = noun.rsplit(' ').next().unwrap_or(noun);
        match GARMENTS.contains(&stem) {
            true => self.with_roles(&["garment"]),
            false => Vec::new(),
        }
    }

    /// Returns the texts that say a name beside icons of it, one for each; none where any icon stands without.
    fn named_item(&mut self, icons: &[Thing], noun: &str, words: &str) -> Vec<Thing> {
        let lines = self.lines();
        let words = fold(words.trim_start_matches("the "));
        let says = |line: &&Thing| {
            let said = fold(&line.noun);
            let mut each = said.split(' ');
            each.any(|word| same_noun(noun, word) || word == words)
        };
        let mut out: Vec<Thing> = Vec::new();
        for icon in icons {
            let beside = |line: &&Thing| {
                (line.rect.cy() - icon.rect.cy()).abs() < icon.rect.h.max(line.rect.h)
            };
            let Some(line) = lines.iter().filter(says).find(beside) else {
                return Vec::new();
            };
            if out.iter().all(|known| known.id != line.id) {
                out.push(line.clone());
            }
        }
        out
    }

    /// Returns what heads the parts of a page, or its title where nothing does.
    fn headings(&mut self) -> Vec<Thing> {
        let heads = self.with_roles(&["heading", "section", "section-title", "category"]);
        let mut heads: Vec<Thing> = match heads.is_empty() {
            true => self.in_role(Role::Title),
            false => heads,
        };
        for head in &mut heads {
            if self
                .node(&head.id)
                .is_some_and(|node| node.as_text().is_some())
            {
                head.kind = Kind::Text;
            }
        }
        heads
    }

    /// Returns the parts of a drawn poster or interface whose role is this noun: "the plan", "the Pro plan".
    fn in_part(&mut self, noun: &str) -> Vec<Thing> {
        let stem = noun.rsplit(' ').next().unwrap_or(noun).to_owned();
        let mut ids = Vec::new();
        walk(&self.scene.root, &mut |node| {
            let hit = !node.role.is_empty()
                && (node.role == noun.replace(' ', "-") || node.role == stem)
                || node.role == "dialog"
                    && matches!(
                        stem.as_str(),
                        "banner"
                            | "popup"
                            | "pop-up"
                            | "modal"
                            | "notice"
                            | "overlay"
                            | "cookie-banner"
                    )
                || stem == "bubble" && matches!(node.role.as_str(), "balloon" | "speech-bubble");
            if hit {
                ids.push(node.id.clone());
            }
            !hit
        });
        let mut found: Vec<Thing> = ids
            .iter()
            .filter_map(|id| self.thing(id, kind_of(self.node(id)?)))
            .collect();
        read_in_order(&mut found);
        found
    }

    /// Keeps of several parts those that say the words before the noun: "the Basic plan". One that none of them says is none
    /// of them.
    fn labelled(&self, found: Vec<Thing>, noun: &str, words: &str) -> Vec<Thing> {
        if found.len() < 2 {
            return found;
        }
        let stem = noun.rsplit(' ').next().unwrap_or(noun);
        let words = fold(words);
        let one = words.ends_with(stem);
        let (before, _) = words
            .split_once(stem)
            .unwrap_or((noun.trim_end_matches(stem), ""));
        let label: Vec<&str> = before
            .split(' ')
            .filter(|word| !word.is_empty() && !ARTICLES.contains(word))
            .collect();
        let label = label.join(" ");
        if label.is_empty() {
            return found;
        }
        let says = |thing: &Thing| {
            let node = self.node(&thing.id);
            node.is_some_and(|node| texts(node).iter().any(|(_, text)| fold(text) == label))
        };
        let said: Vec<Thing> = found.iter().filter(|thing| says(thing)).cloned().collect();
        // A name that stands nowhere; what is no name ("the small plans") chooses otherwise.
        match said.is_empty() && !(one && self.is_named(&found)) {
            true => found,
            false => said,
        }
    }

    /// Whether parts go by names: each is headed by words of its own.
    fn is_named(&self, found: &[Thing]) -> bool {
        let mut names: Vec<String> = found
            .iter()
            .filter_map(|thing| texts(self.node(&thing.id)?).into_iter().next())
            .map(|(_, text)| fold(&text))
            .collect();
        names.sort();
        names.dedup();
        names.len() == found.len()
    }

    /// Returns the texts that say the name, or that are led by it.
    fn said(&mut self, noun: &str, words: &str) -> Vec<Thing> {
        let stem = noun.rsplit(' ').next().unwrap_or(noun);
        // What a sign or a cake says, where one thing says something.
        let written = self.with_roles(&["world-text"]);
        if let ([only], true) = (written.as_slice(), bears_words(stem)) {
            return vec![Thing {
                kind: Kind::Text,
                ..only.clone()
            }];
        }
        // "The digits" of a clock or a counter: the largest text that is nothing but figures.
        if matches!(stem, "digit" | "number" | "numeral" | "figure" | "time") {
            let mut figures = self.lines();
            figures.retain(|line| {
                line.noun.bytes().any(|b| b.is_ascii_digit())
                    && !line.noun.chars().any(char::is_alphabetic)
            });
            figures.sort_by(|a, b| b.rect.h.total_cmp(&a.rect.h));
            figures.truncate(1);
            if !figures.is_empty() {
                return figures;
            }
        }
        // "Delete the Camera icon", "remove the weekend line": a name that stands in a text.
        let found = self.worded(noun);
        if !found.is_empty() {
            return found;
        }
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.worded(words);
        if !found.is_empty() {
            return found;
        }
        // "The support act": the line "support: Paper Moon".
        let first = noun.split(' ').next().unwrap_or(noun);
        let mut lines = self.lines();
        lines.retain(|line| {
            let label = line.noun.split_once(':').map(|(label, _)| fold(label));
            label.is_some_and(|label| label == first)
        });
        lines
    }
}
