//! Venn diagrams: two to four sets, and what they share.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node};

use super::{CUSTOM, lettering};
use crate::components::diagram::drawing::polar;
use crate::components::diagram::{
    Body, Entry, IntoColor, Lettering, SIZE_MIN, Sheet, Way, Words, propose,
};
use crate::components::pitch::capital;
use crate::components::print::Zone;
use crate::knowledge;
use crate::studio::{Draft, Studio};

/// Most sets that circles can show.
const SETS_MAX: usize = 4;

/// A set with its own members.
#[derive(Debug, Clone, PartialEq, Default)]
struct Set {
    name: Entry,
    members: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Sets {
    sets: Vec<Set>,
    /// What all sets share.
    shared: Vec<Entry>,
    /// What two of three sets share, with their places.
    pairs: Vec<((usize, usize), Vec<Entry>)>,
}

const SHARED: &[&str] = &[
    "overlap",
    "intersect",
    "center",
    "centre",
    "middle",
    "both",
    "shared",
    "common",
    "intersec",
    "en común",
    "milieu",
    "commun",
    "mitte",
    "schnittmenge",
    "gemeinsam",
    "centro",
    "ambos",
];

/// Returns drafts for a Venn diagram.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    let named = studio.brief.heard().contains("titl");
    if !named && let Some(title) = words.title.take() {
        words.items.insert(0, title);
        words.items.sort_by_key(|e| e.span.start);
    }
    if words.items.is_empty() {
        return Vec::new();
    }
    let sets = if studio.brief.tree.is_empty() {
        sets(studio, &words.items)
    } else {
        from_tree(studio)
    };
    let mut sets = known(studio, sets);
    // Names head their circles.
    for set in &mut sets.sets {
        set.name.text = capital(&set.name.text);
    }
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "overlapping circles",
                reason: "Circles overlap as the sets do; what is shared stands where they meet.",
                suits: 0.9,
                draw: &|sheet| circles(sheet, &sets, false, false),
            },
            Way {
                name: "circles one above the other",
                reason: "Stacked circles meet in a wide lens, with room for what they share.",
                suits: if sets.sets.len() == 2 && (0.6..1.4).contains(&studio.ratio()) {
                    0.85
                } else {
                    0.0
                },
                draw: &|sheet| circles(sheet, &sets, false, true),
            },
            Way {
                name: "outlined circles",
                reason: "Outlined circles leave the words on clear ground.",
                suits: 0.75,
                draw: &|sheet| circles(sheet, &sets, true, false),
            },
        ],
    )
}

