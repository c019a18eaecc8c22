//! Bohr models: a nucleus of protons and neutrons, electrons on shells.

use plantain_read::Brief;
use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::FontRole;

use super::CUSTOM;
use crate::components::diagram::callout::{Callout, Finish, beside, column_width};
use crate::components::diagram::drawing::polar;
use crate::components::diagram::{Body, Lettering, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// Elements up to calcium: symbol, neutrons of the commonest isotope, names in several languages. The place is the number.
const ELEMENTS: &[(&str, u32, &[&str])] = &[
    (
        "H",
        0,
        &[
            "hydrogen",
            "hidrógeno",
            "hydrogène",
            "wasserstoff",
            "idrogeno",
            "水素",
            "氢",
        ],
    ),
    (
        "He",
        2,
        &["helium", "helio", "hélium", "elio", "ヘリウム", "氦"],
    ),
    ("Li", 4, &["lithium", "litio", "リチウム", "锂"]),
    ("Be", 5, &["beryllium", "berilio", "béryllium", "铍"]),
    ("B", 6, &["boron", "boro", "bore ", "bor-", "ホウ素"]),
    (
        "C",
        6,
        &[
            "carbon",
            "carbono",
            "carbone",
            "kohlenstoff",
            "carbonio",
            "炭素",
            "碳",
        ],
    ),
    (
        "N",
        7,
        &[
            "nitrogen",
            "nitrógeno",
            "azote",
            "stickstoff",
            "azoto",
            "窒素",
            "氮",
        ],
    ),
    (
        "O",
        8,
        &[
            "oxygen",
            "oxígeno",
            "oxygène",
            "sauerstoff",
            "ossigeno",
            "酸素",
            "氧",
        ],
    ),
    ("F", 10, &["fluorine", "flúor", "fluor"]),
    ("Ne", 10, &["neon", "neón", "néon"]),
    ("Na", 12, &["sodium", "sodio", "natrium"]),
    ("Mg", 12, &["magnesium", "magnesio", "magnésium"]),
    ("Al", 14, &["aluminium", "aluminum", "aluminio"]),
    ("Si", 14, &["silicon", "silicio", "silizium"]),
    ("P", 16, &["phosphorus", "fósforo", "phosphor"]),
    (
        "S",
        16,
        &["sulfur", "sulphur", "azufre", "soufre", "schwefel"],
    ),
    ("Cl", 18, &["chlorine", "cloro", "chlore", "chlor"]),
    ("Ar", 22, &["argon", "argón"]),
    ("K", 20, &["potassium", "potasio", "kalium"]),
    ("Ca", 20, &["calcium", "calcio"]),
];
/// Electrons that the shells hold, inside out.
const SHELLS: [u32; 7] = [2, 8, 8, 18, 18, 32, 32];
/// Most particles of a kind that are drawn one by one.
const PARTICLES_MAX: u32 = 40;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Atom {
    symbol: Option<&'static str>,
    protons: u32,
    neutrons: u32,
    shells: Vec<u32>,
}

/// Returns drafts for an atom.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Words::of(studio.brief);
    let atom = atom(studio.brief);
    let sides = if studio.ratio() > 0.7 { 0.85 } else { 0.3 };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "shells with callouts",
                reason: "Nucleus and shells are counted out; labels stand at the sides with leader lines.",
                suits: sides,
                draw: &|sheet| draw(sheet, &atom, false),
            },
            Way {
                name: "shells over a legend",
                reason: "The model fills the width; its labels stand below.",
                suits: 0.9 - sides * 0.6,
                draw: &|sheet| draw(sheet, &atom, true),
            },
        ],
    )
}

/// Reads the element and the counts; what the prompt counts comes before what the element has.
fn atom(brief: &Brief) -> Atom {
    let prompt = brief.heard();
    let number = ELEMENTS
        .iter()
        .enumerate()
        .filter(|(_, e)| e.2.iter().any(|name| prompt.contains(name)))
        .max_by_key(|(_, e)| {
            e.2.iter()
                .filter(|n| prompt.contains(*n))
                .map(|n| n.len())
                .max()
        })
        .map(|(i, _)| i);
    let count = |stems: &[&str]| {
        let words: Vec<&str> = prompt
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect();
        words
            .windows(2)
            .find(|pair| stems.iter().any(|s| pair[1].starts_with(s)))
            .and_then(|pair| pair[0].parse::<u32>().ok())
            .filter(|n| *n > 0 && *n <= 118)
    };
    let electrons = count(&["electron", "electrón", "électron", "elektron", "elettron"]);
    let protons = count(&["proton", "protón"])
        .or(number.map(|i| i as u32 + 1))
        .or(electrons)
        .unwrap_or(6);
    let symbol = usize::try_from(protons)
        .ok()
        .and_then(|n| ELEMENTS.get(n.checked_sub(1)?));
    let neutrons = count(&["neutron", "neutrón"])
        .or(symbol.map(|e| e.1))
        .unwrap_or(protons);
    Atom {
        symbol: symbol.map(|e| e.0),
        protons,
        neutrons,
        shells: shells(electrons.unwrap_or(protons)),
    }
}

