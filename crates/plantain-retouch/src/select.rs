//! Where an edit happens, when no mask says so.

mod color;
mod flow;
mod guess;
mod matte;
mod mixture;
mod plain;
mod surface;
mod texture;
mod work;

use plantain_core::{Mask, Pixels};

pub use self::color::{Blob, blobs_like, dominant, seen};
pub use self::guess::subject_by;
pub use self::surface::Surface;
pub use self::work::{Work, place};

/// Subjects that cover less of the picture than this share are dust, and more is no cut-out.
const SHARE: (f64, f64) = (0.002, 0.97);
/// A border that scatters less than this (CIELAB) …
const PLAIN_SIGMA: f32 = 4.0;
/// … over this share of its length is plain.
const PLAIN_FIT: f32 = 0.7;
/// What is off the surface must be together: more of the border's sections than this have none of it.
const PLAIN_SCATTER: f32 = 0.5;

/// What tells a subject from its background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Alpha and colours of the picture itself.
    Pixels,
    /// A model's guess.
    Model,
    /// The scene that the picture was drawn from.
    Scene,
}

/// What stands before the background.
#[derive(Debug, Clone)]
pub struct Cutout {
    /// 255 is subject, 0 is background.
    pub mask: Mask,
    /// The subject alone, its edge freed from the background's colour. Where the mask is 255 the bytes are those of
    /// the picture.
    pub foreground: Pixels,
    /// How sure it is that this is the subject and all of it, 0 to 1.
    pub confidence: f32,
    /// Parts that do not touch each other.
    pub parts: usize,
    /// Whether the background is even or a smooth gradient.
    pub plain: bool,
    pub evidence: Evidence,
}

/// Returns the subject of a picture, or none when nothing stands out from its border.
///
/// A picture that is see-through in part has been cut out already: its alpha is the answer.
pub fn subject(pixels: &Pixels) -> Option<Cutout> {
    if let Some(cutout) = cut_already(pixels) {
        return Some(cutout);
    }
    if pixels.width < 8 || pixels.height < 8 {
        return None;
    }
    let work = Work::of(pixels);
    let surface = Surface::fitted(&work);
    let plain = is_plain(&surface);
    let subject = if plain {
        plain::segment(&work, &surface)
    } else {
        texture::segment(&work)
    };
    let share = subject.iter().filter(|s| **s).count() as f64 / subject.len() as f64;
    if !(SHARE.0..=SHARE.1).contains(&share) {
        return None;
    }
    let noise = if plain {
        2.5 * surface.sigma + 1.0
    } else {
        24.0
    };
    let (mask, foreground) =
        matte::matte(pixels, &work, &subject, noise, plain.then_some(&surface));
    let parts = texture::parts(&subject, work.width, work.height);
    Some(Cutout {
        mask,
        foreground,
        confidence: confidence(&work, &subject, plain, parts),
        parts,
        plain,
        evidence: Evidence::Pixels,
    })
}

/// Whether the background is even or a smooth gradient.
pub fn is_plain(surface: &Surface) -> bool {
    surface.sigma < PLAIN_SIGMA && surface.fit > PLAIN_FIT && surface.scatter < PLAIN_SCATTER
}

fn cut_already(pixels: &Pixels) -> Option<Cutout> {
    if pixels.opaque {
        return None;
    }
    let mask = Mask {
        width: pixels.width,
        height: pixels.height,
        coverage: pixels.rgba.chunks_exact(4).map(|p| p[3]).collect(),
    };
    (0.0005..=0.995).contains(&mask.share()).then(|| Cutout {
        mask,
        foreground: pixels.clone(),
        confidence: 1.0,
        parts: 1,
        plain: true,
        evidence: Evidence::Pixels,
    })
}

/// The more of the border is subject, the more colours both sides share and the more parts there are, the less sure.
fn confidence(work: &Work, subject: &[bool], plain: bool, parts: usize) -> f32 {
    let (w, h) = (work.width, work.height);
    let edge = |i: usize| {
        let (x, y) = (i % w, i / w);
        x < 3 || y < 3 || x + 3 >= w || y + 3 >= h
    };
    let border: Vec<usize> = (0..w * h).filter(|&i| edge(i)).collect();
    let touched = border.iter().filter(|&&i| subject[i]).count() as f32 / border.len() as f32;
    let overlap = texture::overlap(&work.srgb(), subject);
    let many = (parts as f32 - 1.0).min(6.0);
    let sure = if plain {
        0.98 - 0.4 * touched - 0.25 * overlap - 0.02 * many
    } else {
        0.95 - 0.8 * touched - 0.9 * overlap - 0.06 * many
    };
    sure.clamp(0.05, 1.0)
}