/// Adds what is known about two things that are only named.
fn known(studio: &Studio<'_>, mut sets: Sets) -> Sets {
    let told = !sets.shared.is_empty()
        || !sets.pairs.is_empty()
        || sets.sets.iter().any(|set| !set.members.is_empty());
    if told || !studio.filler || sets.sets.len() != 2 {
        return sets;
    }
    let Some(likeness) = knowledge::likeness(studio.brief) else {
        return sets;
    };
    let fill = |texts: &[&'static str]| texts.iter().map(|text| Entry::filler(*text)).collect();
    let first = sets.sets[0].name.text.to_lowercase();
    let stem: String = likeness.names[0].to_lowercase().chars().take(3).collect();
    let turned = usize::from(!first.contains(&stem));
    sets.sets[turned].members = fill(&likeness.own[0]);
    sets.sets[1 - turned].members = fill(&likeness.own[1]);
    sets.shared = fill(&likeness.shared);
    sets
}

/// Takes the sets that the prompt tells.
fn from_tree(studio: &Studio<'_>) -> Sets {
    let brief = studio.brief;
    let entry = |branch: &plantain_read::Branch| Entry {
        text: branch.text.clone(),
        literal: branch.literal.is_some(),
        span: branch
            .literal
            .and_then(|at| brief.literals.get(at))
            .map_or(0..0, |literal| literal.span.clone()),
    };
    let mut out = Sets::default();
    let heads: Vec<usize> = (0..brief.tree.len())
        .filter(|&at| !brief.tree[at].shared && brief.tree[at].parent.is_none())
        .collect();
    let place = |head: usize| heads.iter().position(|&at| at == head);
    for (at, branch) in brief.tree.iter().enumerate() {
        let pair = branch.between.and_then(|(a, b)| place(a).zip(place(b)));
        if let Some((a, b)) = pair {
            let pair = (a.min(b), a.max(b));
            match out.pairs.iter_mut().find(|(known, _)| *known == pair) {
                Some((_, entries)) => entries.push(entry(branch)),
                None => out.pairs.push((pair, vec![entry(branch)])),
            }
        } else if branch.shared {
            out.shared.push(entry(branch));
        } else if branch.parent.is_none() {
            let members = brief.tree.iter().filter(|b| b.parent == Some(at));
            out.sets.push(Set {
                name: entry(branch),
                members: members.map(entry).collect(),
            });
        }
    }
    out
}

fn sets(studio: &Studio<'_>, entries: &[Entry]) -> Sets {
    let prompt = &studio.brief.prompt;
    let mut out = Sets::default();
    let mut shared = false;
    for (i, entry) in entries.iter().enumerate() {
        let floor = if i == 0 { 0 } else { entries[i - 1].span.end };
        let before = prompt
            .get(floor..entry.span.start)
            .unwrap_or_default()
            .to_lowercase();
        let own = entry.text.to_lowercase();
        if i > 0 && (SHARED.iter().any(|w| before.contains(w)) || SHARED.contains(&own.as_str())) {
            shared = true;
        }
        if shared {
            out.shared.push(entry.clone());
            continue;
        }
        let after = prompt.get(entry.span.end..).unwrap_or_default();
        let names = after
            .trim_start_matches(['\'', '"', '”', '’'])
            .trim_start()
            .starts_with([':', '(']);
        match out.sets.last_mut() {
            Some(last) if !names && opened(prompt, &last.name) => last.members.push(entry.clone()),
            _ => out.sets.push(Set {
                name: entry.clone(),
                members: Vec::new(),
            }),
        }
    }
    while out.sets.len() > SETS_MAX {
        if let Some(set) = out.sets.pop() {
            out.shared.insert(0, set.name);
        }
    }
    out
}

fn opened(prompt: &str, name: &Entry) -> bool {
    prompt
        .get(name.span.end..)
        .unwrap_or_default()
        .trim_start_matches(['\'', '"', '”', '’'])
        .trim_start()
        .starts_with([':', '('])
}

fn circles(sheet: &Sheet<'_>, sets: &Sets, outlined: bool, stacked: bool) -> Option<Body> {
    let n = sets.sets.len();
    if n < 2 {
        return None;
    }
    let zone = sheet.body;
    let (centers, r) = placing(zone, n, stacked);
    let mean = |pick: fn(&(f32, f32)) -> f32| centers.iter().map(pick).sum::<f32>() / n as f32;
    let c = (mean(|p| p.0), mean(|p| p.1));
    let hues = sheet.hues(n.max(3));
    let mut nodes: Vec<Node> = Vec::new();
    for (i, at) in centers.iter().enumerate() {
        let disc = Zone::new(at.0 - r, at.1 - r, 2.0 * r, 2.0 * r)
            .hold(ellipse())
            .role("set");
        nodes.push(if outlined {
            disc.stroke(hues[i], 5.0).fill(hues[i].faded(0.1))
        } else {
            disc.fill(hues[i].faded(0.42))
        });
    }
    let look = lettering(sheet);
    let name = Lettering {
        size: look.size * 1.2,
        ..look
    }
    .weight(700);
    let ink = Token::Ink.into_color();
    let wide = r * if n == 2 { 0.98 } else { 0.76 };
    let size = sheet.fit_all(
        sets.sets.iter().map(|s| s.name.text.as_str()),
        name,
        wide,
        r * 0.4,
        3,
    );
    for (set, at) in sets.sets.iter().zip(&centers) {
        let (dx, dy) = (at.0 - c.0, at.1 - c.1);
        let long = (dx * dx + dy * dy).sqrt().max(1.0);
        // Of three sets, names stand clear of where they meet.
        let push = r * if n == 2 { 0.26 } else { 0.42 };
        let middle = (at.0 + dx / long * push, at.1 + dy / long * push);
        let tall = r * if set.members.is_empty() { 0.6 } else { 0.95 };
        let place = Zone::new(middle.0 - wide * 0.5, middle.1 - tall * 0.5, wide, tall);
        if set.members.is_empty() {
            nodes.push(sheet.set(&set.name, place, name.color(ink), size, "set"));
        } else {
            let (top, low) = place.rows(0.3, 4.0);
            nodes.push(sheet.set(&set.name, top, name.color(ink), size, "set"));
            nodes.extend(lines(sheet, &set.members, low));
        }
    }
    let middle = if n == 2 { r * 0.62 } else { r * 0.56 };
    let place = Zone::new(
        c.0 - middle * 0.5,
        c.1 - middle * 0.45,
        middle,
        middle * 0.9,
    );
    let place = if n == 3 {
        Zone {
            y: place.y + r * 0.02,
            ..place
        }
    } else {
        place
    };
    // Where the sets meet their colours add up; the words read on the sum.
    let share = if outlined { 0.1 } else { 0.42 };
    let ground = (0..n.min(2)).fold(sheet.rgb(Token::Canvas), |ground, i| {
        ground.mix(hues[i], share)
    });
    let ink = sheet.rgb(Token::Ink).readable_on(ground, 4.6);
    // Of three sets each pair meets before all three do.
    let guessed = if n == 3 && sets.shared.len() == 4 {
        3
    } else {
        0
    };
    let mut shared = Vec::new();
    let pairs = (0..guessed)
        .map(|i| ((i, (i + 1) % 3), &sets.shared[i..=i]))
        .chain(
            sets.pairs
                .iter()
                .map(|(pair, entries)| (*pair, &entries[..])),
        );
    for ((a, b), entries) in pairs {
        let (a, b) = (centers[a], centers[b]);
        let (mx, my) = ((a.0 + b.0) * 0.5 - c.0, (a.1 + b.1) * 0.5 - c.1);
        let long = (mx * mx + my * my).sqrt().max(1.0);
        let at = (
            c.0 + mx + mx / long * r * 0.34,
            c.1 + my + my / long * r * 0.34,
        );
        let (w, h) = (r * 0.5, r * 0.3);
        let lens = Zone::new(at.0 - w * 0.5, at.1 - h * 0.5, w, h);
        shared.extend(lines(sheet, entries, lens));
    }
    shared.extend(lines(sheet, &sets.shared[guessed..], place));
    for mut line in shared {
        line.visit_mut(&mut |node| {
            if let plantain_scene::node::Content::Text(text) = &mut node.content {
                text.color = ink.into();
            }
        });
        nodes.push(line);
    }
    Some(Body::new(nodes))
}

fn lines(sheet: &Sheet<'_>, entries: &[Entry], zone: Zone) -> Vec<Node> {
    if entries.is_empty() {
        return Vec::new();
    }
    let row = zone.h / entries.len() as f32;
    let look = Lettering::new(FontRole::Body, lettering(sheet).size, SIZE_MIN)
        .weight(600)
        .centred();
    let size = sheet.fit_all(
        entries.iter().map(|e| e.text.as_str()),
        look,
        zone.w,
        row,
        3,
    );
    entries
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let place = Zone::new(zone.x, zone.y + row * i as f32, zone.w, row);
            sheet.set(entry, place, look, size, "member")
        })
        .collect()
}

