//! Long texts, set as a typographer sets a page: by length and format in one, two or three columns, with a drop cap where
//! the text is prose and long enough to carry one.

use plantain_read::Passage;
use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node};
use plantain_scene::text::Typesetter;

use crate::components::print::ornament;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, drafts};
use crate::studio::{Draft, Studio};

/// Least and largest size of running text in logical units.
const SIZE: (f32, f32) = (13.0, 64.0);
/// Largest running text as a share of the page's shorter side.
const LARGEST: f32 = 0.036;
/// Lines that a drop cap stands beside.
const CAP_LINES: f32 = 3.0;
/// Words from which prose takes a drop cap by itself.
const CAP_WORDS: usize = 60;
/// Leading of running text.
const LEADING: f32 = 1.5;
/// Share of the size that is kept at each step of the search.
const STEP: f32 = 0.965;
/// Node role of every part of a passage: together they are one text.
pub const ROLE: &str = "passage";
/// Node role of its first letter.
pub const CAP_ROLE: &str = "drop cap";

/// Returns drafts for a passage; none when the brief has none.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if studio.brief.passage.is_none() {
        return Vec::new();
    }
    drafts(
        studio,
        &[
            "editorial",
            "botanical",
            "swiss",
            "mid-century",
            "minimal",
            "vintage",
        ],
        &[&BOOK, &COLUMNS, &SIDE],
    )
}

const BOOK: Archetype = Archetype {
    name: "book page",
    reason: "One column of 60 or so letters a line under a centred title, with generous margins.",
    suits: |page| if page.ratio() < 1.35 { 0.9 } else { 0.0 },
    build: book,
};

const COLUMNS: Archetype = Archetype {
    name: "text in columns",
    reason: "A large title across, the text in even columns with a hairline between them.",
    suits: |page| {
        let verse = passage(page).is_some_and(|p| p.verse);
        if verse || page.full.w < 520.0 {
            0.0
        } else {
            0.92
        }
    },
    build: columns,
};

const SIDE: Archetype = Archetype {
    name: "text beside its title",
    reason: "The title has a field of colour, the text its calm side.",
    suits: |page| {
        if page.ratio() > 0.9 && title(page).is_some() {
            0.9
        } else {
            0.0
        }
    },
    build: side,
};

fn passage<'a>(page: &Page<'a>) -> Option<&'a Passage> {
    page.studio.brief.passage.as_ref()
}

fn literal<'a>(page: &Page<'a>, at: Option<usize>) -> Option<&'a str> {
    page.studio.brief.literals.get(at?).map(|l| l.text.as_str())
}

fn title<'a>(page: &Page<'a>) -> Option<&'a str> {
    literal(page, passage(page)?.title)
}

fn author<'a>(page: &Page<'a>) -> Option<&'a str> {
    literal(page, passage(page)?.by)
}

fn body<'a>(page: &Page<'a>) -> &'a str {
    passage(page)
        .and_then(|p| literal(page, Some(p.text)))
        .unwrap_or_default()
}

/// Texts of the brief beside title, passage and author.
fn others<'a>(page: &Page<'a>) -> Vec<&'a str> {
    let brief = page.studio.brief;
    let Some(passage) = passage(page) else {
        return Vec::new();
    };
    let used = [passage.title, Some(passage.text), passage.by];
    (0..brief.literals.len())
        .filter(|at| !used.contains(&Some(*at)))
        .map(|at| brief.literals[at].text.as_str())
        .collect()
}

/// A text node of a page of running text.
fn node(
    words: &str,
    role: &'static str,
    font: FontRole,
    weight: u16,
    size: f32,
    leading: f32,
) -> Node {
    let node = text(words)
        .role(role)
        .literal(true)
        .font(font)
        .size(size)
        .leading(leading);
    if weight > 0 {
        node.weight(weight)
    } else {
        node
    }
}

/// Width and height of a node's text in a measure.
fn measure(page: &Page<'_>, node: &Node, width: Option<f32>) -> (f32, f32) {
    node.as_text().map_or((0.0, 0.0), |text| {
        Typesetter::with(|setter| {
            setter.measure(text, page.theme, &page.studio.brief.language.0, width, None)
        })
    })
}

/// Byte offsets behind the words of a text.
fn word_ends(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    ends.dedup();
    ends
}

/// Returns as much of the text as `lines` lines hold: the offset at which the rest begins.
fn fill(page: &Page<'_>, words: &str, size: f32, width: f32, lines: f32) -> usize {
    let ends = word_ends(words);
    let room = size * LEADING * (lines + 0.2);
    let fits = |n: usize| {
        let piece = node(&words[..ends[n]], ROLE, FontRole::Body, 400, size, LEADING);
        measure(page, &piece, Some(width)).1 <= room
    };
    let (mut low, mut high) = (0, ends.len());
    while low < high {
        let middle = (low + high) / 2;
        if fits(middle) {
            low = middle + 1
        } else {
            high = middle
        }
    }
    low.checked_sub(1).map_or(0, |n| ends[n])
}