fn shells(mut electrons: u32) -> Vec<u32> {
    let mut shells = Vec::new();
    for room in SHELLS {
        if electrons == 0 {
            break;
        }
        let here = electrons.min(room);
        shells.push(here);
        electrons -= here;
    }
    shells
}

fn draw(sheet: &Sheet<'_>, atom: &Atom, below: bool) -> Option<Body> {
    let zone = sheet.body;
    let entries = &sheet.words.items;
    let (art, left, right) = if below {
        let side = zone.w.min(zone.h * 0.8);
        let (art, low) = zone.rows(side / zone.h, zone.h * 0.03);
        (art, low.inset_xy(0.0, low.h * 0.08), low)
    } else {
        let column = column_width(sheet, entries, 70.0, (zone.w * 0.24).min(260.0));
        let art = Zone::new(
            zone.x + column + 16.0,
            zone.y,
            zone.w - 2.0 * column - 32.0,
            zone.h,
        );
        (
            if entries.is_empty() { zone } else { art },
            Zone::new(zone.x, zone.y, column, zone.h),
            Zone::new(zone.right() - column, zone.y, column, zone.h),
        )
    };
    let c = art.center();
    let r = art.w.min(art.h) * 0.5 - 14.0;
    let n = atom.shells.len().max(1);
    let (proton, neutron, electron) = particles(sheet);
    let core = r * if n > 2 { 0.24 } else { 0.3 };
    let mut nodes = Vec::new();
    let mut outer = (c.0, c.1 - r);
    for (k, count) in atom.shells.iter().enumerate() {
        let radius = core + (r - core) * (k as f32 + 1.0) / n as f32 - 2.0;
        let ring = Zone::new(c.0 - radius, c.1 - radius, 2.0 * radius, 2.0 * radius);
        nodes.push(
            ring.hold(ellipse())
                .stroke(sheet.mixed(Token::Muted, Token::Canvas, 0.3), 2.5)
                .role("shell"),
        );
        let d = (r * 0.085)
            .clamp(12.0, 34.0)
            .min(radius * 5.6 / *count as f32);
        for i in 0..*count {
            let turn = 24.0 * k as f32 + 360.0 * i as f32 / *count as f32 + 45.0;
            let at = polar(c, radius, turn);
            if k + 1 == n && i == 0 {
                outer = at;
            }
            nodes.push(ball(at, d, electron).role("electron"));
            let bar = Zone::new(at.0 - d * 0.22, at.1 - d * 0.045, d * 0.44, d * 0.09);
            nodes.push(bar.hold(rect()).fill(sheet.ink_on(electron)));
        }
    }
    let (balls, spots) = nucleus(atom, c, core * 0.82, proton, neutron);
    nodes.extend(balls);
    let targets: Vec<(f32, f32)> = entries
        .iter()
        .map(|e| {
            let text = e.text.to_lowercase();
            if text.contains("neutr") {
                spots[1]
            } else if text.contains("prot") {
                spots[0]
            } else if text.contains("ele")
                || text.contains("elek")
                || text.contains("éle")
                || text.contains("電子")
            {
                outer
            } else if text.contains("shell")
                || text.contains("orbit")
                || text.contains("capa")
                || text.contains("schale")
            {
                polar(c, r - 2.0, 118.0)
            } else {
                (c.0, c.1)
            }
        })
        .collect();
    if below {
        nodes.extend(listed(sheet, left, proton, neutron, electron));
    } else {
        let callouts: Vec<Callout<'_>> = entries
            .iter()
            .zip(&targets)
            .map(|(entry, target)| Callout {
                entry,
                target: *target,
            })
            .collect();
        nodes.extend(beside(
            sheet,
            &callouts,
            left,
            right,
            Finish::Dot,
            Token::Ink.into(),
        ));
    }
    if let (Some(symbol), true) = (atom.symbol, sheet.may_add_words() && entries.is_empty()) {
        let look = Lettering::new(FontRole::Display, 40.0, 20.0).color(Token::Muted);
        nodes.push(
            sheet
                .write(
                    symbol,
                    Zone::new(zone.x, zone.y, 90.0, 60.0),
                    look,
                    40.0,
                    "symbol",
                )
                .filler(),
        );
    }
    Some(Body::new(nodes))
}

fn particles(sheet: &Sheet<'_>) -> (Rgba, Rgba, Rgba) {
    let ground = sheet.rgb(Token::Canvas);
    (
        sheet.rgb(Token::Accent).readable_on(ground, 1.8),
        sheet.mixed(Token::Muted, Token::Canvas, 0.35),
        sheet.rgb(Token::Second).readable_on(ground, 1.8),
    )
}

