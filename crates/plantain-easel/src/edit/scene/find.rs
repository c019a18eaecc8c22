//! Finds what an instruction points at.

mod called;
mod measure;
mod parts;
mod pronouns;

use self::measure::{by, literal_first, lying_on, nearest_color, reached_by, role_names};
pub use self::measure::{distance, fold, likeness};
use self::parts::says_bars;
pub use self::parts::{largest_group, like};
pub use self::pronouns::is_like_people;
use self::pronouns::{is_living, pointed_at, speaks_of_several};

use plantain_engine::EngineError;
use plantain_read::{ChartKind, Component, Position, Referent, RelationKind, Role, Target, Which};
use plantain_scene::Node;
use plantain_scene::node::Content;

use super::sheet::Sheet;
use super::things::{Kind, Thing};
use crate::stage::lexicon::look_up;
use crate::stage::rect::Rect;
use crate::wardrobe::rgb;

impl Sheet<'_> {
    /// Returns what a target means; an error that says what there is instead when nothing does.
    pub fn find(&mut self, target: &Target) -> Result<Vec<Thing>, EngineError> {
        if let (Referent::Role(Role::Title), Some((RelationKind::In, part))) =
            (&target.what, &target.by)
        {
            let found = self.heading_of(part)?;
            self.same = found.iter().map(|thing| thing.id.clone()).collect();
            return Ok(found);
        }
        // "The 22nd" of a month.
        let numbered = target.words.bytes().any(|b| b.is_ascii_digit());
        if let (Referent::Same, Which::Nth(n), true) =
            (&target.what, target.which, numbered || self.same.is_empty())
            && let Some(day) = super::month::day(self, n + 1)
        {
            self.same = vec![day.id.clone()];
            return Ok(vec![day]);
        }
        let mut found = self.matching(target)?;
        if let Some(color) = &target.color {
            nearest_color(&mut found, rgb(color));
        }
        // On a page "in the background" says what something is, not where.
        let depth = matches!(
            target.position,
            Some(Position::Background | Position::Foreground)
        );
        if let Some(position) = target.position
            && !(depth && self.stage().is_none())
        {
            found = self.standing_at(found, position, target.which == Which::Any);
        }
        if let Some((kind, other)) = &target.by {
            found = match (self.find(other), &target.what) {
                (Ok(others), Referent::AllText | Referent::Role(_))
                    if *kind == RelationKind::In =>
                {
                    lying_on(found, &others)
                }
                (Ok(others), Referent::AllText) if *kind == RelationKind::On => {
                    lying_on(found, &others)
                }
                (Ok(others), _) => {
                    let several = speaks_of_several(target);
                    let there = by(found.clone(), *kind, &others, several);
                    // "The apples on the tree", drawn beside it: all there are.
                    match several && there.is_empty() {
                        true => found,
                        false => there,
                    }
                }
                // "Black label with cream text": the writing on the whole.
                (Err(_), Referent::AllText)
                    if *kind == RelationKind::On
                        && super::background::names_the_whole(other)
                        && self.stage().is_none() =>
                {
                    found
                }
                // "The name of the couple": whose it is, the picture need not show.
                (Err(_), Referent::Role(_)) if *kind == RelationKind::On => found,
                (Err(error), _) => return Err(error),
            };
        }
        if target.inverted {
            let noun = found.first().map(|thing| thing.noun.clone());
            found = self.all_but(&found);
            // "One big, one small": of the same kind.
            if target.words == "one" {
                found.retain(|thing| Some(&thing.noun) == noun.as_ref());
            }
        }
        let found = picked(found, target);
        if found.is_empty() {
            return Err(self.not_located(target));
        }
        let refused = found.iter().all(|t| self.kept.contains(&t.id));
        if refused {
            return Err(EngineError::NothingChanged {
                why: format!("“{}” is to be kept as it is", words(target)),
            });
        }
        self.same = found.iter().map(|thing| thing.id.clone()).collect();
        Ok(found)
    }

    pub fn not_located(&mut self, target: &Target) -> EngineError {
        EngineError::TargetNotLocated {
            target: words(target),
            found: self.found(),
        }
    }

    /// Returns all that the referent may mean, before colours and places choose among them.
    fn matching(&mut self, target: &Target) -> Result<Vec<Thing>, EngineError> {
        Ok(match &target.what {
            Referent::Picture => self.whole(Kind::Picture),
            Referent::Background => self.whole(Kind::Background),
            Referent::Subject => {
                let listed = target.words.to_lowercase().contains("item");
                let items = match listed {
                    true => super::rows::items(self),
                    false => Vec::new(),
                };
                let items = match listed && items.len() < 2 {
                    true => self.pieces("item"),
                    false => items,
                };
                match items.len() {
                    0 | 1 => self.drawing(&target.words),
                    _ => items,
                }
            }
            Referent::Masked => Vec::new(),
            Referent::Text(words) => self.worded(words),
            Referent::Role(Role::Contact) => reached_by(self.in_role(Role::Contact), &target.words),
            Referent::Role(role) => self.in_role(*role),
            Referent::AllText => self.lines(),
            Referent::Thing(noun) => self.called(noun, &target.words),
            // "The chart" is read as one of bars; which one is open.
            Referent::Part {
                kind: Component::Chart(ChartKind::Bar),
                label: None,
            } if !says_bars(&target.words) => self.given_charts(target),
            Referent::Part { kind, label } => self.parts(*kind, label.as_deref()),
            Referent::Same => {
                let same = self.same.clone();
                let mut found: Vec<Thing> = same
                    .iter()
                    .filter_map(|id| self.thing(id, kind_of(self.node(id)?)))
                    .collect();
                // "the red one", where the blue one was spoken of last.
                let one = target.words.split(' ').any(|word| word == "one");
                if one && target.color.is_some() && found.len() == 1 {
                    found.clear();
                }
                // "left one blue, the right one red": another of the kind that was spoken of.
                let another = target.position.is_some() || target.which != Which::Any;
                let few = one || target.count.is_some_and(|n| n > 1);
                if let (true, true, [only]) = (few, another, found.as_slice()) {
                    let (noun, kind) = (only.noun.clone(), only.kind);
                    let like = self.things().into_iter();
                    found = like
                        .filter(|thing| thing.kind == kind && thing.noun == noun)
                        .collect();
                }
                // "him", where glasses were spoken of last.
                let living = is_living(&target.words);
                if living {
                    found.retain(|thing| look_up(&thing.noun).0.is_animate());
                }
                if found.is_empty() {
                    // Nothing was spoken of before: the only thing, or the only text, is meant.
                    let subjects = self.subjects();
                    found = pointed_at(subjects.clone(), target);
                    if found.is_empty() && target.which == Which::Any {
                        found = self.carried(&subjects);
                    }
                }
                found
            }
            Referent::Input(_) => self
                .things()
                .into_iter()
                .filter(|thing| thing.kind == Kind::Picture)
                .collect(),
        })
    }

    fn whole(&mut self, kind: Kind) -> Vec<Thing> {
        let id = self.scene.root.id.clone();
        let (w, h) = self.size();
        vec![Thing {
            own: vec![id.clone()],
            id,
            kind,
            noun: "picture".into(),
            rect: Rect::new(0.0, 0.0, w, h),
            color: None,
        }]
    }

    /// Returns what stands before the background: the objects, or the texts of what has none.
    pub fn subjects(&mut self) -> Vec<Thing> {
        let mut things = self.things();
        things.retain(|thing| matches!(thing.kind, Kind::Object | Kind::Picture));
        if things.is_empty() {
            things = self.lines();
            things.retain(|line| self.node(&line.id).is_some_and(|n| n.literal));
        }
        things
    }

    /// Returns what a picture is of. "The illustration" of a page without drawings is its largest icon.
    fn drawing(&mut self, words: &str) -> Vec<Thing> {
        let last = words.rsplit(' ').next().unwrap_or(words).to_lowercase();
        let drawn = matches!(
            last.as_str(),
            "illustration" | "drawing" | "artwork" | "graphic" | "clipart"
        );
        let things = self.things();
        let any = things
            .iter()
            .any(|thing| matches!(thing.kind, Kind::Object | Kind::Picture));
        if !drawn || any {
            return self.subjects();
        }
        let icons = things.into_iter().filter(|thing| thing.kind == Kind::Icon);
        let largest = icons.max_by(|a, b| a.rect.area().total_cmp(&b.rect.area()));
        largest.into_iter().collect()
    }

    /// Of several things, the only one that stands on another: what a picture of it is of ("a bottle on a table").
    fn carried(&mut self, things: &[Thing]) -> Vec<Thing> {
        let mut riders = things
            .iter()
            .filter(|thing| self.support_of(thing).is_some());
        match (riders.next().cloned(), riders.next()) {
            (Some(only), None) => vec![only],
            _ => Vec::new(),
        }
    }

    /// Returns the texts with these words: those that say just this, then those that hold it, then the most alike.
    pub fn worded(&mut self, words: &str) -> Vec<Thing> {
        let lines = self.lines();
        let wanted = fold(words);
        if wanted.is_empty() {
            return Vec::new();
        }
        let exact: Vec<Thing> = lines
            .iter()
            .filter(|line| fold(&line.noun) == wanted)
            .cloned()
            .collect();
        if !exact.is_empty() {
            return literal_first(self, exact);
        }
        let holding: Vec<Thing> = lines
            .iter()
            .filter(|line| fold(&line.noun).contains(&wanted))
            .cloned()
            .collect();
        if !holding.is_empty() {
            return literal_first(self, holding);
        }
        // A text that was set in several pieces.
        let within: Vec<Thing> = lines
            .iter()
            .filter(|line| {
                let own = fold(&line.noun);
                own.chars().count() > 2 && format!(" {wanted} ").contains(&format!(" {own} "))
            })
            .cloned()
            .collect();
        if !within.is_empty() {
            return within;
        }
        let mut best: Option<(f32, Thing)> = None;
        for line in lines {
            let score = likeness(&wanted, &fold(&line.noun));
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, line));
            }
        }
        match best {
            Some((score, line)) if score >= 0.72 => {
                self.sure(score);
                vec![line]
            }
            _ => Vec::new(),
        }
    }

    /// Returns the texts that play a part.
    pub fn in_role(&mut self, role: Role) -> Vec<Thing> {
        let lines = self.lines();
        let names = role_names(role);
        let mut found: Vec<Thing> = Vec::new();
        for name in names {
            found = lines
                .iter()
                .filter(|line| self.plays(&line.id, name))
                .cloned()
                .collect();
            if !found.is_empty() {
                break;
            }
        }
        if found.len() > 1 {
            let asked: Vec<Thing> = found
                .iter()
                .filter(|line| self.node(&line.id).is_some_and(|n| n.literal))
                .cloned()
                .collect();
            if !asked.is_empty() {
                found = asked;
            }
        }
        if found.is_empty() {
            found = self.by_form(role, &lines);
        }
        match role {
            Role::Title => self.largest(worded_first(found), 1),
            _ => found,
        }
    }

    /// Returns whether a text, or the nearest part that holds it, has this role.
    fn plays(&self, id: &str, role: &str) -> bool {
        if self.node(id).is_some_and(|node| node.role == role) {
            return true;
        }
        let above = self.ancestors(id);
        matches!(
            role,
            "button" | "badge" | "tab" | "nav-item" | "chip" | "quote" | "caption"
        ) && above
            .iter()
            .rev()
            .take(2)
            .any(|id| self.node(id).is_some_and(|node| node.role == role))
    }

    /// Returns texts that by their own form are what a role asks for.
    fn by_form(&mut self, role: Role, lines: &[Thing]) -> Vec<Thing> {
        let by = |test: &dyn Fn(&str) -> bool| -> Vec<Thing> {
            lines.iter().filter(|l| test(&l.noun)).cloned().collect()
        };
        let digits = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
        match role {
            Role::Title => self.largest(worded_first(lines.to_vec()), 1),
            Role::Subtitle => {
                let mut rest = self.largest(lines.to_vec(), 2);
                if rest.len() == 2 {
                    vec![rest.remove(1)]
                } else {
                    Vec::new()
                }
            }
            Role::Price | Role::OldPrice => {
                let signed = by(&|t| digits(t) && t.contains(['$', '€', '£', '¥', '₹']));
                match signed.is_empty() {
                    true => by(&has_cents),
                    false => signed,
                }
            }
            Role::Date => by(&|t| digits(t) && t.chars().any(char::is_alphabetic) && t.len() < 30),
            Role::Time => {
                by(&|t| digits(t) && (t.contains(':') || t.contains("am") || t.contains("pm")))
            }
            Role::Contact => by(&|t| t.contains('@') || t.contains('+') && digits(t)),
            Role::Link => by(&|t| t.contains("www") || t.contains(".com")),
            Role::Person if lines.len() == 1 => lines.to_vec(),
            // Of a quotation and one line more, that line.
            Role::Attribution if lines.len() == 2 => self.largest(lines.to_vec(), 2).split_off(1),
            // Below a quotation its author goes before the largest words.
            Role::Person | Role::Attribution => {
                let signed = by(&|t| {
                    t.starts_with(['—', '–', '-'])
                        && is_like_a_name(t.trim_start_matches(['—', '–', '-', ' ']))
                });
                if !signed.is_empty() {
                    return signed;
                }
                let mut named = self.largest(lines.to_vec(), 2);
                named.retain(|line| is_like_a_name(&line.noun));
                named.truncate(1);
                named
            }
            // The one short line of names that is no title: "Berlin" between a title and a date.
            Role::Place => {
                let title: Vec<String> = self
                    .largest(lines.to_vec(), 1)
                    .into_iter()
                    .map(|line| line.id)
                    .collect();
                let mut named = by(&|t| {
                    let words: Vec<&str> = t.split_whitespace().collect();
                    (1..=4).contains(&words.len())
                        && !digits(t)
                        && words[0].starts_with(char::is_uppercase)
                        && t.chars().any(char::is_lowercase)
                });
                named.retain(|line| {
                    let node = self.node(&line.id);
                    !title.contains(&line.id)
                        && node.is_some_and(|node| {
                            node.literal
                                && !matches!(
                                    node.role.as_str(),
                                    "button" | "label" | "badge" | "kicker" | "person"
                                )
                        })
                });
                match named.as_slice() {
                    [_] => named,
                    _ => Vec::new(),
                }
            }
            Role::Value => by(&digits),
            _ => Vec::new(),
        }
    }

    /// Returns the `n` texts that are set largest, largest first.
    fn largest(&mut self, mut lines: Vec<Thing>, n: usize) -> Vec<Thing> {
        let sizes = self.sizes();
        let size = |thing: &Thing| sizes.get(&thing.id).copied().unwrap_or(0.0);
        lines.sort_by(|a, b| size(b).total_cmp(&size(a)));
        lines.truncate(n);
        lines
    }

    /// Returns how large every text is set.
    fn sizes(&mut self) -> std::collections::BTreeMap<String, f32> {
        self.picture()
            .texts
            .iter()
            .map(|text| (text.id.clone(), text.size))
            .collect()
    }

    /// Returns everything of the same sort but what was found.
    fn all_but(&mut self, found: &[Thing]) -> Vec<Thing> {
        let texts = found.iter().all(|thing| thing.kind == Kind::Text) && !found.is_empty();
        let mut all = if texts { self.lines() } else { self.things() };
        all.retain(|thing| {
            thing.kind != Kind::Icon && !found.iter().any(|known| known.id == thing.id)
        });
        all
    }

    /// Keeps what stands at a place of the picture.
    fn standing_at(&mut self, mut found: Vec<Thing>, position: Position, all: bool) -> Vec<Thing> {
        let (w, h) = self.size();
        let (x, y) = spot(position);
        if found.len() < 2 {
            return found;
        }
        // Of several, those nearest to the place: one, unless as many lie on its side of the picture.
        let far = |thing: &Thing| {
            let dx = x.map_or(0.0, |x| (thing.rect.cx() / w - x).abs());
            let dy = y.map_or(0.0, |y| (thing.rect.cy() / h - y).abs());
            dx + dy
        };
        if all {
            found.sort_by(|a, b| far(a).total_cmp(&far(b)));
            found.truncate(1);
        }
        found
    }
}