/// The text in columns of one height at a size; none when it does not fit.
struct Flow<'a> {
    page: &'a Page<'a>,
    size: f32,
    inks: Inks,
    cap: bool,
    verse: bool,
}

impl Flow<'_> {
    fn piece(&self, words: &str, zone: Zone) -> Node {
        let align = if self.verse && zone.w < 1.0 {
            Align::Center
        } else {
            Align::Start
        };
        zone.hold(col()).child(
            node(words.trim(), ROLE, FontRole::Body, 400, self.size, LEADING)
                .color(self.inks.ink)
                .text_align(align)
                .fill_w(),
        )
    }

    /// Sets the text from column to column; returns the nodes, what is left over, and where the last column ends.
    fn set(&self, words: &str, columns: &[Zone]) -> (Vec<Node>, usize, f32) {
        let line = self.size * LEADING;
        let mut nodes = Vec::new();
        let mut rest = words;
        let mut low = columns.first().map_or(0.0, |c| c.y);
        for (n, zone) in columns.iter().enumerate() {
            let mut zone = *zone;
            if n == 0 && self.cap {
                let (cap, taken) = self.drop_cap(rest, zone);
                nodes.extend(cap);
                rest = rest[taken..].trim_start();
                zone = Zone::new(
                    zone.x,
                    zone.y + line * CAP_LINES,
                    zone.w,
                    zone.h - line * CAP_LINES,
                );
            }
            let lines = libm::floorf(zone.h / line);
            if rest.is_empty() || lines < 1.0 {
                continue;
            }
            let end = fill(self.page, rest, self.size, zone.w, lines);
            let words = &rest[..end];
            let piece = node(words.trim(), ROLE, FontRole::Body, 400, self.size, LEADING);
            let high = measure(self.page, &piece, Some(zone.w)).1;
            nodes.push(self.piece(words, Zone::new(zone.x, zone.y, zone.w, high)));
            low = zone.y + high;
            rest = rest[end..].trim_start();
        }
        (nodes, rest.len(), low)
    }

    /// The first letter over three lines and the words beside it; how much of the text is set.
    fn drop_cap(&self, words: &str, zone: Zone) -> (Vec<Node>, usize) {
        let first = words.chars().next().map_or(0, char::len_utf8);
        let line = self.size * LEADING;
        let cap_size = line * CAP_LINES * 0.93;
        let cap = node(
            &words[..first],
            CAP_ROLE,
            FontRole::Display,
            0,
            cap_size,
            1.0,
        )
        .color(self.inks.bold);
        let wide = measure(self.page, &cap, None).0 + self.size * 0.45;
        let beside = Zone::new(zone.x + wide, zone.y, zone.w - wide, line * CAP_LINES);
        let rest = &words[first..];
        let end = fill(self.page, rest, self.size, beside.w, CAP_LINES);
        let top = zone.y + line * CAP_LINES * 0.5 - cap_size * 0.54;
        let nodes = vec![cap.at(zone.x, top), self.piece(&rest[..end], beside)];
        (nodes, first + end)
    }
}

/// How much larger a text of few words is set.
fn short_text(words: &str) -> f32 {
    (60.0 / words.split_whitespace().count().max(1) as f32).clamp(1.0, 1.7)
}

/// Whether the first letter is set as a drop cap.
fn takes_cap(page: &Page<'_>) -> bool {
    let Some(passage) = passage(page) else {
        return false;
    };
    let words = body(page);
    let letter = words
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && c.is_uppercase());
    let long = words.split_whitespace().count() >= CAP_WORDS;
    letter && !passage.verse && passage.drop_cap.unwrap_or(long)
}

/// Sets the passage at the largest size at which it fits the columns; `columns` gives them for a size.
fn set(
    page: &Page<'_>,
    tone: Tone,
    share: f32,
    columns: impl Fn(f32) -> Vec<Zone>,
) -> (Vec<Node>, f32, f32) {
    let verse = passage(page).is_some_and(|p| p.verse);
    let words = body(page);
    let largest = (page.full.w.min(page.full.h) * share * short_text(words)).clamp(SIZE.0, SIZE.1);
    let mut size = largest;
    loop {
        let zones = columns(size);
        let whole = node(words, ROLE, FontRole::Body, 400, size, LEADING);
        let wide = zones.first().map_or(1.0, |zone| zone.w);
        let room: f32 = zones.iter().map(|zone| zone.h).sum();
        // One measure tells sooner than the columns do that a size is far too large.
        if size > SIZE.0 && measure(page, &whole, Some(wide)).1 > room * 1.02 {
            size = (size * STEP).max(SIZE.0);
            continue;
        }
        let flow = Flow {
            page,
            size,
            inks: page.inks(tone),
            cap: takes_cap(page),
            verse,
        };
        let (nodes, left, low) = flow.set(words, &zones);
        if left == 0 || size <= SIZE.0 {
            return (nodes, low, size);
        }
        size = (size * STEP).max(SIZE.0);
    }
}