fn ball(at: (f32, f32), d: f32, color: Rgba) -> Node {
    let light = color.mix(Rgba::WHITE, 0.45);
    let dark = color.mix(Rgba::BLACK, 0.18);
    Zone::new(at.0 - d * 0.5, at.1 - d * 0.5, d, d)
        .hold(ellipse())
        .fill(plantain_scene::node::Paint::Radial {
            center: [0.36, 0.32],
            radius: 0.75,
            stops: vec![
                (0.0, light.into()),
                (0.55, color.into()),
                (1.0, dark.into()),
            ],
        })
}

/// Returns the packed nucleus, and the place of one proton and one neutron near its rim.
fn nucleus(
    atom: &Atom,
    c: (f32, f32),
    r: f32,
    proton: Rgba,
    neutron: Rgba,
) -> (Vec<Node>, [(f32, f32); 2]) {
    let (p, q) = (
        atom.protons.min(PARTICLES_MAX),
        atom.neutrons.min(PARTICLES_MAX),
    );
    let all = (p + q).max(1);
    // A sunflower packing: even density, no grid. A few balls lie together evenly around the middle.
    let few = (2..=4).contains(&all);
    let step = r / libm::sqrtf(all as f32);
    let d = if few {
        r * 0.8
    } else {
        (step * 2.3).min(r * 0.9)
    };
    let around = d * 0.52 / libm::sinf(std::f32::consts::PI / all.max(2) as f32);
    let mut spots = [c, c];
    let mut nodes = Vec::new();
    let mut placed = (0, 0);
    for i in (0..all).rev() {
        let radius = if all == 1 {
            0.0
        } else {
            step * libm::sqrtf(i as f32 + 0.5)
        };
        let at = if few {
            polar(c, around, 360.0 * i as f32 / all as f32 + 30.0)
        } else {
            polar(c, radius, 137.508 * i as f32)
        };
        // Kinds alternate in proportion.
        let is_proton = placed.0 * q <= placed.1 * p && placed.0 < p || placed.1 >= q;
        let kind = usize::from(!is_proton);
        if is_proton {
            placed.0 += 1;
        } else {
            placed.1 += 1;
        }
        if placed.0 + placed.1 <= 6 || spots[kind] == c {
            let left = kind == 0;
            if spots[kind] == c || (at.0 < spots[kind].0) == left {
                spots[kind] = at;
            }
        }
        nodes.push(
            ball(at, d, if is_proton { proton } else { neutron }).role(if is_proton {
                "proton"
            } else {
                "neutron"
            }),
        );
    }
    (nodes, spots)
}

/// Labels as a legend in columns, each with the particle that it names.
fn listed(sheet: &Sheet<'_>, zone: Zone, proton: Rgba, neutron: Rgba, electron: Rgba) -> Vec<Node> {
    let entries = &sheet.words.items;
    let columns = if zone.w > 560.0 {
        entries.len().min(4)
    } else {
        2
    }
    .max(1);
    let rows = entries.len().div_ceil(columns).max(1);
    let (w, h) = (zone.w / columns as f32, (zone.h / rows as f32).min(70.0));
    let look = Lettering::new(FontRole::Heading, 22.0, 12.0)
        .weight(600)
        .middle();
    let size = sheet.fit_all(
        entries.iter().map(|e| e.text.as_str()),
        look,
        w - 44.0,
        h * 0.9,
        2,
    );
    let mut nodes = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        let (x, y) = (
            zone.x + w * (i % columns) as f32,
            zone.y + h * (i / columns) as f32,
        );
        let text = entry.text.to_lowercase();
        let color = if text.contains("neutr") {
            neutron
        } else if text.contains("ele") || text.contains("éle") {
            electron
        } else {
            proton
        };
        nodes.push(ball((x + 14.0, y + h * 0.5), 22.0, color));
        nodes.push(sheet.set(
            entry,
            Zone::new(x + 34.0, y, w - 40.0, h),
            look,
            size,
            "callout",
        ));
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shells_hold_what_they_can() {
        assert_eq!(shells(6), [2, 4]);
        assert_eq!(shells(8), [2, 6]);
        assert_eq!(shells(11), [2, 8, 1]);
        assert_eq!(shells(20), [2, 8, 8, 2]);
    }

    #[test]
    fn elements_are_known_by_name() {
        for (prompt, protons, neutrons) in [
            ("Bohr model of a carbon atom", 6, 6),
            ("Bohr-Modell eines Sauerstoffatoms", 8, 8),
            ("an atom with 3 protons and 4 neutrons", 3, 4),
        ] {
            let atom = atom(&plantain_read::read(prompt));
            assert_eq!(
                (atom.protons, atom.neutrons),
                (protons, neutrons),
                "{prompt}"
            );
        }
    }
}
