//! Org charts and other trees of boxes.

use plantain_read::Brief;
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Content, Node, Route, Side, Tip};

use super::{CUSTOM, Form, Manner, lettering, node};
use crate::components::diagram::{Body, Entry, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// A member of the tree; parents stand before their children.
#[derive(Debug, Clone, PartialEq)]
struct Member {
    entry: Entry,
    parent: Option<usize>,
}

/// Returns drafts for an org chart.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    let told = !studio.brief.tree.is_empty();
    // A title that no word introduced is the head of the tree.
    let named = studio.brief.heard().contains("titl");
    if !told
        && !named
        && let Some(title) = words.title.take()
    {
        words.items.insert(0, title);
        words.items.sort_by_key(|e| e.span.start);
    }
    let members = if told {
        from_tree(studio.brief)
    } else {
        members(studio.brief, &words)
    };
    if members.is_empty() {
        return Vec::new();
    }
    let ratio = studio.ratio();
    let depth = members
        .iter()
        .enumerate()
        .map(|(i, _)| level(&members, i))
        .max()
        .unwrap_or(0);
    let widest = widest(&members);
    let tree = if widest as f32 <= 2.0 + ratio * 2.8 {
        0.85
    } else {
        0.0
    };
    let hung = hangs(&members);
    let columns = columns(&members, &hung, 0);
    let hanging = if hung.contains(&true) && columns as f32 <= 1.5 + ratio * 3.0 {
        0.88
    } else {
        0.0
    };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "tree",
                reason: "Who leads stands on top, reports below on one line, joined by right-angled lines.",
                suits: tree,
                draw: &|sheet| tree_down(sheet, &members),
            },
            Way {
                name: "tree with hanging teams",
                reason: "Teams hang in a column under their lead, which leaves each name a wide box.",
                suits: hanging,
                draw: &|sheet| tree_hanging(sheet, &members, &hung),
            },
            Way {
                name: "tree to the right",
                reason: "The tree grows to the right, so that every name has a full line.",
                suits: if ratio > 0.8 && depth <= 3 { 0.55 } else { 0.0 },
                draw: &|sheet| tree_right(sheet, &members),
            },
            Way {
                name: "indented tree",
                reason: "A tall page lists the reports under their lead, each step indented.",
                suits: if ratio < 1.2 { 0.7 } else { 0.2 },
                draw: &|sheet| indented(sheet, &members),
            },
        ],
    )
}

/// Takes the tree that the prompt tells; a post stands on a line above its name, a couple on one line.
fn from_tree(brief: &Brief) -> Vec<Member> {
    brief
        .tree
        .iter()
        .map(|branch| {
            let literal = branch.literal.and_then(|at| brief.literals.get(at));
            let mut text = branch.text.clone();
            if let Some(partner) = branch.partner.and_then(|at| brief.literals.get(at)) {
                text = format!("{text} & {}", partner.text);
            }
            if let Some(post) = &branch.post {
                text = format!("{post}\n{text}");
            }
            Member {
                entry: Entry {
                    text,
                    literal: literal.is_some(),
                    span: literal.map_or(0..0, |literal| literal.span.clone()),
                },
                parent: branch.parent,
            }
        })
        .collect()
}

/// For each member, whether it hangs in a column under its lead: all of a team are leaves, below the second level.
fn hangs(members: &[Member]) -> Vec<bool> {
    (0..members.len())
        .map(|at| {
            let Some(parent) = members[at].parent else {
                return false;
            };
            members[parent].parent.is_some()
                && children(members, parent)
                    .iter()
                    .all(|child| children(members, *child).is_empty())
        })
        .collect()
}

/// How many columns the tree under `at` takes when teams hang.
fn columns(members: &[Member], hung: &[bool], at: usize) -> usize {
    let under: Vec<usize> = children(members, at)
        .into_iter()
        .filter(|child| !hung[*child])
        .collect();
    under
        .iter()
        .map(|child| columns(members, hung, *child))
        .sum::<usize>()
        .max(1)
}

