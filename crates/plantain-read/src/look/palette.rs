//! Palettes: lists of colours, and the background that they name.

use crate::canvas::color_list;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Background, Color, Genre};

/// Colours of a design that belong to nothing in particular.
pub(super) fn palette(reader: &mut Reader<'_>) {
    let mut at = 0;
    while at < reader.len() {
        // "30 blue dots": the count has taken the words, the colour is still told.
        if reader.uses[at] == Use::Constraint
            && let Some((len, color)) = crate::colors::color_at(&reader.tokens, at)
            && is_noun_of_design(reader.key(at + len))
        {
            push_color(&mut reader.brief.look.palette, color);
        }
        if !reader.is_plain(at) {
            at += 1;
            continue;
        }
        let Some((end, colors)) = color_list(reader, at) else {
            at += 1;
            continue;
        };
        // "olive oil", "orange juice": a fruit that makes the name of a thing is no colour.
        let named = lexicon()
            .nouns
            .at(&reader.tokens, at)
            .is_some_and(|(len, _)| len >= 2 && colors.len() == 1)
            || matches!(
                reader.key(end),
                "oil" | "juice" | "tea" | "jam" | "soda" | "water" | "cream" | "gold" | "friday"
            ) && colors.len() == 1
                && reader.uses.get(end) != Some(&Use::Literal)
            // "olio di oliva", "a glass of rose": what a word is made of is no colour either.
            || at > 1
                && matches!(reader.key(at - 1), "di" | "de" | "of")
                && !matches!(
                    reader.key(at - 2),
                    "shades" | "shade" | "colors" | "colours" | "tones" | "hues" | "palette" | "touch" | "touches" | "pops"
                )
            || (reader.clause_start(at)..at)
                .any(|i| matches!(reader.key(i), "flavour" | "flavor" | "taste" | "scent" | "notes"));
        if named || super::accept::is_listed(reader, at, end) {
            at = end.max(at + 1);
            continue;
        }
        // "green rounded boxes": a word for their form may stand between.
        let formed = matches!(
            reader.key(end),
            "rounded"
                | "filled"
                | "solid"
                | "thick"
                | "thin"
                | "bold"
                | "dashed"
                | "outlined"
                | "bright"
                | "soft"
                | "flat"
        ) && is_noun_of_design(reader.key(end + 1));
        // "green leaves pattern": the colour is that of the design.
        let repeats = (end..(end + 3).min(reader.len()))
            .take_while(|&i| !reader.is_sep(i))
            .any(|i| {
                matches!(
                    reader.key(i),
                    "pattern" | "patterns" | "patterned" | "motif"
                )
            });
        let noun = formed || is_noun_of_design(reader.key(end)) || repeats;
        let loose = reader.is_sep(end)
            || reader.uses[end] != Use::Free
            || matches!(reader.key(end), "with" | "and" | "on" | "for")
            || reader.is_capital(end)
            || crate::colors::color_at(&reader.tokens, end).is_some()
            || reader
                .tokens
                .get(end)
                .is_some_and(|token| token.quote().is_some())
            || noun;
        if loose {
            for color in colors {
                push_color(&mut reader.brief.look.palette, color);
            }
            let taken = is_word_for_colors(reader.key(end)) && reader.is_plain(end);
            reader.mark(at, end + usize::from(taken), Use::Look);
            if taken
                && matches!(
                    reader.key(end + 1),
                    "color" | "colour" | "colors" | "colours" | "palette" | "scheme"
                )
                && reader.is_plain(end + 1)
            {
                reader.mark(end + 1, end + 2, Use::Look);
            }
        }
        at = end.max(at + 1);
    }
}

/// "A gradient from peach to lavender": where nothing else is painted, fruits and herbs are colours, too, and all stand in
/// the order in which they are told.
pub(super) fn tints(reader: &mut Reader<'_>) {
    let open = reader.brief.canvas.background.is_none();
    if reader.brief.genre != Genre::Gradient || !open {
        return;
    }
    let mut told = Vec::new();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let free = !matches!(reader.uses[at], Use::Literal | Use::Constraint);
        match crate::colors::color_at(&reader.tokens, at).filter(|_| free) {
            Some((len, color)) => {
                push_color(&mut told, color);
                spans.push((at, at + len));
                at += len.max(1);
            }
            None => at += 1,
        }
    }
    let known = &reader.brief.look.palette;
    if told.len() <= known.len() || !known.iter().all(|color| told.contains(color)) {
        return;
    }
    reader.brief.look.palette = told;
    for (from, to) in spans {
        reader.mark(from, to, Use::Look);
    }
}

