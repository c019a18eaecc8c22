//! Which parts of an object carry "its" colour, and how they take another one.

use crate::colour::{Oklch, Rgb, hue_distance};
use crate::objects::{Family, Part};

/// Below this chroma a colour counts as neutral.
const NEUTRAL_CHROMA: f64 = 0.035;
/// Below this lightness a colour counts as an outline rather than a colour.
const DARK: f64 = 0.42;
/// Hues closer than this (degrees) to a family's first one belong to it.
const FAMILY_HUE: f64 = 34.0;
/// Neutrals closer than this in lightness to the main neutral belong to it.
const NEUTRAL_REACH: f64 = 0.22;
/// The least difference in lightness that keeps a detail visible.
const DETAIL_STEP: f64 = 0.13;
/// Dark details smaller than this share of the object are taken for eyes and the like.
const EYE_SHARE: f32 = 0.03;
/// Details larger than this share are fields of their own (the picture in a frame) and hold against any colour.
const FIELD_SHARE: f32 = 0.2;
/// The least difference in lightness between a shade and what it shades.
const SHADE_STEP: f64 = 0.045;
/// A colour below this chroma may be the tinted shadow of a neutral one.
const TINTED_CHROMA: f64 = 0.06;
/// How far the other colours of a coat stand from the main one when all take one colour.
const COAT_STEP: f64 = 0.07;
/// Neutrals lighter than this are white, and how far below it their shades go.
const WHITE: f64 = 0.93;
const WHITE_SHADE: f64 = 0.18;

/// Returns each part's family. `main` names colours of the main family when the rule would choose others.
pub(crate) fn families(parts: &[Part], main: &[Rgb]) -> Vec<Family> {
    let colours: Vec<Oklch> = parts
        .iter()
        .map(|part| Oklch::from_rgb(part.paint.colour()))
        .collect();
    let groups = group(parts, &colours);
    let count = groups.iter().max().map_or(0, |max| max + 1);
    let mut weights = vec![0.0; count];
    for ((part, colour), &group) in parts.iter().zip(&colours).zip(&groups) {
        weights[group] += f64::from(part.share) * appeal(colour);
    }
    let mut chosen: Vec<usize> = main
        .iter()
        .map(|rgb| groups[nearest(&colours, Oklch::from_rgb(*rgb))])
        .collect();
    if chosen.is_empty() {
        let weight = |a: &usize, b: &usize| weights[*a].total_cmp(&weights[*b]).then(b.cmp(a));
        chosen.push((0..count).max_by(weight).unwrap_or(0));
    }

    let mut others: Vec<usize> = (0..count)
        .filter(|g| !chosen.contains(g) && !is_neutral_group(*g, &groups, &colours))
        .collect();
    others.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]).then(a.cmp(&b)));
    groups
        .iter()
        .map(|&g| match others.iter().position(|&o| o == g) {
            _ if chosen.contains(&g) => Family::Main,
            Some(rank) => Family::Other(rank.min(255) as u8),
            None => Family::Neutral,
        })
        .collect()
}

/// Groups parts by hue (chromatic ones) or lightness (neutral ones), the most visible part of each group being its centre.
fn group(parts: &[Part], colours: &[Oklch]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| parts[b].share.total_cmp(&parts[a].share).then(a.cmp(&b)));
    let mut centres: Vec<Oklch> = Vec::new();
    let mut groups = vec![0; parts.len()];
    for index in order {
        let colour = colours[index];
        groups[index] = match centres.iter().position(|centre| akin(centre, &colour)) {
            Some(group) => group,
            None => {
                centres.push(colour);
                centres.len() - 1
            }
        };
    }
    groups
}

fn akin(a: &Oklch, b: &Oklch) -> bool {
    match (is_neutral(a), is_neutral(b)) {
        (true, true) => (a.lightness - b.lightness).abs() < NEUTRAL_REACH,
        (false, false) => hue_distance(a.hue, b.hue) < FAMILY_HUE,
        // The tinted shadow of a white thing, or the washed-out light on a coloured one.
        (true, false) => a.lightness > 0.8 && b.lightness > 0.75 && b.chroma < 0.06,
        (false, true) => false,
    }
}

fn is_neutral(colour: &Oklch) -> bool {
    colour.chroma < NEUTRAL_CHROMA || colour.lightness < 0.2
}

fn is_neutral_group(group: usize, groups: &[usize], colours: &[Oklch]) -> bool {
    groups
        .iter()
        .zip(colours)
        .find(|(g, _)| **g == group)
        .is_some_and(|(_, colour)| is_neutral(colour))
}