/// Returns the middle of a place as shares of width and height; none where the place does not say.
pub fn spot(position: Position) -> (Option<f32>, Option<f32>) {
    match position {
        Position::Left => (Some(0.0), None),
        Position::Right => (Some(1.0), None),
        Position::Top | Position::Background => (None, Some(0.0)),
        Position::Bottom | Position::Foreground => (None, Some(1.0)),
        Position::Center => (Some(0.5), Some(0.5)),
        Position::TopLeft => (Some(0.0), Some(0.0)),
        Position::TopRight => (Some(1.0), Some(0.0)),
        Position::BottomLeft => (Some(0.0), Some(1.0)),
        Position::BottomRight => (Some(1.0), Some(1.0)),
    }
}

fn words(target: &Target) -> String {
    if !target.words.is_empty() {
        return target.words.clone();
    }
    match &target.what {
        Referent::Picture => "the picture".into(),
        Referent::Background => "the background".into(),
        Referent::Subject => "the subject".into(),
        Referent::Masked => "the masked area".into(),
        Referent::Text(words) => format!("the text “{words}”"),
        Referent::Role(role) => format!("the {}", format!("{role:?}").to_lowercase()),
        Referent::AllText => "the text".into(),
        Referent::Thing(noun) => format!("the {noun}"),
        Referent::Part { label, .. } => label.clone().unwrap_or_else(|| "the part".into()),
        Referent::Same => "it".into(),
        Referent::Input(n) => format!("picture {n}"),
    }
}

