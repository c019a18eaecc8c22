//! Style, mood, typeface, palette, ink, dark mode.

use crate::canvas::color_list;
use crate::lexicon::{LookKind, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Background, Color, Genre};

/// Fills `brief.look` and marks its words.
pub(crate) fn read(reader: &mut Reader<'_>) {
    dark_mode(reader);
    viewpoint(reader);
    let mut at = 0;
    while at < reader.len() {
        let len = if reader.is_plain(at) {
            look_at(reader, at)
        } else {
            0
        };
        at += len.max(1);
    }
    let patterned = matches!(reader.brief.genre, Genre::Pattern | Genre::Gradient);
    if reader.brief.genre != Genre::Composed && (!reader.is_scene() || patterned) {
        palette(reader);
    }
    background_from_palette(reader);
}

/// `"style": "art deco"`, `"colors": "navy, gold"`: looks told by the keys of a record.
pub(crate) fn of_record(reader: &mut Reader<'_>, record: &crate::Record) {
    for (key, value) in &record.fields {
        let key = key.rsplit('.').next().unwrap_or(key).to_lowercase();
        let words = value.to_lowercase();
        match key.as_str() {
            "style" | "mood" | "theme" | "look" | "aesthetic" => {
                for word in words.split([',', '/']).map(str::trim) {
                    darkness(reader, word);
                    match lexicon().looks.get(word) {
                        Some((LookKind::Style, style)) => {
                            push(&mut reader.brief.look.styles, style)
                        }
                        Some((LookKind::Mood, mood)) => push(&mut reader.brief.look.moods, mood),
                        _ => {}
                    }
                }
            }
            "color" | "colour" | "colors" | "colours" | "palette" | "accent" => {
                for word in words.split([',', '/']).map(str::trim) {
                    if let Some(&(name, rgb)) = lexicon().colors.get(word) {
                        let name = name.to_string();
                        push_color(&mut reader.brief.look.palette, Color { name, rgb });
                    }
                }
            }
            "mode" => darkness(reader, words.trim()),
            "dark" | "dark_mode" if words == "yes" => darkness(reader, "dark"),
            "background" => {
                darkness(reader, words.trim());
                if let Some(&(name, rgb)) = lexicon().colors.get(words.trim()) {
                    let name = name.to_string();
                    reader.brief.canvas.background = Some(Background::Color(Color { name, rgb }));
                }
            }
            _ => {}
        }
    }
}

/// "dark", "light" as the value of a field.
fn darkness(reader: &mut Reader<'_>, word: &str) {
    let dark = match word {
        "dark" | "dark mode" | "night" => true,
        "light" | "light mode" => false,
        _ => return,
    };
    reader.brief.look.dark.get_or_insert(dark);
}

/// "from above", "seen from the side": where the viewer stands is no relation.
fn viewpoint(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        let article = usize::from(matches!(reader.key(at + 1), "the" | "a"));
        let place = matches!(
            reader.key(at + 1 + article),
            "above"
                | "below"
                | "behind"
                | "side"
                | "front"
                | "afar"
                | "distance"
                | "overhead"
                | "top"
                | "back"
        );
        let closes = reader.is_sep(at + 2 + article) || reader.key(at + 2 + article) == "with";
        if reader.key(at) == "from" && place && closes && reader.is_plain(at) {
            let seen = at > 0 && matches!(reader.key(at - 1), "seen" | "viewed" | "shot");
            reader.mark(at - usize::from(seen), at + 2 + article, Use::Look);
        }
    }
}

