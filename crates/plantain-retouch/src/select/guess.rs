//! A model's guess at the subject, weighed against what the pixels say.

use plantain_core::{Mask, Pixels};

use super::work::Work;
use super::{Cutout, Evidence, SHARE, cut_already, matte, subject, texture};
use crate::plane::{self, Plane};
use crate::region;

/// From this confidence on the pixels of a plain background say more than a model: they know every edge.
const OWN_SURE: f32 = 0.85;
/// Both see the same subject when they share more than this of what either takes for it.
const AGREED: f32 = 0.8;
/// Below this share they see different things: the model is believed, but not much.
const APART: f32 = 0.5;
/// How much is left of a model's confidence when the pixels of a plain background see another subject.
const DOUBT: f32 = 0.7;
/// Models that are less decided than this have nothing to say.
const DECIDED: f32 = 0.5;
/// Values above this are part of what a model considered.
const CONSIDERED: f32 = 0.1;
/// Parts smaller than this share of the subject are specks.
const SPECK: f32 = 0.01;
/// How much the background scatters, in sRGB bytes, where nothing is known of it.
const NOISE: f32 = 24.0;

/// Returns the subject of a picture with the help of a model's guess, a mask of any size: 255 is surely subject.
///
/// The guess says what the subject is; edges are found in the pixels. Where the background is plain and both see the same,
/// the pixels' own answer is the better one.
pub fn subject_by(pixels: &Pixels, guess: &Mask) -> Option<Cutout> {
    if let Some(cutout) = cut_already(pixels) {
        return Some(cutout);
    }
    let own = subject(pixels);
    let Some(guessed) = guessed(pixels, guess) else {
        return own;
    };
    let Some(own) = own else {
        return Some(guessed);
    };
    let agreement = overlap(&own.mask, &guessed.mask);
    let sure = own.confidence.max(guessed.confidence);
    if own.plain && own.confidence >= OWN_SURE && agreement >= APART {
        let confidence = if agreement >= AGREED {
            sure
        } else {
            own.confidence
        };
        return Some(Cutout { confidence, ..own });
    }
    let confidence = if agreement >= AGREED {
        sure
    } else if own.plain && own.confidence >= OWN_SURE {
        guessed.confidence * DOUBT
    } else {
        guessed.confidence
    };
    Some(Cutout {
        confidence,
        ..guessed
    })
}

/// Returns the guess as a cut-out with the edges of the pixels; none when it sees nothing or everything, or is undecided.
fn guessed(pixels: &Pixels, guess: &Mask) -> Option<Cutout> {
    if pixels.width < 8 || pixels.height < 8 {
        return None;
    }
    let work = Work::of(pixels);
    let (w, h) = (work.width, work.height);
    let soft = region::to_plane(guess).resized(w, h);
    let confidence = decided(&soft);
    if confidence < DECIDED {
        return None;
    }
    let subject = without_specks(&soft.values, w, h);
    let share = subject.iter().filter(|s| **s).count() as f64 / subject.len() as f64;
    if !(SHARE.0..=SHARE.1).contains(&share) {
        return None;
    }
    let (mask, foreground) = matte::matte(pixels, &work, &subject, NOISE, None);
    Some(Cutout {
        mask,
        foreground,
        confidence: confidence.min(0.99),
        parts: texture::parts(&subject, w, h),
        plain: false,
        evidence: Evidence::Model,
    })
}

/// Returns how far from a coin's toss a guess is over what it considered, 0 to 1.
fn decided(soft: &Plane) -> f32 {
    let considered = soft.values.iter().filter(|v| **v > CONSIDERED);
    let (mut sum, mut count) = (0.0, 0.0f32);
    for value in considered {
        sum += (2.0 * value - 1.0).abs();
        count += 1.0;
    }
    sum / count.max(1.0)
}