/// Author and other lines under the text.
fn foot(page: &Page<'_>, zone: Zone, size: f32, tone: Tone, align: Align) -> Vec<Node> {
    let inks = page.inks(tone);
    let mut y = zone.y;
    let by = author(page).map(|by| {
        node(by, "attribution", FontRole::Body, 500, size * 0.95, 1.3)
            .italic()
            .color(inks.quiet)
    });
    let rest = others(page)
        .into_iter()
        .map(|line| node(line, "small", FontRole::Body, 400, size * 0.85, 1.3).color(inks.quiet));
    by.into_iter()
        .chain(rest)
        .map(|line| {
            let line = line.text_align(align).fill_w();
            let high = measure(page, &line, Some(zone.w)).1;
            let node = Zone::new(zone.x, y, zone.w, high).hold(col()).child(line);
            y += high * 1.2;
            node
        })
        .collect()
}

/// Height that [`foot`] takes.
fn foot_high(page: &Page<'_>, size: f32) -> f32 {
    let lines = usize::from(author(page).is_some()) + others(page).len();
    if lines == 0 {
        0.0
    } else {
        size * (1.2 + 1.6 * lines as f32)
    }
}

/// The title in a zone: its node and height.
fn heading(
    page: &Page<'_>,
    zone: Zone,
    size: f32,
    align: Align,
    inks: &Inks,
) -> (Option<Node>, f32) {
    let Some(words) = title(page) else {
        return (None, 0.0);
    };
    let longest = words
        .split_whitespace()
        .map(|word| {
            page.studio
                .text_width(word, FontRole::Display, 100.0, 0, page.theme)
        })
        .fold(1.0_f32, f32::max);
    let size = size.min(zone.w * 97.0 / longest);
    let node = node(words, "title", FontRole::Display, 0, size, 1.14)
        .color(inks.bold)
        .text_align(align)
        .balance()
        .fill_w();
    let high = measure(page, &node, Some(zone.w)).1;
    (
        Some(
            Zone::new(zone.x, zone.y, zone.w, high)
                .hold(col())
                .child(node),
        ),
        high,
    )
}

fn book(page: &Page<'_>) -> Node {
    let inks = page.inks(Tone::Canvas);
    let (w, h) = (page.full.w, page.full.h);
    let short = w.min(h);
    let live = page.full.inset_xy(w * 0.13, h * 0.09);
    let (head, high) = heading(page, live, short * 0.06, Align::Center, &inks);
    let mut root = page.root(Tone::Canvas);
    let mut top = live.y;
    if let Some(head) = head {
        let rule = live.w * 0.3;
        let y = live.y + high + short * 0.022;
        root = root.child(head).child(
            ornament::divider(
                rule,
                short * 0.02,
                inks.mark,
                page.rng.fork("divider").below(3),
            )
            .at(live.x + (live.w - rule) * 0.5, y),
        );
        top = y + short * 0.06;
    }
    let verse = passage(page).is_some_and(|p| p.verse);
    let frame = |size: f32| {
        let room = live.bottom() - top - foot_high(page, size);
        let wide = if verse {
            verse_width(page, size).min(live.w)
        } else {
            live.w.min(size * 33.0)
        };
        vec![Zone::new(live.x + (live.w - wide) * 0.5, top, wide, room)]
    };
    let (nodes, low, size) = set(page, Tone::Canvas, LARGEST, frame);
    // What is left of the page goes above and below.
    let spare = (live.bottom() - low - foot_high(page, size)).max(0.0) * 0.4;
    let zone = frame(size)[0];
    let under = Zone::new(zone.x, low + size * 1.2, zone.w, 1.0);
    let align = if verse { Align::Start } else { Align::End };
    root = root
        .children(nodes)
        .children(foot(page, under, size, Tone::Canvas, align));
    for child in &mut root.children {
        if let Some([_, y]) = child.layout.at.as_mut() {
            *y += spare;
        }
    }
    root
}

/// Width of the longest line of a poem.
fn verse_width(page: &Page<'_>, size: f32) -> f32 {
    body(page)
        .lines()
        .map(|line| {
            page.studio
                .text_width(line, FontRole::Body, size, 400, page.theme)
        })
        .fold(size * 8.0, f32::max)
        * 1.02
}