fn dark_mode(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        // "book cover …, dark": the word alone in its clause.
        let alone = reader.key(at) == "dark"
            && at > 0
            && reader.clause_start(at) == at
            && reader.clause_end(at) == at + 1
            && reader.is_plain(at)
            && !reader.is_scene();
        if alone {
            reader.brief.look.dark.get_or_insert(true);
            reader.mark(at, at + 1, Use::Look);
            continue;
        }
        let mode = matches!(
            reader.key(at + 1),
            "mode"
                | "theme"
                | "themed"
                | "ui"
                | "interface"
                | "design"
                | "version"
                | "background"
                | "dashboard"
                | "color"
                | "colour"
        );
        let dark = match reader.key(at) {
            "dark" | "dark-mode" | "darkmode" => true,
            "light" => false,
            _ => continue,
        };
        let hyphen = matches!(reader.key(at), "dark-mode" | "darkmode");
        let bare = at > 0
            && reader.uses[at - 1] == Use::Genre
            && (reader.is_sep(at + 1) || reader.key(at + 1) == "with")
            && !reader.is_scene();
        // "login page, dark, email + password": the word alone between marks.
        let alone = crate::screens::is_interface(reader.brief.genre)
            && (at == 0 || reader.is_sep(at - 1))
            && reader.is_sep(at + 1);
        // "music player, dark purple": a dark colour that fills a clause is the screen's.
        let tinted = dark
            && crate::screens::is_interface(reader.brief.genre)
            && (at == 0 || reader.is_sep(at - 1))
            && (reader.key(at + 1) == "gradient"
                || crate::colors::color_at(&reader.tokens, at + 1)
                    .is_some_and(|(len, _)| at + 1 + len == reader.clause_end(at)));
        if tinted && reader.is_plain(at) {
            reader.brief.look.dark.get_or_insert(true);
            continue;
        }
        let bare = bare || alone;
        if !(mode || hyphen || bare) || !reader.is_plain(at) {
            continue;
        }
        reader.brief.look.dark.get_or_insert(dark);
        let swallow = mode
            && !hyphen
            && !matches!(
                reader.key(at + 1),
                "dashboard" | "ui" | "interface" | "design" | "background"
            );
        reader.mark(at, at + 1 + usize::from(swallow), Use::Look);
        if reader.key(at + 1) == "background" && dark {
            reader.mark(at + 1, at + 2, Use::Canvas);
        }
    }
}

/// Nouns that carry a look: "watercolor style", "clean design", "bold letters".
fn is_carrier_of_look(key: &str) -> bool {
    matches!(
        key,
        "style"
            | "styled"
            | "design"
            | "look"
            | "aesthetic"
            | "theme"
            | "themed"
            | "vibe"
            | "vibes"
            | "feel"
            | "layout"
            | "art"
            | "typography"
            | "font"
            | "fonts"
            | "letters"
            | "lettering"
            | "text"
            | "type"
            | "typeface"
            | "mood"
            | "atmosphere"
            | "palette"
            | "colors"
            | "colours"
            | "tone"
            | "tones"
            | "illustration"
            | "painting"
            | "drawing"
            | "photo"
            | "photography"
            | "effect"
            | "graphics"
            | "graphic"
            | "print"
            | "inspired"
            | "lighting"
            | "light"
            | "spacing"
            | "whitespace"
            | "lines"
            | "shapes"
            | "details"
            | "minimalism"
            | "rendering"
            | "scheme"
    )
}

fn look_at(reader: &mut Reader<'_>, at: usize) -> usize {
    if let Some(len) = ink_at(reader, at) {
        return len;
    }
    if matches!(reader.key(at), "uppercase" | "capitals" | "all-caps")
        || reader.key(at) == "all" && reader.key(at + 1) == "caps"
    {
        reader.brief.look.uppercase = true;
        let len = if reader.key(at) == "all" { 2 } else { 1 };
        reader.mark(at, at + len, Use::Look);
        return len;
    }
    let usable = |i: usize| reader.is_plain(i);
    let Some((len, &(kind, word))) = lexicon().looks.at_with(&reader.tokens, at, usable) else {
        return 0;
    };
    let end = at + len;
    if !accepts(reader, at, end, kind) {
        return 0;
    }
    let look = &mut reader.brief.look;
    match kind {
        LookKind::Style => push(&mut look.styles, word),
        LookKind::Mood => push(&mut look.moods, word),
        LookKind::Typeface => drop(look.typeface.get_or_insert(word.to_string())),
    }
    let carrier = usize::from(is_carrier_of_look(reader.key(end)) && reader.is_plain(end));
    // In a scene a picture word such as "watercolor of" speaks about the look, and its noun stays a noun.
    reader.mark(at, end + carrier, Use::Look);
    mark_lead(reader, at);
    len + carrier
}