/// Leads stand in rows, each team in a column under its lead.
fn tree_hanging(sheet: &Sheet<'_>, members: &[Member], hung: &[bool]) -> Option<Body> {
    fn put(members: &[Member], hung: &[bool], at: usize, from: f32, to: f32, out: &mut [f32]) {
        out[at] = (from + to) * 0.5;
        let all = columns(members, hung, at) as f32;
        let mut start = from;
        for child in children(members, at) {
            if hung[child] {
                out[child] = out[at];
                continue;
            }
            let end = start + (to - from) * columns(members, hung, child) as f32 / all;
            put(members, hung, child, start, end, out);
            start = end;
        }
    }
    let zone = sheet.body;
    let mut breadth = vec![0.5; members.len()];
    put(members, hung, 0, 0.0, 1.0, &mut breadth);
    let w = (zone.w / columns(members, hung, 0) as f32 * 0.88).min(320.0);
    let leads = 1
        + (0..members.len())
            .filter(|at| !hung[*at])
            .map(|at| level(members, at))
            .max()?;
    let longest = (0..members.len())
        .map(|at| children(members, at).iter().filter(|c| hung[**c]).count())
        .max()?;
    // A lead's row has a wide gap below it, a hung member a narrow one.
    let units = leads as f32 * 1.5 + longest as f32 * 1.22 - 0.4;
    let h = (zone.h / units).min(w * 0.62).min(150.0);
    if w < 84.0 || h < 34.0 {
        return None;
    }
    let slack = zone.h - h * units;
    let stretch = 1.0 + (slack / (h * (leads as f32 + longest as f32))).clamp(0.0, 0.5);
    let row = h * (1.0 + 0.5 * stretch);
    let pitch = h * (1.0 + 0.22 * stretch);
    let used = row * leads as f32 + pitch * longest as f32 - (pitch - h);
    let top = zone.y + (zone.h - used).max(0.0) * 0.5;
    let indent = w * 0.12;
    let mut order = vec![0_usize; members.len()];
    let spots: Vec<Zone> = (0..members.len())
        .map(|at| {
            let x = zone.x + zone.w * breadth[at] - w * 0.5;
            let level = level(members, at);
            if !hung[at] {
                return Zone::new(x, top + row * level as f32, w, h);
            }
            let parent = members[at].parent.unwrap_or(0);
            let n = order[parent];
            order[parent] += 1;
            let y = top + row * level as f32 + pitch * n as f32;
            Zone::new(x + indent, y, w - indent, h)
        })
        .collect();
    let places: Vec<(f32, usize)> = (0..members.len())
        .map(|at| (breadth[at], level(members, at)))
        .collect();
    let mut body = draw(sheet, members, &places, &spots, (Side::Bottom, Side::Top));
    body.nodes.retain(|node| match &node.content {
        Content::Connector(line) => {
            let member = line.to.trim_start_matches("member-").parse::<usize>();
            !member.is_ok_and(|at| hung[at])
        }
        _ => true,
    });
    let mut nodes: Vec<Node> = (0..members.len())
        .filter(|at| hung[*at])
        .filter_map(|at| Some(rail(spots[members[at].parent?], spots[at], indent * 0.5)))
        .collect();
    nodes.extend(body.nodes);
    Some(Body::new(nodes))
}

/// A line from the foot of a lead, near its left end, to the side of one who reports to it.
fn rail(lead: Zone, to: Zone, step: f32) -> Node {
    let x = lead.x + step;
    let r = 10.0_f32.min((to.x - x).max(1.0));
    let y = to.center().1;
    let d = format!(
        "M{x} {} L{x} {} Q{x} {y} {} {y} L{} {y}",
        lead.bottom(),
        y - r,
        x + r,
        to.x - 2.0
    );
    crate::components::diagram::drawing::PAGE
        .trace(&d)
        .stroke(Token::Muted, 2.5)
        .round()
        .role("connector")
}

/// Reads who stands under whom. A name that returns opens a group of its own; otherwise all report to the first.
fn members(brief: &Brief, words: &Words) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    let mut lead = None;
    for entry in &words.items {
        let known = members.iter().position(|m| {
            m.entry.text == entry.text || m.entry.text.split('\n').any(|part| part == entry.text)
        });
        if let Some(known) = known {
            lead = Some(known);
            continue;
        }
        let parent = if members.is_empty() {
            None
        } else {
            Some(lead.unwrap_or(0))
        };
        members.push(Member {
            entry: titled(brief, words, entry),
            parent,
        });
    }
    members
}