/// How much a colour counts towards being what the object is called: vivid ones more, dark outlines and tyres less.
fn appeal(colour: &Oklch) -> f64 {
    let dark = if colour.lightness < DARK { 0.5 } else { 1.0 };
    let vivid = if is_neutral(colour) {
        0.9
    } else {
        1.2 + colour.chroma
    };
    dark * vivid
}

fn nearest(colours: &[Oklch], to: Oklch) -> usize {
    let far = |c: &Oklch| {
        (c.lightness - to.lightness).powi(2)
            + (c.chroma - to.chroma).powi(2)
            + (hue_distance(c.hue, to.hue) / 360.0).powi(2)
    };
    (0..colours.len())
        .min_by(|&a, &b| far(&colours[a]).total_cmp(&far(&colours[b])))
        .unwrap_or(0)
}

/// Returns the parts with the main family moved to `target`.
///
/// `rescue` moves details away that would vanish; for people it is off, since their skin is no detail of their clothes.
pub(crate) fn recolour(parts: &[Part], target: Rgb, rescue: bool) -> Vec<Part> {
    let mains = parts.iter().filter(|part| part.family == Family::Main);
    let Some(base) = mains.max_by(|a, b| a.share.total_cmp(&b.share)) else {
        return parts.to_vec();
    };
    let change = Change::new(
        Oklch::from_rgb(base.paint.colour()),
        Oklch::from_rgb(target),
    );
    parts
        .iter()
        .map(|part| {
            let paint = match part.family {
                Family::Main => part.paint.map(|colour| change.main(colour)),
                _ if rescue => part.paint.map(|colour| change.detail(colour, part.share)),
                _ => part.paint.clone(),
            };
            Part {
                paint,
                ..part.clone()
            }
        })
        .collect()
}

/// Moves the parts drawn in `colours` to `target`, shades in proportion: the largest of them gets the colour itself.
pub(crate) fn dye(drawn: &[Part], colours: &[Rgb], target: Rgb, painted: &mut [Part]) {
    let meant = |part: &&Part| colours.contains(&part.paint.colour());
    let largest = drawn
        .iter()
        .filter(meant)
        .max_by(|a, b| a.share.total_cmp(&b.share));
    let Some(base) = largest else { return };
    let change = Change::new(
        Oklch::from_rgb(base.paint.colour()),
        Oklch::from_rgb(target),
    );
    for (part, new) in drawn.iter().zip(painted) {
        if meant(&part) {
            new.paint = part.paint.map(|colour| change.main(colour));
        }
    }
}

struct Change {
    from: Oklch,
    to: Oklch,
}

impl Change {
    fn new(from: Oklch, mut to: Oklch) -> Self {
        // Pure black and white leave no room for shading.
        to.lightness = to.lightness.clamp(0.25, 0.965);
        Self { from, to }
    }

    /// A main colour: the target itself for the base, shades of it for the others.
    fn main(&self, colour: Rgb) -> Rgb {
        let c = Oklch::from_rgb(colour);
        let offset = c.lightness - self.from.lightness;
        let room = if offset < 0.0 {
            (self.to.lightness - 0.16) / (self.from.lightness - 0.1).max(0.1)
        } else {
            (0.99 - self.to.lightness) / (1.0 - self.from.lightness).max(0.05)
        };
        let mut shade = offset * room.clamp(0.0, 1.0);
        // A drake's green head is no shade of its grey coat: dyed, it is nearly as light.
        let apart = !is_neutral(&c)
            && c.chroma > TINTED_CHROMA
            && (is_neutral(&self.from) || hue_distance(c.hue, self.from.hue) >= FAMILY_HUE);
        if apart {
            shade = shade.clamp(-COAT_STEP, COAT_STEP);
        }
        // The shades of a white thing are pale: a dark one would be a grey thing.
        if self.to.lightness > WHITE && is_neutral(&self.to) && shade < 0.0 {
            shade = -WHITE_SHADE * libm::tanh(-shade / WHITE_SHADE);
        }
        let mut lightness = self.to.lightness + shade;
        if offset.abs() > SHADE_STEP / 2.0 && (lightness - self.to.lightness).abs() < SHADE_STEP {
            let down = (offset < 0.0 || self.to.lightness + SHADE_STEP > 0.99)
                && self.to.lightness > 0.22 + SHADE_STEP;
            lightness = self.to.lightness + if down { -SHADE_STEP } else { SHADE_STEP };
        }
        let ratio = if self.from.chroma > NEUTRAL_CHROMA {
            (c.chroma / self.from.chroma).clamp(0.35, 1.2)
        } else {
            1.0
        };
        let drift = if is_neutral(&c) || is_neutral(&self.from) {
            0.0
        } else {
            signed_hue(self.from.hue, c.hue) * 0.4
        };
        Oklch {
            lightness,
            chroma: self.to.chroma * ratio,
            hue: (self.to.hue + drift + 360.0) % 360.0,
        }
        .to_rgb()
    }