/// "in the style of", "in a … style".
fn mark_lead(reader: &mut Reader<'_>, from: usize) {
    let mut at = from;
    while at > 0
        && reader.is_free(at - 1)
        && matches!(reader.key(at - 1), "style" | "in" | "of" | "very" | "super")
    {
        at -= 1;
    }
    if reader.key(at) == "in" && reader.key(at + 1) == "style" || reader.key(at) == "style" {
        reader.mark(at, from, Use::Look);
    }
}

fn push(words: &mut Vec<String>, word: &str) {
    if !words.iter().any(|known| known == word) {
        words.push(word.to_string());
    }
}

/// Whether the look word is a look here and not an adjective of a thing.
fn accepts(reader: &Reader<'_>, at: usize, end: usize, kind: LookKind) -> bool {
    let valued = reader.tokens.get(end).is_some_and(|token| {
        token.kind == crate::tokens::Kind::Number
            || token
                .form()
                .is_some_and(|form| form != crate::forms::FormKind::Canvas)
    }) && !reader.is_scene();
    if valued && end == at + 1 {
        return false;
    }
    // "neon style city": what is called a style is one.
    if matches!(reader.key(end - 1), "style" | "styled") {
        return true;
    }
    // "flat white 3.50": in a list of goods a word before an amount is part of the name.
    let goods = matches!(reader.brief.genre, Genre::Menu | Genre::PriceTag)
        && at == reader.clause_start(at)
        && !reader.key(end).is_empty()
        && {
            let close = reader.clause_end(at);
            close > end
                && (reader.form(close - 1).is_some()
                    || reader.tokens[close - 1].kind == crate::tokens::Kind::Number)
        };
    if goods {
        return false;
    }
    let content = at > 0
        && reader.is_free(at - 1)
        && !reader.plain[at - 1]
        && reader.tokens[at - 1].case == crate::tokens::Case::Title
        && !reader.is_scene();
    if content && !is_carrier_of_look(reader.key(end)) {
        return false;
    }
    if kind == LookKind::Typeface
        || is_carrier_of_look(reader.key(end)) && reader.key(end) != "light"
    {
        return true;
    }
    let phrase = reader.keys(at, end);
    let picture = lexicon().pictures.get(&phrase).is_some();
    let next = reader.key(end);
    if picture && (next == "of" || reader.is_sep(end)) {
        return true;
    }
    let start = reader.clause_start(at);
    let stop = reader.clause_end(at);
    let whole = (start..stop)
        .all(|i| reader.uses[i] == Use::Look || (at..end).contains(&i) || is_look_word(reader, i));
    let unmistakable = reader.tokens[at].key.contains('-') && kind == LookKind::Style
        || ART_STYLES.contains(&phrase.as_str());
    let noun_next = lexicon().nouns.at(&reader.tokens, end).is_some()
        && reader.uses.get(end) != Some(&Use::Genre)
        && lexicon().pictures.at(&reader.tokens, end).is_none();
    if noun_next
        && matches!(
            phrase.as_str(),
            "black and white" | "monochrome" | "gothic" | "psychedelic"
        )
    {
        return false;
    }
    let patterned = matches!(
        reader.brief.genre,
        Genre::Pattern | Genre::Gradient | Genre::Product
    );
    if reader.is_scene() && !patterned {
        let of_style = at > 0
            && (matches!(reader.key(at - 1), "in" | "style")
                || at > 1 && reader.key(at - 1) == "of" && reader.key(at - 2) == "style")
            && reader.is_sep(end);
        return whole && at > 0
            || unmistakable
            || of_style
            || kind == LookKind::Style && leads(reader, at, end, noun_next);
    }
    // In a design, an adjective directly before a thing to be drawn belongs to the thing.
    let thing = lexicon()
        .nouns
        .at_with(&reader.tokens, end, |i| reader.is_plain(i))
        .is_some_and(|(_, noun)| !matches!(noun.category, "office" | "shape"));
    let led = at > 0 && matches!(reader.key(at - 1), "a" | "an" | "the");
    !(thing && led) || unmistakable
}