/// Sets a post on a line above the name: "CTO Ben Osei", "UX: Tia", or a post that stands before the name in the prompt.
fn titled(brief: &Brief, words: &Words, entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    let cut = words
        .raw
        .iter()
        .find(|r| r.span.start == entry.span.start && r.text.len() < entry.text.len())
        .map(|r| r.text.len())
        .or_else(|| entry.text.find(": ").map(|at| at + 1))
        .or_else(|| entry.text.find(" - ").map(|at| at + 2));
    if let Some(cut) = cut
        && entry.text.is_char_boundary(cut)
        && entry.text[cut..].starts_with(' ')
    {
        entry.text.replace_range(cut..=cut, "\n");
        return entry;
    }
    let before = brief.prompt.get(..entry.span.start).unwrap_or_default();
    let word = before
        .strip_suffix(' ')
        .and_then(|b| b.rsplit(|c: char| !c.is_alphanumeric()).next())
        .unwrap_or_default();
    let post = (2..=5).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
    if post {
        entry.text = format!("{word}\n{}", entry.text);
    }
    entry
}

fn level(members: &[Member], mut at: usize) -> usize {
    let mut level = 0;
    while let Some(parent) = members[at].parent {
        (at, level) = (parent, level + 1);
    }
    level
}

fn children(members: &[Member], at: usize) -> Vec<usize> {
    (0..members.len())
        .filter(|i| members[*i].parent == Some(at))
        .collect()
}

fn leaves(members: &[Member], at: usize) -> usize {
    let under = children(members, at);
    if under.is_empty() {
        1
    } else {
        under.iter().map(|c| leaves(members, *c)).sum()
    }
}

fn widest(members: &[Member]) -> usize {
    if members.is_empty() {
        0
    } else {
        leaves(members, 0)
    }
}

/// Returns for each member its place along the breadth (0 to 1) and its level.
fn places(members: &[Member]) -> Vec<(f32, usize)> {
    fn put(
        members: &[Member],
        at: usize,
        from: f32,
        to: f32,
        level: usize,
        out: &mut [(f32, usize)],
    ) {
        out[at] = ((from + to) * 0.5, level);
        let all = leaves(members, at) as f32;
        let mut start = from;
        for child in children(members, at) {
            let end = start + (to - from) * leaves(members, child) as f32 / all;
            put(members, child, start, end, level + 1, out);
            start = end;
        }
    }
    let mut out = vec![(0.5, 0); members.len()];
    if !members.is_empty() {
        put(members, 0, 0.0, 1.0, 0, &mut out);
    }
    out
}

fn tree_down(sheet: &Sheet<'_>, members: &[Member]) -> Option<Body> {
    let places = places(members);
    let (breadth, depth) = (
        widest(members).max(1) as f32,
        places.iter().map(|p| p.1).max()? + 1,
    );
    let zone = sheet.body;
    let w = (zone.w / breadth * 0.84).min(280.0);
    let pitch = zone.h / depth as f32;
    let h = (pitch * 0.56).min(170.0).min(w * 0.72);
    let gap = (pitch - h).min(h * 1.1);
    let top = zone.y + (zone.h - h * depth as f32 - gap * (depth - 1) as f32) * 0.5;
    if w < 76.0 || h < 34.0 {
        return None;
    }
    let spots: Vec<Zone> = places
        .iter()
        .map(|(t, level)| {
            Zone::new(
                zone.x + zone.w * t - w * 0.5,
                top + *level as f32 * (h + gap),
                w,
                h,
            )
        })
        .collect();
    Some(draw(
        sheet,
        members,
        &places,
        &spots,
        (Side::Bottom, Side::Top),
    ))
}

fn tree_right(sheet: &Sheet<'_>, members: &[Member]) -> Option<Body> {
    let places = places(members);
    let (breadth, depth) = (
        widest(members).max(1) as f32,
        places.iter().map(|p| p.1).max()? + 1,
    );
    let zone = sheet.body;
    let pitch = zone.w / depth as f32;
    let w = (pitch * 0.68).min(340.0);
    let h = (zone.h / breadth * 0.72).min(110.0);
    if w < 110.0 || h < 34.0 {
        return None;
    }
    let gap = (pitch - w).min(w * 0.6);
    let left = zone.x + (zone.w - w * depth as f32 - gap * (depth - 1) as f32) * 0.5;
    let span = (zone.h).min(breadth * h * 1.5);
    let top = zone.y + (zone.h - span) * 0.5;
    let spots: Vec<Zone> = places
        .iter()
        .map(|(t, level)| {
            Zone::new(
                left + *level as f32 * (w + gap),
                top + span * t - h * 0.5,
                w,
                h,
            )
        })
        .collect();
    Some(draw(
        sheet,
        members,
        &places,
        &spots,
        (Side::Right, Side::Left),
    ))
}