/// Returns the middles of `n` circles, and their radius, as large as the zone allows.
fn placing(zone: Zone, n: usize, stacked: bool) -> (Vec<(f32, f32)>, f32) {
    let c = zone.center();
    if n == 2 {
        // Side by side, or one above the other on a tall page.
        let across = zone.w >= zone.h * 0.9 && !stacked;
        let (long, short) = if across {
            (zone.w, zone.h)
        } else {
            (zone.h, zone.w)
        };
        let r = (long / 3.3).min(short * 0.5);
        let d = r * 0.65;
        let at = |s: f32| {
            if across {
                (c.0 + s * d, c.1)
            } else {
                (c.0, c.1 + s * d)
            }
        };
        return (vec![at(-1.0), at(1.0)], r);
    }
    let d_share = if n == 3 { 0.62 } else { 0.66 };
    let r = if n == 3 {
        (zone.w / (2.0 + 2.0 * 0.866 * d_share)).min(zone.h / (2.0 + 1.5 * d_share))
    } else {
        zone.w.min(zone.h) / (2.0 + 2.0 * d_share)
    };
    let turn = if n == 3 { 0.0 } else { 45.0 };
    let c = if n == 3 {
        (c.0, c.1 + r * d_share * 0.25)
    } else {
        c
    };
    let centers = (0..n)
        .map(|i| polar(c, r * d_share, turn + 360.0 * i as f32 / n as f32))
        .collect();
    (centers, r)
}