/// "retro 70s sunrise", "neon flamingo": looks that open a scene before another look, or before a living thing.
fn leads(reader: &Reader<'_>, at: usize, end: usize, noun_next: bool) -> bool {
    let opens = (reader.clause_start(at)..at).all(|i| {
        matches!(reader.key(i), "a" | "an" | "the")
            || matches!(reader.uses[i], Use::Look | Use::Carrier)
    });
    let more =
        lexicon().looks.at(&reader.tokens, end).is_some() && !is_carrier_of_look(reader.key(end));
    let after = at > 0 && reader.uses[at - 1] == Use::Look;
    let living = noun_next
        && lexicon()
            .nouns
            .at(&reader.tokens, end)
            .is_some_and(|(_, noun)| matches!(noun.category, "animal" | "person" | "plant"));
    let glows = reader.key(at) == "neon" && end == at + 1;
    opens && (more || after || glows && living)
}

/// Styles that are never said of a thing.
const ART_STYLES: &[&str] = &[
    "watercolor",
    "watercolour",
    "pixel art",
    "oil painting",
    "line art",
    "anime",
    "manga",
    "cyberpunk",
    "steampunk",
    "low poly",
    "isometric",
    "photorealistic",
    "minimalist",
    "art deco",
    "art nouveau",
    "pop art",
    "3d render",
    "digital art",
    "ukiyo-e",
    "stained glass",
    "vector art",
    "pencil sketch",
    "ink sketch",
    "charcoal drawing",
    "vaporwave",
    "synthwave",
    "silhouette",
    "woodcut",
    "linocut",
    "claymation",
    "hand drawn",
    "impressionist",
    "cubist",
    "surrealist",
    "black and white",
    "monochrome",
    "grayscale",
    "hyperrealistic",
    "cinematic",
    "dslr",
    "35mm",
    "bokeh",
    "watercolor painting",
    "doodle",
    "crayon drawing",
    "kids drawing",
    "paper cut",
    "papercut",
    "risograph",
    "gothic",
    "psychedelic",
    "vector illustration",
    "vintage style",
    "retro style",
    "flat design",
    "flat illustration",
    "coloring page",
    "film photo",
    "8-bit",
    "macro shot",
    "studio lighting",
    "depth of field",
];

fn is_look_word(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    lexicon().looks.at(&reader.tokens, at).is_some()
        || is_carrier_of_look(key)
        || matches!(
            key,
            "and"
                | "&"
                | "very"
                | "super"
                | "highly"
                | "in"
                | "with"
                | "the"
                | "of"
                | "a"
                | "an"
                | "detailed"
                | "quality"
                | "high"
                | "ultra"
                | "hd"
                | "background"
        )
        || crate::colors::color_at(&reader.tokens, at).is_some()
}