/// Number of columns for a width: what the prompt asks for, else so that a line holds some 45 letters.
fn column_count(page: &Page<'_>, width: f32, size: f32) -> usize {
    let asked = passage(page).and_then(|p| p.columns);
    asked
        .unwrap_or_else(|| ((width / (size * 17.5)) as usize).clamp(1, 3))
        .max(1)
}

/// Columns side by side, as high as the text needs them.
fn even(page: &Page<'_>, live: Zone, size: f32) -> Vec<Zone> {
    let n = column_count(page, live.w, size);
    let gap = size * 1.9;
    let w = (live.w - gap * (n - 1) as f32) / n as f32;
    (0..n)
        .map(|at| Zone::new(live.x + at as f32 * (w + gap), live.y, w, live.h))
        .collect()
}

/// Lowers the columns' height until the text just fits, so that all end on the same line.
fn balanced(page: &Page<'_>, tone: Tone, zones: &[Zone], size: f32) -> (Vec<Node>, f32) {
    let verse = passage(page).is_some_and(|p| p.verse);
    let flow = Flow {
        page,
        size,
        inks: page.inks(tone),
        cap: takes_cap(page),
        verse,
    };
    let line = size * LEADING;
    let most = libm::floorf(zones.first().map_or(0.0, |z| z.h) / line).max(1.0) as usize;
    let least = if flow.cap { CAP_LINES as usize + 1 } else { 1 };
    let fit = |lines: usize| {
        let zones: Vec<Zone> = zones
            .iter()
            .map(|z| Zone::new(z.x, z.y, z.w, line * lines as f32 + 0.5))
            .collect();
        flow.set(body(page), &zones)
    };
    let (mut low, mut high) = (least, most.max(least));
    while low < high {
        let middle = (low + high) / 2;
        if fit(middle).1 == 0 {
            high = middle
        } else {
            low = middle + 1
        }
    }
    let (nodes, ..) = fit(high);
    (
        nodes,
        zones.first().map_or(0.0, |z| z.y) + line * high as f32,
    )
}

fn columns(page: &Page<'_>) -> Node {
    let inks = page.inks(Tone::Canvas);
    let short = page.full.w.min(page.full.h);
    let live = page.full.inset(page.margin * 1.25);
    let (head, high) = heading(page, live, short * 0.092, Align::Start, &inks);
    let mut root = page.root(Tone::Canvas).children(head);
    let mut top = live.y;
    if high > 0.0 {
        let y = live.y + high + short * 0.02;
        root = root.child(
            rect()
                .bounds(live.x, y, live.w, (short * 0.006).max(2.0))
                .fill(inks.bold)
                .role("rule"),
        );
        top = y + short * 0.045;
    }
    let frame = |size: f32| {
        even(
            page,
            Zone::new(
                live.x,
                top,
                live.w,
                live.bottom() - top - foot_high(page, size),
            ),
            size,
        )
    };
    let (_, _, size) = set(page, Tone::Canvas, LARGEST * 0.84, frame);
    let zones = frame(size);
    let (nodes, low) = balanced(page, Tone::Canvas, &zones, size);
    root = root.children(nodes);
    for pair in zones.windows(2) {
        let x = (pair[0].right() + pair[1].x) * 0.5;
        root = root.child(
            rect()
                .bounds(x, top, 1.0, low - top)
                .fill(inks.line)
                .role("rule"),
        );
    }
    root.children(foot(
        page,
        Zone::new(live.x, low + size * 1.2, live.w, 1.0),
        size,
        Tone::Canvas,
        Align::Start,
    ))
}

fn side(page: &Page<'_>) -> Node {
    let tone = page.pick_tone(&[Tone::Accent, Tone::Ink, Tone::Soft]);
    let band = page.inks(tone);
    let (left, rest) = page.full.columns(0.36, 0.0);
    let inner = left.inset(page.margin);
    let short = page.full.w.min(page.full.h);
    let (head, _) = heading(page, inner, short * 0.085, Align::Start, &band);
    let live = rest.inset(page.margin * 1.15);
    let frame = |size: f32| {
        let zone = Zone::new(live.x, live.y, live.w, live.h - foot_high(page, size));
        even(page, zone, size)
    };
    let (_, _, size) = set(page, Tone::Canvas, LARGEST, frame);
    let (nodes, low) = balanced(page, Tone::Canvas, &frame(size), size);
    let root = page
        .root(Tone::Canvas)
        .child(left.hold(rect()).fill(tone.token()).role("band"));
    root.children(head).children(nodes).children(foot(
        page,
        Zone::new(live.x, low + size, live.w, 1.0),
        size,
        Tone::Canvas,
        Align::Start,
    ))
}

#[cfg(test)]
mod tests {
    use super::word_ends;

    #[test]
    fn words_end_before_their_spaces() {
        assert_eq!(word_ends("a bc  d"), [1, 4, 5, 7]);
    }
}