fn indented(sheet: &Sheet<'_>, members: &[Member]) -> Option<Body> {
    let zone = sheet.body;
    let n = members.len();
    let order = depth_first(members);
    let pitch = (zone.h / n as f32).min(190.0);
    let h = pitch * 0.72;
    let step = (zone.w * 0.12).min(90.0);
    if h < 30.0 {
        return None;
    }
    let depth = (0..n).map(|i| level(members, i)).max().unwrap_or(0);
    let w = (zone.w - step * depth as f32).min(640.0);
    let left = zone.x + (zone.w - w - step * depth as f32) * 0.5;
    let top = zone.y + (zone.h - pitch * n as f32 + pitch - h) * 0.5;
    let mut spots = vec![zone; n];
    let mut places = vec![(0.0, 0); n];
    for (row, at) in order.iter().enumerate() {
        let level = level(members, *at);
        places[*at] = (0.0, level);
        spots[*at] = Zone::new(left + step * level as f32, top + row as f32 * pitch, w, h);
    }
    let mut body = draw(sheet, members, &places, &spots, (Side::Bottom, Side::Left));
    // Lines leave near the left end of a box, where the reports are indented to.
    body.nodes
        .retain(|n| !matches!(n.content, Content::Connector(_)));
    let mut lines = Vec::new();
    for (i, member) in members.iter().enumerate() {
        if let Some(parent) = member.parent {
            lines.push(rail(spots[parent], spots[i], step * 0.5));
        }
    }
    lines.extend(body.nodes);
    Some(Body::new(lines))
}

fn depth_first(members: &[Member]) -> Vec<usize> {
    fn go(members: &[Member], at: usize, out: &mut Vec<usize>) {
        out.push(at);
        for child in children(members, at) {
            go(members, child, out);
        }
    }
    let mut out = Vec::new();
    if !members.is_empty() {
        go(members, 0, &mut out);
    }
    out
}

fn draw(
    sheet: &Sheet<'_>,
    members: &[Member],
    places: &[(f32, usize)],
    spots: &[Zone],
    sides: (Side, Side),
) -> Body {
    let (w, h) = spots.first().map_or((0.0, 0.0), |spot| (spot.w, spot.h));
    let look = lettering(sheet);
    let size = sheet.fit_all(
        members.iter().map(|m| m.entry.text.as_str()),
        look,
        w * 0.84,
        h * 0.82,
        4,
    );
    let manner = Manner::of(sheet);
    let asked = !sheet.studio.brief.look.palette.is_empty();
    let hues = if asked {
        vec![sheet.rgb(Token::Accent); 8]
    } else {
        vec![
            sheet.rgb(Token::Accent),
            sheet.rgb(Token::Second),
            sheet.series(2),
            sheet.series(3),
        ]
    };
    let mut nodes: Vec<Node> = Vec::new();
    for (i, member) in members.iter().enumerate() {
        if let Some(parent) = member.parent {
            let mut line = connector(format!("member-{parent}"), format!("member-{i}"))
                .route(Route::Elbow, Tip::None, Tip::None)
                .stroke(Token::Muted, 2.5)
                .role("connector");
            if let Content::Connector(connector) = &mut line.content {
                (connector.from_side, connector.to_side) = sides;
            }
            nodes.push(line);
        }
    }
    for (i, member) in members.iter().enumerate() {
        let level = places[i].1;
        let manner = if level == 0 { Manner::Solid } else { manner };
        let hue = hues[level.min(hues.len() - 1)];
        nodes.extend(node(
            sheet,
            &member.entry,
            spots[i],
            &format!("member-{i}"),
            Form::Box,
            (manner, hue),
            size,
        ));
    }
    Body::new(nodes)
}