fn without_specks(values: &[f32], w: usize, h: usize) -> Vec<bool> {
    let set: Vec<bool> = values.iter().map(|v| *v >= 0.5).collect();
    let (labels, parts) = plane::components(&set, w, h);
    let least = set.iter().filter(|s| **s).count() as f32 * SPECK;
    let large: Vec<bool> = parts.iter().map(|p| p.area as f32 >= least).collect();
    labels
        .iter()
        .map(|&label| label > 0 && large[label as usize - 1])
        .collect()
}

/// Returns the share that two masks have in common of what either covers, 0 to 1.
fn overlap(one: &Mask, other: &Mask) -> f32 {
    let (mut both, mut either) = (0u64, 0u64);
    for (a, b) in one.coverage.iter().zip(&other.coverage) {
        both += u64::from(*a.min(b));
        either += u64::from(*a.max(b));
    }
    both as f32 / either.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: usize = 96;

    /// A disk at (x, y) of radius 24 as a mask of a third of the picture's size.
    fn disk(x: f32, y: f32, value: u8) -> Mask {
        let side = SIDE / 3;
        let inside = |i: usize| {
            let (dx, dy) = ((i % side) as f32 * 3.0 - x, (i / side) as f32 * 3.0 - y);
            dx * dx + dy * dy < 24.0 * 24.0
        };
        Mask {
            width: side as u32,
            height: side as u32,
            coverage: (0..side * side)
                .map(|i| if inside(i) { value } else { 0 })
                .collect(),
        }
    }

    /// A red disk in the middle of white, or of a ground of red and white patches.
    fn picture(patched: bool) -> Pixels {
        let mut state = 7;
        let rgba = (0..SIDE * SIDE)
            .flat_map(|i| {
                let (dx, dy) = ((i % SIDE) as f32 - 48.0, (i / SIDE) as f32 - 48.0);
                let ground = patched && plane::next_random(&mut state).is_multiple_of(2);
                let red = dx * dx + dy * dy < 24.0 * 24.0 || ground;
                if red {
                    [200, 30, 30, 255]
                } else {
                    [250, 250, 250, 255]
                }
            })
            .collect();
        Pixels {
            width: SIDE as u32,
            height: SIDE as u32,
            rgba,
            opaque: true,
        }
    }

    #[test]
    fn a_guess_helps_where_pixels_say_little() {
        let check =
            |patched, guess: Mask, evidence: Option<Evidence>, sure: std::ops::Range<f32>| {
                let found = subject_by(&picture(patched), &guess);
                assert_eq!(
                    found.as_ref().map(|c| c.evidence),
                    evidence,
                    "{patched} {guess:?}"
                );
                if let Some(found) = found {
                    assert!(
                        sure.contains(&found.confidence),
                        "{patched} {guess:?} {}",
                        found.confidence
                    );
                }
            };
        let middle = |value| disk(48.0, 48.0, value);
        // On white the pixels know better, and agreement makes them no less sure.
        check(false, middle(255), Some(Evidence::Pixels), 0.9..1.01);
        // Another place than what stands out is doubted.
        check(
            false,
            disk(24.0, 20.0, 255),
            Some(Evidence::Model),
            0.5..0.72,
        );
        check(true, middle(255), Some(Evidence::Model), 0.85..1.01);
        // Undecided, empty and full guesses say nothing.
        check(false, middle(140), Some(Evidence::Pixels), 0.9..1.01);
        check(
            false,
            Mask::filled(32, 32, 0),
            Some(Evidence::Pixels),
            0.9..1.01,
        );
        check(
            false,
            Mask::filled(32, 32, 255),
            Some(Evidence::Pixels),
            0.9..1.01,
        );
    }

    #[test]
    fn edges_come_from_the_pixels() {
        let found = subject_by(&picture(true), &disk(48.0, 48.0, 255)).unwrap();
        assert_eq!(found.mask.coverage.len(), SIDE * SIDE);
        assert_eq!(found.mask.coverage[48 * SIDE + 48], 255);
        assert_eq!(found.mask.coverage[4 * SIDE + 4], 0);
        assert_eq!(found.parts, 1);
    }
}