/// Words behind colours that stand for the colours themselves: "teal accents", "blue theme".
fn is_word_for_colors(key: &str) -> bool {
    matches!(
        key,
        "accent"
            | "accents"
            | "color"
            | "colour"
            | "colors"
            | "colours"
            | "palette"
            | "theme"
            | "tones"
            | "scheme"
            | "highlights"
            | "details"
            | "gradient"
            | "tint"
            | "shades"
            | "glow"
            | "filling"
    )
}

/// Parts of a design whose colour is the palette's business.
pub(super) fn is_noun_of_design(key: &str) -> bool {
    is_word_for_colors(key)
        || matches!(
            key,
            "bars"
                | "bar"
                | "line"
                | "lines"
                | "boxes"
                | "box"
                | "border"
                | "borders"
                | "button"
                | "buttons"
                | "header"
                | "footer"
                | "sidebar"
                | "cards"
                | "card"
                | "frame"
                | "shapes"
                | "stripe"
                | "stripes"
                | "ribbon"
                | "badge"
                | "banner"
                | "poster"
                | "label"
                | "tag"
                | "droplets"
                | "icons"
                | "icon"
                | "dots"
                | "arrows"
                | "circles"
                | "slices"
                | "nodes"
                | "squares"
                | "cells"
                | "tiles"
                | "bubbles"
                | "columns"
                | "needle"
                | "wedges"
                | "segments"
                | "curve"
                | "blocks"
                | "rings"
                | "fill"
                | "area"
                | "supermarket"
                | "corners"
                | "edges"
                | "outline"
                | "tabs"
                | "navbar"
        )
}

/// Parts at the rim of a piece, and marks on it.
fn is_rim(key: &str) -> bool {
    matches!(
        key,
        "border"
            | "borders"
            | "frame"
            | "frames"
            | "edge"
            | "edges"
            | "trim"
            | "ribbon"
            | "seal"
            | "outline"
    )
}

pub(super) fn push_color(colors: &mut Vec<Color>, color: Color) {
    if !colors.iter().any(|known| known.name == color.name) {
        colors.push(color);
    }
}

/// A printed piece described by one bare colour ("title slide navy", "black with gold text") stands on that colour.
pub(super) fn background_from_palette(reader: &mut Reader<'_>) {
    if reader.brief.canvas.background.is_some() || !grounded(reader.brief.genre) {
        return;
    }
    let Some(at) = (0..reader.len()).find(|&at| {
        reader.uses[at] == Use::Look && crate::colors::color_at(&reader.tokens, at).is_some()
    }) else {
        return;
    };
    let Some((len, color)) = crate::colors::color_at(&reader.tokens, at) else {
        return;
    };
    // "certificate blue border": the colour is that of a part.
    let of_part = is_rim(reader.key(at + len)) || at > 0 && is_rim(reader.key(at - 1));
    let beside_genre = at > 0 && reader.uses[at - 1] == Use::Genre
        || (at + len..reader.len())
            .take(4)
            .any(|i| reader.uses[i] == Use::Genre)
            && reader.clause_start(at) <= at;
    let opens = at == reader.clause_start(at)
        && (reader.is_sep(at + len) || matches!(reader.key(at + len), "with"));
    let ink = reader
        .brief
        .look
        .ink
        .as_ref()
        .is_some_and(|ink| ink.name == color.name);
    let listed = reader.sep(at + len, Sep::Slash)
        || reader.key(at + len) == "and"
            && crate::colors::color_at(&reader.tokens, at + len + 1).is_some();
    if (beside_genre || opens) && !ink && !listed && !of_part {
        reader
            .brief
            .look
            .palette
            .retain(|known| known.name != color.name);
        reader.brief.canvas.background = Some(Background::Color(color));
    }
}

/// Genres that are one printed face, where a bare colour names the ground.
pub(super) fn grounded(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster
            | Genre::Banner
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Story
            | Genre::Label
            | Genre::PriceTag
            | Genre::Menu
            | Genre::BusinessCard
            | Genre::Invitation
            | Genre::BookCover
            | Genre::MagazineCover
            | Genre::AlbumCover
            | Genre::Slide
            | Genre::Ticket
            | Genre::Sign
            | Genre::QuoteCard
            | Genre::Sticker
            | Genre::AppIcon
            | Genre::Certificate
    )
}

/// "poster in teal and coral for the market": the first token behind colours that the medium comes in.
pub(crate) fn behind(reader: &Reader<'_>, at: usize) -> usize {
    let color = |at: usize| crate::colors::color_at(&reader.tokens, at);
    if reader.key(at) != "in" || color(at + 1).is_none() {
        return at;
    }
    let mut end = at + 1;
    while let Some((len, _)) = color(end) {
        end += len;
        let joint = reader.key(end) == "and" || reader.sep(end, Sep::Comma);
        end += usize::from(joint && color(end + 1).is_some());
    }
    end
}