fn kind_of(node: &Node) -> Kind {
    match &node.content {
        Content::Text(_) => Kind::Text,
        Content::Chart(_) => Kind::Chart,
        Content::Icon(_) => Kind::Icon,
        Content::Object(_) => Kind::Object,
        _ => Kind::Part,
    }
}

/// Keeps the texts with letters, where there are any: a figure that is set largest heads nothing.
fn worded_first(lines: Vec<Thing>) -> Vec<Thing> {
    let worded = |line: &&Thing| line.noun.chars().any(char::is_alphabetic);
    let named: Vec<Thing> = lines.iter().filter(worded).cloned().collect();
    match named.is_empty() {
        true => lines,
        false => named,
    }
}

/// Whether a text could be a person's name: two to four words with capitals, no figures.
fn is_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| {
        word.chars().next().is_some_and(|c| !c.is_lowercase())
            || matches!(*word, "and" | "und" | "et" | "y" | "e" | "en")
    };
    let plain = |c: char| {
        c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '.' | '\'' | '’' | '&')
    };
    (2..=4).contains(&words.len()) && words.iter().all(capital) && text.chars().all(plain)
}

/// Picks which of several, and how many of them.
fn picked(mut found: Vec<Thing>, target: &Target) -> Vec<Thing> {
    let at = match target.which {
        Which::Any => {
            if let Some(count) = target.count {
                found.truncate(count as usize);
            }
            return found;
        }
        Which::Nth(n) => n as usize,
        Which::Middle => found.len().saturating_sub(1) / 2,
        Which::Last => found
            .len()
            .saturating_sub(target.count.unwrap_or(1).max(1) as usize),
        Which::Largest | Which::Smallest => {
            found.sort_by(|a, b| b.rect.area().total_cmp(&a.rect.area()));
            if target.which == Which::Largest {
                0
            } else {
                found.len().saturating_sub(1)
            }
        }
    };
    let count = target.count.unwrap_or(1) as usize;
    found.into_iter().skip(at).take(count.max(1)).collect()
}

/// Whether a text is a bare amount with its cents: "3.00", "12,50".
fn has_cents(text: &str) -> bool {
    let parts = text.split_once(['.', ',']);
    parts.is_some_and(|(whole, cents)| {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        digits(whole) && cents.len() == 2 && digits(cents)
    })
}