    /// Any other colour: unchanged unless it stood out from the old main colour and would vanish against the new one.
    fn detail(&self, colour: Rgb, share: f32) -> Rgb {
        let mut c = Oklch::from_rgb(colour);
        let before = c.lightness - self.from.lightness;
        let now = c.lightness - self.to.lightness;
        let near_hue = is_neutral(&c) == is_neutral(&self.to)
            && (is_neutral(&c) || hue_distance(c.hue, self.to.hue) < 60.0);
        let hides = now.abs() < DETAIL_STEP && (near_hue || now.abs() < DETAIL_STEP / 2.0);
        if !hides || share > FIELD_SHARE || (before.abs() < DETAIL_STEP && !near_hue) {
            return colour;
        }
        let step = if before < 0.0 && self.to.lightness < 0.4 && share < EYE_SHARE {
            // Dark eyes on a dark coat turn light, as eyes shine out of black fur.
            0.55
        } else if self.to.lightness > 0.75 || (before < 0.0 && self.to.lightness > 0.45) {
            -DETAIL_STEP
        } else {
            DETAIL_STEP
        };
        c.lightness = (self.to.lightness + step).clamp(0.05, 0.99);
        c.to_rgb()
    }
}

fn signed_hue(from: f64, to: f64) -> f64 {
    let d = (to - from + 540.0) % 360.0 - 180.0;
    if d < -180.0 { d + 360.0 } else { d }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::objects::{object, object_names};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn recolouring_keeps_the_shape_and_reaches_the_colour(pick: prop::sample::Index, colour: Rgb) {
            let names: Vec<_> = object_names().collect();
            let object = object(names[pick.index(names.len())]).unwrap();
            let parts = object.recolored(colour);
            prop_assert_eq!(parts.len(), object.parts.len());
            prop_assert!(parts.iter().zip(&object.parts).all(|(a, b)| a.path == b.path && a.opacity == b.opacity));
            let wanted = Oklch::from_rgb(colour);
            let got = Oklch::from_rgb(crate::objects::Object { parts, ..object }.main_colour());
            prop_assert!((got.lightness - wanted.lightness.clamp(0.25, 0.965)).abs() < 0.02, "{:?} {:?}", wanted, got);
        }
    }

    #[test]
    fn several_colours_may_be_the_main_one() {
        let truck = object("delivery-truck").unwrap();
        let mains = truck.parts.iter().filter(|p| p.family == Family::Main);
        let colours: std::collections::BTreeSet<_> = mains.map(|p| p.paint.colour()).collect();
        assert!(colours.len() > 1, "cab and box: {colours:?}");
    }

    #[test]
    fn a_coat_of_several_colours_takes_one() {
        let duck = object("duck").unwrap();
        for colour in [[250, 204, 21], [255, 255, 255]] {
            let wanted = Oklch::from_rgb(colour).lightness.min(0.965);
            for (old, new) in duck.parts.iter().zip(duck.recolored(colour)) {
                let was = Oklch::from_rgb(old.paint.colour());
                if old.family == Family::Main && was.chroma > TINTED_CHROMA {
                    let is = Oklch::from_rgb(new.paint.colour()).lightness;
                    assert!(
                        (is - wanted).abs() < COAT_STEP + 0.02,
                        "{was:?} {is} {wanted}"
                    );
                }
            }
        }
    }

    #[test]
    fn details_stay_visible() {
        let check = |name: &str, colour: Rgb| {
            let object = object(name).unwrap();
            let main = Oklch::from_rgb(colour).lightness.clamp(0.25, 0.965);
            let visible = object
                .recolored(colour)
                .iter()
                .zip(&object.parts)
                .any(|(new, _)| {
                    new.family != Family::Main
                        && (Oklch::from_rgb(new.paint.colour()).lightness - main).abs() > 0.1
                });
            assert!(visible, "{name} in {colour:?} has lost its details");
        };
        check("cat-face", [0, 0, 0]);
        check("dog-face", [255, 255, 255]);
        check("teddy-bear", [20, 20, 20]);
        check("pig-face", [10, 10, 10]);
    }
}