/// "white serif letters", "gold text", "text in white": the text colour.
fn ink_at(reader: &mut Reader<'_>, at: usize) -> Option<usize> {
    let letters = |key: &str| {
        matches!(
            key,
            "text"
                | "letters"
                | "lettering"
                | "font"
                | "type"
                | "typography"
                | "words"
                | "writing"
                | "letter"
                | "fonts"
                | "typeface"
                | "title"
                | "headline"
                | "script"
                | "print"
                | "numbers"
                | "digits"
                | "caps"
        )
    };
    let mut from = at;
    if letters(reader.key(at)) && matches!(reader.key(at + 1), "in" | "is" | "color" | "colored") {
        from = at + 2;
        while matches!(
            reader.key(from),
            "a" | "bold" | "big" | "large" | "color" | "is"
        ) {
            from += 1;
        }
        let (end, mut colors) = color_list(reader, from)?;
        if lexicon().nouns.at(&reader.tokens, end).is_some()
            && colors.len() == 1
            && !reader.is_sep(end)
        {
            return None;
        }
        reader.brief.look.ink.get_or_insert(colors.remove(0));
        reader.mark(at + 1, end, Use::Look);
        return Some(end - at);
    }
    let (mut end, mut colors) = color_list(reader, from)?;
    let mut hops = 0;
    while hops < 4
        && reader.is_plain(end)
        && !letters(reader.key(end))
        && (lexicon().looks.at(&reader.tokens, end).is_some()
            || matches!(
                reader.key(end),
                "big"
                    | "bold"
                    | "large"
                    | "foil"
                    | "metallic"
                    | "block"
                    | "thick"
                    | "small"
                    | "thin"
                    | "cursive"
                    | "handwritten"
                    | "capital"
            ))
    {
        if let Some((_, &(LookKind::Typeface, word))) = lexicon().looks.at(&reader.tokens, end) {
            reader.brief.look.typeface.get_or_insert(word.to_string());
        }
        end += 1;
        hops += 1;
    }
    let postposed = matches!(
        reader.brief.language.0.as_str(),
        "es" | "pt" | "fr" | "it" | "ar" | "he"
    );
    if !letters(reader.key(end)) || !reader.is_plain(end) || postposed {
        return None;
    }
    // "gold title NOIR": the word still introduces a text.
    let role = matches!(reader.key(end), "title" | "headline");
    reader.brief.look.ink.get_or_insert(colors.remove(0));
    let stop = end + usize::from(!role);
    reader.mark(at, stop, Use::Look);
    Some(stop - at)
}

/// Colours of a design that belong to nothing in particular.
fn palette(reader: &mut Reader<'_>) {
    let mut at = 0;
    while at < reader.len() {
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
        if named {
            at = end.max(at + 1);
            continue;
        }
        let noun = is_noun_of_design(reader.key(end));
        let loose = reader.is_sep(end)
            || reader.uses[end] != Use::Free
            || matches!(reader.key(end), "with" | "and" | "on" | "for")
            || reader.is_capital(end)
            || reader
                .tokens
                .get(end)
                .is_some_and(|token| token.quote().is_some())
            || noun;
        if loose {
            for color in colors {
                push_color(&mut reader.brief.look.palette, color);
            }
            let taken = matches!(
                reader.key(end),
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
            ) && reader.is_plain(end);
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

/// Parts of a design whose colour is the palette's business.
fn is_noun_of_design(key: &str) -> bool {
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
            | "bars"
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
            | "tint"
            | "shades"
            | "droplets"
            | "icons"
            | "icon"
            | "dots"
            | "arrows"
            | "circles"
            | "slices"
            | "nodes"
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

fn push_color(colors: &mut Vec<Color>, color: Color) {
    if !colors.iter().any(|known| known.name == color.name) {
        colors.push(color);
    }
}

/// A printed piece described by one bare colour ("title slide navy", "black with gold text") stands on that colour.
fn background_from_palette(reader: &mut Reader<'_>) {
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
    if (beside_genre || opens) && !ink && !listed {
        reader
            .brief
            .look
            .palette
            .retain(|known| known.name != color.name);
        reader.brief.canvas.background = Some(Background::Color(color));
    }
}

/// Genres that are one printed face, where a bare colour names the ground.
fn grounded(genre: Genre) -> bool {
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
