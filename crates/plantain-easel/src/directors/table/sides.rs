//! Sides for and against, where the prompt names only what is compared.

use super::{Model, Side};
use crate::components::diagram::{Entry, Words};
use crate::components::pitch::capital;
use crate::studio::Studio;

/// "pros and cons of remote work": both heads are implied, and so are points that hold for most things.
pub(super) fn pros_and_cons(studio: &Studio<'_>, words: &mut Words) -> Option<Model> {
    let brief = studio.brief;
    let prompt = brief.prompt.to_lowercase();
    // "Mac vs PC pros and cons": what is weighed is the title.
    let weighed = matches!(&words.raw[..], [one] if one.text.contains(" vs"));
    let bare = words.raw.iter().all(|entry| !entry.literal) || weighed && words.title.is_none();
    let asked = ["pros and cons", "pros & cons", "pros/cons"]
        .iter()
        .any(|name| prompt.contains(name));
    if !bare || !asked || brief.language.0 != "en" || !studio.filler {
        return None;
    }
    if weighed {
        words.title = words.raw.pop().map(|title| Entry {
            text: capital(&title.text),
            ..title
        });
    }
    if words.title.is_none() {
        let subject = prompt.split(" of ").nth(1).map(|s| {
            let end = s.find([',', '.', ':', ';']).unwrap_or(s.len());
            // "… of remote work two columns": the form of the sheet is no part of its subject.
            let form = [
                " two column",
                " 2 column",
                " in two ",
                " table",
                " list",
                " chart",
            ];
            let stops = form.iter().filter_map(|word| s[..end].find(word));
            s[..stops.min().unwrap_or(end)].trim().to_owned()
        });
        words.title = subject
            .filter(|s| !s.is_empty() && s.split(' ').count() <= 5)
            .map(|s| Entry::filler(capital(&s)));
    }
    let side = |name: &str, pool: &[&str]| {
        let mut picked = pool.to_vec();
        studio.rng(name).shuffle(&mut picked);
        Side {
            name: Entry {
                literal: true,
                ..Entry::filler(name)
            },
            sections: vec![(
                Entry::default(),
                picked.into_iter().take(4).map(Entry::filler).collect(),
            )],
        }
    };
    Some(Model::Sides(vec![side("Pros", FOR), side("Cons", AGAINST)]))
}

/// Points for and against nearly any plan.
pub(super) const FOR: &[&str] = &[
    "Saves time every week",
    "More freedom to plan",
    "Lower running costs",
    "Better focus",
    "Easy to start",
    "Room to grow",
];

pub(super) const AGAINST: &[&str] = &[
    "Takes getting used to",
    "Harder to coordinate",
    "Needs discipline",
    "Costs at the start",
    "Less contact with others",
    "Not for everyone",
];

pub(super) const SECTIONS: &[&str] = &[
    "pros",
    "cons",
    "advantages",
    "disadvantages",
    "ventajas",
    "desventajas",
    "vorteile",
    "nachteile",
    "avantages",
    "inconvénients",
    "benefits",
    "drawbacks",
];

/// Reads "X vs Y" with sections such as pros and cons; the points are invented where the prompt leaves them open.
pub(super) fn versus(studio: &Studio<'_>, words: &mut Words) -> Option<Vec<Side>> {
    let sections: Vec<Entry> = words
        .raw
        .iter()
        .chain(&words.sub)
        .filter(|e| SECTIONS.contains(&e.text.to_lowercase().as_str()))
        .cloned()
        .collect();
    if sections.iter().any(|s| words.sub.as_ref() == Some(s)) {
        words.sub = None;
    }
    let rest: Vec<Entry> = words
        .raw
        .iter()
        .filter(|e| !sections.contains(e))
        .cloned()
        .collect();
    if sections.len() >= 2 && rest.len() < 2 {
        // The title names both sides; what speaks for and against stands below it.
        let points = |n: usize| -> Vec<Entry> {
            if !studio.filler || studio.brief.language.0 != "en" {
                return Vec::new();
            }
            let pool = if n == 0 { PROS } else { CONS };
            let mut picked: Vec<&str> = pool.to_vec();
            studio.rng(&format!("points {n}")).shuffle(&mut picked);
            picked.into_iter().take(4).map(Entry::filler).collect()
        };
        return Some(
            sections
                .into_iter()
                .enumerate()
                .map(|(n, name)| Side {
                    name,
                    sections: vec![(Entry::default(), points(n))],
                })
                .collect(),
        );
    }
    if rest.len() < 2 {
        return None;
    }
    if rest.len() == 2 {
        return Some(
            rest.into_iter()
                .map(|name| Side {
                    name,
                    sections: sections.iter().map(|s| (s.clone(), Vec::new())).collect(),
                })
                .collect(),
        );
    }
    None
}

/// Points that hold for nearly any two products.
pub(super) const PROS: &[&str] = &[
    "Easy to set up",
    "Works well with other tools",
    "Regular updates",
    "Large community",
    "Wide choice of models",
    "Good support",
];

pub(super) const CONS: &[&str] = &[
    "Higher price at the start",
    "Takes time to learn",
    "Some features cost extra",
    "Updates can arrive late",
    "Fewer repair options",
    "Settings are hard to find",
];
