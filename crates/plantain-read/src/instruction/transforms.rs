//! Verbs of tones and filters; more and less of something, and the whole canvas, have their own rooms.

mod amounts;
mod canvas;

use super::arguments::{amount_at, strength};
use super::predicates::{Parsed, is_whole};
use super::targets::{Reach, target_at};
use super::words::Words;
use crate::instruction::{CanvasChange, Change, Fill, Filter, Referent, Target, Tone};

pub(super) use self::amounts::{multiplied, raised, scaled, shifted};
pub(super) use self::canvas::{
    crop, cut, extend, extract, flip, outline_at, rotate, upscale, zoom,
};

fn one(end: usize, change: Change) -> Parsed {
    Some((end, vec![change]))
}

fn reshape(end: usize, change: CanvasChange) -> Parsed {
    one(end, Change::Reshape(change))
}

/// Skips a word for the whole picture with its article.
fn skip_picture(words: &Words<'_>, at: usize, to: usize) -> usize {
    match target_at(words, at, to, Reach::Bare) {
        Some((end, target)) if is_whole(&target) => end,
        _ => at,
    }
}

/// "brighten the photo slightly", "darken the background by 20%".
pub(super) fn tone(words: &Words<'_>, tone: Tone, amount: f32, at: usize, to: usize) -> Parsed {
    let (next, early) =
        amount_at(words, at, to).map_or((at, None), |(end, factor)| (end, Some(factor)));
    let next = next + usize::from(words.is(next, "up|down"));
    let (end, target) =
        target_at(words, next, to, Reach::Full).unwrap_or((next, Target::default()));
    let end = end + usize::from(words.is(end, "up|down"));
    let end = words
        .one_of(end, "colors|tones|colours|overall")
        .unwrap_or(end);
    let (end, factor) =
        amount_at(words, end, to).map_or((end, early), |(end, factor)| (end, Some(factor)));
    one(
        end,
        Change::Tone {
            target,
            tone,
            amount: strength(factor, amount),
        },
    )
}

/// "sharpen the image", "blur the background", "denoise".
pub(super) fn filter(words: &Words<'_>, filter: Filter, at: usize, to: usize) -> Parsed {
    let (next, early) =
        amount_at(words, at, to).map_or((at, None), |(end, factor)| (end, Some(factor)));
    let next = next + usize::from(words.is(next, "out"));
    let next = words
        .one_of(
            next,
            "the colors of|the colours of|the colors|colors|the edges of|edges",
        )
        .unwrap_or(next);
    let (end, target) =
        target_at(words, next, to, Reach::Full).unwrap_or((next, Target::default()));
    let end = end + usize::from(words.is(end, "out|up"));
    let (end, factor) =
        amount_at(words, end, to).map_or((end, early), |(end, factor)| (end, Some(factor)));
    let amount = strength(factor, 1.0).clamp(0.05, 1.0);
    if filter == Filter::Blur && target.what == Referent::Background {
        return one(end, Change::SetBackground(Fill::Blur(amount)));
    }
    one(
        end,
        Change::Filter {
            target,
            filter,
            amount,
        },
    )
}
